import { Timestamp } from "firebase-admin/firestore";
import { DAY, now } from "../../core/clock.ts";
import { momentAt, todayIn } from "../calendar/dates.ts";
import type { Booking, Quote } from "./schema.ts";

type Where = Pick<Quote, "checkIn" | "checkOut" | "checkInFrom" | "checkOutUntil" | "timeZone">;

/** When they may come, by the clocks where they go to. */
export const checkInOf = ({ checkIn, checkInFrom, timeZone }: Where): Date =>
  momentAt(checkIn, checkInFrom, timeZone);

/** When they must be gone. */
export const checkOutOf = ({ checkOut, checkOutUntil, timeZone }: Where): Date =>
  momentAt(checkOut, checkOutUntil, timeZone);

/** The day that it is where they go to. */
export const todayAt = ({ timeZone }: Pick<Where, "timeZone">): string => todayIn(timeZone, now());

/** Two days before check-in who comes is reminded; who books later than that needs no reminder. */
const REMIND_BEFORE = 2 * DAY;

/** What comes of itself once a stay is confirmed: a reminder, and its end at check-out. */
export function appointments(stay: Where): Pick<Booking, "remindAt" | "completeAt"> {
  const remindAt = checkInOf(stay).getTime() - REMIND_BEFORE;
  return {
    ...(remindAt > now().getTime() ? { remindAt: Timestamp.fromMillis(remindAt) } : {}),
    completeAt: Timestamp.fromMillis(checkOutOf(stay).getTime()),
  };
}
