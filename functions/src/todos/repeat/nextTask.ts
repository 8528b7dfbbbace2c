import { Timestamp } from "firebase-admin/firestore";
import { Temporal } from "temporal-polyfill";
import { stamp } from "../../core/clock.ts";
import { localTimeOf, momentOf } from "../../core/zones.ts";
import type { Due, Reminder, Task } from "../schema.ts";
import { anchorOf, nextDue } from "./nextDue.ts";

/**
 * What comes after a task that was done: the same, not done yet, when it is due the next time.
 * `undefined` where it does not come again, or was not done.
 */
export function nextTask(task: Task): Task | undefined {
  const { completedAt, due, repeat, reminder } = task;
  if (!completedAt || !due || !repeat) return undefined;
  const next = nextDue(due, repeat, completedAt.toDate());
  if (!next) return undefined;
  return {
    ...task,
    completedAt: null,
    due: next,
    repeat: { ...repeat, day: anchorOf(due, repeat) },
    reminder: reminder && remindedAgain(reminder, due, next),
    checked: [],
    movedFrom: null,
    createdAt: stamp(),
    updatedAt: stamp(),
  };
}

/** Farther from the day it is due, a reminder was meant for this once. */
const MAX_DAYS = 366;

/** As many days before it is due as the last time, at the same time of day in its zone. */
function remindedAgain({ at, uid }: Reminder, last: Due, next: Due): Reminder | null {
  const before = localTimeOf(at.toDate(), last.zone);
  const days = Temporal.PlainDate.from(last.date).until(before.toPlainDate()).days;
  if (Math.abs(days) > MAX_DAYS) return null;
  const day = Temporal.PlainDate.from(next.date).add({ days });
  const moment = momentOf(day, before.toPlainTime().toString(), next.zone);
  return { at: Timestamp.fromDate(moment), uid, state: "waiting" };
}
