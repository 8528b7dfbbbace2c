import { bookingIn, type Picture } from "./picture.ts";
import { addedBy, checkOutAt, isFree, isHeld, move, percentOf } from "./stays.ts";
import { todayAt } from "./world.ts";

// What must become of stays when money comes. Each changes the picture that it is given.

/** The money of a payment is there. */
export function receive(picture: Picture, paymentId: string, amount: number, now: number): void {
  const { subject } = picture.payments[paymentId] ?? {};
  if (subject?.startsWith("bookings/")) receiveFor(picture, paymentId, amount, now);
  else receiveDifference(picture, paymentId, amount, now);
}

function receiveFor(picture: Picture, paymentId: string, amount: number, now: number): void {
  const id = bookingIn(picture, paymentId);
  const booking = picture.bookings[id]!;
  const { place, state, checkIn, rooms } = booking;
  if (booking.paidBy.length > 0) {
    promise(picture, id, amount);
    return;
  }
  const nights = Object.keys(booking.nights);
  const isToCome = checkIn >= todayAt(place, now) && picture.listed[place];
  const canHave =
    isHeld(booking, now) || (isToCome && isFree(picture, place, nights, rooms, now, id));
  Object.assign(booking, { payment: paymentId, paidBy: [paymentId], closeAt: null });
  booking.captured += amount;
  if (state !== "cancelled" && canHave) {
    booking.state = "confirmed";
    booking.timeline.push("confirmed");
    booking.completeAt = checkOutAt(booking);
    return;
  }
  if (state === "held") booking.state = "expired";
  booking.timeline.push("paid_late");
  promise(picture, id, amount);
}

function receiveDifference(picture: Picture, paymentId: string, amount: number, now: number): void {
  const changeId = picture.payments[paymentId]!.subject.split("/")[1] ?? "";
  const change = picture.changes[changeId]!;
  const { bookingId } = change;
  const booking = picture.bookings[bookingId]!;
  const { place, rooms } = booking;
  const today = todayAt(place, now);
  const isToCome = change.checkIn >= today && booking.checkIn >= today && picture.listed[place];
  const added = addedBy(change, booking);
  const hasNights =
    isHeld(change, now) || (isToCome && isFree(picture, place, added, rooms, now, changeId));
  const waits = change.state === "held" && booking.change === changeId;
  // A bank was slow, and the stay is still what they were for.
  const isMeant = change.state === "expired" && booking.change === null && !change.isOvertaken;
  Object.assign(change, { payment: paymentId, closeAt: null });
  if ((waits || isMeant) && hasNights && booking.state === "confirmed") {
    const percent = waits ? change.percent : Math.min(change.percent, percentOf(booking, now));
    change.state = "applied";
    booking.captured += amount;
    booking.paidBy = [...booking.paidBy, paymentId];
    move(picture, bookingId, { ...change, percent });
    return;
  }
  if (change.state === "held") change.state = "expired";
  if (booking.change === changeId) booking.change = null;
  promise(picture, bookingId, amount);
}

/** Money of a booking is to go back. */
export function promise({ promised }: Picture, bookingId: string, amount: number): void {
  if (amount > 0) promised[bookingId] = (promised[bookingId] ?? 0) + amount;
}

/** Other dates that wait for their money can be had no more. */
export function giveUpChange(picture: Picture, bookingId: string, now: number): void {
  const booking = picture.bookings[bookingId]!;
  const change = picture.changes[booking.change ?? ""];
  booking.change = null;
  if (change?.state === "held") Object.assign(change, { state: "cancelled", closeAt: now });
}
