import assert from "node:assert/strict";
import { now } from "../../../functions/src/core/clock.ts";
import { refunds } from "../../../functions/src/core/payments/schema.ts";
import { addDays } from "../../../functions/src/travel/calendar/dates.ts";
import { cancelBooking } from "../../../functions/src/travel/cancelBooking.ts";
import { listProperty } from "../../../functions/src/travel/listProperty.ts";
import { setCapacity } from "../../../functions/src/travel/setCapacity.ts";
import { call } from "../../support/call.ts";
import { confirm, makeRefunds, untilPayment } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import { noonOf, payAgain, sweep, useBookings } from "../support/bookingStates.ts";
import {
  bookedOn,
  bookingOf,
  guestsOf,
  type House,
  leftOf,
  monthOf,
  open,
  pay,
  paymentOf,
  stayFrom,
  take,
} from "../support/house.ts";
import { plantHouse } from "../support/plantedHouse.ts";

describe("travel: the money for a stay", () => {
  const { provider, passTo } = useBookings();

  const eventsOf = async (bookingId: string) =>
    (await bookingOf(bookingId)).timeline.map(({ event }) => event);
  const stateOf = async (bookingId: string) => (await bookingOf(bookingId)).state;

  /** A stay in a house of one room, with its payment form open. */
  async function opened(house?: House) {
    const at = house ?? (await plantHouse({}, { capacity: 1 }));
    const stay = stayFrom(at, 10);
    const taken = await take(at, stay);
    return { house: at, stay, ...taken, ...(await open(taken.bookingId, taken.person)) };
  }
  type Opened = Awaited<ReturnType<typeof opened>>;

  const lapsed = async ({ bookingId }: Opened) =>
    passTo((await bookingOf(bookingId)).closeAt?.toDate() ?? now());

  async function isConfirmed({ house, stay, bookingId, paymentId }: Opened): Promise<void> {
    const { state, captured, paid, reference, closeAt, payment } = await bookingOf(bookingId);
    assert.deepEqual([state, captured, paid, closeAt], ["confirmed", 233_20, 233_20, undefined]);
    assert.match(reference ?? "", /^[0-9A-Z]{6}$/);
    assert.ok(payment !== null && (await paymentOf(payment)).state === "succeeded", paymentId);
    const { holds } = await monthOf(house, stay.checkIn.slice(0, 7));
    assert.equal(holds[bookingId], undefined);
    const nights = [stay.checkIn, addDays(stay.checkIn, 1), stay.checkOut];
    assert.deepEqual(await Promise.all(nights.map((date) => bookedOn(house, date))), [1, 1, 0]);
    assert.deepEqual(await Promise.all(nights.map((date) => leftOf(house, date))), [0, 0, 1]);
    assert.equal((await guestsOf(bookingId))?.hostId, house.host.uid);
    assert.equal((await refunds.get()).size, 0);
  }

  /** All of it has gone back, and the booking has no night. */
  async function isGivenBack(bookingId: string, events: string[]): Promise<void> {
    const late = await bookingOf(bookingId);
    assert.notEqual(late.state, "confirmed");
    assert.deepEqual([late.captured, late.paid, late.reference], [233_20, 0, null]);
    await makeRefunds();
    await until(async () => (await stateOf(bookingId)) === "refunded");
    assert.equal((await bookingOf(bookingId)).refunded, 233_20);
    assert.deepEqual(await eventsOf(bookingId), events);
    assert.equal((await guestsOf(bookingId))?.hostId, null);
  }

  it("in time makes of its hold a stay that is booked", async () => {
    const stay = await opened();
    passTo(new Date(((await bookingOf(stay.bookingId)).closeAt?.toMillis() ?? 0) - 1));
    await confirm(stay.intent);
    await untilPayment(stay.paymentId, "succeeded");
    await isConfirmed(stay);
  });

  for (const swept of [false, true]) {
    const job = swept ? "which the job has closed" : "which no job has closed yet";
    it(`after the hold, ${job}, confirms it if its nights are still free`, async () => {
      const stay = await opened();
      await lapsed(stay);
      if (swept) {
        assert.deepEqual(await sweep(), ["closed"]);
        await payAgain(stay.bookingId);
      } else {
        await confirm(stay.intent);
        await untilPayment(stay.paymentId, "succeeded");
      }
      await isConfirmed(stay);
      const events = swept ? ["held", "expired", "confirmed"] : ["held", "confirmed"];
      assert.deepEqual(await eventsOf(stay.bookingId), events);
      assert.deepEqual(await sweep(), []);
    });
  }

  const GONE: Record<string, (stay: Opened) => Promise<unknown>> = {
    "somebody else holds its nights": ({ house, stay }) => take(house, stay),
    "the last of its nights is booked": async ({ house, stay }) => {
      const other = await take(house, { ...stay, checkIn: addDays(stay.checkIn, 1) });
      await pay(other.bookingId, other.person);
    },
    "its host has closed one": ({ house, stay }) => {
      const { propertyId, roomTypeId, host } = house;
      const span = { from: stay.checkIn, until: addDays(stay.checkIn, 1) };
      return call(setCapacity, host, { propertyId, roomTypeId, ...span, closed: true });
    },
    "its host has no room any more": ({ house, stay }) => {
      const { propertyId, roomTypeId, host } = house;
      const span = { from: stay.checkIn, until: stay.checkOut };
      return call(setCapacity, host, { propertyId, roomTypeId, ...span, capacity: 0 });
    },
    "its host offers it no more": ({ house: { propertyId, host } }) =>
      call(listProperty, host, { propertyId, listed: false }),
    "its first night is past": async ({ house, stay }) =>
      passTo(noonOf(house, addDays(stay.checkIn, 1))),
  };
  for (const [why, happens] of Object.entries(GONE)) {
    it(`after the hold goes back in full if ${why}`, async () => {
      const stay = await opened();
      await lapsed(stay);
      await happens(stay);
      const before = await monthOf(stay.house, stay.stay.checkIn.slice(0, 7));
      await confirm(stay.intent);
      await untilPayment(stay.paymentId, "succeeded");
      await isGivenBack(stay.bookingId, ["held", "paid_late", "refunded"]);
      const { days, holds } = await monthOf(stay.house, stay.stay.checkIn.slice(0, 7));
      const { [stay.bookingId]: _, ...others } = before.holds;
      assert.deepEqual([days, holds], [before.days, others]);
    });
  }

  it("may come on the day of check-in, until it is over there", async () => {
    const stay = await opened();
    passTo(noonOf(stay.house, stay.stay.checkIn));
    await confirm(stay.intent);
    await untilPayment(stay.paymentId, "succeeded");
    await isConfirmed(stay);
  });

  it("by a bank debit that takes longer than the hold confirms it, or goes back", async () => {
    const house = await plantHouse({}, { capacity: 1 });
    const slow = await opened(house);
    await confirm(slow.intent, "pm_success_de");
    await untilPayment(slow.paymentId, "processing");
    await lapsed(slow);
    assert.deepEqual(await sweep(), ["closed"]);
    const slower = await opened(house);
    await confirm(slower.intent, "pm_success_de");
    await untilPayment(slower.paymentId, "processing");
    await lapsed(slower);
    assert.deepEqual(await sweep(), ["closed"]);
    await provider.simulator.settle(slow.intent, "succeeded");
    await untilPayment(slow.paymentId, "succeeded");
    await isConfirmed(slow);
    await provider.simulator.settle(slower.intent, "succeeded");
    await untilPayment(slower.paymentId, "succeeded");
    await isGivenBack(slower.bookingId, ["held", "expired", "paid_late", "refunded"]);
    assert.equal(await bookedOn(house, slow.stay.checkIn), 1);
  });

  for (const swept of [false, true]) {
    const when = swept ? "once its hold was over" : "meanwhile";
    it(`for what was cancelled ${when} goes back, and books nothing`, async () => {
      const stay = await opened();
      await confirm(stay.intent, "pm_success_de");
      await untilPayment(stay.paymentId, "processing");
      const { bookingId, person } = stay;
      if (swept) {
        await lapsed(stay);
        assert.deepEqual(await sweep(), ["closed"]);
        assert.equal(await stateOf(bookingId), "expired");
      }
      const cancelled = await call(cancelBooking, person, { bookingId });
      assert.deepEqual(cancelled, { bookingId, state: "cancelled", refund: 0 });
      await provider.simulator.settle(stay.intent, "succeeded");
      await untilPayment(stay.paymentId, "succeeded");
      assert.equal(await stateOf(bookingId), "cancelled");
      const expired = swept ? ["expired"] : [];
      await isGivenBack(bookingId, ["held", ...expired, "cancelled", "paid_late", "refunded"]);
      assert.equal(await leftOf(stay.house, stay.stay.checkIn), 1);
    });
  }

  it("that comes twice goes back the second time, and staff look", async () => {
    const stay = await opened();
    const { bookingId, paymentId } = stay;
    await confirm(stay.intent);
    await untilPayment(paymentId, "succeeded");
    const before = await bookingOf(bookingId);
    const second = await payAgain(bookingId);
    const review = `paid twice: ${second}`;
    assert.deepEqual(await bookingOf(bookingId), { ...before, review });
    await makeRefunds();
    await until(async () => (await paymentOf(second)).refunded === 233_20);
    assert.deepEqual(await bookingOf(bookingId), { ...before, review });
    assert.equal((await paymentOf(paymentId)).refunding, 0);
    assert.equal(await bookedOn(stay.house, stay.stay.checkIn), 1);
  });
});
