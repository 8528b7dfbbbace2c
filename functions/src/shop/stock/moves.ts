import type { DocumentSnapshot } from "firebase-admin/firestore";
import type { Write } from "../../core/decide.ts";
import type { Joint } from "../../core/together.ts";
import { type Stock, variants } from "../schema.ts";
import { enter, type Movement } from "./ledger.ts";
import { type Change, changed, put, type Shelf, type ShelfOfLine } from "./shelf.ts";

/** What a decision does to several shelves. */
export interface StockPart {
  writes: Write[];
  /** Of the one among them that is hot. */
  joint?: Joint;
}

/**
 * Promises goods to an order.
 * Refuses `failed-precondition`/`out-of-stock` with the `line` (its SKU) and how many are `left`.
 */
export const reserve = (shelves: readonly ShelfOfLine[]): StockPart =>
  promise(shelves, (quantity) => ({ reserved: quantity }));

/** Takes back what was promised to an order that will not be shipped. */
export const release = (shelves: readonly ShelfOfLine[]): StockPart =>
  promise(shelves, (quantity) => ({ reserved: -quantity }));

/** Sends out what was promised to an order. */
export const dispatch = ({ quantity, ...shelf }: ShelfOfLine, parcel: string): Write[] => [
  ...put(shelf, changed(shelf, { onHand: -quantity, reserved: -quantity })),
  enter({ sku: shelf.stock.id, kind: "shipped", onHand: -quantity, reference: parcel }),
];

/** Takes back what an order was sent. */
export const restock = ({ quantity, ...shelf }: ShelfOfLine, parcel: string): Write[] => [
  ...put(shelf, changed(shelf, { onHand: quantity })),
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
  settings: Pick<Stock, "lowAt" | "hot">,
): Write[] {
  if (movement.exists) return [];
  const entry: Movement = {
    sku: shelf.stock.id,
    kind: "received",
    onHand: quantity,
    reference: movement.id,
  };
  const after = { ...changed(shelf, { onHand: quantity }), ...settings };
  return [...put(shelf, after), enter(entry, movement.id)];
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
    ...put(shelf, changed(shelf, { onHand: difference })),
    enter({ sku, kind: "adjusted", onHand: difference, reference: reason }, movement.id),
  ];
}

/**
 * A hot shelf is written by groups, as long as it is the only one in the decision: a commit for a
 * group can wait for one document, not for two that others wait for the other way round.
 */
function promise(shelves: readonly ShelfOfLine[], by: (quantity: number) => Change): StockPart {
  const hot = shelves.filter(({ stock }) => stock.data()?.hot === true);
  const part: StockPart = { writes: [] };
  for (const shelf of shelves) {
    const change = by(shelf.quantity);
    const after = changed(shelf, change);
    if (hot.length === 1 && hot[0] === shelf) part.joint = jointly(shelf, change);
    else part.writes.push(...put(shelf, after));
  }
  return part;
}

const jointly = (shelf: Shelf, by: Change): Joint<Stock> => ({
  ref: shelf.stock.ref,
  apply: (current) => changed(shelf, by, current),
  write: async (before, after) =>
    put({ stock: before, variant: await variants.doc(before.id).get() }, after),
});
