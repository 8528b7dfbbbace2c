import { type Due, dayIn, type Repeat } from "kindling-client";
import { plainDate } from "../../core/words.ts";

export type Urgency = "overdue" | "today" | "later";

/** How urgent it is, by the clocks of its own zone. */
export function urgencyOf({ date, zone }: Due): Urgency {
  const today = dayIn(zone);
  return date < today ? "overdue" : date === today ? "today" : "later";
}

/** When it is due, as people say it: "Today, 17:30". */
export function dueWords(due: Due): string {
  const at = due.time === null ? "" : `, ${due.time}`;
  const urgency = urgencyOf(due);
  if (urgency === "today") return `Today${at}`;
  const year = due.date.slice(0, 4);
  const date = plainDate(due.date) + (dayIn().startsWith(year) ? "" : ` ${year}`);
  return `${urgency === "overdue" ? "Overdue: " : ""}${date}${at}`;
}

const UNITS = { day: "day", week: "week", month: "month", year: "year" } as const;

/** "Every 2 weeks on Mon, Thu". */
export function repeatWords({ every, unit, weekdays, from }: Repeat): string {
  const often = every === 1 ? `Every ${UNITS[unit]}` : `Every ${every} ${UNITS[unit]}s`;
  const on = unit === "week" && weekdays.length > 0 ? ` on ${weekdayNames(weekdays)}` : "";
  return `${often}${on}${from === "done" ? " after it was done" : ""}`;
}

const weekdayFormat = new Intl.DateTimeFormat(navigator.language, {
  weekday: "short",
  timeZone: "UTC",
});

/** 1 is Monday. The first of January 2024 was one. */
export const weekdayName = (weekday: number): string =>
  weekdayFormat.format(new Date(Date.UTC(2024, 0, weekday)));

const weekdayNames = (weekdays: readonly number[]): string =>
  weekdays
    .toSorted((one, other) => one - other)
    .map(weekdayName)
    .join(", ");

/** The time zone of this device. */
export const zoneHere = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;
