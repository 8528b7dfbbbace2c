import { HOUR, MINUTE, stamp } from "../../core/clock.ts";
import { decide, update } from "../../core/decide.ts";
import { cancelPayment } from "../../core/payments/intents.ts";
import { existing } from "./ownOrder.ts";
import { releaseOrder } from "./releaseOrder.ts";
import { type OrderState, orders } from "./schema.ts";
import { isAllowed, next } from "./states.ts";

/** Whoever closes an order may take so long; then a sweep believes them dead. */
export const CLOSING = 5 * MINUTE;

/**
 * Closes an order that is marked as expiring or cancelling, in the only order in which nobody loses:
 * first nobody may be able to pay any more (it is marked, so no new payment is opened, and the
 * open one is canceled at the provider), then its goods are free. If the money was there already, it
 * is an order that was paid, and if the bank has not said yet, it stays and is looked at later.
 *
 * Answers the state it is in then. May be run by several at once and again after any step. Refuses
 * what `cancelPayment` refuses.
 */
export async function closeOrder(orderId: string): Promise<OrderState> {
  const { state, payment } = existing(await orders.doc(orderId).get());
  if (!isAllowed(state, "release")) return state;
  const paid = payment === null ? "canceled" : await cancelPayment(payment);
  return decide(async (read) => {
    const [order] = await read(orders.doc(orderId));
    const current = existing(order);
    if (!isAllowed(current.state, "release")) return { answer: current.state };
    if (paid !== "canceled" || current.payment !== payment) {
      // A bank may take days, and says when it is done.
      const later = stamp(paid === "processing" ? HOUR : CLOSING);
      const writes = [update(order, { closeAt: later })];
      return { answer: current.state, writes };
    }
    const answer = next(current.state, "release");
    return { answer, ...(await releaseOrder(read, order, current, "release")) };
  });
}
