import { type DocumentSnapshot, FieldValue } from "firebase-admin/firestore";
import { type Read, update, type Write } from "../../core/decide.ts";
import { queueMail } from "../../core/mail/queue.ts";
import { book, drop, type Months } from "../calendar/months.ts";
import { type Sheet, writeSheet } from "../calendar/sheet.ts";
import { datesOf } from "./letGo.ts";
import { stayChanged } from "./mails.ts";
import { appointments } from "./moments.ts";
import { purgeAtOf } from "./newBooking.ts";
import { type Booking, type BookingChange, guestLists } from "./schema.ts";
import { next } from "./states.ts";
import { tellHost } from "./tell.ts";
import { happened } from "./timeline.ts";

/**
 * Gives a booking its other dates, in one commit: the old nights are free and the new are its own, none is
 * counted twice, and what was held for the change is not any more. Its guest list is kept until some time
 * after the new ones. `sheet` has the months of both.
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
  const [list] = await read(guestLists.doc(booking.id));
  const email = list.data()?.email;
  return [
    update(booking, { ...changed, remindAt: FieldValue.delete(), ...appointments(after) }),
    ...writeSheet(sheet, moveNights(sheet.months, changeId, current, after)),
    ...(email === undefined
      ? []
      : [
          update(list, { purgeAt: purgeAtOf(after) }),
          queueMail("stay-changed", changeId, email, await stayChanged(booking.id, after)),
        ]),
    ...(await tellHost("stay-moved", changeId, after)),
  ];
}

function moveNights(months: Months, changeId: string, before: Booking, after: Booking): Months {
  const freed = book(drop(months, changeId), datesOf(before), -before.rooms);
  return book(freed, datesOf(after), after.rooms);
}
