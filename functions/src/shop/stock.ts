import type { DocumentSnapshot } from "firebase-admin/firestore";
import { stamp } from "../core/clock.ts";
import { create, type Read, update, type Write } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import {
  type Availability,
  type Stock,
  stock,
  stockMovements,
  type Variant,
  variants,
} from "./schema.ts";

/** A line's worth of one SKU: its stock and its variant as they were read. */
export interface Shelf {
  stock: DocumentSnapshot<Stock>;
  variant: DocumentSnapshot<Variant>;
}

/**
 * The shelves of `skus`, in that order, in one reading: what a variant says of its stock must not
 * be older than the stock. Billed two reads each.
 */
export async function readShelves(read: Read, skus: readonly string[]): Promise<Shelf[]> {
  const found = await read(
    ...skus.map((sku) => stock.doc(sku)),
    ...skus.map((sku) => variants.doc(sku)),
  );
  return skus.map((_, index) => ({
    stock: found[index] as Shelf["stock"],
    variant: found[skus.length + index] as Shelf["variant"],
  }));
}

/** How many may still be sold. */
export const sellable = ({ onHand, reserved }: Stock): number => onHand - reserved;

/** What customers are told of it. */
export function labelOf(stock: Stock): Availability {
  const left = sellable(stock);
  if (left <= 0) return "out_of_stock";
  return left <= stock.lowAt ? "low" : "in_stock";
}

/**
 * Promises `quantity` of a shelf to an order.
 * Refuses `failed-precondition`/`out-of-stock` with the `line` (its SKU) and how many are `left`.
 */
export function reserve({ stock, variant }: Shelf, quantity: number): Write[] {
  const current = stock.data();
  const left = current ? sellable(current) : 0;
  if (!current || left < quantity) {
    const name = variant.data()?.name ?? stock.id;
    const sentence = left > 0 ? `Only ${left} of ${name} left.` : `${name} is sold out.`;
    refuse("failed-precondition", "out-of-stock", sentence, { line: stock.id, left });
  }
  const reserved = current.reserved + quantity;
  return [update(stock, { reserved }), ...relabel(variant, { ...current, reserved })];
}

/**
 * Puts `quantity` new pieces on a shelf and into the ledger. `movement` is the ledger's entry as it
 * was read, its id the delivery's: the same delivery, received twice, is counted once.
 */
export function receive(
  { stock, variant }: Shelf,
  movement: DocumentSnapshot,
  quantity: number,
  lowAt: number,
): Write[] {
  if (movement.exists) return [];
  const current = stock.data() ?? { onHand: 0, reserved: 0, lowAt };
  const next = { ...current, onHand: current.onHand + quantity, lowAt };
  return [keep(stock, next), enter(movement, stock.id, quantity), ...relabel(variant, next)];
}

/** The ledger's entry of what a SKU began with: one a SKU, whoever puts it into the catalogue. */
export const openingOf = (sku: string) => stockMovements.doc(`opening-${sku}`);

/** Writes a shelf as it is now. Its label is to follow in the same commit. */
export const keep = (stock: DocumentSnapshot<Stock>, next: Stock): Write =>
  stock.exists ? update(stock, next) : create(stock.ref, next);

/** Enters `quantity` new pieces into the ledger, under the id of a movement that was not there. */
export const enter = (movement: DocumentSnapshot, sku: string, quantity: number): Write =>
  create(stockMovements.doc(movement.id), {
    sku,
    kind: "received",
    onHand: quantity,
    reference: movement.id,
    at: stamp(),
  });

/** Changes the public label when the stock has crossed a line, and writes nothing otherwise. */
function relabel(variant: DocumentSnapshot<Variant>, next: Stock): Write[] {
  const availability = labelOf(next);
  if (!variant.exists || variant.data()?.availability === availability) return [];
  return [update(variant, { availability })];
}
