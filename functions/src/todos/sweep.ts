import { onSchedule } from "firebase-functions/scheduler";
import { MINUTE, now } from "../core/clock.ts";
import { sweepDigests } from "./digest/sweepDigests.ts";
import { sweepReminders } from "./reminders/sweepReminders.ts";
import { sweepSeries } from "./repeat/sweepSeries.ts";

/** Of each kind, in one round. */
const BATCH = 200;

/**
 * Every minute: reminders and daily mails whose time has come, and series that `followTask` has not
 * gone on with. Costs three reads when there is nothing to do.
 */
export const sweep = onSchedule(
  { schedule: "every 1 minutes", maxInstances: 1, timeoutSeconds: 300 },
  async () => {
    const end = now().getTime() + 4 * MINUTE;
    const sweeps = [sweepReminders, sweepDigests, sweepSeries].map(async (sweepDue) => {
      let found = BATCH;
      while (found === BATCH && now().getTime() < end)
        found = (await sweepDue(now(), BATCH)).length;
    });
    // One that fails keeps no other from it.
    for (const ended of await Promise.allSettled(sweeps)) {
      if (ended.status === "rejected") throw ended.reason;
    }
  },
);
