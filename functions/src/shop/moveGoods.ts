import type { DocumentSnapshot } from "firebase-admin/firestore";
import type { Read, Write } from "../core/decide.ts";
import type { Pieces } from "./parcels.ts";
import type { Order } from "./schema.ts";
import { readShelves, type Shelf } from "./stock.ts";

/**
 * Does `move` with the shelf of each of an order's `pieces`, in a commit that updates the order.
 * The order was read before its shelves: if somebody has moved its goods in between, the numbers
 * don't fit, and the decision is made again. If the order is as it was, the books are wrong, and
 * that is thrown. Billed two reads a piece.
 */
export async function moveGoods(
  read: Read,
  order: DocumentSnapshot<Order>,
  pieces: readonly Pieces[],
  move: (shelf: Shelf, quantity: number) => Write[],
): Promise<Write[]> {
  const shelves = await readShelves(
    read,
    pieces.map(({ sku }) => sku),
  );
  try {
    return shelves.flatMap((shelf, index) => move(shelf, pieces[index]?.quantity ?? 0));
  } catch (error) {
    const [again] = await read(order.ref);
    if (order.updateTime && again.updateTime?.isEqual(order.updateTime)) throw error;
    // The commit rests on the order as it was: it will not go through.
    return [];
  }
}
