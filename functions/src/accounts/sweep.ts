import { onSchedule } from "firebase-functions/scheduler";
import { now } from "../core/clock.ts";
import { sweepSyncs } from "./access/sweepSyncs.ts";
import { sweepDeletions } from "./deletion/sweepDeletions.ts";
import { sweepLinks } from "./links/sweepLinks.ts";

/**
 * Every minute: links that were asked for and not sent, accounts of which Firebase Authentication
 * does not know yet how they stand, deletions whose time has come. Costs three reads when there is
 * nothing to do.
 */
export const sweep = onSchedule(
  { schedule: "every 1 minutes", maxInstances: 1, timeoutSeconds: 540 },
  async () => {
    const sweeps = [sweepLinks(now(), 100), sweepSyncs(now(), 100), sweepDeletions(now(), 20)];
    // One that fails keeps no other from it.
    for (const end of await Promise.allSettled(sweeps)) {
      if (end.status === "rejected") throw end.reason;
    }
  },
);
