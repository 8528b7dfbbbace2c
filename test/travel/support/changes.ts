import { randomUUID } from "node:crypto";
import { changeDates } from "../../../functions/src/travel/changeDates.ts";
import { payChange } from "../../../functions/src/travel/payChange.ts";
import { quoteChange } from "../../../functions/src/travel/quoteChange.ts";
import type { Property } from "../../../functions/src/travel/schema.ts";
import { call, type Person } from "../../support/call.ts";
import { confirm, untilPayment } from "../../support/payments.ts";
import { book, bookedOn, dayFrom, type House, stayFrom } from "./house.ts";
import { plantHouse } from "./plantedHouse.ts";

interface Dates {
  checkIn: string;
  checkOut: string;
}

interface Owned {
  bookingId: string;
  person: Person;
}

/** What `changeDates` takes for other dates, as they are priced now. */
export async function asked({ bookingId, person }: Owned, to: Dates) {
  const { toPay, refund } = await call(quoteChange, person, { bookingId, ...to });
  return { requestId: randomUUID(), bookingId, ...to, toPay, refund };
}

/** Moves a stay, or has its other dates held, at what they cost now. */
export const change = async (owned: Owned, to: Dates) =>
  call(changeDates, owned.person, await asked(owned, to));

/** A stay of two nights, from the tenth day on, that has the only room of its house. */
export async function onlyStay(property: Partial<Property> = {}, days = 10) {
  const house = await plantHouse(property, { capacity: 1 });
  const booked = await book(house, stayFrom(house, days));
  return { house, ...booked };
}

/** The same, with a change to three nights from the day after on that waits for its payment. */
export async function moving(property: Partial<Property> = {}, days = 10) {
  const stay = await onlyStay(property, days);
  const { changeId } = await change(stay, stayFrom(stay.house, days + 1, 3));
  return { ...stay, changeId };
}

/** The same, with its payment opened. */
export async function paying(property: Partial<Property> = {}, days = 10) {
  const stay = await moving(property, days);
  const due = await call(payChange, stay.person, { changeId: stay.changeId });
  return { ...stay, due };
}

/** The traveller pays, and the provider's word is heard. */
export async function payDue({ due }: { due: { intent: string; paymentId: string } }) {
  await confirm(due.intent);
  await untilPayment(due.paymentId, "succeeded");
}

/** Rooms that are booked of each night from `first`, so many days from today, to `last`. */
export const bookedFrom = (house: House, first: number, last: number): Promise<number[]> =>
  Promise.all(
    Array.from({ length: last - first + 1 }, (_, index) =>
      bookedOn(house, dayFrom(house, first + index)),
    ),
  );
