import { create, decide } from "../../../functions/src/core/decide.ts";
import {
  newProduct,
  newVariant,
  variantName,
} from "../../../functions/src/shop/catalogue/entries.ts";
import { products, stock, variants } from "../../../functions/src/shop/schema.ts";
import { openingOf } from "../../../functions/src/shop/stock/ledger.ts";
import { receive } from "../../../functions/src/shop/stock/moves.ts";
import type { CatalogueItem, CatalogueVariant } from "./catalogue/item.ts";

/** At so many left the demo shop says "low". */
const LOW_AT = 5;

/** Puts one product into the catalogue, with its variants and their stock: what is missing of it. */
export async function plant(category: string, item: CatalogueItem): Promise<void> {
  const priceFrom = Math.min(...item.variants.map(({ price }) => price));
  await decide(async (read) => {
    const [product] = await read(products.doc(item.id));
    if (product.exists) return { answer: undefined };
    return {
      answer: undefined,
      writes: [
        create(product.ref, newProduct({ ...item, category }, priceFrom)),
        ...item.variants.map(({ sku, option, price }) => {
          const name = variantName(item.name, option);
          const terms = { productId: item.id, name, price, taxClass: item.taxClass, active: true };
          return create(variants.doc(sku), newVariant(terms));
        }),
      ],
    };
  });
  await Promise.all(item.variants.map(stockUp));
}

const stockUp = ({ sku, stock: quantity }: CatalogueVariant): Promise<void> =>
  decide(async (read) => {
    const [shelf, variant, movement] = await read(
      stock.doc(sku),
      variants.doc(sku),
      openingOf(sku),
    );
    return {
      answer: undefined,
      writes: receive({ stock: shelf, variant }, movement, quantity, {
        lowAt: LOW_AT,
      }),
    };
  });
