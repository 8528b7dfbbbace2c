import { callable } from "../core/callable.ts";
import { db } from "../core/db.ts";
import { priceOrder } from "./priceOrder.ts";
import { currency } from "./rates.ts";
import { QuoteRequest, type Variant, variants } from "./schema.ts";

/**
 * What an order would cost now: `{ lines, totals, currency }`, in minor units, with each line's
 * availability. Promises nothing and reserves nothing. Anyone may ask: all of it can be worked
 * out from the public catalogue. Reads one document a line.
 * Refuses what `priceOrder` refuses.
 */
export const quote = callable(
  { access: "anyone", input: QuoteRequest },
  async ({ lines, country }) => {
    const catalogue = await db.getAll(...lines.map(({ sku }) => variants.doc(sku)));
    const found = catalogue.map((variant) => variant.data() as Variant | undefined);
    const priced = priceOrder(lines, found, country);
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
