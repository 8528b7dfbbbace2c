import { Temporal } from "temporal-polyfill";
import type { Caller } from "../../core/caller.ts";
import { now } from "../../core/clock.ts";
import { decide } from "../../core/decide.ts";
import { refuse } from "../../core/refuse.ts";
import { dayOf, daysOf, inWords, monthOf, todayIn } from "../calendar/dates.ts";
import { changeDays, dayAt, heldOn, type Months } from "../calendar/months.ts";
import type { Day, Room } from "../calendar/schema.ts";
import { readSheet, writeSheet } from "../calendar/sheet.ts";
import { properties } from "../schema.ts";
import { hostedBy } from "./access.ts";

/** Days of a room type, from one until, and without, another; of these days of the week only. */
export interface Span extends Room {
  from: string;
  until: string;
  /** Monday is 1, as in ISO 8601. */
  weekdays?: number[] | undefined;
}

/** What is known of a day when it is set: what is booked of it, and held right now. */
interface Taken {
  date: string;
  booked: number;
  held: number;
}

/**
 * Sets days of a calendar of the caller's in one commit, so that no booking gets in between. Those that are
 * past stay as they were. Answers how many `days` were set. Billed two writes and a read a month.
 *
 * Refuses `not-found`/`no-such-property` (another's too), `failed-precondition`/`not-open` with the `date`
 * where there is no calendar yet, and what `set` refuses: then nothing is changed.
 */
export const setDays = (
  { from, until, weekdays, ...room }: Span,
  caller: Caller,
  set: (day: Day, taken: Taken) => Day,
): Promise<{ days: number }> =>
  decide(async (read) => {
    const [property] = await read(properties.doc(room.propertyId));
    const { timeZone } = hostedBy(property, caller);
    const today = todayIn(timeZone, now());
    const dates = daysOf(from, until).filter(
      (date) => date >= today && (weekdays?.includes(weekdayOf(date)) ?? true),
    );
    const sheet = await readSheet(read, room, dates);
    for (const date of dates) refuseUnopened(sheet.months, date);
    const after = changeDays(sheet.months, dates, (day, date) => {
      const month = sheet.months[monthOf(date)];
      const held = month ? heldOn(month, dayOf(date)) : 0;
      return set(day, { date, booked: day.booked, held });
    });
    return { answer: { days: dates.length }, writes: writeSheet(sheet, after) };
  });

function refuseUnopened(months: Months, date: string): void {
  if (dayAt(months, date)) return;
  const sentence = `There is no calendar of ${inWords(date)} yet: it goes a year ahead.`;
  refuse("failed-precondition", "not-open", sentence, { date });
}

const weekdayOf = (date: string): number => Temporal.PlainDate.from(date).dayOfWeek;
