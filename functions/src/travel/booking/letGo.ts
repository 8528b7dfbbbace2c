import { type DocumentSnapshot, FieldValue } from "firebase-admin/firestore";
import { stamp } from "../../core/clock.ts";
import { type Read, update, type Write } from "../../core/decide.ts";
import { book, drop } from "../calendar/months.ts";
import { readSheet, writeSheet } from "../calendar/sheet.ts";
import { todayAt } from "./moments.ts";
import { type Booking, type BookingState, bookingChanges } from "./schema.ts";

/** Whose nights are counted as booked. */
const BOOKED: readonly BookingState[] = ["confirmed", "checked_in"];

export const datesOf = ({ nights }: Pick<Booking, "nights">): string[] =>
  nights.map(({ date }) => date);

/**
 * What a booking has of the calendar is free again from today on, and so is what other dates of it hold:
 * those it will not get any more.
 */
export async function letGo(
  read: Read,
  booking: DocumentSnapshot<Booking>,
  current: Booking,
): Promise<Write[]> {
  const [change] = current.change === null ? [] : await read(bookingChanges.doc(current.change));
  const asked = change?.data();
  const dates = datesOf(current);
  const sheet = await readSheet(read, current, [...dates, ...(asked ? datesOf(asked) : [])]);
  const today = todayAt(current);
  const toCome = dates.filter((date) => date >= today);
  let months = drop(sheet.months, booking.id);
  if (BOOKED.includes(current.state)) months = book(months, toCome, -current.rooms);
  if (!change || asked?.state !== "held") return writeSheet(sheet, months);
  // The sweep sees to its payment.
  const cancelled = update(change, { state: "cancelled", closeAt: stamp() });
  return [...writeSheet(sheet, drop(months, change.id)), cancelled];
}

/** Fields that a booking does not have any more once it is over. */
export const over = () => ({
  change: null,
  remindAt: FieldValue.delete(),
  completeAt: FieldValue.delete(),
});
