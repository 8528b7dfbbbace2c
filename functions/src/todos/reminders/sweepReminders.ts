import { Timestamp } from "firebase-admin/firestore";
import { each } from "../../core/each.ts";
import { isOurs, pathOf } from "../paths.ts";
import { allTasks } from "../schema.ts";
import { remind } from "./remind.ts";

/** Reminders that are seen to at the same time. */
const WIDTH = 10;

/**
 * Sends the reminders that are due by `now`, at most `limit`, oldest first. Safe to run as often, and
 * as often at once, as one likes. Costs one read when there is nothing to do.
 */
export async function sweepReminders(
  now: Date,
  limit: number,
): Promise<("sent" | "dropped" | "not-due" | "failed")[]> {
  const due = await allTasks
    .where("reminder.state", "==", "waiting")
    .where("reminder.at", "<=", Timestamp.fromDate(now))
    .orderBy("reminder.at")
    .limit(limit)
    .get();
  const ours = due.docs.filter(({ ref }) => isOurs(ref));
  return each(ours, ({ ref }) => remind(pathOf(ref), now), WIDTH);
}
