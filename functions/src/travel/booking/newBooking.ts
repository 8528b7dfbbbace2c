import { Timestamp } from "firebase-admin/firestore";
import { DAY, stamp } from "../../core/clock.ts";
import { checkOutOf } from "./moments.ts";
import type { Booking, GuestList, Quote } from "./schema.ts";

/** So long after a stay its host may have to know who was there. */
const KEPT = 30 * DAY;

/** A booking as it is taken up: a request where its host is asked first, else held. */
export function newBooking(
  { expiresAt: _, ...agreed }: Quote,
  asked: Required<Pick<Booking, "closeAt" | "fingerprint">>,
): Booking {
  const at = stamp();
  const state = agreed.mode === "on_request" ? "requested" : "held";
  return {
    ...agreed,
    ...asked,
    reference: null,
    state,
    payment: null,
    paidBy: [],
    captured: 0,
    paid: 0,
    refunded: 0,
    refundAtMost: 100,
    change: null,
    timeline: [{ event: state, at }],
    bookedAt: at,
    review: null,
  };
}

/** Nobody but who has booked is known yet. */
export const newGuestList = (booking: Booking, email: string): GuestList => ({
  uid: booking.uid,
  hostId: null,
  email,
  guests: [],
  phone: "",
  note: "",
  purgeAt: purgeAtOf(booking),
});

/** When a guest list is deleted. */
export const purgeAtOf = (booking: Booking): Timestamp =>
  Timestamp.fromMillis(checkOutOf(booking).getTime() + KEPT);
