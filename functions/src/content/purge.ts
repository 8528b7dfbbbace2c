import { onSchedule } from "firebase-functions/scheduler";
import { MINUTE } from "../core/clock.ts";
import { inRounds } from "../core/inRounds.ts";
import { purgeDrafts } from "./bin/purge.ts";

/**
 * Every day: deletes for good what has been in the bin for 30 days. One read where there is nothing.
 */
export const purge = onSchedule(
  { schedule: "every 24 hours", maxInstances: 1, timeoutSeconds: 540 },
  () => inRounds(purgeDrafts, 8 * MINUTE),
);
