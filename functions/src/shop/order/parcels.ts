import { refuse } from "../../core/refuse.ts";
import type { Order } from "./schema.ts";

/** Pieces of a SKU: in a parcel, in an order, still to come. */
export interface Pieces {
  sku: string;
  quantity: number;
}

/** What of an order is still to leave the house. */
export const toShip = ({ lines, shipments, withdrawn }: Order): Pieces[] =>
  less(lines, [...shipments.flatMap((parcel) => parcel.lines), ...withdrawn]);

/** What of an order its customer has. */
export const toReturn = ({ shipments, returns }: Order): Pieces[] =>
  less(
    shipments.flatMap((parcel) => parcel.lines),
    returns.flatMap((parcel) => parcel.lines),
  );

/**
 * What is left of `from` without `parcel`.
 * Refuses `failed-precondition`/`too-many` with the `line` (its SKU) and how many are `left`.
 */
export function without(from: readonly Pieces[], parcel: readonly Pieces[]): Pieces[] {
  for (const { sku, quantity } of parcel) {
    const left = from.find((pieces) => pieces.sku === sku)?.quantity ?? 0;
    if (quantity > left) {
      const sentence = `Only ${left} of ${sku} can be in this parcel.`;
      refuse("failed-precondition", "too-many", sentence, { line: sku, left });
    }
  }
  return less(from, parcel);
}

/** Each SKU once, without those of which nothing is left. */
function less(from: readonly Pieces[], taken: readonly Pieces[]): Pieces[] {
  const left = new Map<string, number>();
  for (const { sku, quantity } of from) left.set(sku, (left.get(sku) ?? 0) + quantity);
  for (const { sku, quantity } of taken) left.set(sku, (left.get(sku) ?? 0) - quantity);
  return [...left]
    .filter(([, quantity]) => quantity > 0)
    .map(([sku, quantity]) => ({ sku, quantity }));
}
