import { type QueryDocumentSnapshot, Timestamp } from "firebase-admin/firestore";
import { DAY, HOUR } from "../../core/clock.ts";
import { each } from "../../core/each.ts";
import { ifUnchanged } from "../../core/ifUnchanged.ts";
import { isOurs, pathOf } from "../paths.ts";
import { allTasks, type List, lists, type Task } from "../schema.ts";
import { deleteComments } from "../task/followComments.ts";
import { deleteList } from "./deleteList.ts";

/** How long the bin keeps what is in it. */
export const KEPT = 30 * DAY;

/** What is purged at the same time. */
const WIDTH = 10;

/**
 * Deletes for good the tasks that have been in the bin for 30 days by `now`, at most `limit`, oldest
 * first, with what was said of them. Safe to run as often, and as often at once, as one likes. Costs
 * one read when there is nothing to do.
 */
export async function purgeTasks(
  now: Date,
  limit: number,
): Promise<("purged" | "kept" | "failed")[]> {
  const due = await allTasks
    .where("deletedAt", "<=", endOf(now))
    .orderBy("deletedAt")
    .limit(limit)
    .get();
  return each(
    due.docs.filter(({ ref }) => isOurs(ref)),
    purgeTask,
    WIDTH,
  );
}

/** The same with lists, and all that is in them. */
export async function purgeLists(now: Date, limit: number): Promise<("purged" | "failed")[]> {
  const due = await lists
    .where("deletedAt", "<=", endOf(now))
    .orderBy("deletedAt")
    .limit(limit)
    .get();
  return each(due.docs, purgeList, WIDTH);
}

/**
 * Nobody takes out of the bin what has been there for so long, and nobody writes to what is below such a
 * list: the rules see to that. An hour later it is certain, whatever clock is asked.
 */
const endOf = (now: Date): Timestamp => Timestamp.fromMillis(now.getTime() - KEPT - HOUR);

/**
 * One by one, on condition that it is as it was found: a forwarding address is a task again if the
 * task is moved back. What was said of it goes next; after a crash, `followTask` sees to that.
 */
async function purgeTask({
  ref,
  updateTime: lastUpdateTime,
}: QueryDocumentSnapshot<Task>): Promise<"purged" | "kept"> {
  if (!(await ifUnchanged(ref.delete({ lastUpdateTime })))) return "kept";
  const { listId, taskId } = pathOf(ref);
  await deleteComments(listId, taskId);
  return "purged";
}

async function purgeList({ ref }: QueryDocumentSnapshot<List>): Promise<"purged"> {
  await deleteList(ref);
  return "purged";
}
