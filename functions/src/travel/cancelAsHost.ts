import { record } from "../core/audit.ts";
import { callable } from "../core/callable.ts";
import { decide } from "../core/decide.ts";
import { stripeSecretKey } from "../core/settings.ts";
import { hosted } from "./booking/access.ts";
import { cancel } from "./booking/cancel.ts";
import { closeBooking } from "./booking/closeBooking.ts";
import { HostsWord } from "./booking/inputs.ts";
import { bookings } from "./booking/schema.ts";

/**
 * Cancels a stay that can't be kept: all that has been paid goes back, whatever the policy says, and who
 * wanted to come is written to, with the `reason`. Recorded in the audit trail. Answers `{ bookingId, state,
 * refund }`, minor units; calling again answers the same.
 *
 * For its host, and for order managers. Refuses `not-found`/`no-such-booking` (another's too) and
 * `failed-precondition`/`wrong-state`: a request is declined, and who has arrived stays.
 */
export const cancelAsHost = callable(
  { access: "verified", input: HostsWord, options: { secrets: [stripeSecretKey] } },
  async ({ bookingId, reason }, caller) => {
    const { isOpen, ...outcome } = await decide(async (read) => {
      const [booking] = await read(bookings.doc(bookingId));
      const current = await hosted(booking, caller);
      const done = current.timeline.find(({ event }) => event === "cancelled_by_host");
      if (done) {
        const { state, closeAt } = current;
        const refund = done.amount ?? 0;
        return { answer: { bookingId, state, refund, isOpen: closeAt !== undefined } };
      }
      const { uid: actor } = caller;
      const cancelled = { refund: current.paid, by: actor, reason };
      const { after, refund, isOpen, writes } = await cancel(read, booking, current, {
        action: "cancel_by_host",
        ...cancelled,
      });
      const entry = { action: "travel.cancelAsHost", actor, subject: booking.ref.path };
      const said = reason.trim() === "" ? {} : { reason };
      return {
        answer: { bookingId, state: after.state, refund, isOpen },
        writes: [...writes, record({ ...entry, ...said }, bookingId)],
      };
    });
    // Cancelled it is; where the provider can't be reached, a sweep ends its payment.
    if (isOpen) await closeBooking(bookingId).catch(() => {});
    return outcome;
  },
);
