import { callable } from "../core/callable.ts";
import { now } from "../core/clock.ts";
import { update } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { hostsStep } from "./booking/hostsStep.ts";
import { BookingReference } from "./booking/inputs.ts";
import { letGo, over } from "./booking/letGo.ts";
import { checkOutOf, todayAt } from "./booking/moments.ts";
import { happened } from "./booking/timeline.ts";

/**
 * Says that nobody has come, from the day after check-in until check-out: the nights that are left can be had again, and
 * nothing goes back. Answers `{ bookingId, state }`; calling again answers the same.
 *
 * For its host, and for order managers. Refuses `not-found`/`no-such-booking` (another's too) and
 * `failed-precondition` with `wrong-state` or `too-early` (`checkIn`) or `too-late` (`checkOut`).
 */
export const markNoShow = callable(
  { access: "verified", input: BookingReference },
  ({ bookingId }, caller) =>
    hostsStep(bookingId, caller, ["mark_no_show", "no_show"], async (step) => {
      const { read, booking, current, after: state } = step;
      if (todayAt(current) <= current.checkIn) {
        const about = { checkIn: current.checkIn };
        refuse("failed-precondition", "too-early", "They may still come tonight.", about);
      }
      if (checkOutOf(current) <= now()) {
        const about = { checkOut: current.checkOut };
        refuse("failed-precondition", "too-late", "The stay is over.", about);
      }
      const timeline = happened(current, "no_show");
      return [
        update(booking, { state, timeline, ...over() }),
        ...(await letGo(read, booking, current)),
      ];
    }),
);
