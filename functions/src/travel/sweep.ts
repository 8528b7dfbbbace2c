import { onSchedule } from "firebase-functions/scheduler";
import { MINUTE } from "../core/clock.ts";
import { allInRounds } from "../core/inRounds.ts";
import { openCalendars } from "./jobs/openCalendars.ts";
import { purgeGuestLists } from "./jobs/purgeGuestLists.ts";
import { completeStays, remindTravellers } from "./jobs/sweepStays.ts";

/**
 * Every hour: who comes in two days is reminded, stays that are over are completed, guest lists are deleted
 * in time, and calendars go on for another month. Costs four reads when there is nothing to do.
 */
export const sweep = onSchedule(
  { schedule: "every 60 minutes", maxInstances: 1, timeoutSeconds: 540 },
  () => allInRounds([remindTravellers, completeStays, purgeGuestLists, openCalendars], 8 * MINUTE),
);
