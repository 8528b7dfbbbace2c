import { onSchedule } from "firebase-functions/scheduler";
import { MINUTE } from "../core/clock.ts";
import { inRounds } from "../core/inRounds.ts";
import { sweepDigests } from "./digest/sweepDigests.ts";
import { sweepReminders } from "./reminders/sweepReminders.ts";
import { sweepSeries } from "./repeat/sweepSeries.ts";

/**
 * Every minute: reminders and daily mails whose time has come, and series that `followTask` has not
 * gone on with. Costs three reads when there is nothing to do.
 */
export const sweep = onSchedule(
  { schedule: "every 1 minutes", maxInstances: 1, timeoutSeconds: 300 },
  async () => {
    const sweeps = [sweepReminders, sweepDigests, sweepSeries].map((due) =>
      inRounds(due, 4 * MINUTE),
    );
    // One that fails keeps no other from it.
    for (const ended of await Promise.allSettled(sweeps)) {
      if (ended.status === "rejected") throw ended.reason;
    }
  },
);
