import assert from "node:assert/strict";
import { SECOND, stamp, useClock } from "../../functions/src/core/clock.ts";
import { type CouponInHand, discountOf, isLeft } from "../../functions/src/shop/coupons.ts";
import type { Coupon } from "../../functions/src/shop/schema.ts";
import { refused } from "../support/call.ts";

describe("shop: a coupon as it was read", () => {
  let putBack = () => {};
  beforeEach(() => {
    putBack = useClock(() => new Date("2026-11-22T10:00:00Z"));
  });
  afterEach(() => putBack());

  const couponWith = (fields: Partial<Coupon>): Coupon => ({
    kind: "percent",
    value: 1_000,
    minimum: 20_00,
    startsAt: stamp(-SECOND),
    endsAt: stamp(SECOND),
    maxUses: 3,
    maxUsesPerUser: null,
    uses: 2,
    active: true,
    createdAt: stamp(),
    updatedAt: stamp(),
    ...fields,
  });

  async function refusedWith(reason: string, coupon: Coupon | undefined, goods = 20_00) {
    const attempt = async () => discountOf(coupon, goods);
    const about = await refused(attempt(), "failed-precondition", reason);
    const { message } = await attempt().catch((error) => error);
    return { message, minimum: about.minimum };
  }

  it("takes off a part of the goods, or an amount", () => {
    assert.equal(discountOf(couponWith({}), 20_05), 2_01);
    assert.equal(discountOf(couponWith({ kind: "fixed", value: 5_00 }), 20_05), 5_00);
  });

  it("is valid from its first moment until, and without, its last", async () => {
    const notValid = { message: "This coupon is not valid.", minimum: undefined };
    for (const wrong of [
      undefined,
      couponWith({ active: false }),
      couponWith({ startsAt: stamp(1) }),
      couponWith({ endsAt: stamp(0) }),
    ]) {
      assert.deepEqual(await refusedWith("coupon-not-valid", wrong), notValid);
    }
    assert.equal(discountOf(couponWith({ startsAt: stamp(0), endsAt: stamp(1) }), 20_00), 2_00);
  });

  it("is for orders from so much on", async () => {
    const about = await refusedWith("coupon-minimum", couponWith({}), 19_99);
    const message = "This coupon is for orders from €20.00.";
    assert.deepEqual(about, { message, minimum: 20_00 });
  });

  it("can be used so often, or as often as one likes", async () => {
    const { message } = await refusedWith("coupon-used-up", couponWith({ uses: 3 }));
    assert.equal(message, "This coupon has been used up.");
    await refusedWith("coupon-used-up", couponWith({ uses: 4 }));
    assert.equal(discountOf(couponWith({ uses: 4, maxUses: null }), 20_00), 2_00);
  });

  it("is left to somebody while both they and all have uses left", () => {
    const inHand = (fields: Partial<Coupon>, own?: number) =>
      ({
        coupon: { data: () => couponWith(fields) },
        redemption: { data: () => own && { uses: own } },
      }) as unknown as CouponInHand;
    const gone = { coupon: { data: () => undefined } } as CouponInHand;
    for (const [left, hand] of [
      [true, undefined],
      [true, gone],
      [true, inHand({})],
      [false, inHand({ uses: 3 })],
      [true, inHand({ uses: 3, maxUses: null })],
      [true, inHand({ maxUsesPerUser: 1 })],
      [true, inHand({ maxUsesPerUser: 2 }, 1)],
      [false, inHand({ maxUsesPerUser: 2 }, 2)],
      [false, inHand({ maxUses: null, maxUsesPerUser: 2 }, 3)],
    ] as const) {
      assert.equal(isLeft(hand), left, JSON.stringify(hand?.coupon.data()));
    }
  });
});
