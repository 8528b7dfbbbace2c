import { callable } from "../core/callable.ts";
import { decide, update } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { own } from "./booking/access.ts";
import { NameGuests } from "./booking/inputs.ts";
import { bookings, guestLists } from "./booking/schema.ts";
import { next } from "./booking/states.ts";

/**
 * Says who comes to a stay of the caller's, how they are reached, and what its host should know. It may be
 * said again until they are there; the first named is asked for at the desk. Its host reads it once the stay
 * is confirmed, nobody else does, and 30 days after the stay it is deleted. Answers `{ bookingId }`.
 *
 * Refuses `not-found`/`no-such-booking` (another's too); `failed-precondition` with `wrong-state` or
 * `too-many-guests` (`most`); `resource-exhausted`/`too-many-requests` over 60 an hour.
 */
export const nameGuests = callable(
  { access: "verified", input: NameGuests, limit: { calls: 60, seconds: 3600 } },
  ({ bookingId, ...named }, caller) =>
    decide(async (read) => {
      const [booking, list] = await read(bookings.doc(bookingId), guestLists.doc(bookingId));
      const { state, guests: most } = own(booking, caller);
      next(state, "name_guests");
      if (named.guests.length > most) {
        const sentence = `The stay is booked for ${most}.`;
        refuse("failed-precondition", "too-many-guests", sentence, { most });
      }
      return { answer: { bookingId }, writes: [update(list, named)] };
    }),
);
