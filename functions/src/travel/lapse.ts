import { onSchedule } from "firebase-functions/scheduler";
import { MINUTE } from "../core/clock.ts";
import { allInRounds } from "../core/inRounds.ts";
import { stripeSecretKey } from "../core/settings.ts";
import { sweepBookings, sweepChanges } from "./jobs/sweepHolds.ts";

/**
 * Every minute: requests and holds whose time is over, and payments of what was cancelled. A hold has lapsed
 * at its second before: this shows it to those who look. Costs two reads when there is nothing to do.
 */
export const lapse = onSchedule(
  {
    schedule: "every 1 minutes",
    secrets: [stripeSecretKey],
    maxInstances: 1,
    timeoutSeconds: 300,
  },
  () => allInRounds([sweepBookings, sweepChanges], 4 * MINUTE),
);
