import assert from "node:assert/strict";
import { DAY, MINUTE, now } from "../../../functions/src/core/clock.ts";
import { MAX_AMOUNT } from "../../../functions/src/core/schema.ts";
import { Quote, quotes } from "../../../functions/src/travel/booking/schema.ts";
import { todayIn } from "../../../functions/src/travel/calendar/dates.ts";
import { listProperty } from "../../../functions/src/travel/listProperty.ts";
import { quoteStay } from "../../../functions/src/travel/quoteStay.ts";
import { allRoomTypes, properties } from "../../../functions/src/travel/schema.ts";
import { setCapacity } from "../../../functions/src/travel/setCapacity.ts";
import { setRates } from "../../../functions/src/travel/setRates.ts";
import { call, callWith, customer, refused } from "../../support/call.ts";
import { useStillClock } from "../../support/time.ts";
import { dayFrom, type House, quote, stayFrom, take } from "../support/house.ts";
import { plantHouse } from "../support/plantedHouse.ts";
import { refusedWhole } from "../support/refusals.ts";

describe("travel: the quote of a stay", () => {
  const { pass } = useStillClock();
  let house: House;
  beforeEach(async () => {
    house = await plantHouse();
  });

  const season = (days: number, fields: object) => {
    const { propertyId, roomTypeId, host } = house;
    const span = { from: dayFrom(house, days), until: dayFrom(house, days + 1) };
    return call(setRates, host, { propertyId, roomTypeId, ...span, ...fields });
  };

  const capacity = (days: number, fields: object) => {
    const { propertyId, roomTypeId, host } = house;
    const span = { from: dayFrom(house, days), until: dayFrom(house, days + 1) };
    return call(setCapacity, host, { propertyId, roomTypeId, ...span, ...fields });
  };

  it("has each night's price, cleaning for each room, and tax on both, half up", async () => {
    await season(11, { price: 100_25 });
    const answer = await quote(house, customer(), { ...stayFrom(house, 10), rooms: 2, guests: 4 });
    assert.deepEqual(
      answer.nights.map(({ price }) => price),
      [100_00, 100_25],
    );
    // 6 % of 440.50 are 26.43.
    assert.deepEqual(answer.totals, { nights: 400_50, cleaning: 40_00, tax: 26_43, total: 466_93 });
    await properties.doc(house.propertyId).update({ taxBasisPoints: 625 });
    const { totals } = await quote(house, customer(), stayFrom(house, 11, 1));
    // 6.25 % of 120.25 are 7.515625.
    assert.deepEqual(totals, { nights: 100_25, cleaning: 20_00, tax: 7_52, total: 127_77 });
  });

  it("is for who asks, for a quarter of an hour, and holds nothing", async () => {
    const person = customer();
    const stay = stayFrom(house, 10);
    const { quoteId, policy, mode, expiresAt, ...rest } = await quote(house, person, stay);
    assert.equal(expiresAt, new Date(now().getTime() + 15 * MINUTE).toISOString());
    assert.deepEqual([policy.name, mode, rest.currency], ["moderate", "instant", "EUR"]);
    const kept = Quote.parse((await quotes.doc(quoteId).get()).data());
    assert.deepEqual(
      [kept.uid, kept.hostId, kept.totals, kept.policy],
      [person.uid, house.host.uid, rest.totals, policy],
    );
    for (let n = 0; n < 3; n++) await quote(house, customer(), { ...stay, rooms: 2 });
  });

  it("takes as many guests as can sleep in its rooms, and no more", async () => {
    const stay = { ...stayFrom(house, 10), rooms: 2 };
    await quote(house, customer(), { ...stay, guests: 4 });
    const attempt = () => quote(house, customer(), { ...stay, guests: 5 });
    const { most } = await refusedWhole(attempt, "failed-precondition", "too-many-guests");
    assert.equal(most, 4);
  });

  it("is for today on, by the clocks of the property", async () => {
    for (const timeZone of ["Pacific/Kiritimati", "Pacific/Niue"]) {
      house = await plantHouse({ timeZone });
      const today = todayIn(timeZone, now());
      await quote(house, customer(), { checkIn: today, checkOut: dayFrom(house, 1) });
      const yesterday = { checkIn: dayFrom(house, -1), checkOut: today };
      const attempt = () => quote(house, customer(), yesterday);
      const about = await refusedWhole(attempt, "failed-precondition", "in-the-past");
      assert.equal(about.checkIn, yesterday.checkIn);
      const before = { checkIn: today, checkOut: dayFrom(house, 1) };
      pass(DAY + 2 * 60 * MINUTE);
      await refused(quote(house, customer(), before), "failed-precondition", "in-the-past");
    }
  });

  it("is not made to a host of what is their own: nobody books themselves, and then says how it was", async () => {
    await quote(house, customer(), stayFrom(house, 3));
    const attempt = () => quote(house, house.host, stayFrom(house, 3));
    await refusedWhole(attempt, "failed-precondition", "own-property");
  });

  it("refuses what is closed, full, too short or long, or not open yet, and says which night", async () => {
    await capacity(11, { closed: true });
    await season(20, { minStay: 3, maxStay: 4 });
    await take(house, { ...stayFrom(house, 30), rooms: 2, guests: 2 });
    await take(house, stayFrom(house, 41, 1));
    const nights: [string, ReturnType<typeof stayFrom> & { rooms?: number }, object][] = [
      ["closed", stayFrom(house, 10), { date: dayFrom(house, 11) }],
      ["sold-out", stayFrom(house, 29), { date: dayFrom(house, 30), left: 0 }],
      ["sold-out", { ...stayFrom(house, 40), rooms: 2 }, { date: dayFrom(house, 41), left: 1 }],
      ["stay-too-short", stayFrom(house, 20), { date: dayFrom(house, 20), minStay: 3, maxStay: 4 }],
      [
        "stay-too-long",
        stayFrom(house, 20, 5),
        { date: dayFrom(house, 20), minStay: 3, maxStay: 4 },
      ],
      ["not-open", stayFrom(house, 400), { date: dayFrom(house, 400) }],
    ];
    for (const [reason, stay, about] of nights) {
      const attempt = () => quote(house, customer(), stay);
      const details = await refusedWhole(attempt, "failed-precondition", reason);
      assert.deepEqual(details, { ...about, reason });
    }
    // What is asked of stays that begin on a day is not asked of those that pass it.
    await quote(house, customer(), stayFrom(house, 20, 3));
    await quote(house, customer(), stayFrom(house, 19, 2));
    await quote(house, customer(), stayFrom(house, 28, 2));
  });

  it("is of what is listed alone", async () => {
    const { propertyId, host } = house;
    const stay = stayFrom(house, 10);
    await call(listProperty, host, { propertyId, listed: false });
    await refusedWhole(() => quote(house, customer(), stay), "not-found", "no-such-stay");
    await call(listProperty, host, { propertyId, listed: true });
    await quote(house, customer(), stay);
    for (const missing of [{ propertyId: "0".repeat(40) }, { roomTypeId: "0".repeat(40) }]) {
      const attempt = quote({ ...house, ...missing }, customer(), stay);
      await refused(attempt, "not-found", "no-such-stay");
    }
  });

  it("goes up to the largest amount there is", async () => {
    await properties.doc(house.propertyId).update({ taxBasisPoints: 0, cleaningFee: 0 });
    const [roomType] = (await allRoomTypes.get()).docs;
    assert.equal(roomType?.id, house.roomTypeId);
    await season(10, { price: MAX_AMOUNT });
    const { totals } = await quote(house, customer(), stayFrom(house, 10, 1));
    assert.equal(totals.total, MAX_AMOUNT);
    const attempt = () => quote(house, customer(), stayFrom(house, 10));
    await refusedWhole(attempt, "failed-precondition", "amount-too-large");
  });

  it("refuses days that there are not, stays of no night or of more than 28", async () => {
    const { propertyId, roomTypeId } = house;
    const good = { propertyId, roomTypeId, guests: 1, ...stayFrom(house, 10, 28) };
    await call(quoteStay, customer(), good);
    const bad = [
      { checkOut: good.checkIn },
      { checkIn: good.checkOut, checkOut: good.checkIn },
      { checkOut: dayFrom(house, 39) },
      { checkIn: "2027-02-29", checkOut: "2027-03-02" },
      { guests: 0 },
      { rooms: 10 },
    ];
    for (const fields of bad) {
      const attempt = callWith(quoteStay, customer(), { ...good, ...fields });
      await refused(attempt, "invalid-argument", "invalid-input");
    }
    await refused(call(quoteStay, undefined, good), "unauthenticated", "signed-out");
  });
});
