import { HOUR, MINUTE, now, stamp } from "../../../functions/src/core/clock.ts";
import { Payment } from "../../../functions/src/core/payments/schema.ts";
import { checkOutOf } from "../../../functions/src/travel/booking/moments.ts";
import { newGuestList } from "../../../functions/src/travel/booking/newBooking.ts";
import { type Booking, GuestList } from "../../../functions/src/travel/booking/schema.ts";
import { StayReview } from "../../../functions/src/travel/schema.ts";
import type { DemoStay } from "./demoPlace.ts";
import { isPaid } from "./stay.ts";
import { stampAt, then } from "./then.ts";
import { travellers } from "./travellers.ts";

// What stands beside a booking of the demo.

/** Who comes; nothing where that is deleted by now. */
export function guestListOf(stay: DemoStay, booking: Booking): GuestList | undefined {
  const { email, name } = travellers[stay.by];
  const list = newGuestList(booking, email);
  if (list.purgeAt.toMillis() <= now().getTime()) return undefined;
  return GuestList.parse({
    ...list,
    hostId: isPaid(stay) && stay.state !== "cancelled" ? booking.hostId : null,
    guests: [{ name }],
    note: stay.note ?? "",
  });
}

/** Its payment, which the provider knows as `intent`; nothing where there is none. */
export function paymentOf(bookingId: string, booking: Booking): Payment | undefined {
  const { payment, uid, captured, currency, bookedAt } = booking;
  if (payment === null) return undefined;
  return then(new Date(bookedAt.toMillis() + 2 * MINUTE), () =>
    Payment.parse({
      subject: `bookings/${bookingId}`,
      attempt: 1,
      uid,
      amount: captured,
      currency,
      state: "succeeded",
      intent: `pi_${payment.slice(0, 24)}`,
      captured,
      refunding: 0,
      refunded: 0,
      problem: null,
      review: null,
      createdAt: stamp(),
    }),
  );
}

/** What who has stayed says of it, the evening after. */
export function reviewOf({ by, review }: DemoStay, booking: Booking): StayReview | undefined {
  if (!review) return undefined;
  const { uid, name } = travellers[by];
  const at = stampAt(new Date(checkOutOf(booking).getTime() + 9 * HOUR));
  return StayReview.parse({ ...review, uid, author: name, createdAt: at, updatedAt: at });
}
