import { error as logError } from "firebase-functions/logger";
import { now } from "../../core/clock.ts";
import { db } from "../../core/db.ts";
import { inParallel } from "../../core/inParallel.ts";
import { pagesOf } from "../../core/pagesOf.ts";
import { datesOf } from "../booking/letGo.ts";
import { type Booking, bookings } from "../booking/schema.ts";
import { monthOf, todayIn } from "../calendar/dates.ts";
import { type InventoryMonth, inventory } from "../calendar/schema.ts";
import { properties } from "../schema.ts";

/** A night of which the calendar says another number than its bookings. */
export interface Difference {
  propertyId: string;
  roomTypeId: string;
  date: string;
  /** By the calendar. */
  booked: number;
  /** By the bookings. */
  counted: number;
}

/** Properties at a time. */
const WIDTH = 5;

/**
 * Counts the nights to come of every property anew, and logs and answers where its calendar differs.
 * Changes nothing: what has gone wrong is for a person to see. Billed a read for each booking that is
 * confirmed and for each month to come.
 */
export async function recountNights(): Promise<Difference[]> {
  const found: Difference[] = [];
  for await (const page of pagesOf(properties)) {
    await inParallel(page, WIDTH, async (property) => {
      const differences = await recount(property.id, todayIn(property.data().timeZone, now()));
      for (const difference of differences) logError("calendar differs", difference);
      found.push(...differences);
    });
  }
  return found;
}

/** Bookings and calendars as they were at one moment, so that nothing in between looks like a difference. */
async function recount(propertyId: string, today: string): Promise<Difference[]> {
  const [booked, months] = await db.runTransaction(
    async (transaction) => [
      await transaction.get(
        bookings
          .where("propertyId", "==", propertyId)
          .where("state", "in", ["confirmed", "checked_in"]),
      ),
      await transaction.get(
        inventory.where("propertyId", "==", propertyId).where("month", ">=", monthOf(today)),
      ),
    ],
    { readOnly: true },
  );
  const counts = countsOf(booked.docs.map((booking) => booking.data()));
  return months.docs.flatMap((month) => differencesIn(month.data(), counts, today));
}

const nightKey = (roomTypeId: string, date: string): string => `${roomTypeId} ${date}`;

function countsOf(all: readonly Booking[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const booking of all) {
    for (const date of datesOf(booking)) {
      const key = nightKey(booking.roomTypeId, date);
      counts.set(key, (counts.get(key) ?? 0) + booking.rooms);
    }
  }
  return counts;
}

const differencesIn = (
  { propertyId, roomTypeId, month, days }: InventoryMonth,
  counts: ReadonlyMap<string, number>,
  today: string,
): Difference[] =>
  days
    .map(({ booked }, index) => {
      const date = `${month}-${String(index + 1).padStart(2, "0")}`;
      const counted = counts.get(nightKey(roomTypeId, date)) ?? 0;
      return { propertyId, roomTypeId, date, booked, counted };
    })
    .filter(({ date, booked, counted }) => date >= today && booked !== counted);
