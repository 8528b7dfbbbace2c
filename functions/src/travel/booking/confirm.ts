import { type DocumentSnapshot, FieldValue } from "firebase-admin/firestore";
import { type Read, update, type Write } from "../../core/decide.ts";
import { queueMail } from "../../core/mail/queue.ts";
import type { Response } from "../../core/payments/payees.ts";
import { refundable } from "../../core/payments/requestRefund.ts";
import type { Payment } from "../../core/payments/schema.ts";
import { areFree, book, drop, holdsAll, isListed, type Months } from "../calendar/months.ts";
import { readSheet, type Sheet, writeSheet } from "../calendar/sheet.ts";
import { datesOf } from "./letGo.ts";
import { stayConfirmed } from "./mails.ts";
import { appointments, todayAt } from "./moments.ts";
import { newReference } from "./reference.ts";
import { type Booking, type GuestList, guestLists } from "./schema.ts";
import { isAllowed, next } from "./states.ts";
import { tellHost } from "./tell.ts";
import { happened } from "./timeline.ts";

interface Received {
  paymentId: string;
  payment: Payment;
}

/**
 * The money for a booking is here. It is confirmed if it still holds its nights, or if they can be had
 * all the same and the stay is still to come; else, as where it is cancelled or has been paid already,
 * the money goes back.
 */
export async function receiveMoney(
  read: Read,
  booking: DocumentSnapshot<Booking>,
  current: Booking,
  { paymentId, payment }: Received,
): Promise<Response> {
  const refund = refundable(payment);
  if (current.paidBy.length > 0 || !isAllowed(current.state, "settle")) {
    return { writes: [update(booking, { review: `paid twice: ${paymentId}` })], refund };
  }
  const captured = current.captured + payment.captured;
  const received = { payment: paymentId, paidBy: [paymentId], captured };
  const [list] = await read(guestLists.doc(booking.id));
  const sheet = await readSheet(read, current, datesOf(current));
  const booked = nightsBooked(sheet, booking.id, current);
  // Without a guest list who has booked is gone, and nobody would come.
  const guests = list.data();
  if (current.state !== "cancelled" && booked && guests) {
    const confirmed = await confirm(read, booking, { ...current, ...received }, guests);
    return {
      writes: [
        ...confirmed,
        update(list, { hostId: current.hostId }),
        ...writeSheet(sheet, booked),
      ],
    };
  }
  const state = next(current.state, "settle", current.state === "held" ? "expired" : current.state);
  const freed = writeSheet(sheet, drop(sheet.months, booking.id));
  const timeline = happened(current, "paid_late", payment.captured);
  const late = { ...received, state, timeline, closeAt: FieldValue.delete() };
  return { writes: [update(booking, late), ...freed], refund };
}

/** The calendar with the booking's nights as booked; nothing where it can't have them any more. */
function nightsBooked({ months }: Sheet, id: string, current: Booking): Months | undefined {
  const nights = datesOf(current);
  const without = drop(months, id);
  const isToCome = current.checkIn >= todayAt(current);
  const canHave = () => areFree(without, nights, current.rooms) && isToCome && isListed(months);
  if (!holdsAll(months, id, nights) && !canHave()) return undefined;
  return book(without, nights, current.rooms);
}

async function confirm(
  read: Read,
  booking: DocumentSnapshot<Booking>,
  current: Booking,
  { email }: GuestList,
): Promise<Write[]> {
  const { id } = booking;
  const { code, write } = await newReference(read, id);
  const { payment, paidBy, captured } = current;
  const confirmed = {
    reference: code,
    state: next(current.state, "settle", "confirmed"),
    payment,
    paidBy,
    captured,
    paid: captured,
    timeline: happened(current, "confirmed", captured),
  };
  const after = { ...current, ...confirmed };
  return [
    update(booking, { ...confirmed, ...appointments(current), closeAt: FieldValue.delete() }),
    write,
    queueMail("stay-confirmed", id, email, await stayConfirmed(id, after)),
    ...(await tellHost("stay-booked", id, after)),
  ];
}
