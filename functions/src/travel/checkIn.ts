import { Timestamp } from "firebase-admin/firestore";
import { callable } from "../core/callable.ts";
import { decide, update } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { hosted } from "./booking/access.ts";
import { BookingReference } from "./booking/inputs.ts";
import { checkOutOf, todayAt } from "./booking/moments.ts";
import { bookings } from "./booking/schema.ts";
import { next } from "./booking/states.ts";
import { happened } from "./booking/timeline.ts";

/**
 * Says that who has booked is there, on the day of check-in or after it. From then on the stay is over at its
 * check-out by itself. Other dates that wait to be paid can be had no more. Answers `{ bookingId, state }`;
 * calling again answers the same.
 *
 * For its host, and for order managers. Refuses `not-found`/`no-such-booking` (another's too) and
 * `failed-precondition` with `wrong-state` or `too-early` (`checkIn`).
 */
export const checkIn = callable(
  { access: "verified", input: BookingReference },
  ({ bookingId }, caller) =>
    decide(async (read) => {
      const [booking] = await read(bookings.doc(bookingId));
      const current = await hosted(booking, caller);
      if (current.state === "checked_in") return { answer: { bookingId, state: current.state } };
      const state = next(current.state, "check_in");
      if (todayAt(current) < current.checkIn) {
        const about = { checkIn: current.checkIn };
        refuse("failed-precondition", "too-early", "The stay has not begun yet.", about);
      }
      const completeAt = Timestamp.fromDate(checkOutOf(current));
      const timeline = happened(current, "checked_in");
      return {
        answer: { bookingId, state },
        writes: [update(booking, { state, timeline, completeAt })],
      };
    }),
);
