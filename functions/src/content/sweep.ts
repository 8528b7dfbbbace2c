import { onSchedule } from "firebase-functions/scheduler";
import { MINUTE } from "../core/clock.ts";
import { allInRounds } from "../core/inRounds.ts";
import { purgeSites } from "./bin/purge.ts";
import { publishDue } from "./publishing/publishDue.ts";

/**
 * Every minute: articles whose time has come, and sites that were taken down. Costs two reads when there
 * is nothing to do.
 */
export const sweep = onSchedule(
  { schedule: "every 1 minutes", maxInstances: 1, timeoutSeconds: 300 },
  () => allInRounds([publishDue, purgeSites], 4 * MINUTE),
);
