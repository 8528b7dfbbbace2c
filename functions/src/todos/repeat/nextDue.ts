import { Temporal } from "temporal-polyfill";
import { dayIn } from "../../core/zones.ts";
import type { Due, Repeat } from "../schema.ts";

/** The last day that a task can be due on: see `localDate`. */
const LAST = Temporal.PlainDate.from("2099-12-31");

/**
 * When a task is due the next time, once it was done at `done`; `undefined` if never again.
 *
 * - Counted from the day it was due: the first of its days that is after both that one and the day
 *   on which it was done. What was missed meanwhile is not caught up with.
 * - Counted from the day it was done: the first of its days after that, counted from there.
 *
 * Of months and years it is one in each: the next is never in the month in which it was due. What was put
 * off beyond its month has had that one, too.
 *
 * Days are those of its zone, and it stays at its time of day. Weeks begin on Monday (ISO 8601); "every
 * second week on Monday and Thursday" is both days of every other week. Where a month is too short
 * for `day`, its last day is taken, and the next one that is long enough has `day` again; so it is
 * with 29 February.
 */
export function nextDue(due: Due, repeat: Repeat, done: Date): Due | undefined {
  const doneOn = Temporal.PlainDate.from(dayIn(due.zone, done));
  const dueOn = Temporal.PlainDate.from(due.date);
  const start = repeat.from === "due" ? dueOn : doneOn;
  const after = later(start, doneOn);
  const next = firstAfter(after, start, { ...repeat, day: anchorOf(due, repeat) });
  const until = repeat.until === null ? LAST : Temporal.PlainDate.from(repeat.until);
  if (Temporal.PlainDate.compare(next, until) > 0) return undefined;
  return { ...due, date: next.toString() };
}

/** The day of the month that is meant: what was said, or that of the first time. */
export function anchorOf(due: Due, { unit, day, from }: Repeat): number | null {
  if (unit !== "month" && unit !== "year") return null;
  if (from === "done") return null;
  return day ?? Temporal.PlainDate.from(due.date).day;
}

const later = (one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate =>
  Temporal.PlainDate.compare(one, other) < 0 ? other : one;

/** The first day of a series that begins at `start`, later than `after`. */
function firstAfter(
  after: Temporal.PlainDate,
  start: Temporal.PlainDate,
  repeat: Repeat,
): Temporal.PlainDate {
  const { unit, every, day } = repeat;
  if (unit === "week") return weekdayAfter(after, start, repeat);
  const since = start.until(after, { largestUnit: unit })[`${unit}s` as const];
  // One period early, since a month that is too short makes the distance one less.
  for (let n = Math.max(1, Math.floor(since / every)); ; n++) {
    const next = withDay(start.add({ [`${unit}s`]: n * every }), day);
    if (Temporal.PlainDate.compare(next, after) > 0) return next;
  }
}

const withDay = (date: Temporal.PlainDate, day: number | null): Temporal.PlainDate =>
  day === null ? date : date.with({ day });

/** Of the weeks that count, the first of the days named that is later than `after`. */
function weekdayAfter(
  after: Temporal.PlainDate,
  start: Temporal.PlainDate,
  { every, weekdays }: Repeat,
): Temporal.PlainDate {
  const days = weekdays.length === 0 ? [start.dayOfWeek] : weekdays.toSorted((a, b) => a - b);
  const firstMonday = mondayOf(start);
  const weeks = firstMonday.until(mondayOf(after), { largestUnit: "week" }).weeks;
  for (let n = Math.floor(weeks / every) * every; ; n += every) {
    for (const day of days) {
      const next = firstMonday.add({ weeks: n, days: day - 1 });
      if (Temporal.PlainDate.compare(next, after) > 0) return next;
    }
  }
}

const mondayOf = (date: Temporal.PlainDate): Temporal.PlainDate =>
  date.subtract({ days: date.dayOfWeek - 1 });
