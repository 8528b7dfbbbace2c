import { stamp } from "../../core/clock.ts";
import { currency } from "../rates.ts";
import { Product, Variant } from "../schema.ts";
import { keywordsOf } from "./keywords.ts";

/** What staff say of a product. */
export type ProductText = Pick<Product, "name" | "description" | "category">;

/** What staff say of a variant. */
export type VariantTerms = Pick<Variant, "productId" | "name" | "price" | "taxClass" | "active">;

/** What staff say of a product, and the words it is then found by. */
export const worded = ({ name, description, category }: ProductText) => ({
  name,
  description,
  category,
  keywords: keywordsOf(name, category, description),
});

/** A product that is new today. `priceFrom` is the lowest price of its variants. */
export const newProduct = (text: ProductText, priceFrom: number, active = true): Product =>
  Product.parse({
    ...worded(text),
    priceFrom,
    currency,
    active,
    rating: { count: 0, sum: 0 },
    createdAt: stamp(),
    updatedAt: stamp(),
  });

/** A variant that is new today, and none of it on the shelf yet. */
export const newVariant = (terms: VariantTerms): Variant =>
  Variant.parse({
    ...terms,
    currency,
    availability: "out_of_stock",
    createdAt: stamp(),
    updatedAt: stamp(),
  });

/** A variant as it stands on the order: "Wool beanie, moss", or the product's name alone. */
export const variantName = (product: string, option: string): string =>
  option === "" ? product : `${product}, ${option}`;
