import { callable } from "../core/callable.ts";
import type { Caller } from "../core/caller.ts";
import { stamp } from "../core/clock.ts";
import { type Decision, decide, type Read, update } from "../core/decide.ts";
import { idOf } from "../core/id.ts";
import { refundable, requestRefund } from "../core/payments/requestRefund.ts";
import { payments } from "../core/payments/schema.ts";
import { stripeSecretKey } from "../core/settings.ts";
import { OrderReference } from "./inputs.ts";
import { CLOSING, closeOrder } from "./order/closeOrder.ts";
import { orderCancelled } from "./order/mails.ts";
import { ownOrManaged } from "./order/ownOrder.ts";
import { type OrderState, orders } from "./order/schema.ts";
import { next } from "./order/states.ts";
import { happened } from "./order/timeline.ts";
import { writeToCustomer } from "./order/writeToCustomer.ts";
import { release } from "./stock/moves.ts";
import { readShelves } from "./stock/shelf.ts";

/**
 * Cancels an order of which nothing has been shipped: its goods are free again, and what has been
 * paid goes back. For its customer and for order managers. Answers `{ orderId, state }`; calling
 * again answers the same, and goes on where the first call may have died.
 *
 * Refuses `not-found`/`no-such-order` (another's too), `failed-precondition`/`wrong-state`, and
 * `unavailable`/`provider-unavailable`, after which a sweep ends what was begun.
 */
export const cancelOrder = callable(
  { access: "signed-in", input: OrderReference, options: { secrets: [stripeSecretKey] } },
  async ({ orderId }, caller) => {
    const state = await decide((read) => cancel(read, orderId, caller));
    return { orderId, state: state === "cancelling" ? await closeOrder(orderId) : state };
  },
);

async function cancel(read: Read, orderId: string, caller: Caller): Promise<Decision<OrderState>> {
  const [order] = await read(orders.doc(orderId));
  const current = await ownOrManaged(order, caller);
  // Also when the money is back: then it is refunded.
  const isDone = current.timeline.some(({ event }) => event === "cancelled");
  if (isDone) return { answer: current.state };
  const state = next(current.state, "cancel");
  if (state === current.state) return { answer: state };
  if (state === "cancelling") {
    return { answer: state, writes: [update(order, { state, closeAt: stamp(CLOSING) })] };
  }
  const [payment] = current.payment ? await read(payments.doc(current.payment)) : [];
  const paid = payment?.data();
  const amount = paid ? refundable(paid) : 0;
  const reason = "The order was cancelled.";
  const { joint, writes } = release(await readShelves(read, current.lines));
  return {
    answer: state,
    joint,
    writes: [
      update(order, { state, timeline: happened(current, "cancelled") }),
      ...writes,
      ...(payment && amount > 0
        ? requestRefund(payment, idOf("refund", order.id, "cancelled"), {
            amount,
            reason,
            by: caller.uid,
          })
        : []),
      ...writeToCustomer(current, "order-cancelled", order.id, orderCancelled(current)),
    ],
  };
}
