import { callable } from "../core/callable.ts";
import { decide, update } from "../core/decide.ts";
import { charge } from "../core/limits.ts";
import { payableOf } from "../core/payments/intents.ts";
import { openPayment } from "../core/payments/openPayment.ts";
import { payments } from "../core/payments/schema.ts";
import { refuse } from "../core/refuse.ts";
import { stripeSecretKey } from "../core/settings.ts";
import { existing } from "./booking/access.ts";
import { isDue } from "./booking/closeBooking.ts";
import { ChangeReference } from "./booking/inputs.ts";
import { bookingChanges, bookings } from "./booking/schema.ts";
import { next } from "./booking/states.ts";
import { PAY_LIMIT } from "./payStay.ts";
import { currency } from "./schema.ts";

/**
 * Lets a traveller pay what other dates cost more, while those are held: answers as `payStay` does. What came
 * of it is seen in the booking, and in `bookingChanges`.
 *
 * Refuses `not-found`/`no-such-change` (another's too); `failed-precondition` with `wrong-state`,
 * also of a stay that has begun or is over, or `hold-expired`; `unavailable`/`provider-unavailable`; and `resource-exhausted`/`too-many-requests` over 60
 * an hour, `payStay` counted in.
 */
export const payChange = callable(
  { access: "verified", input: ChangeReference, options: { secrets: [stripeSecretKey] } },
  async ({ changeId }, { uid }) => {
    const payment = await decide(async (read) => {
      const [change] = await read(bookingChanges.doc(changeId));
      const asked = change.data();
      if (asked?.uid !== uid) {
        refuse("not-found", "no-such-change", "There is no such change of dates.");
      }
      const { state } = asked;
      if (state !== "held") {
        refuse("failed-precondition", "wrong-state", `This change is ${state}.`, { state });
      }
      const [booking] = await read(bookings.doc(asked.bookingId));
      next(existing(booking).state, "change");
      if (isDue(asked.closeAt)) {
        refuse("failed-precondition", "hold-expired", "The time to pay it is over: ask again.");
      }
      const [last] = asked.payment === null ? [] : await read(payments.doc(asked.payment));
      if (last && last.data()?.state !== "canceled") return { answer: last.id };
      const subject = change.ref.path;
      const opened = openPayment({ subject, uid, amount: asked.toPay, currency }, last);
      const { paymentId } = opened;
      return { answer: paymentId, writes: [opened.write, update(change, { payment: paymentId })] };
    });
    await charge("travel.pay", uid, PAY_LIMIT);
    return payableOf(payment);
  },
);
