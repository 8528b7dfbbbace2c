import { callable } from "../core/callable.ts";
import { decide, update } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { hosted } from "./booking/access.ts";
import { BookingReference } from "./booking/inputs.ts";
import { letGo, over } from "./booking/letGo.ts";
import { todayAt } from "./booking/moments.ts";
import { bookings } from "./booking/schema.ts";
import { next } from "./booking/states.ts";
import { happened } from "./booking/timeline.ts";

/**
 * Says that nobody has come, from the day after check-in on: the nights that are left can be had again, and
 * nothing goes back. Answers `{ bookingId, state }`; calling again answers the same.
 *
 * For its host, and for order managers. Refuses `not-found`/`no-such-booking` (another's too) and
 * `failed-precondition` with `wrong-state` or `too-early` (`checkIn`).
 */
export const markNoShow = callable(
  { access: "verified", input: BookingReference },
  ({ bookingId }, caller) =>
    decide(async (read) => {
      const [booking] = await read(bookings.doc(bookingId));
      const current = await hosted(booking, caller);
      if (current.state === "no_show") return { answer: { bookingId, state: current.state } };
      const state = next(current.state, "mark_no_show");
      if (todayAt(current) <= current.checkIn) {
        const about = { checkIn: current.checkIn };
        refuse("failed-precondition", "too-early", "They may still come tonight.", about);
      }
      const timeline = happened(current, "no_show");
      return {
        answer: { bookingId, state },
        writes: [
          update(booking, { state, timeline, ...over() }),
          ...(await letGo(read, booking, current)),
        ],
      };
    }),
);
