import { record } from "../core/audit.ts";
import { callable } from "../core/callable.ts";
import { isStaff } from "../core/caller.ts";
import { decide } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { WithdrawReview } from "./booking/inputs.ts";
import { removeReview } from "./listing/removeReview.ts";
import { properties, stayReviewsOf } from "./schema.ts";

/**
 * Takes a review back, and its stars out of the property's rating: one's own, or, as an order manager, what
 * nobody should read; that is recorded in the audit trail. Answers `{ propertyId, bookingId }`.
 *
 * Refuses `not-found`/`no-such-review`: another's, too, to who is not staff.
 */
export const withdrawReview = callable(
  { access: "signed-in", input: WithdrawReview },
  ({ propertyId, bookingId, reason }, caller) =>
    decide(async (read) => {
      const [review, property] = await read(
        stayReviewsOf(propertyId).doc(bookingId),
        properties.doc(propertyId),
      );
      const said = review.data();
      const isOwn = said?.uid === caller.uid;
      if (!said || !(isOwn || (await isStaff(caller, ["order_manager"])))) {
        refuse("not-found", "no-such-review", "There is no such review.");
      }
      const { uid: actor } = caller;
      const entry = { action: "travel.withdrawReview", actor, subject: review.ref.path };
      const occasion = String(said.createdAt.toMillis());
      return {
        answer: { propertyId, bookingId },
        writes: [
          ...removeReview(review, property),
          ...(isOwn ? [] : [record({ ...entry, ...(reason ? { reason } : {}) }, occasion)]),
        ],
      };
    }),
);
