import { Timestamp } from "firebase-admin/firestore";
import { callable } from "../core/callable.ts";
import { DAY, now } from "../core/clock.ts";
import { decide, update } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { hosted } from "./booking/access.ts";
import { isDue } from "./booking/closeBooking.ts";
import { refuseUnlessFree } from "./booking/free.ts";
import { BookingReference } from "./booking/inputs.ts";
import { datesOf } from "./booking/letGo.ts";
import { stayAccepted } from "./booking/mails.ts";
import { todayAt } from "./booking/moments.ts";
import { type Booking, bookings } from "./booking/schema.ts";
import { isAllowed, next } from "./booking/states.ts";
import { tellTraveller } from "./booking/tell.ts";
import { happened } from "./booking/timeline.ts";
import { addDays, momentAt } from "./calendar/dates.ts";
import { hold } from "./calendar/months.ts";
import { readSheet, writeSheet } from "./calendar/sheet.ts";

/** How long who was accepted has to pay. */
export const ACCEPTED_FOR = DAY;

/**
 * Says yes to a request: its nights are held for a day, but no longer than the day of check-in, to be paid. Of several requests for one room the
 * first to be accepted has it, whoever accepts the others at the same moment. Answers `{ bookingId, state,
 * closeAt }`; calling again answers the same.
 *
 * For its host, and for order managers. Refuses `not-found`/`no-such-booking` (another's too) and
 * `failed-precondition` with `wrong-state`, `request-expired`, `in-the-past` once the day of check-in is over, or
 * what `refuseUnlessFree` refuses.
 */
export const acceptStay = callable(
  { access: "verified", input: BookingReference },
  ({ bookingId }, caller) =>
    decide(async (read) => {
      const [booking] = await read(bookings.doc(bookingId));
      const current = await hosted(booking, caller);
      const isDone = current.timeline.some(({ event }) => event === "accepted");
      if (isDone && !isAllowed(current.state, "accept")) {
        const { state, closeAt } = current;
        return { answer: { bookingId, state, closeAt: closeAt?.toDate().toISOString() ?? null } };
      }
      const state = next(current.state, "accept");
      if (isDue(current.closeAt)) {
        refuse("failed-precondition", "request-expired", "The time to accept it is over.");
      }
      if (current.checkIn < todayAt(current)) {
        const { checkIn } = current;
        refuse("failed-precondition", "in-the-past", "The day of check-in is over.", { checkIn });
      }
      const nights = datesOf(current);
      const { rooms } = current;
      const sheet = await readSheet(read, current, nights);
      refuseUnlessFree(sheet.months, current, nights, rooms);
      const until = heldUntil(current);
      const accepted = { state, closeAt: until, timeline: happened(current, "accepted") };
      const mail = stayAccepted(current);
      return {
        answer: { bookingId, state, closeAt: until.toDate().toISOString() },
        writes: [
          update(booking, accepted),
          ...writeSheet(sheet, hold(sheet.months, bookingId, { nights, rooms, until })),
          ...(await tellTraveller(read, bookingId, "stay-accepted", bookingId, mail)),
        ],
      };
    }),
);

/** Who has not paid by the end of the day of check-in does not come any more. */
const heldUntil = ({ checkIn, timeZone }: Booking): Timestamp =>
  Timestamp.fromMillis(
    Math.min(
      now().getTime() + ACCEPTED_FOR,
      momentAt(addDays(checkIn, 1), "00:00", timeZone).getTime(),
    ),
  );
