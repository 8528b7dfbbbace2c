import { now } from "../../../functions/src/core/clock.ts";
import { decide } from "../../../functions/src/core/decide.ts";
import { payableOf } from "../../../functions/src/core/payments/intents.ts";
import { openPayment } from "../../../functions/src/core/payments/openPayment.ts";
import { payments } from "../../../functions/src/core/payments/schema.ts";
import { type BookingState, bookings } from "../../../functions/src/travel/booking/schema.ts";
import { addDays, momentAt } from "../../../functions/src/travel/calendar/dates.ts";
import { cancelBooking } from "../../../functions/src/travel/cancelBooking.ts";
import { checkIn } from "../../../functions/src/travel/checkIn.ts";
import { completeStay } from "../../../functions/src/travel/completeStay.ts";
import { declineStay } from "../../../functions/src/travel/declineStay.ts";
import { sweepBookings } from "../../../functions/src/travel/jobs/sweepHolds.ts";
import { markNoShow } from "../../../functions/src/travel/markNoShow.ts";
import { quoteCancellation } from "../../../functions/src/travel/quoteCancellation.ts";
import { call, type Person } from "../../support/call.ts";
import { confirm, makeRefunds, untilPayment } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import { useCheckedHouses } from "./books.ts";
import { bookingOf, type House, pay, stayFrom, take } from "./house.ts";

/** `useCheckedHouses`, with a clock that can be put to a moment. What a test has held up goes on after it. */
export function useBookings() {
  afterEach(() => provider.simulator.release());
  const { pass, provider } = useCheckedHouses();
  return { provider, passTo: (moment: Date) => pass(moment.getTime() - now().getTime()) };
}
export type Use = ReturnType<typeof useBookings>;

export interface Taken {
  bookingId: string;
  person: Person;
}

/** Noon of a day, by the clocks of the house. */
export const noonOf = ({ timeZone }: House, date: string): Date =>
  momentAt(date, "12:00", timeZone);

/** Has closed what is due, as the job does. */
export const sweep = () => sweepBookings(now(), 50);

/** Cancels a stay of somebody's by a quote of this moment, where it needs one. */
export async function callOff({ bookingId, person }: Taken) {
  const { quoteId } = await call(quoteCancellation, person, { bookingId });
  return call(cancelBooking, person, { bookingId, quoteId });
}

/** Another payment of a booking, which its traveller has kept open somewhere. */
export async function secondPayment(bookingId: string) {
  const { payment, totals, uid, currency } = await bookingOf(bookingId);
  const paymentId = await decide(async (read) => {
    const [last] = payment ? await read(payments.doc(payment)) : [];
    const subject = bookings.doc(bookingId).path;
    const opened = openPayment({ subject, uid, amount: totals.total, currency }, last);
    return { answer: opened.paymentId, writes: [opened.write] };
  });
  return { paymentId, intent: (await payableOf(paymentId)).intent };
}

/** Pays by a payment with which nobody reckoned any more. Answers its id. */
export async function payAgain(bookingId: string): Promise<string> {
  const { paymentId, intent } = await secondPayment(bookingId);
  await confirm(intent);
  await untilPayment(paymentId, "succeeded");
  return paymentId;
}

type Step = (taken: Taken, house: House, use: Use) => Promise<unknown>;

const payIt: Step = ({ bookingId, person }) => pay(bookingId, person);
const arrive: Step = async ({ bookingId }, house, { passTo }) => {
  passTo(noonOf(house, (await bookingOf(bookingId)).checkIn));
  await call(checkIn, house.host, { bookingId });
};

const STEPS: Record<BookingState, Step[]> = {
  requested: [],
  held: [],
  confirmed: [payIt],
  checked_in: [payIt, arrive],
  completed: [
    payIt,
    arrive,
    async ({ bookingId }, house, { passTo }) => {
      passTo(noonOf(house, (await bookingOf(bookingId)).checkOut));
      await call(completeStay, house.host, { bookingId });
    },
  ],
  no_show: [
    payIt,
    async ({ bookingId }, house, { passTo }) => {
      passTo(noonOf(house, addDays((await bookingOf(bookingId)).checkIn, 1)));
      await call(markNoShow, house.host, { bookingId });
    },
  ],
  declined: [({ bookingId }, { host }) => call(declineStay, host, { bookingId, reason: "" })],
  expired: [
    async ({ bookingId }, _, { passTo }) => {
      passTo((await bookingOf(bookingId)).closeAt?.toDate() ?? now());
      await sweep();
    },
  ],
  cancelled: [payIt, callOff],
  refunded: [
    payIt,
    callOff,
    async ({ bookingId }) => {
      await makeRefunds();
      await until(async () => (await bookingOf(bookingId)).state === "refunded");
    },
  ],
};

/** What a house must be so that a booking of it can be in a state. */
export const modeFor = (state: BookingState) =>
  state === "requested" || state === "declined" ? "on_request" : "instant";

/** A stay of two nights in a week, brought into `state` by what brings it there. */
export async function bringTo(state: BookingState, house: House, use: Use): Promise<Taken> {
  const taken = await take(house, stayFrom(house, 7));
  for (const step of STEPS[state]) await step(taken, house, use);
  return taken;
}
