import { stamp, useClock } from "../../../functions/src/core/clock.ts";
import { policyOf } from "../../../functions/src/travel/booking/policy.ts";
import { priceStay } from "../../../functions/src/travel/booking/price.ts";
import type { Booking } from "../../../functions/src/travel/booking/schema.ts";
import { daysIn, nightsOf, type Stay } from "../../../functions/src/travel/calendar/dates.ts";
import type { Months } from "../../../functions/src/travel/calendar/months.ts";
import type { Day, InventoryMonth } from "../../../functions/src/travel/calendar/schema.ts";

/** Does `work` while the clock stands at a moment. */
export function at<Answer>(moment: string | Date, work: () => Answer): Answer {
  const putBack = useClock(() => new Date(moment));
  try {
    return work();
  } finally {
    putBack();
  }
}

export const stampAt = (moment: string) => at(moment, () => stamp());

/** A stay that is confirmed and paid, each night at `price`; `fields` are those that are different. */
export function aBooking(stay: Stay, fields: Partial<Booking> = {}, price = 100_00): Booking {
  const terms = { rooms: 1, cleaningFee: 20_00, taxBasisPoints: 600, ...fields };
  const nights = nightsOf(stay).map((date) => ({ date, price }));
  const totals = priceStay(nights, terms);
  return {
    uid: "ana",
    hostId: "rui",
    propertyId: "p",
    roomTypeId: "rt",
    propertyName: "House by the River",
    roomName: "Double room",
    address: "Rua da Fonte 12",
    city: "lisbon",
    timeZone: "Europe/Lisbon",
    checkInFrom: "15:00",
    checkOutUntil: "11:00",
    ...stay,
    guests: 1,
    nights,
    totals,
    currency: "EUR",
    mode: "instant",
    policy: policyOf("moderate"),
    reference: "0K7F2M",
    state: "confirmed",
    payment: "payment-1",
    paidBy: ["payment-1"],
    captured: totals.total,
    paid: totals.total,
    refunded: 0,
    refundAtMost: 100,
    change: null,
    timeline: [
      { event: "held", at: stampAt("2026-01-01T00:00:00Z") },
      { event: "confirmed", at: stampAt("2026-01-01T00:01:00Z"), amount: totals.total },
    ],
    bookedAt: stampAt("2026-01-01T00:00:00Z"),
    review: null,
    fingerprint: "",
    ...terms,
  };
}

export const aDay = (fields: Partial<Day> = {}): Day => ({
  price: 100_00,
  capacity: 2,
  closed: false,
  minStay: 1,
  maxStay: 28,
  booked: 0,
  ...fields,
});

/** A month, each day of which is `aDay` of what `dayOf` says for it. */
export const aMonth = (
  month: string,
  dayOf: (day: number) => Partial<Day> = () => ({}),
  fields: Partial<InventoryMonth> = {},
): InventoryMonth => ({
  propertyId: "p",
  roomTypeId: "rt",
  hostId: "rui",
  month,
  city: "lisbon",
  sleeps: 2,
  listed: true,
  days: Array.from({ length: daysIn(month) }, (_, index) => aDay(dayOf(index + 1))),
  holds: {},
  ...fields,
});

export const monthsWith = (...months: InventoryMonth[]): Months =>
  Object.fromEntries(months.map((month) => [month.month, month]));

/** What a refusal says to people. */
export const sentenceOf = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => "",
    (error: Error) => error.message,
  );
