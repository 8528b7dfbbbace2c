import { create, decide, merge, remove, update } from "../../core/decide.ts";
import { inParallel } from "../../core/inParallel.ts";
import { pagesOf } from "../../core/pagesOf.ts";
import { deleteReview } from "../reviews.ts";
import { products, purchasesOf, reviewsOf } from "../schema.ts";

/** Purchases that are moved at the same time. */
const WIDTH = 5;

/**
 * Makes what one person has bought, and what they said of it, another's. Safe to run again after any
 * step, and by several at once.
 */
export async function movePurchases(from: string, to: string): Promise<void> {
  for await (const page of pagesOf(purchasesOf(from))) {
    await inParallel(page, WIDTH, ({ id }) => movePurchase(id, from, to));
  }
}

/**
 * With its review, whose stars stay in the rating. Nobody has two of one product: where the other has
 * said something already, that stands, and this one goes with its stars.
 */
const movePurchase = (productId: string, from: string, to: string): Promise<void> =>
  decide(async (read) => {
    const [purchase, theirs, own, product] = await read(
      purchasesOf(from).doc(productId),
      reviewsOf(productId).doc(from),
      reviewsOf(productId).doc(to),
      products.doc(productId),
    );
    const [bought, said, rated] = [purchase.data(), theirs.data(), product.data()];
    if (!bought) return { answer: undefined };
    const moved = [merge(purchasesOf(to).doc(productId), bought), remove(purchase)];
    if (said) {
      const review = own.exists
        ? deleteReview(theirs, product)
        : [create(own.ref, said), remove(theirs)];
      return { answer: undefined, writes: [...moved, ...review] };
    }
    // One that is written at this moment moves the rating: then this fails, and meets it.
    const guard = rated ? [update(product, { rating: rated.rating })] : [];
    return { answer: undefined, writes: [...moved, ...guard] };
  });
