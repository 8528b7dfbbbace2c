import { randomUUID } from "node:crypto";
import { DAY, stamp, useClock } from "../../../functions/src/core/clock.ts";
import { Coupon, coupons, redemptions } from "../../../functions/src/shop/schema.ts";

/** A coupon as an order manager would have it: 10 % off anything, from yesterday to tomorrow. */
export async function issue(
  fields: Partial<Coupon> = {},
  code = `C-${randomUUID().slice(0, 13).toUpperCase()}`,
): Promise<string> {
  const coupon = Coupon.parse({
    kind: "percent",
    value: 1000,
    minimum: 0,
    startsAt: stamp(-DAY),
    endsAt: stamp(DAY),
    maxUses: null,
    maxUsesPerUser: null,
    uses: 0,
    active: true,
    createdAt: stamp(),
    updatedAt: stamp(),
    ...fields,
  });
  await coupons.doc(code).set(coupon);
  return code;
}

/** Of 1.00, five times in all, once by each. */
export const limited = {
  kind: "fixed",
  value: 100,
  maxUses: 5,
  maxUsesPerUser: 1,
} satisfies Partial<Coupon>;

/** How often it has been used, as far as that is counted: in all, and by one person. */
export async function usesOf(code: string, uid?: string): Promise<(number | undefined)[]> {
  const inAll = (await coupons.doc(code).get()).data()?.uses;
  if (uid === undefined) return [inAll];
  return [inAll, (await redemptions(code).doc(uid).get()).data()?.uses];
}

/** Does `work` at the moment `time`, in milliseconds. */
export async function at<Answer>(time: number, work: () => Promise<Answer>): Promise<Answer> {
  const putBack = useClock(() => new Date(time));
  try {
    return await work();
  } finally {
    putBack();
  }
}
