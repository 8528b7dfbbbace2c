import { onSchedule } from "firebase-functions/scheduler";
import { MINUTE } from "../core/clock.ts";
import { inRounds } from "../core/inRounds.ts";
import { purgeLists, purgeTasks } from "./bin/purge.ts";

/** Every day: deletes for good what has been in the bin for 30 days. Two reads where there is nothing. */
export const purge = onSchedule(
  { schedule: "every 24 hours", maxInstances: 1, timeoutSeconds: 540 },
  async () => {
    // At once, so that a list without end keeps no task from it.
    const purges = [purgeTasks, purgeLists].map((due) => inRounds(due, 8 * MINUTE));
    for (const ended of await Promise.allSettled(purges)) {
      if (ended.status === "rejected") throw ended.reason;
    }
  },
);
