import { callable } from "../core/callable.ts";
import { decide } from "../core/decide.ts";
import { fingerprintOf, idOf, refuseOtherInput } from "../core/id.ts";
import { refuse } from "../core/refuse.ts";
import { ReceiveStock } from "./inputs.ts";
import { stock, stockMovements, variants } from "./schema.ts";
import { receive } from "./stock/moves.ts";

/**
 * Puts a delivery of one SKU on the shelf and into the ledger. Calling again with the same
 * `requestId` counts it once. `lowAt`, where given, is from then on the number of pieces at which
 * customers are told "low"; `hot` whether it is sold by groups of orders (see "Hot products" in
 * docs/architecture.md). Answers `{ onHand }`.
 * For inventory managers. Refuses `not-found`/`no-such-variant` and, for another delivery under the
 * same `requestId`, `already-exists`/`request-id-reused`.
 */
export const receiveStock = callable(
  { access: ["inventory_manager"], input: ReceiveStock },
  ({ requestId, sku, quantity, ...settings }, caller) =>
    decide(async (read) => {
      const movementId = idOf("delivery", caller.uid, requestId);
      const [shelf, variant, movement] = await read(
        stock.doc(sku),
        variants.doc(sku),
        stockMovements.doc(movementId),
      );
      if (!variant.exists) refuse("not-found", "no-such-variant", `There is no ${sku}.`, { sku });
      const { onHand, lowAt } = shelf.data() ?? { onHand: 0, lowAt: 0 };
      const received = movement.data();
      if (received) {
        const first = fingerprintOf({ sku: received.sku, quantity: received.onHand });
        refuseOtherInput(first, fingerprintOf({ sku, quantity }));
        return { answer: { onHand } };
      }
      return {
        answer: { onHand: onHand + quantity },
        writes: receive({ stock: shelf, variant }, movement, quantity, { lowAt, ...settings }),
      };
    }),
);
