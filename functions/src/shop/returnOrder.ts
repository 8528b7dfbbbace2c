import { callable } from "../core/callable.ts";
import { stamp } from "../core/clock.ts";
import { decide, update } from "../core/decide.ts";
import { fingerprintOf, idOf, refuseOtherInput } from "../core/id.ts";
import { refuse } from "../core/refuse.ts";
import { ReturnOrder } from "./inputs.ts";
import { existing } from "./order/ownOrder.ts";
import { type Pieces, toReturn, toShip, without } from "./order/parcels.ts";
import { MAX_PARCELS, type Order, type OrderState, orders } from "./order/schema.ts";
import { next } from "./order/states.ts";
import { happened } from "./order/timeline.ts";
import { restock } from "./stock/moves.ts";
import { readShelves } from "./stock/shelf.ts";

/**
 * Takes goods of an order back, onto the shelf where they can be sold again. Calling again with
 * the same `requestId` takes nothing back twice. Money is another matter: `refundOrder`. Answers
 * `{ orderId, state }`.
 *
 * For order managers. Refuses `not-found`/`no-such-order`, `failed-precondition` with `wrong-state`,
 * `too-many` (`line`, `left`: no more may come back than was sent) or `too-many-parcels`, and
 * `already-exists`/`request-id-reused`.
 */
export const returnOrder = callable(
  { access: ["order_manager"], input: ReturnOrder },
  ({ requestId, orderId, lines, restock: restocked }) =>
    decide(async (read) => {
      const [order] = await read(orders.doc(orderId));
      const current = existing(order);
      const id = idOf("return", orderId, requestId);
      const taken = current.returns.find((parcel) => parcel.id === id);
      if (taken) {
        const first = fingerprintOf({ lines: taken.lines, restocked: taken.restocked });
        refuseOtherInput(first, fingerprintOf({ lines, restocked }));
        return { answer: { orderId, state: current.state } };
      }
      next(current.state, "return", current.state);
      if (current.returns.length >= MAX_PARCELS) {
        refuse("failed-precondition", "too-many-parcels", `At most ${MAX_PARCELS} parcels.`);
      }
      const shelves = restocked ? await readShelves(read, lines) : [];
      const kept = without(toReturn(current), lines);
      const state = next(current.state, "return", stateWith(current, kept));
      return {
        answer: { orderId, state },
        writes: [
          update(order, {
            state,
            returns: [...current.returns, { id, lines, restocked, at: stamp() }],
            timeline: happened(current, "returned"),
          }),
          ...shelves.flatMap((shelf) => restock(shelf, id)),
        ],
      };
    }),
);

/** It is returned when all that was ordered has been sent and has come back. */
function stateWith(order: Order, kept: Pieces[]): OrderState {
  if (kept.length > 0 || toShip(order).length > 0) return order.state;
  return order.refunded >= order.totals.total ? "refunded" : "returned";
}
