import { randomUUID } from "node:crypto";
import { acceptStay } from "../../../functions/src/travel/acceptStay.ts";
import { addDays } from "../../../functions/src/travel/calendar/dates.ts";
import { cancelAsHost } from "../../../functions/src/travel/cancelAsHost.ts";
import { cancelBooking } from "../../../functions/src/travel/cancelBooking.ts";
import { changeDates } from "../../../functions/src/travel/changeDates.ts";
import { checkIn } from "../../../functions/src/travel/checkIn.ts";
import { completeStay } from "../../../functions/src/travel/completeStay.ts";
import { declineStay } from "../../../functions/src/travel/declineStay.ts";
import { markNoShow } from "../../../functions/src/travel/markNoShow.ts";
import { nameGuests } from "../../../functions/src/travel/nameGuests.ts";
import { payStay } from "../../../functions/src/travel/payStay.ts";
import { call } from "../../support/call.ts";
import { callOff, type Taken } from "./bookingStates.ts";
import { bookingOf, type House } from "./house.ts";

type Deed = (taken: Taken, house: House) => Promise<unknown>;

/** What people do to a booking, each by the callable that it has. */
export const deeds = {
  accept: ({ bookingId }, { host }) => call(acceptStay, host, { bookingId }),
  decline: ({ bookingId }, { host }) => call(declineStay, host, { bookingId, reason: "Full" }),
  check_in: ({ bookingId }, { host }) => call(checkIn, host, { bookingId }),
  mark_no_show: ({ bookingId }, { host }) => call(markNoShow, host, { bookingId }),
  cancel_by_host: ({ bookingId }, { host }) => call(cancelAsHost, host, { bookingId }),
  complete: ({ bookingId }, { host }) => call(completeStay, host, { bookingId }),
  name_guests: ({ bookingId, person }) =>
    call(nameGuests, person, { bookingId, guests: [{ name: "Bo Guest" }] }),
  pay: ({ bookingId, person }) => call(payStay, person, { bookingId }),
  change: async ({ bookingId, person }) => {
    const booking = await bookingOf(bookingId);
    const [checkInDay, checkOut] = [addDays(booking.checkIn, 1), addDays(booking.checkOut, 1)];
    const moved = { checkIn: checkInDay, checkOut, toPay: 0, refund: 0 };
    return call(changeDates, person, { requestId: randomUUID(), bookingId, ...moved });
  },
  cancel: (taken) => callOff(taken),
  /** The second step alone. */
  cancel_now: ({ bookingId, person }) => call(cancelBooking, person, { bookingId }),
} satisfies Record<string, Deed>;
