import { randomUUID } from "node:crypto";
import { stamp } from "../../../functions/src/core/clock.ts";
import { idOf } from "../../../functions/src/core/id.ts";
import { counterOf } from "../../../functions/src/core/limits.ts";
import { staff } from "../../../functions/src/core/roles.ts";
import {
  type Booking,
  bookingChanges,
  bookings,
  references,
} from "../../../functions/src/travel/booking/schema.ts";
import { cancelAsHost } from "../../../functions/src/travel/cancelAsHost.ts";
import { nameGuests } from "../../../functions/src/travel/nameGuests.ts";
import { quoteCancellation } from "../../../functions/src/travel/quoteCancellation.ts";
import { reviewStay } from "../../../functions/src/travel/reviewStay.ts";
import { withdrawReview } from "../../../functions/src/travel/withdrawReview.ts";
import { call, customer, type Person } from "../../support/call.ts";
import { bookingOf, type House, openHouse, quote, stayFrom, take } from "./house.ts";

type Somebody = House["host"];

/** What somebody has of travel. Bookings are ids. */
export interface Past {
  /** Theirs. `guest` has stayed there, and says so. */
  house: House;
  hosted: string;
  /** Another's: they have stayed there and say so, like `guest`. */
  other: House;
  stayed: string;
  /** Theirs there, too, which its host has called off. */
  calledOff: string;
  guest: Person;
}

/** The name that somebody is a guest under. */
export const guestNameOf = ({ uid }: { uid: string }): string => `Guest ${uid.slice(-12)}`;

/** Gives somebody each kind of document that travel keeps about people, of stays that are over. */
export async function busyBefore(person: Somebody): Promise<Past> {
  const guest = customer();
  const house = await openHouse({ mode: "on_request" }, {}, person);
  const other = await openHouse({}, { capacity: 9 });
  const past: Past = {
    ...{ house, other, guest },
    hosted: await hasStayed(house, guest, 4),
    stayed: await hasStayed(other, person, 2),
    calledOff: (await takeAs(other, person, 20)).bookingId,
  };
  await hasStayed(other, guest, 5);
  await quote(house, guest, stayFrom(house, 30));
  await quote(other, person, stayFrom(other, 30));
  await changeBefore(past.stayed);
  await call(quoteCancellation, person, { bookingId: past.calledOff });
  const { email } = person.token;
  const reason = `${email.toUpperCase()} (${person.uid}) has asked us to`;
  await call(cancelAsHost, other.host, { bookingId: past.calledOff, reason });
  await takeDown(person, past);
  // In process there is one count of all that is called, and others have still to come.
  await counterOf("local", person.uid).delete();
  return past;
}

/** A stay that they have taken up, with who comes. */
export async function takeAs(house: House, person: Person, inDays: number) {
  const taken = await take(house, stayFrom(house, inDays), person);
  await sayWhoComes(taken.bookingId, person);
  return taken;
}

/** They come themselves. */
export async function sayWhoComes(bookingId: string, person: Person): Promise<void> {
  const name = guestNameOf(person);
  const note = `${name} <${person.token.email}>`;
  await call(nameGuests, person, { bookingId, guests: [{ name }], phone: "+351 910 000", note });
}

/** A stay of theirs that is over, and so many stars. */
async function hasStayed(house: House, person: Person, rating: number): Promise<string> {
  const { bookingId } = await takeAs(house, person, 10);
  await putOver(bookingId);
  await say(bookingId, person, rating);
  return bookingId;
}

/** Puts a booking as it is once its stay is over. */
export async function putOver(bookingId: string, state: Booking["state"] = "completed") {
  const { closeAt: _, remindAt: __, completeAt: ___, ...booking } = await bookingOf(bookingId);
  const reference = booking.reference ?? bookingId.slice(0, 6).toUpperCase();
  await references.doc(reference).set({ bookingId });
  await bookings.doc(bookingId).set({ ...booking, reference, state });
}

export const say = (bookingId: string, person: Person, rating: number) =>
  call(reviewStay, person, {
    ...{ bookingId, rating, title: "", text: `I am ${guestNameOf(person)}` },
    author: guestNameOf(person),
  });

/** The dates were other ones once. */
async function changeBefore(bookingId: string): Promise<void> {
  const { uid, checkIn, checkOut, nights, totals, fingerprint } = await bookingOf(bookingId);
  const dates = { bookingId, uid, checkIn, checkOut, nights, totals, fingerprint };
  const money = { toPay: 0, refund: 0, percent: 100, payment: null, earlier: 0 };
  await bookingChanges
    .doc(idOf("change", bookingId, "before"))
    .set({ ...dates, ...money, state: "applied", at: stamp() });
}

/** Staff have taken down what they said of a stay first; they have said it again. */
async function takeDown(person: Somebody, { other, stayed }: Past): Promise<void> {
  const manager = { ...customer(), uid: `manager-${randomUUID()}` };
  await staff.doc(manager.uid).set({ role: "order_manager", disabled: false });
  const { propertyId } = other;
  const reason = `Rude: ${person.token.email}`;
  await call(withdrawReview, manager, { propertyId, bookingId: stayed, reason });
  await say(stayed, person, 2);
}
