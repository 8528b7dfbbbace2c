import { onSchedule } from "firebase-functions/scheduler";
import { recountNights } from "./jobs/recountNights.ts";

/**
 * Every week: holds the calendars against the bookings, from today on, and logs an error for each night in
 * which they differ. It should never find any. Payments have a reconcile of their own.
 */
export const reconcile = onSchedule(
  { schedule: "every 168 hours", maxInstances: 1, timeoutSeconds: 1800 },
  async () => void (await recountNights()),
);
