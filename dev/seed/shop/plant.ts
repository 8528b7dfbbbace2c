import { stamp } from "../../../functions/src/core/clock.ts";
import { create, decide } from "../../../functions/src/core/decide.ts";
import { keywordsOf } from "../../../functions/src/shop/keywords.ts";
import { currency } from "../../../functions/src/shop/rates.ts";
import {
  Product,
  products,
  stock,
  stockMovements,
  Variant,
  variants,
} from "../../../functions/src/shop/schema.ts";
import { receive } from "../../../functions/src/shop/stock.ts";
import type { CatalogueItem, CatalogueVariant } from "./catalogue/item.ts";

/** At so many left the demo shop says "low". */
const LOW_AT = 5;

/** Puts one product into the catalogue, with its variants and their stock: what is missing of it. */
export async function plant(category: string, item: CatalogueItem): Promise<void> {
  await decide(async (read) => {
    const [product] = await read(products.doc(item.id));
    if (product.exists) return { answer: undefined };
    return {
      answer: undefined,
      writes: [
        create(product.ref, productOf(category, item)),
        ...item.variants.map((variant) =>
          create(variants.doc(variant.sku), variantOf(item, variant)),
        ),
      ],
    };
  });
  await Promise.all(item.variants.map(stockUp));
}

function productOf(category: string, { name, description, variants }: CatalogueItem): Product {
  return Product.parse({
    name,
    description,
    category,
    keywords: keywordsOf(name, category, description),
    priceFrom: Math.min(...variants.map(({ price }) => price)),
    currency,
    active: true,
    rating: { count: 0, sum: 0 },
    createdAt: stamp(),
    updatedAt: stamp(),
  });
}

const variantOf = (item: CatalogueItem, { option, price }: CatalogueVariant): Variant =>
  Variant.parse({
    productId: item.id,
    name: option === "" ? item.name : `${item.name}, ${option}`,
    price,
    currency,
    taxClass: item.taxClass,
    active: true,
    availability: "out_of_stock",
    createdAt: stamp(),
    updatedAt: stamp(),
  });

const stockUp = ({ sku, stock: quantity }: CatalogueVariant): Promise<void> =>
  decide(async (read) => {
    const [shelf, variant, movement] = await read(
      stock.doc(sku),
      variants.doc(sku),
      stockMovements.doc(`opening-${sku}`),
    );
    return {
      answer: undefined,
      writes: receive({ stock: shelf, variant }, movement, quantity, {
        lowAt: LOW_AT,
      }),
    };
  });
