import type { Query } from "firebase-admin/firestore";
import type * as z from "zod";
import { callable } from "../core/callable.ts";
import { now } from "../core/clock.ts";
import { readings } from "../core/readings.ts";
import { MAX_AMOUNT } from "../core/schema.ts";
import { SearchStays } from "./booking/inputs.ts";
import { totalsOf } from "./booking/price.ts";
import { dayOf, daysIn, monthOf, monthsOf, nightsOf, todayIn } from "./calendar/dates.ts";
import { type AvailabilityMonth, allAvailability, availabilityOf } from "./calendar/schema.ts";
import { nightAt } from "./calendar/sheet.ts";
import { canStay, nightsWithin, wordOf } from "./calendar/stays.ts";
import { MAX_SLEEPS, type Property, properties } from "./schema.ts";

/** Room types of a page, at most. */
const PAGE = 20;

type Search = z.output<typeof SearchStays>;

/**
 * The stays in a city that can be had on these dates, by the lowest price of a night in the month that they
 * begin in: at most 20 room types a page, each with its property and what the stay costs, in minor units and
 * to the cent what `quoteStay` would say. Nothing is held. `next`, where there may be more, is the `after` of
 * the next page; a page may have fewer than 20 and go on all the same.
 *
 * It reads what it finds, and the properties that those are of: 40 documents for 20 stays, whether the city
 * has 20 properties or 10,000. Of a stay that ends in another month it reads that month, too.
 *
 * For anyone. Refuses bad input alone.
 */
export const searchStays = callable({ access: "anyone", input: SearchStays }, async (search) => {
  const { docs } = await queryOf(search).get();
  const first = docs.map((month) => month.data());
  const [, second] = monthsOf(nightsOf(search));
  const { read } = readings();
  const rest = second ? await read(...first.map((month) => availabilityOf(month, second))) : [];
  const propertyIds = [...new Set(first.map(({ propertyId }) => propertyId))];
  const homes = await read(...propertyIds.map((id) => properties.doc(id)));
  const propertyOf = (id: string) => homes[propertyIds.indexOf(id)]?.data();
  const last = first.at(-1);
  return {
    stays: first.flatMap((month, index) => {
      const months = [month, rest[index]?.data()].filter((one) => one !== undefined);
      const property = propertyOf(month.propertyId);
      const stay = property && offerOf(months, property, search);
      return stay ? [stay] : [];
    }),
    next: last && docs.length === PAGE ? cursorOf(last) : null,
  };
});

/** Finds no month but those that have what is asked for, as far as they can tell by themselves. */
function queryOf(search: Search): Query<AvailabilityMonth> {
  const { city, checkIn, guests, rooms, after } = search;
  const month = monthOf(checkIn);
  const within = nightsWithin(dayOf(checkIn), nightsOf(search).length, daysIn(month));
  const fewest = Math.ceil(guests / rooms);
  const sleeps = Array.from({ length: MAX_SLEEPS - fewest + 1 }, (_, index) => fewest + index);
  const found = allAvailability
    .where("city", "==", city)
    .where("month", "==", month)
    .where("stays", "array-contains", wordOf(dayOf(checkIn), within))
    .where("sleeps", "in", sleeps)
    .orderBy("priceFrom")
    .orderBy("__name__")
    .limit(PAGE);
  return after ? found.startAfter(after.price, availabilityOf(after, month)) : found;
}

const cursorOf = ({ priceFrom, propertyId, roomTypeId }: AvailabilityMonth) => ({
  price: priceFrom ?? 0,
  propertyId,
  roomTypeId,
});

/** What is offered, where it can be had to the last night, and paid, and its day has not gone by there. */
function offerOf(months: readonly AvailabilityMonth[], property: Property, search: Search) {
  const dates = nightsOf(search);
  const nights = dates.map((date) => nightAt(months, date));
  const [month] = months;
  if (!month || !canStay(nights, search.rooms)) return undefined;
  if (search.checkIn < todayIn(property.timeZone, now())) return undefined;
  const priced = dates.map((date, index) => ({ date, price: nights[index]?.price ?? 0 }));
  const totals = totalsOf(priced, { ...property, rooms: search.rooms });
  if (totals.total > MAX_AMOUNT) return undefined;
  const { propertyId, roomTypeId, sleeps } = month;
  const { name, photo, rating, mode, policy } = property;
  return {
    propertyId,
    roomTypeId,
    sleeps,
    left: Math.min(...nights.map((night) => night?.left ?? 0)),
    totals,
    property: { name, photo, rating, mode, policy },
  };
}
