import { randomUUID } from "node:crypto";
import { now } from "../../../functions/src/core/clock.ts";
import { payments } from "../../../functions/src/core/payments/schema.ts";
import { staff } from "../../../functions/src/core/roles.ts";
import {
  type Booking,
  type BookingChange,
  bookingChanges,
  bookings,
  type GuestList,
  guestLists,
} from "../../../functions/src/travel/booking/schema.ts";
import { addDays, todayIn } from "../../../functions/src/travel/calendar/dates.ts";
import {
  type AvailabilityMonth,
  availabilityOf,
  type InventoryMonth,
  inventoryOf,
  type Room,
} from "../../../functions/src/travel/calendar/schema.ts";
import { createProperty } from "../../../functions/src/travel/createProperty.ts";
import { createRoomType } from "../../../functions/src/travel/createRoomType.ts";
import { holdStay } from "../../../functions/src/travel/holdStay.ts";
import { listProperty } from "../../../functions/src/travel/listProperty.ts";
import { nameGuests } from "../../../functions/src/travel/nameGuests.ts";
import { payStay } from "../../../functions/src/travel/payStay.ts";
import { quoteStay } from "../../../functions/src/travel/quoteStay.ts";
import type { Property } from "../../../functions/src/travel/schema.ts";
import { call, customer, type Person } from "../../support/call.ts";
import { somebody } from "../../support/knownPeople.ts";
import { confirm, untilPayment } from "../../support/payments.ts";

/** A property that is listed, with one room type, and its host. */
export interface House extends Room {
  host: Person & { token: { email: string } };
  timeZone: string;
}

/** What `createProperty` takes, of a house where nothing special is so. */
export const aProperty = (fields: Partial<Property> = {}) => ({
  requestId: randomUUID(),
  name: "House by the River",
  description: "",
  address: "Rua da Fonte 12",
  photo: null,
  amenities: ["wifi"],
  checkInFrom: "15:00",
  checkOutUntil: "11:00",
  mode: "instant" as const,
  policy: "moderate" as const,
  cleaningFee: 20_00,
  taxBasisPoints: 600,
  city: "lisbon",
  country: "PT",
  timeZone: "Europe/Lisbon",
  ...fields,
});

/** What `createRoomType` takes: two rooms for two at 100.00, for any stay. */
export const aRoomType = (propertyId: string, fields: object = {}) => ({
  requestId: randomUUID(),
  propertyId,
  name: "Double room",
  description: "",
  photo: null,
  price: 100_00,
  capacity: 2,
  minStay: 1,
  maxStay: 28,
  sleeps: 2,
  ...fields,
});

/** A house of a host of its own, or of `host`. */
export async function openHouse(
  property: Partial<Property> = {},
  roomType: object = {},
  by?: House["host"],
): Promise<House> {
  const host = by ?? (await somebody());
  const { propertyId } = await call(createProperty, host, aProperty(property));
  const { roomTypeId } = await call(createRoomType, host, aRoomType(propertyId, roomType));
  await call(listProperty, host, { propertyId, listed: true });
  return { propertyId, roomTypeId, host, timeZone: property.timeZone ?? "Europe/Lisbon" };
}

/** So many days from today, by the clocks of the house. */
export const dayFrom = ({ timeZone }: House, days: number): string =>
  addDays(todayIn(timeZone, now()), days);

/** A stay that begins so many days from today. */
export const stayFrom = (house: House, days: number, nights = 2) => ({
  checkIn: dayFrom(house, days),
  checkOut: dayFrom(house, days + nights),
});

interface Wanted {
  checkIn: string;
  checkOut: string;
  rooms?: number;
  guests?: number;
}

/** Quotes a stay for `person`. */
export const quote = (house: House, person: Person, { guests = 1, ...stay }: Wanted) => {
  const { propertyId, roomTypeId } = house;
  return call(quoteStay, person, { propertyId, roomTypeId, guests, ...stay });
};

/** Quotes a stay and takes it up: it is held, or requested. */
export async function take(house: House, stay: Wanted, person: Person = customer()) {
  const { quoteId, totals } = await quote(house, person, stay);
  const { bookingId, state } = await call(holdStay, person, { requestId: randomUUID(), quoteId });
  return { bookingId, state, totals, person };
}

/** Names who comes, and opens the payment. */
export async function open(bookingId: string, person: Person) {
  await call(nameGuests, person, { bookingId, guests: [{ name: "Ana Guest" }] });
  return call(payStay, person, { bookingId });
}

/** Pays a stay that is held, as its traveller's browser would, and waits for the provider's word. */
export async function pay(bookingId: string, person: Person) {
  const payable = await open(bookingId, person);
  await confirm(payable.intent);
  await untilPayment(payable.paymentId, "succeeded");
  return payable;
}

/** A stay that is confirmed. Needs `useProvider`. */
export async function book(house: House, stay: Wanted, person: Person = customer()) {
  const taken = await take(house, stay, person);
  const { paymentId } = await pay(taken.bookingId, person);
  return { ...taken, paymentId };
}

/** Somebody who looks after money. */
export async function orderManager(): Promise<Person> {
  const person = customer();
  const { uid } = person;
  await staff.doc(uid).set({ role: "order_manager", disabled: false } as never);
  return person;
}

export const bookingOf = async (id: string): Promise<Booking> =>
  (await bookings.doc(id).get()).data() ?? missing(`booking ${id}`);

export const changeOf = async (id: string): Promise<BookingChange> =>
  (await bookingChanges.doc(id).get()).data() ?? missing(`change ${id}`);

export const guestsOf = async (id: string): Promise<GuestList | undefined> =>
  (await guestLists.doc(id).get()).data();

export const monthOf = async (room: Room, month: string): Promise<InventoryMonth> =>
  (await inventoryOf(room, month).get()).data() ?? missing(`month ${month}`);

export const shownOf = async (room: Room, month: string): Promise<AvailabilityMonth> =>
  (await availabilityOf(room, month).get()).data() ?? missing(`calendar of ${month}`);

/** Rooms that are booked of a night. */
export const bookedOn = async (room: Room, date: string): Promise<number> =>
  (await monthOf(room, date.slice(0, 7))).days[Number(date.slice(8)) - 1]?.booked ?? 0;

/** Rooms that everybody sees as left of a night. */
export const leftOf = async (room: Room, date: string): Promise<number> =>
  (await shownOf(room, date.slice(0, 7))).nights[Number(date.slice(8)) - 1]?.left ?? 0;

export const paymentOf = async (id: string) =>
  (await payments.doc(id).get()).data() ?? missing(`payment ${id}`);

function missing(what: string): never {
  throw new Error(`there is no ${what}`);
}
