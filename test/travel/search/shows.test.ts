import assert from "node:assert/strict";
import { MINUTE, now } from "../../../functions/src/core/clock.ts";
import { addDays } from "../../../functions/src/travel/calendar/dates.ts";
import { sweepBookings } from "../../../functions/src/travel/jobs/sweepHolds.ts";
import { listProperty } from "../../../functions/src/travel/listProperty.ts";
import { searchStays } from "../../../functions/src/travel/searchStays.ts";
import { call, callWith, refused } from "../../support/call.ts";
import { useStillClock } from "../../support/time.ts";
import { search, searchAll } from "../support/findings.ts";
import { openHouse, stayFrom, take } from "../support/house.ts";
import { aNight, onlyNight, putPlaces } from "../support/places.ts";

describe("travel: a search", () => {
  const { pass } = useStillClock();

  it("shows what a traveller chooses by: the place, its stars, what is left, and the price to the cent", async () => {
    const stay = aNight();
    const rating = { count: 3, sum: 14 };
    const property = { name: "Mill", policy: "strict" as const, cleaningFee: 11_11, rating };
    const place = onlyNight("mill", { property, roomType: { price: 99_99, sleeps: 3 } });
    await putPlaces([place]);
    const { propertyId, roomTypeId } = place;
    const totals = { nights: 199_98, cleaning: 22_22, tax: 13_33, total: 235_53 };
    const shown = { name: "Mill", photo: null, rating, mode: "instant", policy: "strict" };
    assert.deepEqual(await search({ city: "lisbon", ...stay, guests: 5, rooms: 2 }), {
      stays: [{ propertyId, roomTypeId, sleeps: 3, left: 2, totals, property: shown }],
      next: null,
    });
  });

  it("finds the last room until it is held, and again once that has lapsed and was tidied up", async () => {
    const house = await openHouse({}, { capacity: 1 });
    const stay = { ...stayFrom(house, 20), guests: 1 };
    const found = async () => (await searchAll({ city: "lisbon", ...stay })).length;
    assert.equal(await found(), 1);
    await take(house, stay);
    assert.equal(await found(), 0);
    pass(10 * MINUTE);
    await sweepBookings(now(), 10);
    assert.equal(await found(), 1);
  });

  it("finds nothing of a property that its host has taken back", async () => {
    const house = await openHouse();
    const { host, propertyId } = house;
    const stay = { city: "lisbon", ...stayFrom(house, 20), guests: 1 };
    await call(listProperty, host, { propertyId, listed: false });
    assert.deepEqual(await searchAll(stay), []);
    await call(listProperty, host, { propertyId, listed: true });
    assert.equal((await searchAll(stay)).length, 1);
  });

  it("leaves out a stay that is too dear to be paid, and shows the rest", async () => {
    const places = [
      onlyNight("palace", { roomType: { price: 100_000_000 } }),
      onlyNight("house", { roomType: { price: 100_00 } }),
    ];
    await putPlaces(places);
    const found = await searchAll({ city: "lisbon", ...aNight(), guests: 1 });
    assert.deepEqual(
      found.map(({ roomTypeId }) => roomTypeId),
      [places[1]?.roomTypeId],
    );
  });

  it("takes stays of 1 to 28 nights, in 1 to 9 rooms, of at most 12 guests a room", async () => {
    const { checkIn, checkOut } = aNight();
    const right = { city: "lisbon", checkIn, checkOut, guests: 1, rooms: 1 };
    const until = (nights: number) => ({ checkOut: addDays(checkIn, nights) });
    for (const edge of [until(28), { rooms: 9, guests: 108 }, { guests: 12 }]) {
      assert.deepEqual(await search({ ...right, ...edge }), { stays: [], next: null });
    }
    const wrong = [
      ...[until(0), until(-1), until(29), { checkIn: "2027-02-29" }, { checkIn: "tomorrow" }],
      ...[{ rooms: 0 }, { rooms: 10 }, { guests: 0 }, { guests: 13 }, { rooms: 9, guests: 109 }],
      ...[{ city: "" }, { city: "Lisbon/x" }, { guests: 1.5 }, { limit: 100 }],
    ];
    for (const fault of wrong) {
      const attempt = callWith(searchStays, undefined, { ...right, ...fault });
      await refused(attempt, "invalid-argument", "invalid-input");
    }
  });
});
