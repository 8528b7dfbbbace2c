import { refuse } from "../../core/refuse.ts";
import { todayAt } from "./moments.ts";
import type { Booking } from "./schema.ts";

/**
 * Refuses `failed-precondition`/`stay-begun` from the day after check-in on: who sleeps there can't cancel,
 * whether or not somebody has checked them in.
 */
export function refuseBegun(booking: Booking): void {
  const { state, checkIn } = booking;
  if (state !== "confirmed" || todayAt(booking) <= checkIn) return;
  refuse("failed-precondition", "stay-begun", "The stay has begun: talk to your host.", {
    checkIn,
  });
}
