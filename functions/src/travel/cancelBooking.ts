import { callable } from "../core/callable.ts";
import type { Caller } from "../core/caller.ts";
import { now } from "../core/clock.ts";
import { type Decision, decide, type Read, remove } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { stripeSecretKey } from "../core/settings.ts";
import { own } from "./booking/access.ts";
import { refuseBegun } from "./booking/begun.ts";
import { cancel } from "./booking/cancel.ts";
import { closeBooking } from "./booking/closeBooking.ts";
import { CancelBooking } from "./booking/inputs.ts";
import {
  type Booking,
  bookings,
  type CancellationQuote,
  cancellationQuotes,
} from "./booking/schema.ts";
import { tellHost } from "./booking/tell.ts";

interface Outcome {
  state: Booking["state"];
  /** Minor units that go back. */
  refund: number;
  /** Whether its payment must still be ended. */
  isOpen: boolean;
}

/**
 * Cancels a stay of the caller's: its nights can be had again at once. Of one that is confirmed so much goes
 * back as `quoteCancellation` has said last, by its `quoteId`; what was not paid yet needs none. Answers
 * `{ bookingId, state, refund }`, minor units; calling again answers the same.
 *
 * Refuses `not-found`/`no-such-booking` (another's too), and `failed-precondition` with `wrong-state`, `stay-begun`,
 * `quote-needed`, `quote-superseded` where it is not the newest or the stay is another since, or
 * `quote-expired`.
 */
export const cancelBooking = callable(
  { access: "verified", input: CancelBooking, options: { secrets: [stripeSecretKey] } },
  async ({ bookingId, quoteId }, caller) => {
    const { state, refund, isOpen } = await decide((read) =>
      cancelOwn(read, bookingId, quoteId, caller),
    );
    // Cancelled it is; where the provider can't be reached, a sweep ends its payment.
    if (isOpen) await closeBooking(bookingId).catch(() => {});
    return { bookingId, state, refund };
  },
);

async function cancelOwn(
  read: Read,
  bookingId: string,
  quoteId: string | undefined,
  caller: Caller,
): Promise<Decision<Outcome>> {
  const [booking, found] = await read(bookings.doc(bookingId), cancellationQuotes.doc(bookingId));
  const current = own(booking, caller);
  const done = current.timeline.find(({ event }) => event === "cancelled");
  if (done) {
    const { state, closeAt } = current;
    return { answer: { state, refund: done.amount ?? 0, isOpen: closeAt !== undefined } };
  }
  refuseBegun(current);
  const quote = found.data();
  const isPaid = current.state === "confirmed";
  const quoted = isPaid ? refundBy(quote, quoteId, current) : 0;
  const cancelled = { action: "cancel", refund: quoted, by: caller.uid, reason: "" } as const;
  const { after, refund, isOpen, writes } = await cancel(read, booking, current, cancelled);
  return {
    answer: { state: after.state, refund, isOpen },
    writes: [
      ...writes,
      // A quote that is newer by now makes this one fail.
      ...(quote ? [remove(found)] : []),
      ...(isPaid ? await tellHost("stay-called-off", bookingId, after) : []),
    ],
  };
}

/** What the quote promises, if it is the newest, still good, and of the stay as it is. */
function refundBy(
  quote: CancellationQuote | undefined,
  quoteId: string | undefined,
  { paid, checkIn, checkOut }: Booking,
): number {
  if (quoteId === undefined) {
    refuse(
      "failed-precondition",
      "quote-needed",
      "Ask first what is given back: quoteCancellation.",
    );
  }
  const isSame = quote?.paid === paid && quote.checkIn === checkIn && quote.checkOut === checkOut;
  if (quote?.quoteId !== quoteId || !isSame) {
    const sentence = "This is not the newest quote, or the stay has changed: ask for another.";
    refuse("failed-precondition", "quote-superseded", sentence);
  }
  if (quote.expiresAt.toMillis() <= now().getTime()) {
    refuse("failed-precondition", "quote-expired", "This quote is over: ask for another.");
  }
  return quote.refund;
}
