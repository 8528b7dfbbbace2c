import type * as z from "zod";
import { callable } from "../core/callable.ts";
import { stamp } from "../core/clock.ts";
import { decide, update } from "../core/decide.ts";
import { fingerprintOf, idOf, refuseOtherInput } from "../core/id.ts";
import { refuse } from "../core/refuse.ts";
import { ShipOrder } from "./inputs.ts";
import { orderShipped } from "./order/mails.ts";
import { existing } from "./order/ownOrder.ts";
import { type Pieces, toShip, without } from "./order/parcels.ts";
import { MAX_PARCELS, orders, type Shipment } from "./order/schema.ts";
import { next } from "./order/states.ts";
import { happened } from "./order/timeline.ts";
import { writeToCustomer } from "./order/writeToCustomer.ts";
import { dispatch } from "./stock/moves.ts";
import { readShelves } from "./stock/shelf.ts";

/**
 * Sends off a parcel with part or all of what an order still waits for: the goods leave the stock,
 * the customer is told carrier and tracking number. Calling again with the same `requestId` sends
 * nothing twice. Answers `{ orderId, state, shipmentId }`.
 *
 * For order managers. Refuses `not-found`/`no-such-order`, `failed-precondition` with `wrong-state`,
 * `refunded` (all that was paid), `too-many` (`line`, `left`: of each line no more may be sent than was ordered) or
 * `too-many-parcels`, and `already-exists`/`request-id-reused`.
 */
export const shipOrder = callable(
  { access: ["order_manager"], input: ShipOrder },
  ({ requestId, orderId, ...request }) =>
    decide(async (read) => {
      const [order] = await read(orders.doc(orderId));
      const current = existing(order);
      const shipmentId = idOf("shipment", orderId, requestId);
      const sent = current.shipments.find(({ id }) => id === shipmentId);
      if (sent) {
        refuseOtherInput(contentsOf(sent, request.lines), contentsOf(request, request.lines));
        return { answer: { orderId, state: current.state, shipmentId } };
      }
      next(current.state, "ship", "part_shipped");
      if (current.totals.total > 0 && current.refunded >= current.totals.total) {
        refuse("failed-precondition", "refunded", "All of it has been refunded: cancel the order.");
      }
      if (current.shipments.length >= MAX_PARCELS) {
        refuse("failed-precondition", "too-many-parcels", `At most ${MAX_PARCELS} parcels.`);
      }
      const waiting = toShip(current);
      const lines = request.lines ?? waiting;
      const left = without(waiting, lines);
      const state = next(current.state, "ship", left.length > 0 ? "part_shipped" : "shipped");
      const shelves = await readShelves(read, lines);
      const shipment = shipmentOf(shipmentId, lines, request);
      return {
        answer: { orderId, state, shipmentId },
        writes: [
          update(order, {
            state,
            shipments: [...current.shipments, shipment],
            timeline: happened(current, "shipped"),
          }),
          ...shelves.flatMap((shelf) => dispatch(shelf, shipmentId)),
          ...writeToCustomer(current, "order-shipped", shipmentId, orderShipped(current, shipment)),
        ],
      };
    }),
);

type Request = Omit<z.output<typeof ShipOrder>, "requestId" | "orderId">;

const shipmentOf = (
  id: string,
  lines: Pieces[],
  { carrier, trackingNumber, trackingUrl }: Request,
): Shipment => ({
  id,
  lines,
  carrier,
  trackingNumber,
  trackingUrl: trackingUrl ?? null,
  at: stamp(),
});

/** Which lines it was to have is only compared where they were named. */
const contentsOf = (
  { carrier, trackingNumber, trackingUrl, lines }: Request | Shipment,
  named: Pieces[] | undefined,
): string => fingerprintOf([carrier, trackingNumber, trackingUrl ?? null, named ? lines : null]);
