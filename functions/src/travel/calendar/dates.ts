import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { dayIn, momentOf } from "../../core/zones.ts";

// Dates of stays are days of the property's own calendar, "2026-02-28", without a time or a zone. A
// stay is half-open: the night of its last day is somebody else's.

/** A day that there is. What is none ends the check: days between it and others can't be counted. */
export const LocalDate = z
  .string()
  .regex(/^20[0-9]{2}-[01][0-9]-[0-3][0-9]$/, {
    error: 'must be a day like "2026-02-28"',
    abort: true,
  })
  .refine(isDay, { error: "must be a day that there is", abort: true });

/** The nights of a stay: from `checkIn` until, and without, `checkOut`. */
export interface Stay {
  checkIn: string;
  checkOut: string;
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

/** So many days later; earlier where it is negative. */
export const addDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

/** From one day until another; negative where that is before it. */
export const daysBetween = (from: string, until: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until)).days;

/** The days from the first until, and without, the last; none where that is not after it. */
export const daysOf = (from: string, until: string): string[] =>
  Array.from({ length: Math.max(daysBetween(from, until), 0) }, (_, index) => addDays(from, index));

export const nightsOf = ({ checkIn, checkOut }: Stay): string[] => daysOf(checkIn, checkOut);

/** "2026-02" of "2026-02-28" */
export const monthOf = (date: string): string => date.slice(0, 7);

/** 28 of "2026-02-28" */
export const dayOf = (date: string): number => Number(date.slice(8));

export const daysIn = (month: string): number => Temporal.PlainYearMonth.from(month).daysInMonth;

/** So many months later: addMonths("2026-12", 1) is "2027-01". */
export const addMonths = (month: string, months: number): string =>
  Temporal.PlainYearMonth.from(month).add({ months }).toString();

/** The months that days are in, each once, in their order. */
export const monthsOf = (dates: readonly string[]): string[] =>
  [...new Set(dates.map(monthOf))].sort();

/** The day that it is where the property is. */
export const todayIn = dayIn;

/** The moment of a time of day where the property is; of clocks that change: core/zones.ts. */
export const momentAt = (date: string, time: string, zone: string): Date =>
  momentOf(Temporal.PlainDate.from(date), time, zone);

/** "Thu, 31 Dec 2026" */
export const inWords = (date: string): string =>
  Temporal.PlainDate.from(date).toLocaleString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
