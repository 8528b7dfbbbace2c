import { record } from "../core/audit.ts";
import { callable } from "../core/callable.ts";
import { decide } from "../core/decide.ts";
import { RemoveReview } from "./inputs.ts";
import { deleteReview } from "./reviews.ts";
import { products, reviewsOf } from "./schema.ts";

/**
 * Takes a review down, its stars out of the product's rating, and records who did so and for what
 * `reason`. Its buyer may write another. Answers `{ removed }`: false where there is no such review
 * (any more), so it may be called again at any time. For order managers.
 */
export const removeReview = callable(
  { access: ["order_manager"], input: RemoveReview },
  ({ productId, uid, ...why }, caller) =>
    decide(async (read) => {
      const [review, product] = await read(reviewsOf(productId).doc(uid), products.doc(productId));
      if (!review.exists) return { answer: { removed: false } };
      const entry = {
        action: "review-removed",
        actor: caller.uid,
        subject: review.ref.path,
        ...why,
      };
      const occasion = review.updateTime?.toDate().toISOString() ?? "";
      return {
        answer: { removed: true },
        writes: [...deleteReview(review, product), record(entry, occasion)],
      };
    }),
);
