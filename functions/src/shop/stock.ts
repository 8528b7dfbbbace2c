import type { DocumentSnapshot } from "firebase-admin/firestore";
import { create, type Read, update, type Write } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { enter, type Movement } from "./ledger.ts";
import { lowStockAlert } from "./lowStockAlert.ts";
import { type Availability, type Stock, stock, type Variant, variants } from "./schema.ts";

/** A line's worth of one SKU: its stock and its variant as they were read. */
export interface Shelf {
  stock: DocumentSnapshot<Stock>;
  variant: DocumentSnapshot<Variant>;
}

/** Pieces more or, negative, fewer. */
interface Change {
  onHand?: number;
  reserved?: number;
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
export function reserve(shelf: Shelf, quantity: number): Write[] {
  const { stock, variant } = shelf;
  const current = stock.data();
  const left = current ? sellable(current) : 0;
  if (left < quantity) {
    const name = variant.data()?.name ?? stock.id;
    const sentence = left > 0 ? `Only ${left} of ${name} left.` : `${name} is sold out.`;
    refuse("failed-precondition", "out-of-stock", sentence, { line: stock.id, left });
  }
  return change(shelf, { reserved: quantity });
}

/** Takes back what was promised to an order that will not be shipped. */
export const release = (shelf: Shelf, quantity: number): Write[] =>
  change(shelf, { reserved: -quantity });

/** Sends out what was promised to an order. */
export const dispatch = (shelf: Shelf, quantity: number, parcel: string): Write[] => [
  ...change(shelf, { onHand: -quantity, reserved: -quantity }),
  enter({ sku: shelf.stock.id, kind: "shipped", onHand: -quantity, reference: parcel }),
];

/** Takes back what an order was sent. */
export const restock = (shelf: Shelf, quantity: number, parcel: string): Write[] => [
  ...change(shelf, { onHand: quantity }),
  enter({ sku: shelf.stock.id, kind: "returned", onHand: quantity, reference: parcel }),
];

/**
 * Puts `quantity` new pieces on a shelf and into the ledger. `movement` is the ledger's entry as it
 * was read, its id the delivery's: the same delivery, received twice, is counted once.
 */
export function receive(
  shelf: Shelf,
  movement: DocumentSnapshot,
  quantity: number,
  lowAt: number,
): Write[] {
  if (movement.exists) return [];
  const entry: Movement = {
    sku: shelf.stock.id,
    kind: "received",
    onHand: quantity,
    reference: movement.id,
  };
  return [...change(shelf, { onHand: quantity }, lowAt), enter(entry, movement.id)];
}

/** Brings a shelf's stock in line with what is there. What is promised must stay there. */
export function adjust(
  shelf: Shelf,
  movement: DocumentSnapshot,
  difference: number,
  reason: string,
): Write[] {
  const sku = shelf.stock.id;
  return [
    ...change(shelf, { onHand: difference }),
    enter({ sku, kind: "adjusted", onHand: difference, reference: reason }, movement.id),
  ];
}

/** Whether a shelf's numbers can be: `0 ≤ reserved ≤ onHand`. */
const holds = ({ onHand, reserved }: Stock): boolean => 0 <= reserved && reserved <= onHand;

/** The one place where stock changes. */
function change({ stock, variant }: Shelf, by: Change, lowAt?: number): Write[] {
  const before = stock.data() ?? { onHand: 0, reserved: 0, lowAt: 0 };
  const after: Stock = {
    ...before,
    onHand: before.onHand + (by.onHand ?? 0),
    reserved: before.reserved + (by.reserved ?? 0),
    lowAt: lowAt ?? before.lowAt,
  };
  if (!holds(after)) throw new Error(`${stock.id} would have ${JSON.stringify(after)}`);
  const alert = lowStockAlert(stock.id, variant.data()?.name, before, after);
  const next = alert ? { ...after, alertedAt: alert.at } : after;
  return [
    stock.exists ? update(stock, next) : create(stock.ref, next),
    ...relabel(variant, next),
    ...(alert ? [alert.mail] : []),
  ];
}

/** Changes the public label when the stock has crossed a line, and writes nothing otherwise. */
function relabel(variant: DocumentSnapshot<Variant>, next: Stock): Write[] {
  const availability = labelOf(next);
  if (!variant.exists || variant.data()?.availability === availability) return [];
  return [update(variant, { availability })];
}
