import type { DocumentSnapshot, WriteBatch } from "firebase-admin/firestore";
import { stamp } from "../../core/clock.ts";
import { create, type Read, update, type Write } from "../../core/decide.ts";
import { dayOf, monthsOf } from "./dates.ts";
import { heldOn, type Months, tidy } from "./months.ts";
import {
  type AvailabilityMonth,
  availabilityOf,
  type InventoryMonth,
  inventoryOf,
  type Room,
} from "./schema.ts";
import { staysIn } from "./stays.ts";

/** Months of a room type as they were read. */
export interface Sheet {
  months: Months;
  found: readonly DocumentSnapshot<InventoryMonth>[];
}

/** The months that these days are in, as far as there are any. Billed a read each. */
export async function readSheet(read: Read, room: Room, dates: readonly string[]): Promise<Sheet> {
  const found = await read(...monthsOf(dates).map((month) => inventoryOf(room, month)));
  return sheetOf(found as readonly DocumentSnapshot<InventoryMonth>[]);
}

export function sheetOf(found: readonly DocumentSnapshot<InventoryMonth>[]): Sheet {
  const there = found.flatMap((month) => month.data() ?? []);
  return { found, months: Object.fromEntries(there.map((month) => [month.month, month])) };
}

/**
 * What makes months as `after` says, if they still are as they were read: both halves of each that is
 * not the same, without holds that have lapsed.
 */
export function writeSheet({ found, months }: Sheet, after: Months): Write[] {
  const tidied = tidy(after);
  return found.flatMap((snapshot) => {
    const before = snapshot.data();
    const month = before && tidied[before.month];
    if (!month || month === months[month.month]) return [];
    const { days, holds, listed } = month;
    return [update(snapshot, { days, holds, listed }), publish(month)];
  });
}

/** Opens months that are new, in both halves. */
export const openMonths = (months: readonly InventoryMonth[]): Write[] =>
  months.flatMap((month) => [create(inventoryOf(month, month.month), month), publish(month)]);

/** The public half has no precondition: it goes with the other, which has. */
function publish(month: InventoryMonth): Write {
  const ref = availabilityOf(month, month.month);
  const shown = publicHalfOf(month);
  return (batch: WriteBatch) => batch.set(ref, shown);
}

/** A month as everybody sees it. What is held now is not to be had; what is not listed is not found. */
export function publicHalfOf(month: InventoryMonth): AvailabilityMonth {
  const { days, holds: _, ...shared } = month;
  const nights = days.map(({ price, capacity, closed, minStay, maxStay, booked }, index) => ({
    left: closed ? 0 : Math.max(capacity - booked - heldOn(month, index + 1), 0),
    price,
    minStay,
    maxStay,
  }));
  const prices = nights.filter(({ left }) => left > 0).map(({ price }) => price);
  return {
    ...shared,
    nights,
    stays: month.listed ? staysIn(nights) : [],
    priceFrom: prices.length > 0 ? Math.min(...prices) : null,
    updatedAt: stamp(),
  };
}

/** A night of months in their public half. */
export const nightAt = (months: readonly AvailabilityMonth[], date: string) =>
  months.find(({ month }) => date.startsWith(month))?.nights[dayOf(date) - 1];
