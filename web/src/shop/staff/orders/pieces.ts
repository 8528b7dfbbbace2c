import type { Order } from "kindling-client";

/** Pieces of a line: of an order, in a parcel. */
export type Pieces = Order["withdrawn"][number];

/** What is still to be shipped. */
export const toShip = (order: Order): Pieces[] =>
  order.lines
    .map(({ sku, quantity }) => ({
      sku,
      quantity: quantity - piecesOf(sku, shipped(order)) - piecesOf(sku, order.withdrawn),
    }))
    .filter(isSome);

/** What was shipped and has not come back. */
export const toReturn = (order: Order): Pieces[] =>
  order.lines
    .map(({ sku }) => ({
      sku,
      quantity: piecesOf(sku, shipped(order)) - piecesOf(sku, returned(order)),
    }))
    .filter(isSome);

export const shipped = ({ shipments }: Order): Pieces[] => shipments.flatMap(({ lines }) => lines);

export const returned = ({ returns }: Order): Pieces[] => returns.flatMap(({ lines }) => lines);

/** How many of a SKU are among these. */
export const piecesOf = (wanted: string, pieces: readonly Pieces[]): number =>
  pieces.reduce((sum, { sku, quantity }) => sum + (sku === wanted ? quantity : 0), 0);

const isSome = ({ quantity }: Pieces): boolean => quantity > 0;

/** What a SKU is called in the order. */
export const nameIn = ({ lines }: Order, wanted: string): string =>
  lines.find(({ sku }) => sku === wanted)?.name ?? wanted;
