import { randomUUID } from "node:crypto";
import { DAY, stamp } from "../../../functions/src/core/clock.ts";
import { placeOrder } from "../../../functions/src/shop/placeOrder.ts";
import { Coupon, coupons, redemptions } from "../../../functions/src/shop/schema.ts";
import { call, customer } from "../../support/call.ts";
import type { Placed } from "./orders.ts";
import { shelve, shipTo } from "./shelf.ts";

/** A coupon of 1.00 that anybody may use once, five times in all. Answers its code. */
export async function issue(fields: Partial<Coupon> = {}): Promise<string> {
  const code = `C-${randomUUID().slice(0, 8).toUpperCase()}`;
  const coupon = Coupon.parse({
    kind: "fixed",
    value: 100,
    minimum: 0,
    startsAt: stamp(-DAY),
    endsAt: stamp(DAY),
    maxUses: 5,
    maxUsesPerUser: 1,
    uses: 0,
    active: true,
    createdAt: stamp(),
    updatedAt: stamp(),
    ...fields,
  });
  await coupons.doc(code).set(coupon);
  return code;
}

/** Somebody orders two pieces with a coupon. */
export async function placeWith(coupon: string): Promise<Placed> {
  const [person, sku] = [customer(), await shelve(10)];
  const lines = [{ sku, quantity: 2 }];
  const input = { requestId: randomUUID(), lines, shipTo, coupon };
  const { orderId } = await call(placeOrder, person, input);
  return { person, orderId, sku };
}

/** How often a coupon counts as used: in all, and by one person. */
export async function usesOf(code: string, uid: string): Promise<(number | undefined)[]> {
  const [coupon, own] = [await coupons.doc(code).get(), await redemptions(code).doc(uid).get()];
  return [coupon.data()?.uses, own.data()?.uses];
}
