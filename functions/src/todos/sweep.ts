import { onSchedule } from "firebase-functions/scheduler";
import { MINUTE } from "../core/clock.ts";
import { allInRounds } from "../core/inRounds.ts";
import { sweepDigests } from "./digest/sweepDigests.ts";
import { sweepReminders } from "./reminders/sweepReminders.ts";
import { sweepSeries } from "./repeat/sweepSeries.ts";

/**
 * Every minute: reminders and daily mails whose time has come, and series that `followTask` has not
 * gone on with. Costs three reads when there is nothing to do.
 */
export const sweep = onSchedule(
  { schedule: "every 1 minutes", maxInstances: 1, timeoutSeconds: 300 },
  () => allInRounds([sweepReminders, sweepDigests, sweepSeries], 4 * MINUTE),
);
