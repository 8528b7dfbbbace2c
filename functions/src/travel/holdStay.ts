import { callable } from "../core/callable.ts";
import type { Caller } from "../core/caller.ts";
import { DAY, HOUR, MINUTE, now, stamp } from "../core/clock.ts";
import { create, decide } from "../core/decide.ts";
import { fingerprintOf, idOf, refuseOtherInput } from "../core/id.ts";
import { counterOf, spend } from "../core/limits.ts";
import { refuse } from "../core/refuse.ts";
import { refuseUnlessFree } from "./booking/free.ts";
import { HoldStay } from "./booking/inputs.ts";
import { datesOf } from "./booking/letGo.ts";
import { todayAt } from "./booking/moments.ts";
import { newBooking, newGuestList } from "./booking/newBooking.ts";
import { type Booking, bookings, guestLists, quotes } from "./booking/schema.ts";
import { tellHost } from "./booking/tell.ts";
import { hold } from "./calendar/months.ts";
import { readSheet, writeSheet } from "./calendar/sheet.ts";

/** How long nights are held to be paid; and how long a host has who is asked first. */
export const HELD_FOR = 10 * MINUTE;
export const ASKED_FOR = DAY;

/** Holds of ten minutes: nobody can tie up rooms all the time without paying. */
export const HOLD_LIMIT = { calls: 5, seconds: HOUR / 1000 };

/**
 * Takes up a quote: holds its nights for ten minutes, to be paid (`payStay`). Where the property is on
 * request nothing is held yet: its host is asked, and has a day. Calling again with the same `requestId`
 * answers with the booking that the first call made, also when the nights are gone by then.
 *
 * Answers `{ bookingId, state, totals, currency, closeAt }`, `closeAt` in ISO 8601, null once it is over.
 *
 * For whoever has a verified address. Refuses `not-found`/`no-such-quote` (another's too);
 * `failed-precondition` with `quote-expired`, `in-the-past` or what `refuseUnlessFree` refuses;
 * `already-exists`/`request-id-reused`; `resource-exhausted`/`too-many-requests` over 5 an hour.
 */
export const holdStay = callable(
  { access: "verified", input: HoldStay },
  ({ requestId, quoteId }, caller) =>
    decide(async (read) => {
      const [booking, found] = await read(
        bookings.doc(idOf(caller.uid, requestId)),
        quotes.doc(quoteId),
      );
      const made = booking.data();
      const fingerprint = fingerprintOf({ quoteId });
      if (made) {
        refuseOtherInput(made.fingerprint, fingerprint);
        return { answer: receipt(booking.id, made) };
      }
      const quote = found.data();
      if (quote?.uid !== caller.uid) {
        refuse("not-found", "no-such-quote", "There is no such quote.");
      }
      if (quote.expiresAt.toMillis() <= now().getTime()) {
        refuse("failed-precondition", "quote-expired", "This quote is over: ask for another.");
      }
      if (quote.checkIn < todayAt(quote)) {
        const { checkIn } = quote;
        refuse("failed-precondition", "in-the-past", "That day is over, where it is.", { checkIn });
      }
      const [counter] = await read(counterOf("travel.holds", caller.uid));
      const counted = spend(counter, HOLD_LIMIT, booking.id);
      const { months, ...sheet } = await readSheet(read, quote, datesOf(quote));
      refuseUnlessFree(months, quote, datesOf(quote), quote.rooms);
      const isAsked = quote.mode === "on_request";
      const closeAt = stamp(isAsked ? ASKED_FOR : HELD_FOR);
      const held = newBooking(quote, { closeAt, fingerprint });
      const { rooms } = quote;
      const nights = { nights: datesOf(quote), rooms, until: closeAt };
      return {
        answer: receipt(booking.id, held),
        writes: [
          create(booking.ref, held),
          create(guestLists.doc(booking.id), newGuestList(held, emailOf(caller))),
          ...counted,
          ...(isAsked
            ? await tellHost("stay-requested", booking.id, held)
            : writeSheet({ months, ...sheet }, hold(months, booking.id, nights))),
        ],
      };
    }),
);

const receipt = (bookingId: string, { state, totals, currency, closeAt }: Booking) => ({
  bookingId,
  state,
  totals,
  currency,
  closeAt: closeAt?.toDate().toISOString() ?? null,
});

/** Who is verified has one. */
function emailOf({ email }: Caller): string {
  if (email === undefined) throw new Error("a verified caller without an address");
  return email;
}
