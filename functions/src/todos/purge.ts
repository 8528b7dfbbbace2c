import { onSchedule } from "firebase-functions/scheduler";
import { MINUTE, now } from "../core/clock.ts";
import { purgeLists, purgeTasks } from "./list/purge.ts";

/** Of each kind, in one round. */
const BATCH = 200;

/** Every day: deletes for good what has been in the bin for 30 days. Two reads where there is nothing. */
export const purge = onSchedule(
  { schedule: "every 24 hours", maxInstances: 1, timeoutSeconds: 540 },
  async () => {
    const end = now().getTime() + 8 * MINUTE;
    for (const purgeDue of [purgeLists, purgeTasks]) {
      let found = BATCH;
      while (found === BATCH && now().getTime() < end)
        found = (await purgeDue(now(), BATCH)).length;
    }
  },
);
