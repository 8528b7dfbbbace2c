import { decide, remove, update } from "../../core/decide.ts";
import { entriesOf, forgetSubject } from "../../core/forgetEntries.ts";
import type { Person } from "../../core/personalData.ts";
import {
  type BookingState,
  bookingChanges,
  bookings,
  cancellationQuotes,
  guestLists,
} from "../booking/schema.ts";
import { removeReview } from "../listing/removeReview.ts";
import { properties, stayReviewsOf } from "../schema.ts";

/** Nobody will come any more. Money may still go back. */
export const OVER: readonly BookingState[] = [
  "completed",
  "no_show",
  "declined",
  "expired",
  "cancelled",
  "refunded",
];

/**
 * Makes a stay of `person` anonymous, and deletes with it who was to come and what was said of it, all in one
 * commit. What the house must account for stays: place, dates, totals, states. Answers "later", and changes
 * nothing, while the stay is not over or a payment of it is being ended.
 */
export const forgetBooking = (bookingId: string, person: Person): Promise<"done" | "later"> =>
  decide(async (read) => {
    const { uid, alias } = person;
    const [booking] = await read(bookings.doc(bookingId));
    const current = booking.data();
    if (current?.uid !== uid) return { answer: "done" };
    if (!OVER.includes(current.state) || current.closeAt) return { answer: "later" };
    const review = stayReviewsOf(current.propertyId).doc(bookingId);
    const [said, property, list, quote] = await read(
      review,
      properties.doc(current.propertyId),
      guestLists.doc(bookingId),
      cancellationQuotes.doc(bookingId),
    );
    const changes = await bookingChanges.where("bookingId", "==", bookingId).get();
    if (changes.docs.some((change) => change.data().closeAt)) return { answer: "later" };
    const entries = await Promise.all([
      entriesOf(review.path).get(),
      entriesOf(booking.ref.path).get(),
    ]);
    const forgotten = { uid: alias, fingerprint: "" };
    return {
      answer: "done",
      writes: [
        update(booking, forgotten),
        ...changes.docs.map((change) => update(change, forgotten)),
        ...(list.exists ? [remove(list)] : []),
        ...(quote.exists ? [remove(quote)] : []),
        ...(said.exists ? removeReview(said, property) : []),
        ...entries.flatMap(({ docs }) => docs.map((entry) => forgetSubject(entry, person))),
      ],
    };
  });
