import type { TaxClass } from "../../../../functions/src/shop/rates.ts";

/** One product of the demo catalogue with what is sold of it. */
export interface CatalogueItem {
  /** A slug: lower-case letters, digits and hyphens, at most 40. */
  id: string;
  name: string;
  description: string;
  taxClass: TaxClass;
  variants: readonly CatalogueVariant[];
}

export interface CatalogueVariant {
  /** A slug, unique over the whole catalogue. */
  sku: string;
  /** Behind the product's name: "250 g", "moss"; empty where there is only one. */
  option: string;
  /** Net, in minor units. */
  price: number;
  stock: number;
}
