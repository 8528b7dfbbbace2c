import type { DocumentSnapshot } from "firebase-admin/firestore";
import type { Caller } from "../core/caller.ts";
import { now } from "../core/clock.ts";
import { create, type Read, update, type Write } from "../core/decide.ts";
import { charge } from "../core/limits.ts";
import { formatMoney, percentOf } from "../core/money.ts";
import { refuse } from "../core/refuse.ts";
import { currency } from "./rates.ts";
import { type Coupon, coupons, type Redemption, redemptions } from "./schema.ts";

/** A coupon and how often one person has used it, as they were read. */
export interface CouponInHand {
  coupon: DocumentSnapshot<Coupon>;
  redemption: DocumentSnapshot<Redemption>;
}

/** A person names few coupons an hour; a script that guesses codes would like to name more. */
export const COUPON_LIMIT = { calls: 60, seconds: 3600 };

/**
 * Counts that somebody names a coupon, before anybody looks whether there is one; `request` tells
 * requests apart. Billed one read and one write; nothing without a code. Refuses
 * `unauthenticated`/`signed-out` and `resource-exhausted`/`too-many-requests` over 60 an hour.
 */
export async function nameCoupon(
  code: string | undefined,
  caller: Caller | undefined,
  request?: string,
): Promise<void> {
  if (code === undefined) return;
  if (!caller) refuse("unauthenticated", "signed-out", "Sign in to use a coupon.");
  await charge("shop.coupons", caller.uid, COUPON_LIMIT, request);
}

/** Billed two reads; nothing without a code. */
export async function readCoupon(
  read: Read,
  code: string | null | undefined,
  uid: string,
): Promise<CouponInHand | undefined> {
  if (!code) return undefined;
  const [coupon, redemption] = await read(coupons.doc(code), redemptions(code).doc(uid));
  return { coupon, redemption };
}

/**
 * What a coupon takes off goods worth `goods`, in minor units.
 * Refuses `failed-precondition`: `coupon-not-valid` if there is none of that code, or not now;
 * `coupon-minimum` with the `minimum`; `coupon-used-up`.
 */
export function discountOf(coupon: Coupon | undefined, goods: number): number {
  const at = now().getTime();
  if (!coupon?.active || at < coupon.startsAt.toMillis() || at >= coupon.endsAt.toMillis()) {
    refuse("failed-precondition", "coupon-not-valid", "This coupon is not valid.");
  }
  const { kind, value, minimum, uses, maxUses } = coupon;
  if (maxUses !== null && uses >= maxUses) {
    refuse("failed-precondition", "coupon-used-up", "This coupon has been used up.");
  }
  if (goods < minimum) {
    const sentence = `This coupon is for orders from ${formatMoney(minimum, currency)}.`;
    refuse("failed-precondition", "coupon-minimum", sentence, { minimum });
  }
  return kind === "percent" ? percentOf(goods, value) : value;
}

/**
 * Counts a use of a coupon that `discountOf` has let pass, in the commit of the order.
 * Refuses `failed-precondition`/`coupon-used` to who has used it often enough, and
 * `permission-denied`/`coupon-needs-account` for one that is counted by person, to guests: they
 * would be somebody new each time.
 */
export function redeem(inHand: CouponInHand | undefined, caller: Caller): Write[] {
  const perUser = inHand?.coupon.data()?.maxUsesPerUser ?? null;
  if (perUser !== null && !caller.verified) {
    const sentence = "This coupon is for accounts with a confirmed address.";
    refuse("permission-denied", "coupon-needs-account", sentence);
  }
  if (perUser !== null && (inHand?.redemption.data()?.uses ?? 0) >= perUser) {
    refuse("failed-precondition", "coupon-used", "You have used this coupon already.");
  }
  return count(inHand, 1);
}

/** Whether a use that was given back can be had again. */
export function isLeft(inHand: CouponInHand | undefined): boolean {
  const current = inHand?.coupon.data();
  if (!current) return true;
  const { uses, maxUses, maxUsesPerUser } = current;
  const own = inHand?.redemption.data()?.uses ?? 0;
  return (maxUses ?? Infinity) > uses && (maxUsesPerUser ?? Infinity) > own;
}

/**
 * Takes a use (1) or gives it back (−1). What is not limited is not counted: nobody waits for it.
 * Neither is what was taken before there was a limit: it can't be given back.
 */
export function count(inHand: CouponInHand | undefined, by: 1 | -1): Write[] {
  const current = inHand?.coupon.data();
  if (!inHand || !current) return [];
  const { coupon, redemption } = inHand;
  const writes: Write[] = [];
  const uses = current.uses + by;
  if (current.maxUses !== null && uses >= 0) writes.push(update(coupon, { uses }));
  const own = (redemption.data()?.uses ?? 0) + by;
  if (current.maxUsesPerUser !== null && own >= 0) {
    writes.push(
      redemption.exists ? update(redemption, { uses: own }) : create(redemption.ref, { uses: own }),
    );
  }
  return writes;
}
