import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { DAY, stamp } from "../../../functions/src/core/clock.ts";
import { daysIn } from "../../../functions/src/travel/calendar/dates.ts";
import { availabilityOf, inventory } from "../../../functions/src/travel/calendar/schema.ts";
import { createProperty } from "../../../functions/src/travel/createProperty.ts";
import { createRoomType } from "../../../functions/src/travel/createRoomType.ts";
import { listProperty } from "../../../functions/src/travel/listProperty.ts";
import { roomTypesOf } from "../../../functions/src/travel/schema.ts";
import { call, customer, type Person, refused } from "../../support/call.ts";
import { beforeCommit } from "../../support/commits.ts";
import { useStillClock } from "../../support/time.ts";
import { foundFor, hasCalled, jumpsBy, onlyTakes, outcomesOf } from "../support/hosts.ts";
import { aProperty, aRoomType, monthOf, openHouse, shownOf, stayFrom } from "../support/house.ts";

describe("travel: a new room type", () => {
  const { pass } = useStillClock();
  const jumpTo = jumpsBy(pass);

  async function emptyHouse(fields = {}): Promise<{ propertyId: string; host: Person }> {
    const host = customer();
    return { ...(await call(createProperty, host, aProperty(fields))), host };
  }
  const add = (propertyId: string, host: Person, fields = {}) =>
    call(createRoomType, host, aRoomType(propertyId, fields));
  const roomTypesIn = async (propertyId: string) => (await roomTypesOf(propertyId).get()).docs;

  for (const [timeZone, first, last] of [
    ["Pacific/Auckland", "2028-02", "2029-02"],
    ["America/Los_Angeles", "2028-01", "2029-01"],
  ] as const) {
    it(`has a calendar of the month that it is in ${timeZone}, and of twelve more, in both halves`, async () => {
      jumpTo("2028-01-31T12:00:00Z");
      const { propertyId, host } = await emptyHouse({ timeZone });
      const { requestId, ...asked } = aRoomType(propertyId, { minStay: 2, maxStay: 9 });
      const room = await call(createRoomType, host, { requestId, ...asked });
      const { propertyId: _, ...described } = asked;
      const [made] = await roomTypesIn(propertyId);
      const times = { createdAt: stamp(), updatedAt: stamp() };
      const openUntil = timeZone === "Pacific/Auckland" ? "2029-03" : "2029-02";
      const about = { hostId: host.uid, listed: false };
      assert.deepEqual(made?.data(), { ...described, ...about, openUntil, ...times });

      const found = (await inventory.orderBy("month").get()).docs.map((month) => month.data());
      assert.deepEqual([found.length, found[0]?.month, found.at(-1)?.month], [13, first, last]);
      const { price, capacity, minStay, maxStay, sleeps } = described;
      const day = { price, capacity, closed: false, minStay, maxStay, booked: 0 };
      const night = { left: capacity, price, minStay, maxStay };
      for (const { month } of found) {
        const shared = { ...room, ...about, month, city: "lisbon", sleeps };
        const all = <T>(one: T) => Array<T>(daysIn(month)).fill(one);
        assert.deepEqual(await monthOf(room, month), { ...shared, days: all(day), holds: {} });
        const shown = { stays: [], priceFrom: price, updatedAt: stamp() };
        assert.deepEqual(await shownOf(room, month), { ...shared, nights: all(night), ...shown });
      }
      assert.equal((await availabilityOf(room, openUntil).get()).exists, false);
    });
  }

  it("is made once a request id, also at once; of another property it is another", async () => {
    const { propertyId, host } = await emptyHouse();
    const asked = aRoomType(propertyId);
    const make = (fields = {}) => call(createRoomType, host, { ...asked, ...fields });
    const [first, second] = await Promise.all([make(), make()]);
    assert.deepEqual([second, await make({ price: 1_00 })], [first, first]);
    const made = await roomTypesIn(propertyId);
    assert.deepEqual(
      made.map((roomType) => [roomType.id, roomType.data().price]),
      [[first.roomTypeId, 100_00]],
    );
    const other = await call(createProperty, host, aProperty());
    const theirs = await make(other);
    assert.notEqual(theirs.roomTypeId, first.roomTypeId);
  });

  it("of a property that is listed is found at once", async () => {
    const house = await openHouse();
    const { roomTypeId } = await add(house.propertyId, house.host);
    const found = await foundFor(stayFrom(house, 1));
    assert.deepEqual(found.toSorted(), [house.roomTypeId, roomTypeId].toSorted());
  });

  it("is one of ten at most, also where two are added at once; one that is there is answered", async () => {
    const { propertyId, host } = await emptyHouse();
    const requestId = randomUUID();
    const first = await add(propertyId, host, { requestId });
    for (let more = 0; more < 8; more++) await add(propertyId, host);
    await hasCalled(host, 10);
    pass(1);
    const outcomes: (string | undefined)[] = [];
    const addOne = async () => outcomes.push(...(await outcomesOf([add(propertyId, host)])));
    await beforeCommit(addOne, addOne, 2);
    assert.deepEqual(outcomes, ["done", "too-many-room-types"]);
    assert.equal((await roomTypesIn(propertyId)).length, 10);
    assert.deepEqual(await add(propertyId, host, { requestId }), first);
  });

  it("is as listed as its property, also where that is listed at the same moment", async () => {
    const { propertyId, host } = await emptyHouse();
    await add(propertyId, host);
    const list = () => call(listProperty, host, { propertyId, listed: true });
    await beforeCommit(list, () => add(propertyId, host), 2);
    const listed = (await roomTypesIn(propertyId)).map((roomType) => roomType.data().listed);
    assert.deepEqual(listed, [true, true]);
  });

  it("is for as many and as long as a stay may be, fifty a day", async () => {
    const { propertyId, host } = await emptyHouse();
    await onlyTakes(createRoomType, host, aRoomType(propertyId), {
      propertyId: ["no-id", null],
      name: [""],
      price: [99, 100_000_001, 100.5],
      capacity: [-1, 501],
      minStay: [0],
      maxStay: [29],
      sleeps: [0, 13],
      listed: [true],
      openUntil: ["2030-01"],
    });
    await onlyTakes(createRoomType, host, aRoomType(propertyId, { minStay: 3 }), { maxStay: [2] });
    assert.equal((await roomTypesIn(propertyId)).length, 0);
    await add(propertyId, host, { minStay: 28, sleeps: 12, capacity: 0, price: 1_00 });
    await hasCalled(host, 49);
    await add(propertyId, host, { minStay: 1, maxStay: 1, capacity: 500 });
    await refused(add(propertyId, host), "resource-exhausted", "too-many-requests");
    pass(DAY);
    await add(propertyId, host);
  });
});
