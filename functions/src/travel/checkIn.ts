import { callable } from "../core/callable.ts";
import { update } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { hostsStep } from "./booking/hostsStep.ts";
import { BookingReference } from "./booking/inputs.ts";
import { todayAt } from "./booking/moments.ts";
import { happened } from "./booking/timeline.ts";

/**
 * Says that who has booked is there, on the day of check-in or after it. Other dates that wait to be paid can be had no more. Answers `{ bookingId, state }`;
 * calling again answers the same.
 *
 * For its host, and for order managers. Refuses `not-found`/`no-such-booking` (another's too) and
 * `failed-precondition` with `wrong-state` or `too-early` (`checkIn`).
 */
export const checkIn = callable(
  { access: "verified", input: BookingReference },
  ({ bookingId }, caller) =>
    hostsStep(bookingId, caller, ["check_in", "checked_in"], (step) => {
      const { booking, current, after: state } = step;
      if (todayAt(current) < current.checkIn) {
        const about = { checkIn: current.checkIn };
        refuse("failed-precondition", "too-early", "The stay has not begun yet.", about);
      }
      return [update(booking, { state, timeline: happened(current, "checked_in") })];
    }),
);
