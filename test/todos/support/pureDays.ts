import type { Due, Repeat } from "../../../functions/src/todos/schema.ts";
import { clockIn } from "../../support/zones.ts";

// A second way to find when something comes again, that shares nothing with the first: it looks at
// one day of the calendar after the other, and asks of each whether it is one of the series.

interface Day {
  date: string;
  year: number;
  month: number;
  day: number;
  /** 1 for Monday to 7. */
  weekday: number;
  /** Days, and weeks from Monday, since any beginning. */
  number: number;
  week: number;
}

const DAY = 24 * 3_600_000;
const FIRST = Date.UTC(2000, 0, 1);

/** All days on which something can be due. */
const calendar: Day[] = Array.from({ length: 36_525 }, (_, index) => {
  const moment = new Date(FIRST + index * DAY);
  const number = moment.getTime() / DAY;
  return {
    date: moment.toISOString().slice(0, 10),
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth(),
    day: moment.getUTCDate(),
    weekday: moment.getUTCDay() || 7,
    number,
    // The first Monday of 1970 was its fifth day.
    week: Math.floor((number - 4) / 7),
  };
});

/** The n-th day from 2000 to 2099. */
export const dateOf = (index: number): string => calendar[index]!.date;
export const DAYS = calendar.length;

const dayOf = (date: string): Day =>
  calendar[(Date.parse(`${date}T00:00:00Z`) - FIRST) / DAY] as Day;

/** A month may be too short for the day that is meant: then its last day is taken. */
const isDayOfMonth = ({ date, day }: Day, meant: number): boolean => {
  if (day >= meant) return day === meant;
  const tomorrow = new Date(Date.parse(`${date}T00:00:00Z`) + DAY);
  return tomorrow.getUTCDate() === 1;
};

/** Whether a day is one of the series that begins at `start`. */
function isOfSeries(one: Day, start: Day, meant: number, repeat: Repeat): boolean {
  const { unit, every, weekdays } = repeat;
  const comesIn = (periods: number) => periods > 0 && periods % every === 0;
  switch (unit) {
    case "day":
      return comesIn(one.number - start.number);
    case "week": {
      const named = weekdays.length === 0 ? [start.weekday] : weekdays;
      return (one.week - start.week) % every === 0 && named.includes(one.weekday);
    }
    case "month":
      return (
        comesIn((one.year - start.year) * 12 + one.month - start.month) && isDayOfMonth(one, meant)
      );
    case "year":
      return (
        comesIn(one.year - start.year) && one.month === start.month && isDayOfMonth(one, meant)
      );
  }
}

/** The day on which something is due the next time. */
export function expectedNext(due: Due, repeat: Repeat, done: Date): string | undefined {
  const doneOn = clockIn(due.zone, done).slice(0, 10);
  const start = dayOf(repeat.from === "due" ? due.date : doneOn);
  const meant = repeat.from === "due" ? (repeat.day ?? start.day) : start.day;
  const last = repeat.until ?? "2099-12-31";
  return calendar.find(
    (one) =>
      one.date > doneOn &&
      one.date > start.date &&
      one.date <= last &&
      isOfSeries(one, start, meant, repeat),
  )?.date;
}
