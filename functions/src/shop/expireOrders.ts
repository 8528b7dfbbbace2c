import { Timestamp } from "firebase-admin/firestore";
import { onSchedule } from "firebase-functions/scheduler";
import { MINUTE, stamp } from "../core/clock.ts";
import { decide, update } from "../core/decide.ts";
import { each } from "../core/each.ts";
import { inRounds } from "../core/inRounds.ts";
import { stripeSecretKey } from "../core/settings.ts";
import { CLOSING, closeOrder } from "./order/closeOrder.ts";
import { existing } from "./order/ownOrder.ts";
import { type OrderState, orders } from "./order/schema.ts";
import { isAllowed, next } from "./order/states.ts";

/** Orders at a time: those of a hot product share their commits. */
const WIDTH = 20;

/** Every minute: gives back what orders hold that were not paid in time. */
export const expireOrders = onSchedule(
  {
    schedule: "every 1 minutes",
    secrets: [stripeSecretKey],
    maxInstances: 1,
    timeoutSeconds: 300,
  },
  () => inRounds(sweepOrders, 4 * MINUTE),
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
  const close = async ({ id }: { id: string }) => {
    await markExpired(id, now);
    return closeOrder(id);
  };
  return each(due.docs, close, WIDTH);
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
