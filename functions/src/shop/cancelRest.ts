import { callable } from "../core/callable.ts";
import { decide, update } from "../core/decide.ts";
import { queueMail } from "../core/mail/queue.ts";
import { restCancelled } from "./orderMails.ts";
import { next } from "./orderStates.ts";
import { existing } from "./ownOrder.ts";
import { toShip } from "./parcels.ts";
import { OrderReference, orders } from "./schema.ts";
import { readShelves } from "./shelf.ts";
import { release } from "./stock.ts";
import { happened } from "./timeline.ts";

/**
 * Closes an order of which part has been shipped and the rest can't be: what was promised of it is
 * free again, and the order is as good as shipped. The customer is told; how much goes back is for
 * people to say (`refundOrder`). Calling again changes nothing. Answers `{ orderId, state }`.
 *
 * For order managers. Refuses `not-found`/`no-such-order` and `failed-precondition`/`wrong-state`.
 */
export const cancelRest = callable(
  { access: ["order_manager"], input: OrderReference },
  ({ orderId }) =>
    decide(async (read) => {
      const [order] = await read(orders.doc(orderId));
      const current = existing(order);
      if (current.withdrawn.length > 0) return { answer: { orderId, state: current.state } };
      const state = next(current.state, "cancel_rest");
      const withdrawn = toShip(current);
      const { joint, writes } = release(await readShelves(read, withdrawn));
      return {
        answer: { orderId, state },
        joint,
        writes: [
          update(order, { state, withdrawn, timeline: happened(current, "rest_cancelled") }),
          ...writes,
          queueMail("rest-cancelled", order.id, current.email, restCancelled(current, withdrawn)),
        ],
      };
    }),
);
