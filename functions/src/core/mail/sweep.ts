import { Timestamp } from "firebase-admin/firestore";
import { each } from "../each.ts";
import { deliver, type Outcome } from "./deliver.ts";
import { mails } from "./schema.ts";

/**
 * Takes what is due by `now`, at most `limit` mails, oldest first: those whose event was lost,
 * whose worker died (the lease has run out) or that failed and have waited long enough. Safe to
 * run as often, and as often at once, as one likes. Costs one read when there is nothing to do.
 */
export async function sweepMail(now: Date, limit: number): Promise<(Outcome | "failed")[]> {
  const due = await mails
    .where("nextAt", "<=", Timestamp.fromDate(now))
    .orderBy("nextAt")
    .limit(limit)
    .get();
  return each(due.docs, deliver, 1);
}
