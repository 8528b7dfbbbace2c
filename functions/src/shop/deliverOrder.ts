import { callable } from "../core/callable.ts";
import { decide, update } from "../core/decide.ts";
import { queueMail } from "../core/mail/queue.ts";
import { orderDelivered } from "./orderMails.ts";
import { next } from "./orderStates.ts";
import { existing } from "./ownOrder.ts";
import { OrderReference, orders } from "./schema.ts";
import { happened } from "./timeline.ts";

/**
 * Notes that all of an order has arrived. Calling again changes nothing. Answers
 * `{ orderId, state }`.
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
          queueMail("order-delivered", order.id, current.email, orderDelivered(current)),
        ],
      };
    }),
);
