import assert from "node:assert/strict";
import type { PaymentSimulator } from "../../../dev/payments/simulator.ts";
import { now } from "../../../functions/src/core/clock.ts";
import { Payment, payments } from "../../../functions/src/core/payments/schema.ts";
import {
  Booking,
  BookingChange,
  bookingChanges,
  bookings,
} from "../../../functions/src/travel/booking/schema.ts";
import { dayOf, monthOf } from "../../../functions/src/travel/calendar/dates.ts";
import { isLive } from "../../../functions/src/travel/calendar/months.ts";
import {
  availabilityOf,
  InventoryMonth,
  inventory,
} from "../../../functions/src/travel/calendar/schema.ts";
import { recountNights } from "../../../functions/src/travel/jobs/recountNights.ts";
import { SMALLEST_PAYMENT } from "../../../functions/src/travel/schema.ts";
import { useProvider } from "../../support/payments.ts";
import { useStillClock } from "../../support/time.ts";
import { until } from "../../support/until.ts";

/**
 * `useStillClock`, at noon, and `useProvider` for a `describe`, and the books checked after each of its
 * tests. So the minutes that a test lets pass end no day, and a day that is an hour longer is over in time.
 */
export function useCheckedHouses() {
  const clean = { books: () => Promise.resolve() };
  // Before the clock goes on and the provider stops: what it has sent must have been heard.
  afterEach(() => clean.books());
  const { pass } = useStillClock();
  beforeEach(() => pass(new Date(now()).setUTCHours(12, 0, 0, 0) - now().getTime()));
  const provider = useProvider();
  clean.books = () => checkBooks(provider.simulator);
  return { pass, provider };
}

/** Waits until all that the provider had to say has been heard (or was lost on the way). */
export const untilHeard = (simulator: PaymentSimulator): Promise<void> =>
  until(async () => {
    const events = await simulator.events();
    return events.every(({ pending_webhooks }) => pending_webhooks === 0);
  });

/** What is true whatever has happened, over the whole database of the tests and its provider. */
export async function checkBooks(simulator: PaymentSimulator): Promise<void> {
  await untilHeard(simulator);
  const stays = (await bookings.get()).docs.map(
    (booking) => [booking.id, Booking.parse(booking.data())] as const,
  );
  const changes = (await bookingChanges.get()).docs.map(
    (change) => [change.id, BookingChange.parse(change.data())] as const,
  );
  const months = (await inventory.get()).docs.map((month) => InventoryMonth.parse(month.data()));
  assert.deepEqual(await recountNights(), []);
  await Promise.all(months.map(checkNights));
  checkHolds(months, new Map<string, Booking | BookingChange>([...stays, ...changes]));
  for (const [id, { change }] of stays) {
    if (change === null) continue;
    const asked = changes.find(([changeId]) => changeId === change)?.[1];
    assert.deepEqual([asked?.state, asked?.bookingId], ["held", id]);
  }
  await checkMoney(
    stays.map(([, booking]) => booking),
    simulator,
  );
}

/** On every night no more is booked and held than there is, and no more is shown than is left. */
async function checkNights(month: InventoryMonth): Promise<void> {
  const shown = (await availabilityOf(month, month.month).get()).data();
  const live = Object.values(month.holds).filter(isLive);
  for (const [index, { booked, capacity, closed }] of month.days.entries()) {
    const held = live.filter(({ nights }) => nights.includes(index + 1));
    const taken = held.reduce((sum, { rooms }) => sum + rooms, booked);
    const name = `${month.month}-${index + 1}`;
    assert.ok(taken <= capacity, `${name}: ${taken} of ${capacity}`);
    // What has lapsed is shown as taken until somebody writes the month.
    const left = shown?.nights[index]?.left ?? assert.fail(name);
    assert.ok(left <= (closed ? 0 : capacity - taken), `${name}: ${left} left`);
  }
}

/** Who holds nights now waits for them, and for no others. */
function checkHolds(
  months: readonly InventoryMonth[],
  waiting: ReadonlyMap<string, Booking | BookingChange>,
): void {
  for (const month of months) {
    for (const [id, held] of Object.entries(month.holds).filter(([, held]) => isLive(held))) {
      const holder = waiting.get(id);
      assert.equal(holder?.state, "held", `${id} holds nights`);
      const wanted = holder.nights.map(({ date }) => date);
      const own = wanted.filter((date) => monthOf(date) === month.month).map(dayOf);
      for (const day of held.nights) assert.ok(own.includes(day), `${id} holds ${day}`);
    }
  }
}

/** A booking has what its payments have; ours have what the provider has. */
async function checkMoney(stays: readonly Booking[], simulator: PaymentSimulator): Promise<void> {
  const found = new Map(
    (await payments.get()).docs.map((payment) => [payment.id, Payment.parse(payment.data())]),
  );
  for (const { paidBy, paid, captured, refunded, totals, state } of stays) {
    const own = paidBy.map((id) => found.get(id) ?? assert.fail(id));
    const sum = (amounts: number[]) => amounts.reduce((all, amount) => all + amount, 0);
    assert.equal(captured, sum(own.map((payment) => payment.captured)));
    assert.equal(refunded, sum(own.map((payment) => payment.refunded)));
    if (paid > 0) {
      assert.equal(paid, sum(own.map((payment) => payment.captured - payment.refunding)));
    }
    // Less than what a provider takes is not asked for.
    const least = totals.total - SMALLEST_PAYMENT;
    if (state === "confirmed") assert.ok(paid > least, `${paid} paid of ${totals.total}`);
  }
  const kept = new Set(stays.flatMap(({ paidBy }) => paidBy));
  for (const [id, { captured, refunding }] of found) {
    if (!kept.has(id)) assert.equal(refunding, captured, `payment ${id}, which is no booking's`);
  }
  const all = [...found.values()];
  const captured = all.reduce((sum, payment) => sum + payment.captured, 0);
  const refunded = all.reduce((sum, payment) => sum + payment.refunded, 0);
  const ledger = await simulator.ledger();
  assert.deepEqual(
    { captured, refunded },
    { captured: ledger.captured, refunded: ledger.refunded },
  );
}
