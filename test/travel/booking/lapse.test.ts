import assert from "node:assert/strict";
import { DAY, now } from "../../../functions/src/core/clock.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { payStay } from "../../../functions/src/travel/payStay.ts";
import { setCapacity } from "../../../functions/src/travel/setCapacity.ts";
import { call, customer, refused } from "../../support/call.ts";
import { confirm, untilPayment } from "../../support/payments.ts";
import { sweep, useBookings } from "../support/bookingStates.ts";
import {
  bookingOf,
  type House,
  leftOf,
  monthOf,
  open,
  quote,
  stayFrom,
  take,
} from "../support/house.ts";
import { plantHouse } from "../support/plantedHouse.ts";
import { refusedWhole } from "../support/refusals.ts";

describe("travel: the lapse of a hold", () => {
  const { passTo, provider: use } = useBookings();

  const setTo = (house: House, capacity: number) => {
    const { propertyId, roomTypeId, host } = house;
    const { checkIn: from, checkOut: until } = stayFrom(house, 10);
    return call(setCapacity, host, { propertyId, roomTypeId, from, until, capacity });
  };

  it("is at its millisecond, though no job has run: then the next has the nights", async () => {
    const house = await plantHouse({}, { capacity: 1 });
    const stay = stayFrom(house, 10);
    const { bookingId, person } = await take(house, stay);
    await open(bookingId, person);
    const lapse = (await bookingOf(bookingId)).closeAt?.toMillis() ?? 0;

    passTo(new Date(lapse - 1));
    await refusedWhole(() => quote(house, customer(), stay), "failed-precondition", "sold-out");
    const lower = () => setTo(house, 0);
    const about = await refusedWhole(lower, "failed-precondition", "below-booked");
    assert.deepEqual([about.booked, about.held], [0, 1]);
    await call(payStay, person, { bookingId });

    passTo(new Date(lapse));
    const pay = () => call(payStay, person, { bookingId });
    await refusedWhole(pay, "failed-precondition", "hold-expired");
    await setTo(house, 0);
    await setTo(house, 1);
    const other = await take(house, stay);
    assert.equal(other.state, "held");
    const { holds } = await monthOf(house, stay.checkIn.slice(0, 7));
    assert.deepEqual(Object.keys(holds), [other.bookingId]);
    await refused(setTo(house, 0), "failed-precondition", "below-booked");
    assert.equal((await bookingOf(bookingId)).state, "held");
  });

  it("is seen by everybody when the job has run, and ends the payment", async () => {
    const house = await plantHouse({}, { capacity: 1 });
    const stay = stayFrom(house, 10);
    const { bookingId, person } = await take(house, stay);
    const { intent } = await open(bookingId, person);
    const closeAt = (await bookingOf(bookingId)).closeAt?.toDate() ?? now();
    passTo(new Date(closeAt.getTime() - 1));
    assert.deepEqual(await sweep(), []);
    assert.equal(await leftOf(house, stay.checkIn), 0);
    passTo(closeAt);
    assert.deepEqual(await sweep(), ["closed"]);
    assert.equal(await leftOf(house, stay.checkIn), 1);
    assert.equal((await provider().paymentIntents.retrieve(intent)).status, "canceled");
    const { state, timeline, closeAt: gone } = await bookingOf(bookingId);
    assert.deepEqual([state, gone], ["expired", undefined]);
    assert.deepEqual(
      timeline.map(({ event }) => event),
      ["held", "expired"],
    );
    const pay = () => call(payStay, person, { bookingId });
    await refusedWhole(pay, "failed-precondition", "wrong-state");
    assert.deepEqual(await sweep(), []);
  });

  it("of a request is a day after it was made", async () => {
    const house = await plantHouse({ mode: "on_request" }, { capacity: 1 });
    const stay = stayFrom(house, 10);
    const { bookingId } = await take(house, stay);
    assert.equal(await leftOf(house, stay.checkIn), 1);
    const made = now().getTime();
    passTo(new Date(made + DAY - 1));
    assert.deepEqual(await sweep(), []);
    passTo(new Date(made + DAY));
    assert.deepEqual(await sweep(), ["closed"]);
    assert.equal((await bookingOf(bookingId)).state, "expired");
  });

  it("is not put off by a bank that has not said yet, and a debit that fails changes nothing", async () => {
    const house = await plantHouse({}, { capacity: 1 });
    const stay = stayFrom(house, 10);
    const { bookingId, person } = await take(house, stay);
    const { intent, paymentId } = await open(bookingId, person);
    await confirm(intent, "pm_success_de");
    await untilPayment(paymentId, "processing");
    passTo((await bookingOf(bookingId)).closeAt?.toDate() ?? now());
    assert.deepEqual(await sweep(), ["closed"]);
    assert.equal((await take(house, stay)).state, "held");
    const expired = await bookingOf(bookingId);
    assert.deepEqual([expired.state, expired.closeAt], ["expired", undefined]);
    const pay = () => call(payStay, person, { bookingId });
    await refusedWhole(pay, "failed-precondition", "wrong-state");
    await use.simulator.settle(intent, "failed");
    await untilPayment(paymentId, "failed");
    await refusedWhole(pay, "failed-precondition", "wrong-state");
    assert.deepEqual(await bookingOf(bookingId), expired);
  });
});
