import { randomUUID } from "node:crypto";
import type { WriteBatch } from "firebase-admin/firestore";
import { callable } from "../core/callable.ts";
import { MINUTE, stamp } from "../core/clock.ts";
import { decide } from "../core/decide.ts";
import { own } from "./booking/access.ts";
import { refuseBegun } from "./booking/begun.ts";
import { paidOf, percentNow } from "./booking/change.ts";
import { BookingReference } from "./booking/inputs.ts";
import { partOf } from "./booking/policy.ts";
import { bookings, type CancellationQuote, cancellationQuotes } from "./booking/schema.ts";
import { next } from "./booking/states.ts";

/** How long a quote is good for. */
export const QUOTED_FOR = 15 * MINUTE;

/**
 * What cancelling a stay of the caller's gives back, by the policy that it was booked under: promised for a
 * quarter of an hour, also where less would be given back meanwhile. The newest quote alone counts, and it is
 * for the stay as it is. Answers `{ quoteId, refund, percent, paid, currency, expiresAt }`, amounts in minor
 * units.
 *
 * Refuses `not-found`/`no-such-booking` (another's too), `failed-precondition` with `wrong-state` or `stay-begun`, and
 * `resource-exhausted`/`too-many-requests` over 60 an hour.
 */
export const quoteCancellation = callable(
  { access: "verified", input: BookingReference, limit: { calls: 60, seconds: 3600 } },
  ({ bookingId }, caller) =>
    decide(async (read) => {
      const [booking] = await read(bookings.doc(bookingId));
      const current = own(booking, caller);
      next(current.state, "cancel");
      refuseBegun(current);
      const { paid, checkIn, checkOut, currency } = current;
      const percent = percentNow(current);
      const quote: CancellationQuote = {
        quoteId: randomUUID(),
        refund: partOf(paidOf(current), percent),
        percent,
        paid,
        checkIn,
        checkOut,
        expiresAt: stamp(QUOTED_FOR),
      };
      const { quoteId, refund, expiresAt } = quote;
      const shown = { quoteId, refund, percent, paid, currency };
      return {
        answer: { ...shown, expiresAt: expiresAt.toDate().toISOString() },
        // Whatever stood there: the newest counts.
        writes: [(batch: WriteBatch) => batch.set(cancellationQuotes.doc(bookingId), quote)],
      };
    }),
);
