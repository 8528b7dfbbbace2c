import { documentId, limit, orderBy, type Query, query, where } from "firebase/firestore";
import type { Stock, Variant } from "kindling-client";
import { shop } from "../../../core/backend.ts";

export const PAGE_SIZE = 20;

/** The variants by their SKUs, or those alone of which so many are left. */
export const variantsBySku = (
  availability: Variant["availability"] | undefined,
): Query<Variant, Variant> =>
  query(
    shop.documents.variants,
    ...(availability ? [where("availability", "==", availability)] : []),
    orderBy(documentId()),
    limit(PAGE_SIZE),
  );

/** How many there are of these SKUs, at most 30. */
export const stockOf = (skus: readonly string[]): Query<Stock, Stock> =>
  query(shop.documents.stock, where(documentId(), "in", skus), limit(skus.length));
