import { onSchedule } from "firebase-functions/scheduler";
import { MINUTE } from "../core/clock.ts";
import { allInRounds } from "../core/inRounds.ts";
import { purgeLists, purgeTasks } from "./bin/purge.ts";

/** Every day: deletes for good what has been in the bin for 30 days. Two reads where there is nothing. */
export const purge = onSchedule(
  { schedule: "every 24 hours", maxInstances: 1, timeoutSeconds: 540 },
  () => allInRounds([purgeTasks, purgeLists], 8 * MINUTE),
);
