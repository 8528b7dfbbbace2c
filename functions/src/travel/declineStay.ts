import { FieldValue } from "firebase-admin/firestore";
import { callable } from "../core/callable.ts";
import { update } from "../core/decide.ts";
import { hostsStep } from "./booking/hostsStep.ts";
import { HostsWord } from "./booking/inputs.ts";
import { stayDeclined } from "./booking/mails.ts";
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
    hostsStep(bookingId, caller, ["decline", "declined"], async (step) => {
      const { read, booking, current, after: state } = step;
      const timeline = happened(current, "declined");
      const declined = { state, timeline, closeAt: FieldValue.delete() };
      const mail = stayDeclined(current, reason);
      return [
        update(booking, declined),
        ...(await tellTraveller(read, bookingId, "stay-declined", bookingId, mail)),
      ];
    }),
);
