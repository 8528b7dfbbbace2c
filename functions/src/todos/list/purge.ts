import { type DocumentReference, Timestamp } from "firebase-admin/firestore";
import { DAY, HOUR } from "../../core/clock.ts";
import { db } from "../../core/db.ts";
import { each } from "../../core/each.ts";
import { allTasks, lists } from "../schema.ts";

/** How long the bin keeps what is in it. */
export const KEPT = 30 * DAY;

/** What is purged at the same time. */
const WIDTH = 10;

/**
 * Deletes for good the tasks that have been in the bin for 30 days by `now`, at most `limit`, oldest
 * first, with what was said of them. Safe to run as often, and as often at once, as one likes. Costs
 * one read when there is nothing to do.
 */
export async function purgeTasks(now: Date, limit: number): Promise<("purged" | "failed")[]> {
  const due = await allTasks
    .where("deletedAt", "<=", endOf(now))
    .orderBy("deletedAt")
    .limit(limit)
    .get();
  return each(due.docs, purge, WIDTH);
}

/** The same with lists, and all that is in them. */
export async function purgeLists(now: Date, limit: number): Promise<("purged" | "failed")[]> {
  const due = await lists
    .where("deletedAt", "<=", endOf(now))
    .orderBy("deletedAt")
    .limit(limit)
    .get();
  return each(due.docs, purge, WIDTH);
}

/**
 * Nobody restores what has been in the bin for so long, and nobody writes below it: the rules see to
 * that. An hour later it is certain, whatever clock is asked.
 */
const endOf = (now: Date): Timestamp => Timestamp.fromMillis(now.getTime() - KEPT - HOUR);

/** With all that is below it; itself last, so that what is left by a crash is found again. */
async function purge({ ref }: { ref: DocumentReference }): Promise<"purged"> {
  await db.recursiveDelete(ref);
  return "purged";
}
