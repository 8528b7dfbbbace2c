import type { DocumentSnapshot } from "firebase-admin/firestore";
import type * as z from "zod";
import { callable } from "../core/callable.ts";
import type { Caller } from "../core/caller.ts";
import { stamp } from "../core/clock.ts";
import { create, type Decision, decide, type Read, update, type Write } from "../core/decide.ts";
import { fingerprintOf, idOf, refuseOtherInput } from "../core/id.ts";
import { counterOf, spend } from "../core/limits.ts";
import { refuse } from "../core/refuse.ts";
import { own } from "./booking/access.ts";
import { applyChange } from "./booking/applyChange.ts";
import { newNights, priceChange, timesMoved } from "./booking/change.ts";
import { isDue } from "./booking/closeBooking.ts";
import { giveBack } from "./booking/giveBack.ts";
import { ChangeDates } from "./booking/inputs.ts";
import { datesOf } from "./booking/letGo.ts";
import { type Booking, type BookingChange, bookingChanges, bookings } from "./booking/schema.ts";
import { next } from "./booking/states.ts";
import { nightsOf } from "./calendar/dates.ts";
import { hold } from "./calendar/months.ts";
import { readSheet, type Sheet, writeSheet } from "./calendar/sheet.ts";
import { HELD_FOR, HOLD_LIMIT } from "./holdStay.ts";
import { currency } from "./schema.ts";

/**
 * Moves a confirmed stay of the caller's to other dates, as `quoteChange` has priced them. What costs no more
 * is done at once, in one commit: the stay never has both its old nights and the new, nor neither. What costs
 * more holds the new nights for ten minutes beside the old ones, to be paid (`payChange`): with the money the
 * stay has the new dates, without it those it had. Calling again with the same `requestId` answers as the
 * first call did.
 *
 * Answers `{ changeId, state, toPay, refund, currency, closeAt }`, amounts in minor units, `closeAt` in ISO
 * 8601, null where nothing is to be paid.
 *
 * Refuses `not-found`/`no-such-booking` (another's too); `failed-precondition` with `wrong-state`,
 * `too-many-changes` over 20 of a stay, `change-pending` while another waits to be paid, `price-changed` (`toPay`, `refund`) or what `priceChange`
 * refuses; `already-exists`/`request-id-reused`; `resource-exhausted`/`too-many-requests` over 5 an hour.
 */
export const changeDates = callable({ access: "verified", input: ChangeDates }, (asked, caller) =>
  decide((read) => change(read, asked, caller)),
);

type Asked = z.output<typeof ChangeDates>;

async function change(
  read: Read,
  { requestId, bookingId, ...asked }: Asked,
  caller: Caller,
): Promise<Decision<ReturnType<typeof receipt>>> {
  const [found, booking] = await read(
    bookingChanges.doc(idOf("change", bookingId, requestId)),
    bookings.doc(bookingId),
  );
  const current = own(booking, caller);
  const made = found.data();
  const fingerprint = fingerprintOf(asked);
  if (made) {
    refuseOtherInput(made.fingerprint, fingerprint);
    return { answer: receipt(found.id, made) };
  }
  next(current.state, "change");
  refuseTooMany(current);
  const [counter] = await read(counterOf("travel.holds", caller.uid));
  const counted = spend(counter, HOLD_LIMIT, found.id);
  const given = await giveUpLapsed(read, current);
  const sheet = await readSheet(read, current, [...datesOf(current), ...nightsOf(asked)]);
  const priced = priceChange(current, asked, sheet.months);
  const { toPay, refund } = priced;
  if (toPay !== asked.toPay || refund !== asked.refund) {
    const sentence = "Other dates cost something else now: ask again.";
    refuse("failed-precondition", "price-changed", sentence, { toPay, refund });
  }
  const { checkIn, checkOut } = asked;
  const entered: BookingChange = {
    bookingId,
    uid: caller.uid,
    state: toPay === 0 ? "applied" : "held",
    checkIn,
    checkOut,
    ...priced,
    payment: null,
    earlier: timesMoved(current),
    at: stamp(),
    fingerprint,
    ...(toPay === 0 ? {} : { closeAt: stamp(HELD_FOR) }),
  };
  const writes =
    toPay === 0
      ? await changeNow(read, booking, current, found.id, entered, sheet)
      : holdBoth(booking, current, found.id, entered, sheet);
  return {
    answer: receipt(found.id, entered),
    writes: [create(found.ref, entered), ...counted, ...given, ...writes],
  };
}

/** A stay is one document, and so is its story. */
const MAX_CHANGES = 20;

function refuseTooMany(booking: Booking): void {
  if (timesMoved(booking) < MAX_CHANGES) return;
  const sentence = `A stay is moved ${MAX_CHANGES} times at most.`;
  refuse("failed-precondition", "too-many-changes", sentence);
}

/** One that was not paid in time is none any more. The sweep ends its payment. */
async function giveUpLapsed(read: Read, { change: changeId }: Booking): Promise<Write[]> {
  if (changeId === null) return [];
  const [previous] = await read(bookingChanges.doc(changeId));
  const waiting = previous.data();
  if (waiting?.state !== "held") return [];
  if (!isDue(waiting.closeAt)) {
    const sentence = "Other dates of this stay wait to be paid.";
    refuse("failed-precondition", "change-pending", sentence, { changeId });
  }
  return [update(previous, { state: "cancelled", closeAt: stamp() })];
}

async function changeNow(
  read: Read,
  booking: DocumentSnapshot<Booking>,
  current: Booking,
  changeId: string,
  entered: BookingChange,
  sheet: Sheet,
): Promise<Write[]> {
  const reason = "Other dates cost less.";
  const request = { amount: entered.refund, reason, by: current.uid };
  const { promised, writes } = await giveBack(read, booking.id, current, changeId, request);
  const money = { paid: current.paid - promised };
  const moved = await applyChange(read, booking, current, changeId, entered, money, sheet);
  return [...moved, ...writes];
}

function holdBoth(
  booking: DocumentSnapshot<Booking>,
  current: Booking,
  changeId: string,
  { closeAt = stamp(), ...entered }: BookingChange,
  sheet: Sheet,
): Write[] {
  const nights = newNights(current, entered);
  const held = { nights, rooms: current.rooms, until: closeAt };
  return [
    update(booking, { change: changeId }),
    ...writeSheet(sheet, hold(sheet.months, changeId, held)),
  ];
}

const receipt = (changeId: string, { state, toPay, refund, closeAt }: BookingChange) => ({
  changeId,
  state,
  toPay,
  refund,
  currency,
  closeAt: closeAt?.toDate().toISOString() ?? null,
});
