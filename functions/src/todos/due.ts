import { Temporal } from "temporal-polyfill";
import { momentOf } from "../core/zones.ts";
import type { Due } from "./schema.ts";

// When a task is due, and how that is said.

/** The moment at which something is due; of what is due on a day, its beginning. */
export const dueMoment = ({ date, time, zone }: Due): Date =>
  momentOf(Temporal.PlainDate.from(date), time ?? "00:00", zone);

/** "Thu, 31 Dec 2026, 09:30" */
export function dueInWords({ date, time }: Due): string {
  const day = Temporal.PlainDate.from(date).toLocaleString("en-GB", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  return time === null ? day : `${day}, ${time}`;
}
