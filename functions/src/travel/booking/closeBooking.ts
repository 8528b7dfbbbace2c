import { type DocumentSnapshot, FieldValue } from "firebase-admin/firestore";
import { now } from "../../core/clock.ts";
import { decide, type Read, update, type Write } from "../../core/decide.ts";
import { cancelPayment } from "../../core/payments/intents.ts";
import type { Timestamp } from "../../core/schema.ts";
import { drop } from "../calendar/months.ts";
import { readSheet, writeSheet } from "../calendar/sheet.ts";
import { existing } from "./access.ts";
import { datesOf, letGo, over } from "./letGo.ts";
import { type Booking, bookingChanges, bookings } from "./schema.ts";
import { isAllowed, next } from "./states.ts";
import { happened } from "./timeline.ts";

/**
 * Ends what was not paid in time, or was cancelled before: first nobody may be able to pay any more, then
 * the booking has expired. Its nights are free since its hold has lapsed, whether or not this has run. If
 * the money was there already, it is a booking that was paid; and what a bank may still send is late money:
 * kept if the nights are still free by then, and given back if not.
 *
 * May be run by several at once and again after any step. Refuses what `cancelPayment` refuses.
 */
export async function closeBooking(bookingId: string): Promise<void> {
  const { payment, closeAt } = existing(await bookings.doc(bookingId).get());
  if (!isDue(closeAt)) return;
  if (payment !== null) await cancelPayment(payment);
  await decide(async (read) => {
    const [booking] = await read(bookings.doc(bookingId));
    const current = existing(booking);
    const writes = isDue(current.closeAt) ? await expire(read, booking, current) : [];
    return { answer: undefined, writes };
  });
}

/** Fields of `closeAt` are deleted last: until then a sweep meets the document again. */
async function expire(
  read: Read,
  booking: DocumentSnapshot<Booking>,
  current: Booking,
): Promise<Write[]> {
  const closed = { closeAt: FieldValue.delete() };
  if (!isAllowed(current.state, "expire")) return [update(booking, closed)];
  const expired = {
    state: next(current.state, "expire"),
    timeline: happened(current, "expired"),
    ...over(),
    ...closed,
  };
  return [update(booking, expired), ...(await letGo(read, booking, current))];
}

/** The same for a change of dates that waits for its payment: the booking stays as it is. */
export async function closeChange(changeId: string): Promise<void> {
  const found = (await bookingChanges.doc(changeId).get()).data();
  if (!found || !isDue(found.closeAt)) return;
  if (found.payment !== null) await cancelPayment(found.payment);
  await decide(async (read) => {
    const [change] = await read(bookingChanges.doc(changeId));
    const asked = change.data();
    if (!asked || !isDue(asked.closeAt)) return { answer: undefined };
    const closed = { closeAt: FieldValue.delete() };
    if (asked.state !== "held") return { answer: undefined, writes: [update(change, closed)] };
    const [booking] = await read(bookings.doc(asked.bookingId));
    const current = existing(booking);
    const sheet = await readSheet(read, current, datesOf(asked));
    return {
      answer: undefined,
      writes: [
        update(change, { state: "expired", ...closed }),
        ...(current.change === changeId ? [update(booking, { change: null })] : []),
        ...writeSheet(sheet, drop(sheet.months, changeId)),
      ],
    };
  });
}

export const isDue = (closeAt: Timestamp | undefined): boolean =>
  closeAt !== undefined && closeAt.toMillis() <= now().getTime();
