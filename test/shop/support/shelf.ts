import { randomUUID } from "node:crypto";
import { decide } from "../../../functions/src/core/decide.ts";
import { newVariant } from "../../../functions/src/shop/catalogue/entries.ts";
import { type Stock, stock, type Variant, variants } from "../../../functions/src/shop/schema.ts";
import { openingOf } from "../../../functions/src/shop/stock/ledger.ts";
import { receive } from "../../../functions/src/shop/stock/moves.ts";

/** A SKU on a shelf, as the catalogue and the warehouse would have it. Answers its SKU. */
export async function shelve(
  onHand = 100,
  fields: Partial<Variant> = {},
  sku = `sku-${randomUUID().slice(0, 13)}`,
  settings: { hot?: boolean } = {},
): Promise<string> {
  const variant = newVariant({
    productId: "a-product",
    name: "A thing",
    price: 1000,
    taxClass: "standard",
    active: true,
  });
  await variants.doc(sku).set({ ...variant, ...fields });
  await decide(async (read) => {
    const [shelf, sold, movement] = await read(stock.doc(sku), variants.doc(sku), openingOf(sku));
    return {
      answer: null,
      writes: receive({ stock: shelf, variant: sold }, movement, onHand, {
        lowAt: 5,
        ...settings,
      }),
    };
  });
  return sku;
}

export async function stockOf(sku: string): Promise<Stock> {
  const found = (await stock.doc(sku).get()).data();
  if (!found) throw new Error(`no stock of ${sku}`);
  return found;
}

/** Where test orders go: tax 19 %, shipping free from 50.00. */
export const shipTo = {
  name: "Somebody",
  line1: "Lindenweg 4",
  line2: "",
  postalCode: "20095",
  city: "Hamburg",
  country: "DE",
} as const;
