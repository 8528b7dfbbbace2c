import { FieldValue } from "firebase-admin/firestore";
import { callable } from "../core/callable.ts";
import { decide, update } from "../core/decide.ts";
import { hosted } from "./booking/access.ts";
import { HostsWord } from "./booking/inputs.ts";
import { stayDeclined } from "./booking/mails.ts";
import { bookings } from "./booking/schema.ts";
import { next } from "./booking/states.ts";
import { tellTraveller } from "./booking/tell.ts";
import { happened } from "./booking/timeline.ts";

/**
 * Says no to a request; who asked is written to, with the `reason`. Answers `{ bookingId, state }`; calling
 * again answers the same.
 *
 * For its host, and for order managers. Refuses `not-found`/`no-such-booking` (another's too) and
 * `failed-precondition`/`wrong-state`.
 */
export const declineStay = callable(
  { access: "verified", input: HostsWord },
  ({ bookingId, reason }, caller) =>
    decide(async (read) => {
      const [booking] = await read(bookings.doc(bookingId));
      const current = await hosted(booking, caller);
      if (current.state === "declined") return { answer: { bookingId, state: current.state } };
      const state = next(current.state, "decline");
      const timeline = happened(current, "declined");
      const declined = { state, timeline, closeAt: FieldValue.delete() };
      const mail = stayDeclined(current, reason);
      return {
        answer: { bookingId, state },
        writes: [
          update(booking, declined),
          ...(await tellTraveller(read, bookingId, "stay-declined", bookingId, mail)),
        ],
      };
    }),
);
