import { type DocumentSnapshot, FieldValue } from "firebase-admin/firestore";
import { type Read, update, type Write } from "../core/decide.ts";
import { count, readCoupon } from "./coupons.ts";
import { moveGoods } from "./moveGoods.ts";
import { next } from "./orderStates.ts";
import type { Order } from "./schema.ts";
import { release } from "./stock.ts";
import { happened } from "./timeline.ts";

/** Takes back what is promised to an order of which nothing has left the house. */
export const releaseGoods = (
  read: Read,
  order: DocumentSnapshot<Order>,
  { lines }: Order,
): Promise<Write[]> => moveGoods(read, order, lines, release);

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
    update(order, { state, timeline, payment: current.payment, closeAt: FieldValue.delete() }),
    ...(await releaseGoods(read, order, current)),
    ...count(coupon, -1),
  ];
}
