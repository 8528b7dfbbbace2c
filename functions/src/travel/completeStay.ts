import { callable } from "../core/callable.ts";
import { decide } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { hosted } from "./booking/access.ts";
import { complete } from "./booking/complete.ts";
import { BookingReference } from "./booking/inputs.ts";
import { todayAt } from "./booking/moments.ts";
import { bookings } from "./booking/schema.ts";
import { next } from "./booking/states.ts";

/**
 * Says that a stay is over, on the day of check-out or after it; a job does it otherwise. Answers
 * `{ bookingId, state }`; calling again answers the same.
 *
 * For its host, and for order managers. Refuses `not-found`/`no-such-booking` (another's too) and
 * `failed-precondition` with `wrong-state` or `too-early` (`checkOut`).
 */
export const completeStay = callable(
  { access: "verified", input: BookingReference },
  ({ bookingId }, caller) =>
    decide(async (read) => {
      const [booking] = await read(bookings.doc(bookingId));
      const current = await hosted(booking, caller);
      if (current.state === "completed") return { answer: { bookingId, state: current.state } };
      const state = next(current.state, "complete");
      if (todayAt(current) < current.checkOut) {
        const about = { checkOut: current.checkOut };
        refuse("failed-precondition", "too-early", "The stay is not over yet.", about);
      }
      return { answer: { bookingId, state }, writes: [complete(booking, current)] };
    }),
);
