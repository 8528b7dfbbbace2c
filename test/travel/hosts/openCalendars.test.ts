import assert from "node:assert/strict";
import { now } from "../../../functions/src/core/clock.ts";
import { addMonths, daysIn } from "../../../functions/src/travel/calendar/dates.ts";
import { inventory } from "../../../functions/src/travel/calendar/schema.ts";
import { openCalendars } from "../../../functions/src/travel/jobs/openCalendars.ts";
import { listProperty } from "../../../functions/src/travel/listProperty.ts";
import { roomTypesOf } from "../../../functions/src/travel/schema.ts";
import { call } from "../../support/call.ts";
import { costs } from "../../support/costs.ts";
import { useStillClock } from "../../support/time.ts";
import { dayOf, foundFor, jumpsBy } from "../support/hosts.ts";
import { type House, monthOf, openHouse, shownOf } from "../support/house.ts";

describe("travel: calendars that go on", () => {
  const { pass } = useStillClock();
  const jumpTo = jumpsBy(pass);

  const open = (limit = 10) => openCalendars(now(), limit);
  const openUntilOf = async ({ propertyId, roomTypeId }: House) =>
    (await roomTypesOf(propertyId).doc(roomTypeId).get()).data()?.openUntil;
  /** As the rules let its host. */
  const say = ({ propertyId, roomTypeId }: House, usual: object) =>
    roomTypesOf(propertyId).doc(roomTypeId).update(usual);

  it("for a year have each month once, though two open it at once, as is usual there by then", async () => {
    jumpTo("2027-01-31T12:00:00Z");
    const house = await openHouse();
    for (let months = 1; months <= 12; months++) {
      const month = addMonths("2027-01", months);
      jumpTo(`${month}-01T11:59:59Z`);
      assert.deepEqual(await open(), []);
      pass(1000);
      const price = 100_00 + months;
      await say(house, { price, capacity: months, minStay: 2, maxStay: 14 });
      const outcomes = (await Promise.all([open(), open()])).flat();
      assert.equal(outcomes.filter((outcome) => outcome === "opened").length, 1);
      assert.equal(await openUntilOf(house), addMonths(month, 13));
      const opened = addMonths(month, 12);
      assert.deepEqual(await dayOf(house, `${opened}-28`), {
        ...{ price, capacity: months, minStay: 2, maxStay: 14 },
        ...{ closed: false, booked: 0, left: months },
      });
      assert.equal((await shownOf(house, opened)).nights.length, daysIn(opened));
    }
    const all = (await inventory.orderBy("month").get()).docs.map((one) => one.data().month);
    const expected = Array.from({ length: 25 }, (_, months) => addMonths("2027-01", months));
    assert.deepEqual(all, expected);
    assert.equal((await monthOf(house, "2028-02")).days.length, 29);
    // What was open stays as it was.
    const { price, capacity } = await dayOf(house, "2028-01-31");
    assert.deepEqual([price, capacity], [100_00, 2]);
  });

  it("make up for what nobody opened; they are found if they are listed, and cost a read else", async () => {
    jumpTo("2027-01-31T12:00:00Z");
    const [house, hidden] = [await openHouse(), await openHouse()];
    await call(listProperty, hidden.host, { propertyId: hidden.propertyId, listed: false });
    jumpTo("2027-04-20T12:00:00Z");
    assert.deepEqual(await open(1), ["opened"]);
    assert.deepEqual(await open(), ["opened"]);
    await costs({ reads: 1 }, open);
    for (const month of ["2028-02", "2028-03", "2028-04"]) {
      const stay = { checkIn: `${month}-28`, checkOut: `${addMonths(month, 1)}-01` };
      assert.deepEqual(await foundFor(stay), [house.roomTypeId]);
      assert.equal((await monthOf(hidden, month)).listed, false);
    }
    assert.deepEqual(await foundFor({ checkIn: "2028-04-30", checkOut: "2028-05-02" }), []);
    assert.equal((await inventory.get()).size, 2 * 16);
    assert.deepEqual([await openUntilOf(house), await openUntilOf(hidden)], ["2028-05", "2028-05"]);
  });

  it("go on once a month has begun in every zone, wherever they are", async () => {
    jumpTo("2027-01-20T12:00:00Z");
    const houses = [await openHouse({ timeZone: "Pacific/Auckland" })];
    houses.push(await openHouse({ timeZone: "America/Los_Angeles" }));
    jumpTo("2027-02-01T11:59:59.999Z");
    assert.deepEqual(await open(), []);
    pass(1);
    assert.deepEqual(await open(), ["opened", "opened"]);
    assert.deepEqual(await Promise.all(houses.map(openUntilOf)), ["2028-03", "2028-03"]);
  });
});
