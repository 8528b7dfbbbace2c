import { DAY, now } from "../../../functions/src/core/clock.ts";
import type { Day, InventoryMonth } from "../../../functions/src/travel/calendar/schema.ts";
import type { Place } from "./places.ts";

// What a search must find, said anew and slowly: by a look at every night of every place.

/** What is asked for. */
export interface Asked {
  city: string;
  checkIn: string;
  checkOut: string;
  guests: number;
  rooms: number;
}

/** Why a place is not to be found. */
export const REASONS = [
  "another city",
  "not listed",
  "too few beds",
  "its day is over",
  "not open",
  "closed",
  "full",
  "held",
  "too short",
  "too long",
] as const;
export type Reason = (typeof REASONS)[number];

export const daysLater = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

export const nightsFrom = (checkIn: string, checkOut: string): string[] =>
  checkIn < checkOut ? [checkIn, ...nightsFrom(daysLater(checkIn, 1), checkOut)] : [];

/** All that speaks against a place; nothing where it is to be found. */
export function against(place: Place, asked: Asked): Reason[] {
  const { property, roomType } = place;
  const nights = nightsFrom(asked.checkIn, asked.checkOut);
  const [first] = nights.map((date) => dayOf(place, date));
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: property.timeZone }).format(now());
  const speaks: Partial<Record<Reason, boolean>> = {
    "another city": property.city !== asked.city,
    "not listed": !property.listed,
    "too few beds": roomType.sleeps * asked.rooms < asked.guests,
    "its day is over": asked.checkIn < today,
    "too short": first !== undefined && nights.length < first.minStay,
    "too long": first !== undefined && nights.length > first.maxStay,
  };
  const found = nights.map((date) => againstNight(place, date, asked.rooms));
  return REASONS.filter((reason) => speaks[reason] || found.includes(reason));
}

function againstNight(place: Place, date: string, rooms: number): Reason | undefined {
  const [month, day] = [monthOf(place, date), dayOf(place, date)];
  if (!month || !day) return "not open";
  if (day.closed) return "closed";
  const left = day.capacity - day.booked;
  if (left < rooms) return "full";
  return left - heldOn(month, Number(date.slice(8))) < rooms ? "held" : undefined;
}

function heldOn({ holds }: InventoryMonth, night: number): number {
  let held = 0;
  for (const { until, nights, rooms } of Object.values(holds)) {
    if (until.toMillis() > now().getTime() && nights.includes(night)) held += rooms;
  }
  return held;
}

const monthOf = ({ months }: Place, date: string): InventoryMonth | undefined =>
  months.find(({ month }) => date.startsWith(month));

const dayOf = (place: Place, date: string): Day | undefined =>
  monthOf(place, date)?.days[Number(date.slice(8)) - 1];

/** The cheapest night of a month that can be had: a search shows its findings by it. */
export function cheapest(place: Place, month: string): number {
  const prices = (monthOf(place, month)?.days ?? []).flatMap(({ price }, index) =>
    againstNight(place, `${month}-${String(index + 1).padStart(2, "0")}`, 1) ? [] : [price],
  );
  return Math.min(...prices);
}
