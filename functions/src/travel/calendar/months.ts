import { now } from "../../core/clock.ts";
import type { Timestamp } from "../../core/schema.ts";
import { dayOf, monthOf, monthsOf } from "./dates.ts";
import type { Day, Hold, InventoryMonth } from "./schema.ts";

// Pure: months of one room type, as they are and as they are after something. Whoever writes them does
// so on condition that they are as they were read (calendar/sheet.ts).

/** Months by "2026-12". */
export type Months = Readonly<Record<string, InventoryMonth>>;

/** Whether it still counts. A hold lapses at its moment, though nobody tidies it up. */
export const isLive = ({ until }: Hold): boolean => until.toMillis() > now().getTime();

export const dayAt = (months: Months, date: string): Day | undefined =>
  months[monthOf(date)]?.days[dayOf(date) - 1];

export const isListed = (months: Months): boolean =>
  Object.values(months).every(({ listed }) => listed);

/** Rooms of a night that are held now. */
export function heldOn({ holds }: InventoryMonth, day: number): number {
  return Object.values(holds)
    .filter((hold) => isLive(hold) && hold.nights.includes(day))
    .reduce((sum, { rooms }) => sum + rooms, 0);
}

/** Rooms of a night that can be had: none where it is closed, or there is no calendar of it. */
export function leftOn(months: Months, date: string): number {
  const month = months[monthOf(date)];
  const day = dayAt(months, date);
  if (!month || !day || day.closed) return 0;
  return Math.max(day.capacity - day.booked - heldOn(month, dayOf(date)), 0);
}

/** Whether so many rooms can be had of each of these nights. */
export const areFree = (months: Months, nights: readonly string[], rooms: number): boolean =>
  nights.every((date) => leftOn(months, date) >= rooms);

/** Counts rooms as booked, or, with less than none, as free again. */
export const book = (months: Months, nights: readonly string[], rooms: number): Months =>
  changeDays(months, nights, (day) => {
    const booked = day.booked + rooms;
    if (booked < 0) throw new Error("more would be free than is booked");
    return { ...day, booked };
  });

/** Holds rooms under `id`, in place of what is held under it. */
export function hold(
  months: Months,
  id: string,
  { nights, rooms, until }: { nights: readonly string[]; rooms: number; until: Timestamp },
): Months {
  const changed = { ...drop(months, id) };
  for (const name of monthsOf(nights)) {
    const month = existing(changed, name);
    const days = nights.filter((date) => monthOf(date) === name).map(dayOf);
    changed[name] = { ...month, holds: { ...month.holds, [id]: { until, nights: days, rooms } } };
  }
  return changed;
}

/** What is held under `id` is free again. */
export const drop = (months: Months, id: string): Months =>
  mapMonths(months, (month) => {
    const { [id]: gone, ...holds } = month.holds;
    return gone ? { ...month, holds } : month;
  });

/** Whether `id` holds all of these nights now. */
export const holdsAll = (months: Months, id: string, nights: readonly string[]): boolean =>
  nights.every((date) => {
    const held = months[monthOf(date)]?.holds[id];
    return held !== undefined && isLive(held) && held.nights.includes(dayOf(date));
  });

/** Without holds that have lapsed. */
export const tidy = (months: Months): Months =>
  mapMonths(months, (month) => {
    const live = Object.entries(month.holds).filter(([, held]) => isLive(held));
    return live.length === Object.keys(month.holds).length
      ? month
      : { ...month, holds: Object.fromEntries(live) };
  });

export function changeDays(
  months: Months,
  dates: readonly string[],
  change: (day: Day, date: string) => Day,
): Months {
  const changed = { ...months };
  for (const date of dates) {
    const month = existing(changed, monthOf(date));
    const days = month.days.map((day, index) =>
      index === dayOf(date) - 1 ? change(day, date) : day,
    );
    changed[monthOf(date)] = { ...month, days };
  }
  return changed;
}

const mapMonths = (months: Months, change: (month: InventoryMonth) => InventoryMonth): Months =>
  Object.fromEntries(Object.entries(months).map(([name, month]) => [name, change(month)]));

function existing(months: Months, name: string): InventoryMonth {
  const month = months[name];
  if (!month) throw new Error(`there is no calendar of ${name}`);
  return month;
}
