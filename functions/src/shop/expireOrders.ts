import { Timestamp } from "firebase-admin/firestore";
import { onSchedule } from "firebase-functions/scheduler";
import { now, stamp } from "../core/clock.ts";
import { decide, update } from "../core/decide.ts";
import { each } from "../core/each.ts";
import { stripeSecretKey } from "../core/settings.ts";
import { CLOSING, closeOrder } from "./closeOrder.ts";
import { isAllowed, next } from "./orderStates.ts";
import { existing } from "./ownOrder.ts";
import { type OrderState, orders } from "./schema.ts";

/** Every minute: gives back what orders hold that were not paid in time. */
export const expireOrders = onSchedule(
  {
    schedule: "every 1 minutes",
    secrets: [stripeSecretKey],
    maxInstances: 1,
    timeoutSeconds: 300,
  },
  async () => {
    await sweepOrders(now(), 200);
  },
);

/**
 * Closes the orders whose time is over by `now`, at most `limit`, oldest first, and those whose
 * closing somebody has begun and not ended. Safe to run as often, and as often at once, as one
 * likes. Costs one read when there is nothing to do.
 */
export async function sweepOrders(now: Date, limit: number): Promise<(OrderState | "failed")[]> {
  const due = await orders
    .where("closeAt", "<=", Timestamp.fromDate(now))
    .orderBy("closeAt")
    .limit(limit)
    .get();
  return each(due.docs, async ({ id }) => {
    await markExpired(id, now);
    return closeOrder(id);
  });
}

const markExpired = (orderId: string, now: Date): Promise<void> =>
  decide(async (read) => {
    const [order] = await read(orders.doc(orderId));
    const { state, closeAt } = existing(order);
    const due = closeAt !== undefined && closeAt.toMillis() <= now.getTime();
    if (!due || !isAllowed(state, "expire")) return { answer: undefined };
    const marked = { state: next(state, "expire"), closeAt: stamp(CLOSING) };
    return { answer: undefined, writes: [update(order, marked)] };
  });
