import { callable } from "../core/callable.ts";
import { db } from "../core/db.ts";
import { discountOf, nameCoupon } from "./coupons.ts";
import { QuoteRequest } from "./inputs.ts";
import { priceOrder } from "./priceOrder.ts";
import { currency } from "./rates.ts";
import { coupons, type Variant, variants } from "./schema.ts";

/**
 * What an order would cost now: `{ lines, totals, currency }`, in minor units, with each line's
 * availability. Promises nothing and reserves nothing. Anyone may ask: all of it can be worked
 * out from the public catalogue. What a coupon takes off can't, so naming one takes signing in, as
 * a guest too, and is counted. Reads one document a line, and one for a coupon.
 * Refuses what `priceOrder` and, of a coupon, `nameCoupon` and `discountOf` refuse.
 */
export const quote = callable(
  { access: "anyone", input: QuoteRequest },
  async ({ lines, country, coupon: code }, caller) => {
    await nameCoupon(code, caller);
    const catalogue = await db.getAll(...lines.map(({ sku }) => variants.doc(sku)));
    const found = catalogue.map((variant) => variant.data() as Variant | undefined);
    const coupon = code === undefined ? undefined : await coupons.doc(code).get();
    const priced = priceOrder(lines, found, country, (goods) =>
      coupon ? discountOf(coupon.data(), goods) : 0,
    );
    return {
      totals: priced.totals,
      currency,
      lines: priced.lines.map((line, index) => ({
        ...line,
        availability: found[index]?.availability ?? "out_of_stock",
      })),
    };
  },
);
