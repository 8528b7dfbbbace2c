import { onSchedule } from "firebase-functions/scheduler";
import { MINUTE } from "../core/clock.ts";
import { inRounds } from "../core/inRounds.ts";
import { purgeLists, purgeTasks } from "./list/purge.ts";

/** Every day: deletes for good what has been in the bin for 30 days. Two reads where there is nothing. */
export const purge = onSchedule(
  { schedule: "every 24 hours", maxInstances: 1, timeoutSeconds: 540 },
  async () => {
    await inRounds(purgeLists, 4 * MINUTE);
    await inRounds(purgeTasks, 4 * MINUTE);
  },
);
