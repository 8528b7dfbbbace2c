import { Timestamp } from "firebase-admin/firestore";
import { HOUR } from "../../core/clock.ts";
import { each } from "../../core/each.ts";
import { deletions } from "../schema.ts";
import { close } from "./close.ts";
import { erase } from "./erase.ts";
import { putOff } from "./putOff.ts";
import { shutOut } from "./shutOut.ts";

/** What a sweep has made of a deletion. */
export type Outcome = "not-due" | "dropped" | "later" | "closing" | "deleted";

/** Accounts at a time: of each, everything that anybody keeps about it is looked for. */
const WIDTH = 3;

/**
 * Goes on with the deletions that are due by `now`, at most `limit`, oldest first. Safe to run as
 * often, and as often at once, as one likes, and again after it died anywhere. One that fails is
 * put off for an hour, so that many of them don't stand in the way of others. Costs one read when
 * there is nothing to do.
 */
export async function sweepDeletions(now: Date, limit: number): Promise<(Outcome | "failed")[]> {
  const due = await deletions
    .where("nextAt", "<=", Timestamp.fromDate(now))
    .orderBy("nextAt")
    .limit(limit)
    .get();
  return each(
    due.docs,
    async ({ id }) => {
      try {
        return await goOn(id, now);
      } catch (error) {
        await putOff(id, now, HOUR);
        throw error;
      }
    },
    WIDTH,
  );
}

async function goOn(uid: string, now: Date): Promise<Outcome> {
  // As it is now, not as the sweep has found it: another may have been here.
  const found = (await deletions.doc(uid).get()).data();
  if (!found || found.nextAt.toMillis() > now.getTime()) return "not-due";
  switch (found.state) {
    case "requested": {
      const begun = await shutOut(uid, now);
      return typeof begun === "string" ? begun : erase(uid, begun, now);
    }
    case "erasing":
      return erase(uid, found, now);
    case "closing":
      return close(uid, found, now);
  }
}
