import { Timestamp } from "firebase-admin/firestore";
import { accounts } from "../../core/accounts.ts";
import { MINUTE, stamp } from "../../core/clock.ts";
import { each } from "../../core/each.ts";
import { ifUnchanged } from "../../core/ifUnchanged.ts";
import { syncAuth } from "./syncAuth.ts";

/** When the next one looks at what this one could not do. */
const AGAIN = 5 * MINUTE;

/**
 * Makes Firebase Authentication agree where that is due by `now`: who should have done it died, or
 * could not reach it. At most `limit` accounts, oldest first. Safe to run as often, and as often at
 * once, as one likes. Costs one read when there is nothing to do.
 */
export async function sweepSyncs(
  now: Date,
  limit: number,
): Promise<("synced" | "taken" | "failed")[]> {
  const due = await accounts
    .where("syncAt", "<=", Timestamp.fromDate(now))
    .orderBy("syncAt")
    .limit(limit)
    .get();
  return each(due.docs, async ({ id, ref, updateTime }) => {
    const claim = ref.update({ syncAt: stamp(AGAIN) }, { lastUpdateTime: updateTime });
    if (!(await ifUnchanged(claim))) return "taken";
    await syncAuth(id);
    return "synced";
  });
}
