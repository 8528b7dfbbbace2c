import { type DocumentReference, FieldValue } from "firebase-admin/firestore";
import { MINUTE, now, stamp } from "../../core/clock.ts";
import { decide, update } from "../../core/decide.ts";
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
 * Ends what was not paid in time, or was cancelled before: it has expired, and what it held is shown as free,
 * as it was since its hold has lapsed; then its payment is canceled at the provider. Money that comes all the
 * same, before that or from a slow bank, is late money: kept if the nights are still free, given back if not.
 *
 * May be run by several at once and again after any step. Refuses what `cancelPayment` refuses: then it is
 * over all the same, and only the payment is left to be ended.
 */
export async function closeBooking(bookingId: string): Promise<void> {
  const open = await decide(async (read) => {
    const [booking] = await read(bookings.doc(bookingId));
    const current = existing(booking);
    if (!isDue(current.closeAt)) return { answer: null };
    const isLeft = current.payment !== null;
    const closeAt = isLeft ? {} : closed();
    if (!isAllowed(current.state, "expire")) {
      return { answer: current.payment, writes: isLeft ? [] : [update(booking, closeAt)] };
    }
    const expired = {
      state: next(current.state, "expire"),
      timeline: happened(current, "expired"),
      ...over(),
      ...closeAt,
    };
    const freed = await letGo(read, booking, current);
    return { answer: current.payment, writes: [update(booking, expired), ...freed] };
  });
  if (open !== null) await endPayment(bookings.doc(bookingId), open);
}

/** The same for a change of dates that waits for its payment: the booking stays as it is. */
export async function closeChange(changeId: string): Promise<void> {
  const open = await decide(async (read) => {
    const [change] = await read(bookingChanges.doc(changeId));
    const asked = change.data();
    if (!asked || !isDue(asked.closeAt)) return { answer: null };
    const [booking] = await read(bookings.doc(asked.bookingId));
    const current = existing(booking);
    const sheet = await readSheet(read, current, datesOf(asked));
    const state = asked.state === "held" ? "expired" : asked.state;
    return {
      answer: asked.payment,
      writes: [
        update(change, { state, ...(asked.payment === null ? closed() : {}) }),
        ...(current.change === changeId ? [update(booking, { change: null })] : []),
        // Also where another has taken its place: what it held is still shown as taken.
        ...writeSheet(sheet, drop(sheet.months, changeId)),
      ],
    };
  });
  if (open !== null) await endPayment(bookingChanges.doc(changeId), open);
}

const closed = () => ({ closeAt: FieldValue.delete() });

/** After a failure others go first. By then it is over, and only the payment is left. */
const LATER = 10 * MINUTE;

type Closing = DocumentReference<Pick<Booking, "closeAt" | "payment">>;

/** Sees to it that nobody can pay any more; until that is done, a sweep comes back to it. */
async function endPayment(ref: Closing, payment: string): Promise<void> {
  const settle = (fields: { closeAt: FieldValue | Timestamp }) =>
    decide(async (read) => {
      const [found] = await read(ref);
      const isSame = found.data()?.payment === payment && isDue(found.data()?.closeAt);
      return { answer: undefined, writes: isSame ? [update(found, fields)] : [] };
    });
  try {
    await cancelPayment(payment);
  } catch (error) {
    await settle({ closeAt: stamp(LATER) });
    throw error;
  }
  await settle(closed());
}

export const isDue = (closeAt: Timestamp | undefined): boolean =>
  closeAt !== undefined && closeAt.toMillis() <= now().getTime();
