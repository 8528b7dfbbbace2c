import { randomUUID } from "node:crypto";
import * as travel from "../../../functions/src/travel/index.ts";
import { aProperty, aRoomType } from "./house.ts";

/** What inputs name, and where it is not there. */
export const NOWHERE = {
  propertyId: "0".repeat(40),
  roomTypeId: "1".repeat(40),
  bookingId: "2".repeat(40),
  changeId: "3".repeat(40),
  quoteId: "a-quote",
};
export type Names = typeof NOWHERE;

/** Every callable of travel, by its name. */
export const callables = Object.entries(travel).filter(([, one]) => "stream" in one) as [
  keyof ReturnType<typeof inputsFor>,
  // biome-ignore lint/suspicious/noExplicitAny: each takes another input
  { run(request: any): Promise<unknown> },
][];

/** A good input of each callable, with everything in it that there may be. */
export function inputsFor({ propertyId, roomTypeId, bookingId, changeId, quoteId }: Names) {
  const room = { propertyId, roomTypeId };
  const booking = { bookingId };
  const dates = { checkIn: "2099-12-01", checkOut: "2099-12-03" };
  const requestId = randomUUID();
  const span = { ...room, from: "2099-12-01", until: "2099-12-03", weekdays: [1, 7] };
  return {
    acceptStay: booking,
    cancelAsHost: { ...booking, reason: "The roof leaks." },
    cancelBooking: { ...booking, quoteId: "a-quote" },
    changeDates: { ...booking, ...dates, requestId, toPay: 0, refund: 0 },
    checkIn: booking,
    completeStay: booking,
    createProperty: aProperty({ photo: "https://example.com/a.jpg" }),
    createRoomType: aRoomType(propertyId, { photo: "https://example.com/a.jpg" }),
    declineStay: { ...booking, reason: "We are away." },
    holdStay: { requestId, quoteId },
    listProperty: { propertyId, listed: true },
    markNoShow: booking,
    nameGuests: { ...booking, guests: [{ name: "Ana" }], phone: "+351", note: "Late." },
    payChange: { changeId },
    payStay: booking,
    quoteCancellation: booking,
    quoteChange: { ...booking, ...dates },
    quoteStay: { ...room, ...dates, rooms: 1, guests: 1 },
    reviewStay: { ...booking, rating: 5, title: "Quiet", text: "Nice.", author: "Ana" },
    searchStays: { city: "lisbon", ...dates, guests: 1, rooms: 1, after: { price: 1, ...room } },
    setCapacity: { ...span, capacity: 1, closed: false },
    setRates: { ...span, price: 100, minStay: 1, maxStay: 2 },
    withdrawReview: { propertyId, ...booking, reason: "Rude." },
  };
}
