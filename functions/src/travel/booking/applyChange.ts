import { type DocumentSnapshot, FieldValue } from "firebase-admin/firestore";
import { type Read, update, type Write } from "../../core/decide.ts";
import { book, drop, type Months } from "../calendar/months.ts";
import { type Sheet, writeSheet } from "../calendar/sheet.ts";
import { datesOf } from "./letGo.ts";
import { stayChanged } from "./mails.ts";
import { appointments } from "./moments.ts";
import type { Booking, BookingChange } from "./schema.ts";
import { next } from "./states.ts";
import { tellHost, tellTraveller } from "./tell.ts";
import { happened } from "./timeline.ts";

/**
 * Gives a booking its other dates, in one commit: the old nights are free and the new are its own, none is
 * counted twice, and what was held for the change is not any more. `sheet` has the months of both.
 */
export async function applyChange(
  read: Read,
  booking: DocumentSnapshot<Booking>,
  current: Booking,
  changeId: string,
  change: Pick<BookingChange, "checkIn" | "checkOut" | "nights" | "totals" | "percent">,
  money: Partial<Pick<Booking, "captured" | "paid" | "paidBy">>,
  sheet: Sheet,
): Promise<Write[]> {
  const { checkIn, checkOut, nights, totals, percent } = change;
  const changed = {
    checkIn,
    checkOut,
    nights,
    totals,
    refundAtMost: percent,
    ...money,
    state: next(current.state, "change"),
    change: null,
    timeline: happened(current, "changed"),
  };
  const after: Booking = { ...current, ...changed };
  const mail = await stayChanged(booking.id, after);
  return [
    update(booking, { ...changed, remindAt: FieldValue.delete(), ...appointments(after) }),
    ...writeSheet(sheet, moveNights(sheet.months, changeId, current, after)),
    ...(await tellTraveller(read, booking.id, "stay-changed", changeId, mail)),
    ...(await tellHost("stay-moved", changeId, after)),
  ];
}

function moveNights(months: Months, changeId: string, before: Booking, after: Booking): Months {
  const freed = book(drop(months, changeId), datesOf(before), -before.rooms);
  return book(freed, datesOf(after), after.rooms);
}
