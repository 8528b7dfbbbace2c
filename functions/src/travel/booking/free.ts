import { refuse } from "../../core/refuse.ts";
import { inWords, nightsOf, type Stay } from "../calendar/dates.ts";
import { dayAt, isListed, leftOn, type Months } from "../calendar/months.ts";

/**
 * Refuses `failed-precondition`: `not-listed` where its host offers it no more; and, naming the `date`: `not-open` where there is no calendar yet, `closed`
 * where the host has closed it, `sold-out` with the rooms that are `left`; `stay-too-short` and
 * `stay-too-long` with what stays that begin on that day may be. `wanted`: the nights that must be free.
 */
export function refuseUnlessFree(
  months: Months,
  stay: Stay,
  wanted: readonly string[],
  rooms: number,
): void {
  for (const date of nightsOf(stay)) {
    if (!dayAt(months, date)) {
      const sentence = `${inWords(date)} can't be booked yet.`;
      refuse("failed-precondition", "not-open", sentence, { date });
    }
  }
  refuseOtherLength(months, stay);
  if (wanted.length > 0 && !isListed(months)) {
    refuse("failed-precondition", "not-listed", "This is not for sale any more.");
  }
  for (const date of wanted) {
    if (dayAt(months, date)?.closed) {
      const sentence = `${inWords(date)} is not for sale.`;
      refuse("failed-precondition", "closed", sentence, { date });
    }
    const left = leftOn(months, date);
    if (left < rooms) {
      const sentence = left === 0 ? "is full" : `has only ${left} left`;
      refuse("failed-precondition", "sold-out", `${inWords(date)} ${sentence}.`, { date, left });
    }
  }
}

function refuseOtherLength(months: Months, stay: Stay): void {
  const first = dayAt(months, stay.checkIn);
  const nights = nightsOf(stay).length;
  const { minStay = 1, maxStay = nights } = first ?? {};
  const about = { date: stay.checkIn, minStay, maxStay };
  if (nights < minStay) {
    const sentence = `A stay from ${inWords(stay.checkIn)} has at least ${minStay} nights.`;
    refuse("failed-precondition", "stay-too-short", sentence, about);
  }
  if (nights > maxStay) {
    const sentence = `A stay from ${inWords(stay.checkIn)} has at most ${maxStay} nights.`;
    refuse("failed-precondition", "stay-too-long", sentence, about);
  }
}
