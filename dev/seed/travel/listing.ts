import { DAY, now, stamp } from "../../../functions/src/core/clock.ts";
import { idOf } from "../../../functions/src/core/id.ts";
import type { Timestamp } from "../../../functions/src/core/schema.ts";
import { daysOf, monthOf, todayIn } from "../../../functions/src/travel/calendar/dates.ts";
import { changeDays, type Months } from "../../../functions/src/travel/calendar/months.ts";
import type { Day, Room } from "../../../functions/src/travel/calendar/schema.ts";
import { newMonths, openUntilNow } from "../../../functions/src/travel/listing/openMonths.ts";
import { currency, Property, RoomType } from "../../../functions/src/travel/schema.ts";
import type { DemoCity, DemoPlace, DemoRoom } from "./demoPlace.ts";
import { bookedAhead } from "./stay.ts";

// A property of the demo as its host has made it: as `createProperty`, `createRoomType`, `listProperty`,
// `setRates` and `setCapacity` would have left it.

/** A place, and the city that it is in. */
export interface Located {
  city: DemoCity;
  place: DemoPlace;
}

export const propertyIdOf = ({ host, id }: DemoPlace): string => idOf("property", host, id);

export const roomOf = (place: DemoPlace, roomId: string): Room => {
  const propertyId = propertyIdOf(place);
  return { propertyId, roomTypeId: idOf("roomType", propertyId, roomId) };
};

/** When it was made: before anybody had booked. */
export function madeAt({ stays = [] }: DemoPlace): Timestamp {
  const days = stays.map((stay) => bookedAhead(stay) - stay.in);
  return stamp(-(10 + Math.max(0, ...days)) * DAY);
}

export function propertyDocument({ city, place }: Located): Property {
  const { id: _, host, rooms: __, closed: ___, newYear: ____, stays = [], ...described } = place;
  const stars = stays.flatMap(({ review }) => review?.rating ?? []);
  const at = madeAt(place);
  return Property.parse({
    photo: null,
    checkInFrom: "15:00",
    checkOutUntil: "11:00",
    mode: "instant",
    policy: "moderate",
    cleaningFee: 0,
    ...described,
    taxBasisPoints: city.tax,
    hostId: host,
    city: city.city,
    country: city.country,
    timeZone: city.timeZone,
    currency,
    listed: true,
    rating: { count: stars.length, sum: stars.reduce((sum, rating) => sum + rating, 0) },
    createdAt: at,
    updatedAt: at,
  });
}

export function roomTypeDocument({ city, place }: Located, { id: _, ...room }: DemoRoom): RoomType {
  const at = madeAt(place);
  return RoomType.parse({
    photo: null,
    minStay: 1,
    maxStay: 28,
    ...room,
    hostId: place.host,
    listed: true,
    openUntil: openUntilNow(city),
    createdAt: at,
    updatedAt: at,
  });
}

/** The calendar of a room type from when it was made until a year from now; nobody has booked yet. */
export function calendarOf({ city, place }: Located, room: Room, roomType: RoomType): Months {
  const first = monthOf(todayIn(city.timeZone, madeAt(place).toDate()));
  const { openUntil } = roomType;
  const months = newMonths(room, city, roomType, first, openUntil);
  const opened = Object.fromEntries(months.map((month) => [month.month, month]));
  const toCome = todayIn(city.timeZone, now());
  return changeDays(opened, daysOf(`${first}-01`, `${openUntil}-01`), (day, date) => ({
    ...day,
    price: priceOn(date, roomType.price, city),
    ...(date >= toCome ? atTheTurnOf(date, day, place) : {}),
  }));
}

/** What its host has set for some days of each year. */
function atTheTurnOf(date: string, day: Day, { closed, newYear }: DemoPlace): Partial<Day> {
  const dayOfYear = date.slice(5);
  const isClosed = closed !== undefined && closed[0] <= dayOfYear && dayOfYear < closed[1];
  const isNewYear = newYear !== undefined && dayOfYear >= "12-30";
  return {
    closed: isClosed,
    ...(isNewYear ? { minStay: Math.max(newYear, day.minStay) } : {}),
  };
}

/** Whole euros: by the season, a fifth more on Fridays and Saturdays, and half as much again at New Year's Eve. */
export function priceOn(date: string, usual: number, { high, low }: DemoCity): number {
  const month = Number(date.slice(5, 7));
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  const season = high.includes(month) ? 1.3 : low.includes(month) ? 0.8 : 1;
  const weekend = weekday === 5 || weekday === 6 ? 1.2 : 1;
  const newYear = date.slice(5) >= "12-30" ? 1.5 : 1;
  return Math.round((usual * season * weekend * newYear) / 100) * 100;
}
