import { callable } from "../core/callable.ts";
import { stamp } from "../core/clock.ts";
import { decide, merge, update, type Write } from "../core/decide.ts";
import { OrderReference } from "./inputs.ts";
import { orderDelivered } from "./order/mails.ts";
import { existing } from "./order/ownOrder.ts";
import { type Order, orders } from "./order/schema.ts";
import { next } from "./order/states.ts";
import { happened } from "./order/timeline.ts";
import { writeToCustomer } from "./order/writeToCustomer.ts";
import { purchasesOf } from "./schema.ts";

/**
 * Notes that all of an order has arrived; from then on its customer may review what was in it.
 * Calling again changes nothing. Answers `{ orderId, state }`.
 * For order managers. Refuses `not-found`/`no-such-order` and `failed-precondition`/`wrong-state`.
 */
export const deliverOrder = callable(
  { access: ["order_manager"], input: OrderReference },
  ({ orderId }) =>
    decide(async (read) => {
      const [order] = await read(orders.doc(orderId));
      const current = existing(order);
      const state = next(current.state, "deliver");
      const answer = { orderId, state };
      if (state === current.state) return { answer };
      return {
        answer,
        writes: [
          update(order, { state, timeline: happened(current, "delivered") }),
          ...purchasesOfOrder(current, order.id),
          ...writeToCustomer(current, "order-delivered", order.id, orderDelivered(current)),
        ],
      };
    }),
);

/** A customer has a product or hasn't, however often they buy it: the last order counts. */
function purchasesOfOrder({ uid, lines }: Order, orderId: string): Write[] {
  const products = new Set(lines.map(({ productId }) => productId));
  const purchase = { orderId, deliveredAt: stamp() };
  return [...products].map((product) => merge(purchasesOf(uid).doc(product), purchase));
}
