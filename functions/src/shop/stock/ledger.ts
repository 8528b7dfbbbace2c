import { stamp } from "../../core/clock.ts";
import { create, type Write } from "../../core/decide.ts";
import { idOf } from "../../core/id.ts";
import { type StockMovement, stockMovements } from "../schema.ts";

/** The entry of what a SKU began with: one a SKU, whoever puts it into the catalogue. */
export const openingOf = (sku: string) => stockMovements.doc(`opening-${sku}`);

export type Movement = Omit<StockMovement, "at">;

/**
 * Enters a movement of stock, in the commit that moves it. Its id stands for its occasion (by
 * default the SKU, kind and reference), so that one occasion is entered once.
 */
export const enter = (
  movement: Movement,
  id = idOf("movement", movement.sku, movement.kind, movement.reference),
): Write => create(stockMovements.doc(id), { ...movement, at: stamp() });
