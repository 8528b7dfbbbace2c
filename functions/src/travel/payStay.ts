import { callable } from "../core/callable.ts";
import type { Caller } from "../core/caller.ts";
import { type Decision, decide, type Read, update } from "../core/decide.ts";
import { charge } from "../core/limits.ts";
import { payableOf } from "../core/payments/intents.ts";
import { openPayment } from "../core/payments/openPayment.ts";
import { payments } from "../core/payments/schema.ts";
import { refuse } from "../core/refuse.ts";
import { stripeSecretKey } from "../core/settings.ts";
import { own } from "./booking/access.ts";
import { isDue } from "./booking/closeBooking.ts";
import { BookingReference } from "./booking/inputs.ts";
import { bookings, guestLists } from "./booking/schema.ts";
import { next } from "./booking/states.ts";

/** Each such call asks the provider, who takes only so many requests of all our travellers together. */
export const PAY_LIMIT = { calls: 60, seconds: 3600 };

/**
 * Lets a traveller pay a stay that is held for them: answers `{ paymentId, intent, clientSecret, amount,
 * currency }` for the payment provider's client library, amount in minor units: what was quoted. Calling
 * again answers the same payment; a new one only if the last was canceled. What came of it is seen in the
 * booking.
 *
 * Refuses `not-found`/`no-such-booking` (another's too); `failed-precondition` with `wrong-state`,
 * `hold-expired` or `guests-needed`; `unavailable`/`provider-unavailable`; and
 * `resource-exhausted`/`too-many-requests` over 60 an hour.
 */
export const payStay = callable(
  { access: "verified", input: BookingReference, options: { secrets: [stripeSecretKey] } },
  async ({ bookingId }, caller) => {
    const paymentId = await decide((read) => paymentFor(read, bookingId, caller));
    await charge("travel.pay", caller.uid, PAY_LIMIT);
    return payableOf(paymentId);
  },
);

/** The booking names the payment in the same commit: who closes it sees what there is to cancel. */
async function paymentFor(
  read: Read,
  bookingId: string,
  caller: Caller,
): Promise<Decision<string>> {
  const [booking, list] = await read(bookings.doc(bookingId), guestLists.doc(bookingId));
  const { state, closeAt, payment, totals, currency, uid } = own(booking, caller);
  next(state, "pay");
  if (isDue(closeAt)) {
    refuse("failed-precondition", "hold-expired", "The time to pay this stay is over: book anew.");
  }
  if (!list.data()?.guests.length) {
    refuse("failed-precondition", "guests-needed", "Say first who comes: see nameGuests.");
  }
  const [last] = payment === null ? [] : await read(payments.doc(payment));
  if (last && last.data()?.state !== "canceled") return { answer: last.id };
  const subject = booking.ref.path;
  const opened = openPayment({ subject, uid, amount: totals.total, currency }, last);
  const { paymentId } = opened;
  return { answer: paymentId, writes: [opened.write, update(booking, { payment: paymentId })] };
}
