import type { DocumentSnapshot } from "firebase-admin/firestore";
import { remove, update, type Write } from "../../core/decide.ts";
import type { Property, StayReview } from "../schema.ts";

/** Deletes a review that is there, and takes its stars out of the property's rating. */
export function removeReview(
  review: DocumentSnapshot<StayReview>,
  property: DocumentSnapshot<Property>,
): Write[] {
  const [said, rated] = [review.data(), property.data()];
  if (!said || !rated) return [remove(review)];
  const { count, sum } = rated.rating;
  const rating = { count: count - 1, sum: sum - said.rating };
  return [remove(review), update(property, { rating })];
}
