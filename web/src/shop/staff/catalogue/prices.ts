import type { Product, Variant } from "kindling-client";
import type { Found } from "../../../core/live.ts";
import type { VariantTerms } from "./saving.ts";

/** The rules let 50 be read at once. */
export const MOST_VARIANTS = 50;

/**
 * The lowest price of a product once one of its variants, or a new one, is to be had at these terms. Where
 * not all of them are known, one of the others may have the lowest: it is not raised.
 */
export function priceFromWith(
  { priceFrom }: Product,
  variants: readonly Found<Variant>[],
  sku: string,
  { price }: VariantTerms,
): number {
  if (variants.length >= MOST_VARIANTS) return Math.min(priceFrom, price);
  const others = variants.filter((other) => other.id !== sku && other.data().active);
  return Math.min(price, ...others.map((other) => other.data().price));
}
