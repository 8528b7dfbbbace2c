import type { DocumentSnapshot } from "firebase-admin/firestore";
import { FieldValue } from "firebase-admin/firestore";
import { type Read, update } from "../../core/decide.ts";
import type { News, Payee, Response } from "../../core/payments/payees.ts";
import { refundable } from "../../core/payments/requestRefund.ts";
import { areFree, drop, holdsAll, isListed } from "../calendar/months.ts";
import { readSheet, writeSheet } from "../calendar/sheet.ts";
import { existing } from "./access.ts";
import { applyChange } from "./applyChange.ts";
import { newNights, percentNow, timesMoved } from "./change.ts";
import { datesOf } from "./letGo.ts";
import { todayAt } from "./moments.ts";
import { type Booking, type BookingChange, bookingChanges, bookings } from "./schema.ts";
import { moneyMoved } from "./settleBooking.ts";
import { isAllowed } from "./states.ts";

/**
 * What becomes of a change of dates when its payment moves. With the money the stay has its new dates, if
 * they are held or can be had all the same; else it keeps those it has, and the money goes back.
 */
export const settleChange: Payee = async (read, news) => {
  const [change] = await read(bookingChanges.doc(news.payment.subject.split("/")[1] ?? ""));
  const asked = change.data();
  if (!asked) throw new Error(`payment ${news.paymentId} is for no change`);
  const [booking] = await read(bookings.doc(asked.bookingId));
  const current = existing(booking);
  if (news.kind !== "succeeded") return moneyMoved(read, booking, current, news);
  return receiveDifference(read, change, asked, booking, current, news);
};

async function receiveDifference(
  read: Read,
  change: DocumentSnapshot<BookingChange>,
  asked: BookingChange,
  booking: DocumentSnapshot<Booking>,
  current: Booking,
  { paymentId, payment }: News & { kind: "succeeded" | "failed" },
): Promise<Response> {
  const { id } = change;
  const sheet = await readSheet(read, current, [...datesOf(current), ...datesOf(asked)]);
  const added = newNights(current, asked);
  const without = drop(sheet.months, id);
  const isFree = areFree(without, added, current.rooms);
  const isToCome = asked.checkIn >= todayAt(current) && current.checkIn >= todayAt(current);
  const hasNights =
    holdsAll(sheet.months, id, added) || (isFree && isToCome && isListed(sheet.months));
  const waits = isStillMeant(asked, current, id);
  const closed = { closeAt: FieldValue.delete(), payment: paymentId };
  if (!waits || !hasNights || !isAllowed(current.state, "change")) {
    const state = asked.state === "held" ? "expired" : asked.state;
    return {
      writes: [
        update(change, { state, ...closed }),
        ...(current.change === id ? [update(booking, { change: null })] : []),
        ...writeSheet(sheet, without),
      ],
      refund: refundable(payment),
    };
  }
  const money = {
    captured: current.captured + payment.captured,
    paid: current.paid + payment.captured,
    paidBy: [...current.paidBy, paymentId],
  };
  // Of one that has expired: what could be cancelled then can't be again because a bank was slow.
  const percent =
    asked.state === "held" ? asked.percent : Math.min(asked.percent, percentNow(current));
  const meant = { ...asked, percent };
  return {
    writes: [
      update(change, { state: "applied", ...closed }),
      ...(await applyChange(read, booking, current, id, meant, money, sheet)),
    ],
  };
}

/** One that has expired while a bank was slow is meant as long as the stay is what it was for. */
function isStillMeant({ state, earlier }: BookingChange, current: Booking, id: string): boolean {
  if (state === "held") return current.change === id;
  return state === "expired" && current.change === null && timesMoved(current) === earlier;
}
