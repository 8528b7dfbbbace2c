import { Timestamp } from "firebase-admin/firestore";
import { each } from "../../core/each.ts";
import { linkRequests } from "../schema.ts";
import { type Outcome, settleLink } from "./settleLink.ts";

/**
 * Sees to the requests for links that are due by `now`, at most `limit`, oldest first: those that
 * `sendLink` missed or could not settle. Safe to run as often, and as often at once, as one likes.
 * Costs one read when there is nothing to do.
 */
export async function sweepLinks(now: Date, limit: number): Promise<(Outcome | "failed")[]> {
  const due = await linkRequests
    .where("nextAt", "<=", Timestamp.fromDate(now))
    .orderBy("nextAt")
    .limit(limit)
    .get();
  return each(due.docs, ({ id }) => settleLink(id, now));
}
