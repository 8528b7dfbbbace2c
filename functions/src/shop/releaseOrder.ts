import { type DocumentSnapshot, FieldValue } from "firebase-admin/firestore";
import { type Read, update, type Write } from "../core/decide.ts";
import { count, readCoupon } from "./coupons.ts";
import { next } from "./orderStates.ts";
import type { Order } from "./schema.ts";
import { readShelves, release } from "./stock.ts";
import { happened } from "./timeline.ts";

/** Takes back what is promised to an order of which nothing has left the house. */
export async function releaseGoods(read: Read, { lines }: Order): Promise<Write[]> {
  const shelves = await readShelves(
    read,
    lines.map(({ sku }) => sku),
  );
  return shelves.flatMap((shelf, index) => release(shelf, lines[index]?.quantity ?? 0));
}

/**
 * The last step for an order that will not be paid (`release`) or whose money came while it was
 * being cancelled (`settle`): its goods and its coupon are free again.
 */
export async function releaseOrder(
  read: Read,
  order: DocumentSnapshot<Order>,
  current: Order,
  action: "release" | "settle",
): Promise<Write[]> {
  const state = next(current.state, action);
  const timeline = happened(current, state === "expired" ? "expired" : "cancelled");
  const coupon = await readCoupon(read, current.coupon, current.uid);
  return [
    update(order, { state, timeline, closeAt: FieldValue.delete() }),
    ...(await releaseGoods(read, current)),
    ...count(coupon, -1),
  ];
}
