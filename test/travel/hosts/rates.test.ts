import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { addDays, daysOf } from "../../../functions/src/travel/calendar/dates.ts";
import { holdStay } from "../../../functions/src/travel/holdStay.ts";
import { setRates } from "../../../functions/src/travel/setRates.ts";
import { call, customer, refused } from "../../support/call.ts";
import { costs } from "../../support/costs.ts";
import { useProvider } from "../../support/payments.ts";
import { useStillClock } from "../../support/time.ts";
import { dayOf, jumpsBy, onlyTakes } from "../support/hosts.ts";
import {
  book,
  bookingOf,
  dayFrom,
  type House,
  openHouse,
  pay,
  paymentOf,
  quote,
  stayFrom,
} from "../support/house.ts";
import { refusedWhole } from "../support/refusals.ts";

describe("travel: seasons", () => {
  const { pass } = useStillClock();
  const jumpTo = jumpsBy(pass);
  useProvider();

  const set = (
    { host, propertyId, roomTypeId }: House,
    span: { from: string; until: string },
    rates: object,
  ) => call(setRates, host, { propertyId, roomTypeId, ...span, ...rates });
  const pricesOf = (house: House, from: string, until: string) =>
    Promise.all(daysOf(from, until).map(async (date) => (await dayOf(house, date)).price));

  it("go over the end of a year, to the last night and no further, at two writes and a read a month", async () => {
    jumpTo("2027-11-20T12:00:00Z");
    const house = await openHouse();
    const span = { from: "2027-12-30", until: "2028-01-02" };
    // Beside the months: its host's account, how often they called, the property.
    await costs({ reads: 3 + 2, writes: 1 + 2 * 2 }, () => set(house, span, { price: 300_00 }));
    const prices = await pricesOf(house, "2027-12-29", "2028-01-03");
    assert.deepEqual(prices, [100_00, 300_00, 300_00, 300_00, 100_00]);
    const stay = { checkIn: "2027-12-29", checkOut: "2028-01-03" };
    const { nights } = await quote(house, customer(), stay);
    assert.deepEqual(
      nights.map(({ price }) => price),
      prices,
    );
  });

  it("are of some days of the week, Monday the first, also on a leap day", async () => {
    jumpTo("2028-01-20T12:00:00Z");
    const house = await openHouse();
    // The 29th is a Tuesday.
    const weekend = { price: 150_00, minStay: 2, weekdays: [2, 7] };
    const span = { from: "2028-02-26", until: "2028-03-08" };
    assert.deepEqual(await set(house, span, weekend), { days: 4 });
    const usual = [100_00, 100_00, 100_00, 100_00];
    assert.deepEqual(await pricesOf(house, "2028-02-26", "2028-03-08"), [
      ...[100_00, 150_00, 100_00, 150_00],
      ...usual,
      ...[150_00, 100_00, 150_00],
    ]);
    assert.deepEqual(await set(house, span, { maxStay: 7 }), { days: 11 });
    const { price, minStay, maxStay, capacity } = await dayOf(house, "2028-02-29");
    assert.deepEqual([price, minStay, maxStay, capacity], [150_00, 2, 7, 2]);
  });

  it("never ask for a longer stay than they allow: the day is named, and nothing is changed", async () => {
    const house = await openHouse();
    const [one, two, three] = [1, 2, 3].map((days) => dayFrom(house, days)) as [
      string,
      string,
      string,
    ];
    await set(house, { from: two, until: three }, { maxStay: 2 });
    const span = { from: one, until: three };
    const over = () => set(house, span, { minStay: 3, price: 90_00 });
    const { date } = await refusedWhole(over, "failed-precondition", "min-over-max");
    assert.equal(date, two);
    const both = () => set(house, span, { minStay: 5, maxStay: 4 });
    await refused(both(), "failed-precondition", "min-over-max");
    await set(house, span, { minStay: 3, maxStay: 3 });
    const { minStay, maxStay, price } = await dayOf(house, two);
    assert.deepEqual([minStay, maxStay, price], [3, 3, 100_00]);
  });

  for (const [timeZone, moment, today] of [
    ["Pacific/Auckland", "2028-02-29T18:00:00Z", "2028-03-01"],
    ["America/Los_Angeles", "2028-03-01T04:00:00Z", "2028-02-29"],
  ] as const) {
    it(`leave what is past by the clocks of ${timeZone} as it was`, async () => {
      jumpTo("2028-02-10T12:00:00Z");
      const house = await openHouse({ timeZone });
      jumpTo(moment);
      const [before, after] = [addDays(today, -1), addDays(today, 1)];
      const span = { from: addDays(today, -2), until: after };
      assert.deepEqual(await set(house, span, { price: 90_00 }), { days: 1 });
      assert.deepEqual(await pricesOf(house, before, after), [100_00, 90_00]);
      assert.deepEqual(await set(house, { from: before, until: today }, { price: 80_00 }), {
        days: 0,
      });
      assert.deepEqual(await pricesOf(house, before, after), [100_00, 90_00]);
    });
  }

  it("are of days that have a calendar: the first that has none is named, and nothing is changed", async () => {
    jumpTo("2027-11-20T12:00:00Z");
    const house = await openHouse();
    const span = { from: "2028-11-28", until: "2028-12-03" };
    const season = (room = house) => set(room, span, { price: 90_00 });
    const { date } = await refusedWhole(season, "failed-precondition", "not-open");
    assert.equal(date, "2028-12-01");
    const noRoom = { ...house, roomTypeId: "0".repeat(40) };
    await refused(season(noRoom), "failed-precondition", "not-open");
    assert.deepEqual(await set(house, { ...span, until: "2028-12-01" }, { price: 90_00 }), {
      days: 3,
    });
  });

  it("change nothing of what is quoted or booked", async () => {
    const [house, person] = [await openHouse(), customer()];
    const stay = stayFrom(house, 10);
    const booked = await book(house, stay);
    const { quoteId, totals } = await quote(house, person, stay);
    await set(house, { from: stay.checkIn, until: stay.checkOut }, { price: 500_00, minStay: 3 });
    const later = quote(house, customer(), { ...stay, checkOut: addDays(stay.checkOut, 1) });
    assert.equal((await later).totals.nights, 1_100_00);
    assert.equal((await bookingOf(booked.bookingId)).totals.total, totals.total);
    // How long it may be is asked when it is taken up.
    await set(house, { from: stay.checkIn, until: stay.checkOut }, { minStay: 1 });
    const held = await call(holdStay, person, { requestId: randomUUID(), quoteId });
    assert.deepEqual(held.totals, totals);
    const { paymentId } = await pay(held.bookingId, person);
    assert.equal((await paymentOf(paymentId)).captured, totals.total);
  });

  it("say something of 1 to 366 days that there are", async () => {
    const house = await openHouse();
    const { host, propertyId, roomTypeId } = house;
    const from = dayFrom(house, 0);
    const good = { propertyId, roomTypeId, from, until: addDays(from, 1), price: 1_00 };
    await onlyTakes(setRates, host, good, {
      from: ["2027-02-29", "27-02-01", null],
      until: [from, addDays(from, -1), addDays(from, 367), "2027-13-01"],
      weekdays: [[], [0], [8], [1.5], "weekend"],
      price: [99, 100_000_001],
      minStay: [0, 29],
      maxStay: [0, 29],
      capacity: [1],
    });
    const { price: _, ...silent } = good;
    const { fields } = await refused(
      call(setRates, host, silent),
      "invalid-argument",
      "invalid-input",
    );
    assert.deepEqual(fields, [{ field: "", message: "must say one of price, minStay, maxStay" }]);
    assert.deepEqual(await call(setRates, host, good), { days: 1 });
  });
});
