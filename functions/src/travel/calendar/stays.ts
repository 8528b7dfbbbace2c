import type { Night } from "./schema.ts";

// How a search finds a month of a room type by what can be had of it, and reads no other: each month
// lists the stays that can begin on each of its days, as words that an index knows. So that there are
// not 28 of a day, lengths between are rounded down; who asks then looks into the month itself, which
// it has read by then.

/** Nights. What is asked for is looked up under the longest of these that it is not shorter than. */
const LENGTHS = [1, 2, 3, 4, 5, 7, 10, 14, 21, 28] as const;

/** Of a stay that ends in another month, what is in its first one. */
export const nightsWithin = (day: number, nights: number, days: number): number =>
  Math.min(nights, days - day + 1);

/** The word for stays of so many nights of this month that begin on a day of it. */
export function wordOf(day: number, nights: number): string {
  const length = LENGTHS.findLast((each) => each <= nights) ?? 1;
  return `${String(day).padStart(2, "0")}+${length}`;
}

/** Of each stay that can begin in a month, as far as the month itself can tell. */
export function staysIn(nights: readonly Night[]): string[] {
  const found: string[] = [];
  for (const [index, { minStay, maxStay }] of nights.entries()) {
    const free = freeFrom(nights, index);
    // One that goes on into the next month may be longer than what it has here.
    const goesOn = index + free === nights.length;
    for (const [position, length] of LENGTHS.entries()) {
      const longest = (LENGTHS[position + 1] ?? Number.POSITIVE_INFINITY) - 1;
      const isLongEnough = longest >= minStay || goesOn;
      if (length <= free && length <= maxStay && isLongEnough) {
        found.push(wordOf(index + 1, length));
      }
    }
  }
  return found;
}

function freeFrom(nights: readonly Night[], first: number): number {
  const full = nights.findIndex(({ left }, index) => index >= first && left === 0);
  return (full === -1 ? nights.length : full) - first;
}

/**
 * Whether rooms can be had for all of these nights, which are those of a stay, by what its first night
 * asks of stays that begin on it.
 */
export function canStay(nights: readonly (Night | undefined)[], rooms: number): boolean {
  const [first] = nights;
  if (!first || nights.length < first.minStay || nights.length > first.maxStay) return false;
  return nights.every((night) => night !== undefined && night.left >= rooms);
}
