import { callable } from "../core/callable.ts";
import { decide } from "../core/decide.ts";
import { fingerprintOf, idOf, refuseOtherInput } from "../core/id.ts";
import { refuse } from "../core/refuse.ts";
import { AdjustStock } from "./inputs.ts";
import { stock, stockMovements, variants } from "./schema.ts";
import { adjust } from "./stock/moves.ts";

/**
 * Brings the books in line with the shelf after a count, a loss or a find. Calling again with the
 * same `requestId` counts it once. Answers `{ onHand }`.
 * For inventory managers. Refuses `not-found`/`no-such-stock`, `failed-precondition`/`promised`
 * (with how many are `reserved`) where fewer would be left than orders have been promised, and
 * `already-exists`/`request-id-reused`.
 */
export const adjustStock = callable(
  { access: ["inventory_manager"], input: AdjustStock },
  ({ requestId, sku, difference, reason }, caller) =>
    decide(async (read) => {
      const [shelf, variant, movement] = await read(
        stock.doc(sku),
        variants.doc(sku),
        stockMovements.doc(idOf("adjustment", caller.uid, requestId)),
      );
      const current = shelf.data();
      if (!current) refuse("not-found", "no-such-stock", `There is no stock of ${sku}.`, { sku });
      const entered = movement.data();
      if (entered) {
        const first = { sku: entered.sku, difference: entered.onHand, reason: entered.reference };
        refuseOtherInput(fingerprintOf(first), fingerprintOf({ sku, difference, reason }));
        return { answer: { onHand: current.onHand } };
      }
      const onHand = current.onHand + difference;
      if (onHand < current.reserved) {
        const { reserved } = current;
        const sentence = `${reserved} of ${sku} are promised to orders: cancel some first.`;
        refuse("failed-precondition", "promised", sentence, { sku, reserved });
      }
      return {
        answer: { onHand },
        writes: adjust({ stock: shelf, variant }, movement, difference, reason),
      };
    }),
);
