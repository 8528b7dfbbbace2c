import { now } from "../../core/clock.ts";
import { addMonths, daysIn, monthOf, todayIn } from "../calendar/dates.ts";
import type { Day, InventoryMonth, Room } from "../calendar/schema.ts";
import type { Property, RoomType } from "../schema.ts";

/** The calendar goes a year ahead: this month and so many more. */
const MONTHS_AHEAD = 12;

/** The first month without a calendar on a day, once all are opened that should be. */
export const openUntilAt = (today: string): string => addMonths(monthOf(today), MONTHS_AHEAD + 1);

export const openUntilNow = ({ timeZone }: Pick<Property, "timeZone">): string =>
  openUntilAt(todayIn(timeZone, now()));

/** The months of a room type from one until, and without, another, each day as is usual there. */
export function newMonths(
  room: Room,
  { city }: Pick<Property, "city">,
  roomType: Omit<RoomType, "openUntil" | "createdAt" | "updatedAt">,
  from: string,
  until: string,
): InventoryMonth[] {
  const { hostId, sleeps, listed, price, capacity, minStay, maxStay } = roomType;
  const day: Day = { price, capacity, closed: false, minStay, maxStay, booked: 0 };
  const months: InventoryMonth[] = [];
  for (let month = from; month < until; month = addMonths(month, 1)) {
    const days = Array.from({ length: daysIn(month) }, () => day);
    months.push({ ...room, hostId, month, city, sleeps, listed, days, holds: {} });
  }
  return months;
}
