import { callable } from "../core/callable.ts";
import { stamp } from "../core/clock.ts";
import { create, decide, update } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { own } from "./booking/access.ts";
import { ReviewStay } from "./booking/inputs.ts";
import { bookings } from "./booking/schema.ts";
import { properties, stayReviewsOf } from "./schema.ts";

/**
 * Says how a stay was that is over: once a booking, by who has booked; again, it says something else. The
 * stars are moved in the property's rating by the same commit. Answers `{ propertyId, bookingId }`.
 *
 * Refuses `not-found`/`no-such-booking` (another's too); `failed-precondition` with `not-completed`, where
 * the stay is not over, was cancelled or nobody came, or `no-such-property`, where that is gone;
 * `resource-exhausted`/`too-many-requests` over 60 an hour.
 */
export const reviewStay = callable(
  { access: "verified", input: ReviewStay, limit: { calls: 60, seconds: 3600 } },
  ({ bookingId, ...said }, caller) =>
    decide(async (read) => {
      const [booking] = await read(bookings.doc(bookingId));
      const { propertyId, state, uid } = own(booking, caller);
      if (state !== "completed") {
        const sentence = "Only who has stayed can say how it was.";
        refuse("failed-precondition", "not-completed", sentence, { state });
      }
      const [review, property] = await read(
        stayReviewsOf(propertyId).doc(bookingId),
        properties.doc(propertyId),
      );
      const rated = property.data()?.rating;
      if (!rated) {
        refuse("failed-precondition", "no-such-property", "That place is not there any more.");
      }
      const before = review.data();
      const rating = {
        count: rated.count + (before ? 0 : 1),
        sum: rated.sum + said.rating - (before?.rating ?? 0),
      };
      const updatedAt = stamp();
      return {
        answer: { propertyId, bookingId },
        writes: [
          before
            ? update(review, { ...said, updatedAt })
            : create(review.ref, { ...said, uid, createdAt: updatedAt, updatedAt }),
          update(property, { rating }),
          // So that who is being forgotten meanwhile is not heard any more.
          update(booking, { reviewedAt: updatedAt }),
        ],
      };
    }),
);
