import { doc, serverTimestamp, type WithFieldValue, writeBatch } from "firebase/firestore";
import { keywordsOf, type Product, type Variant } from "kindling-client";
import { db, shop } from "../../../core/backend.ts";
import { create } from "../create.ts";

const { products, variants } = shop.documents;

/** What staff say of a product. */
export type ProductText = Pick<Product, "name" | "description" | "category">;

/** What staff say of a variant. */
export type VariantTerms = Pick<Variant, "name" | "price" | "taxClass" | "active">;

/** The words of a product, and those that customers find it by then. */
const worded = ({ name, description, category }: ProductText) => ({
  name,
  description,
  category,
  keywords: keywordsOf(name, category, description),
  updatedAt: serverTimestamp(),
});

/** Changes what is said of a product. One that is off sale goes on sale with `active`. */
export const saveProduct = (id: string, text: ProductText, active: boolean): Promise<void> =>
  writeBatch(db)
    .update(doc(products, id), { ...worded(text), active })
    .commit();

/** Changes a variant's terms. The product's lowest price moves in the same commit: the rules demand it. */
export const saveVariant = (
  sku: string,
  terms: VariantTerms,
  productId: string,
  priceFrom: number,
): Promise<void> =>
  writeBatch(db)
    .update(doc(variants, sku), { ...terms, updatedAt: serverTimestamp() })
    .update(doc(products, productId), { priceFrom, updatedAt: serverTimestamp() })
    .commit();

/** A new variant of a product. Nothing of it is on the shelf yet. */
export const createVariant = (
  sku: string,
  terms: VariantTerms,
  productId: string,
  priceFrom: number,
): Promise<void> =>
  create(doc(variants, sku), newVariant(productId, terms), taken(sku), (transaction) => {
    const lowest = { priceFrom, updatedAt: serverTimestamp() };
    transaction.update(doc(products, productId), lowest);
  });

/** A new product, whose id is that of its only variant too. */
export const createProduct = (
  id: string,
  text: ProductText,
  { price, taxClass }: Pick<VariantTerms, "price" | "taxClass">,
): Promise<void> =>
  create(doc(products, id), newProduct(text, price), taken(id), (transaction) => {
    const terms = { name: text.name, price, taxClass, active: true };
    transaction.set(doc(variants, id), newVariant(id, terms));
  });

const taken = (id: string) => `There is "${id}" already. Take another id.`;

const newProduct = (text: ProductText, priceFrom: number): WithFieldValue<Product> => ({
  ...worded(text),
  priceFrom,
  currency: "EUR",
  active: true,
  rating: { count: 0, sum: 0 },
  createdAt: serverTimestamp(),
});

const newVariant = (productId: string, terms: VariantTerms): WithFieldValue<Variant> => ({
  ...terms,
  productId,
  currency: "EUR",
  availability: "out_of_stock",
  createdAt: serverTimestamp(),
  updatedAt: serverTimestamp(),
});
