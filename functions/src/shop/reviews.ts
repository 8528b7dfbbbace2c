import type { DocumentSnapshot } from "firebase-admin/firestore";
import { remove, update, type Write } from "../core/decide.ts";
import type { Product, Review } from "./schema.ts";

/** Deletes a review that is there, and takes its stars out of the product's rating. */
export function deleteReview(
  review: DocumentSnapshot<Review>,
  product: DocumentSnapshot<Product>,
): Write[] {
  const [said, rated] = [review.data(), product.data()];
  if (!said || !rated) return [remove(review)];
  const { count, sum } = rated.rating;
  const rating = { count: count - 1, sum: sum - said.rating };
  return [remove(review), update(product, { rating })];
}
