import { callable } from "../core/callable.ts";
import { refuse } from "../core/refuse.ts";
import { complete } from "./booking/complete.ts";
import { hostsStep } from "./booking/hostsStep.ts";
import { BookingReference } from "./booking/inputs.ts";
import { todayAt } from "./booking/moments.ts";

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
    hostsStep(bookingId, caller, ["complete", "completed"], ({ booking, current }) => {
      if (todayAt(current) < current.checkOut) {
        const about = { checkOut: current.checkOut };
        refuse("failed-precondition", "too-early", "The stay is not over yet.", about);
      }
      return [complete(booking, current)];
    }),
);
