import type { DocumentSnapshot } from "firebase-admin/firestore";
import { create, type Read, update, type Write } from "../../core/decide.ts";
import { refuse } from "../../core/refuse.ts";
import type { Pieces } from "../order/parcels.ts";
import { type Availability, type Stock, stock, type Variant, variants } from "../schema.ts";
import { lowStockAlert } from "./lowStockAlert.ts";

/** A SKU's stock and its variant as they were read. */
export interface Shelf {
  stock: DocumentSnapshot<Stock>;
  variant: DocumentSnapshot<Variant>;
}

/** A shelf and how many pieces of it a line is about. */
export interface ShelfOfLine extends Shelf {
  quantity: number;
}

/** Pieces more or, negative, fewer. */
export interface Change {
  onHand?: number;
  reserved?: number;
}

/**
 * The shelves of `lines`, in that order, in one reading: what a variant says of its stock must not
 * be older than the stock. Billed two reads each.
 */
export async function readShelves(read: Read, lines: readonly Pieces[]): Promise<ShelfOfLine[]> {
  const found = await read(
    ...lines.map(({ sku }) => stock.doc(sku)),
    ...lines.map(({ sku }) => variants.doc(sku)),
  );
  return lines.map(({ quantity }, index) => ({
    stock: found[index] as Shelf["stock"],
    variant: found[lines.length + index] as Shelf["variant"],
    quantity,
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
 * The numbers after a change: `0 ≤ reserved ≤ onHand`. Refuses `failed-precondition`/`out-of-stock`,
 * where more would be reserved than is left, with the `line` (its SKU) and how many are `left`.
 */
export function changed({ stock, variant }: Shelf, by: Change, current = stock.data()): Stock {
  const { onHand = 0, reserved = 0 } = by;
  const before = current ?? EMPTY;
  const left = sellable(before);
  if (reserved > left) {
    const name = variant.data()?.name ?? stock.id;
    const sentence = left > 0 ? `Only ${left} of ${name} left.` : `${name} is sold out.`;
    refuse("failed-precondition", "out-of-stock", sentence, { line: stock.id, left });
  }
  const after = { ...before, onHand: before.onHand + onHand, reserved: before.reserved + reserved };
  if (after.reserved < 0 || after.reserved > after.onHand) {
    throw new Error(`${stock.id} would have ${after.reserved} reserved of ${after.onHand}`);
  }
  return after;
}

/** Writes a SKU's stock as it is now, with the label and the alert that follow from it. */
export function put({ stock, variant }: Shelf, after: Stock): Write[] {
  const alert = lowStockAlert(stock.id, variant.data()?.name, stock.data() ?? EMPTY, after);
  const next = alert ? { ...after, alertedAt: alert.at } : after;
  return [keep(stock, next), ...relabel(variant, next), ...(alert ? [alert.mail] : [])];
}

/** Writes a SKU's stock as it is now. The label is to follow in the same commit. */
export const keep = (stock: DocumentSnapshot<Stock>, next: Stock): Write =>
  stock.exists ? update(stock, next) : create(stock.ref, next);

/** A SKU that has never been delivered. */
export const EMPTY: Stock = { onHand: 0, reserved: 0, lowAt: 0 };

/** Changes the public label when the stock has crossed a line, and writes nothing otherwise. */
function relabel(variant: DocumentSnapshot<Variant>, next: Stock): Write[] {
  const availability = labelOf(next);
  if (!variant.exists || variant.data()?.availability === availability) return [];
  return [update(variant, { availability })];
}
