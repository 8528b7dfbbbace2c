import { callable } from "../core/callable.ts";
import { decide, update } from "../core/decide.ts";
import { OrderReference } from "./inputs.ts";
import { restCancelled } from "./order/mails.ts";
import { existing } from "./order/ownOrder.ts";
import { toShip } from "./order/parcels.ts";
import { orders } from "./order/schema.ts";
import { next } from "./order/states.ts";
import { happened } from "./order/timeline.ts";
import { writeToCustomer } from "./order/writeToCustomer.ts";
import { release } from "./stock/moves.ts";
import { readShelves } from "./stock/shelf.ts";

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
          ...writeToCustomer(
            current,
            "rest-cancelled",
            order.id,
            restCancelled(current, withdrawn),
          ),
        ],
      };
    }),
);
