import { randomUUID } from "node:crypto";
import { doc, getDoc } from "firebase/firestore";
import type { Booking } from "../../../client/src/index.ts";
import { payAsBrowser } from "../../../dev/payer.ts";
import { addDays, todayIn } from "../../../functions/src/travel/calendar/dates.ts";
import type { Device } from "../../support/devices.ts";
import { running } from "../../support/firestore.ts";
import { until } from "../../support/until.ts";

// What guests do with an app, through the whole platform.

/** A zone in which it is about noon, so that no day begins while a test runs. */
export function zoneOfNoon(): string {
  const west = new Date().getUTCHours() - 12;
  return `Etc/GMT${west < 0 ? west : `+${west}`}`;
}

/** A room type of a property, and its zone. */
export interface Room {
  propertyId: string;
  roomTypeId: string;
  timeZone: string;
}

/** So many days from today, where it is. */
export const dayFrom = ({ timeZone }: Room, days: number): string =>
  addDays(todayIn(timeZone, new Date()), days);

export const stayFrom = (room: Room, days: number, nights = 2) => ({
  checkIn: dayFrom(room, days),
  checkOut: dayFrom(room, days + nights),
});

/** Quotes a stay and takes it up: it is held, or requested. */
export async function take({ travel }: Device, room: Room, days: number, nights = 2) {
  const { propertyId, roomTypeId } = room;
  const stay = { propertyId, roomTypeId, ...stayFrom(room, days, nights) };
  const { quoteId, totals } = await travel.call.quoteStay({ ...stay, guests: 2 });
  const { bookingId, state } = await travel.call.holdStay({ requestId: randomUUID(), quoteId });
  return { bookingId, state, totals };
}

/** Names who comes and pays as a browser does, and waits for the provider's word. */
export async function pay(guest: Device, bookingId: string) {
  const { call } = guest.travel;
  await call.nameGuests({ bookingId, guests: [{ name: "Ana Guest" }] });
  const payable = await call.payStay({ bookingId });
  await payAsBrowser(running, payable);
  await until(async () => (await bookingOf(guest, bookingId)).state === "confirmed", 30_000);
  return payable;
}

/** A booking as the rules show it to who has booked. */
export async function bookingOf({ travel }: Device, bookingId: string): Promise<Booking> {
  const booking = (await getDoc(doc(travel.documents.bookings, bookingId))).data();
  if (!booking) throw new Error(`there is no booking ${bookingId}`);
  return booking;
}
