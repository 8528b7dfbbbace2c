import { Temporal } from "temporal-polyfill";
import { dueMoment } from "../due.ts";
import type { Due } from "../schema.ts";
import type { DueTasks } from "../task/dueTasks.ts";

/** How often a calendar should ask, in seconds. */
export const REFRESH = 15 * 60;

/** How long an event of a task is that is due at a time, in milliseconds. */
const LENGTH = 30 * 60_000;

/** iCalendar has 1 for the highest, 9 for the lowest: RFC 5545, section 3.8.1.9. */
const PRIORITIES = [undefined, 9, 5, 1];

/**
 * What somebody has to do as an iCalendar (RFC 5545): an event a task, all day long where it is due on a
 * day. Events, since calendars that subscribe to a link show no to-dos. The library folds, and escapes all
 * but the name.
 */
export async function calendarOf(
  name: string,
  due: readonly DueTasks[],
  now: Date,
): Promise<string> {
  // Only the feed needs it.
  const library = await import("ical-generator");
  const calendar = library.default({
    name: library.escape(name, false),
    ttl: REFRESH,
    prodId: { company: "Kindling", product: "todos" },
  });
  for (const { list, tasks } of due) {
    for (const found of tasks) {
      const task = found.data();
      if (!task.due) continue;
      const event = calendar.createEvent({
        id: `${found.id}@${found.ref.parent.parent?.id}`,
        summary: task.title,
        stamp: now,
        lastModified: task.updatedAt.toDate(),
        categories: [list.title, ...task.labels].map((category) => ({
          name: withoutControls(category),
        })),
        ...timesOf(task.due),
      });
      const priority = PRIORITIES[task.priority];
      if (priority !== undefined) event.priority(priority);
    }
  }
  return calendar.toString();
}

/** Without what no text of a calendar may hold, and for which some refuse all of it. */
const withoutControls = (text: string): string =>
  text.replace(/\p{Cc}/gu, (control) => (/[\t\r\n]/.test(control) ? control : ""));

/** A day is a day in every zone; a time is a moment. */
function timesOf(due: Due): { start: Date | string; end: Date | string; allDay: boolean } {
  if (due.time === null) {
    const next = Temporal.PlainDate.from(due.date).add({ days: 1 }).toString();
    return { start: due.date, end: next, allDay: true };
  }
  const start = dueMoment(due);
  return { start, end: new Date(start.getTime() + LENGTH), allDay: false };
}
