import { type DocumentSnapshot, FieldValue } from "firebase-admin/firestore";
import { type Read, update } from "../../core/decide.ts";
import { count, readCoupon } from "../coupons.ts";
import { release, type StockPart } from "../stock/moves.ts";
import { readShelves } from "../stock/shelf.ts";
import type { Order } from "./schema.ts";
import { next } from "./states.ts";
import { happened } from "./timeline.ts";

/**
 * The last step for an order that will not be paid (`release`) or whose money came while it was
 * being cancelled (`settle`): its goods and its coupon are free again.
 */
export async function releaseOrder(
  read: Read,
  order: DocumentSnapshot<Order>,
  current: Order,
  action: "release" | "settle",
): Promise<StockPart> {
  const state = next(current.state, action);
  const timeline = happened(current, state === "expired" ? "expired" : "cancelled");
  const coupon = await readCoupon(read, current.coupon, current.uid);
  const { joint, writes } = release(await readShelves(read, current.lines));
  return {
    joint,
    writes: [
      update(order, { state, timeline, payment: current.payment, closeAt: FieldValue.delete() }),
      ...writes,
      ...count(coupon, -1),
    ],
  };
}
