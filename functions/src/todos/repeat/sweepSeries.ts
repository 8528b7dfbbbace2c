import { Timestamp } from "firebase-admin/firestore";
import { MINUTE } from "../../core/clock.ts";
import { each } from "../../core/each.ts";
import { isOurs, pathOf } from "../paths.ts";
import { allTasks } from "../schema.ts";
import { type Continued, continueSeries } from "./continueSeries.ts";

/** By then its event has been heard, if it is ever. */
const OVERDUE = MINUTE;

/**
 * Goes on with the series of tasks that were done more than a minute before `now`, at most `limit`,
 * oldest first: those that `followTask` missed. Safe to run as often, and as often at once, as one
 * likes. Costs one read when there is nothing to do.
 */
export async function sweepSeries(now: Date, limit: number): Promise<(Continued | "failed")[]> {
  const due = await allTasks
    .where("repeat.from", "in", ["due", "done"])
    .where("completedAt", "<=", Timestamp.fromMillis(now.getTime() - OVERDUE))
    .orderBy("completedAt")
    .limit(limit)
    .get();
  const ours = due.docs.filter(({ ref }) => isOurs(ref));
  return each(ours, ({ ref }) => {
    const { listId, taskId } = pathOf(ref);
    return continueSeries(listId, taskId);
  });
}
