import assert from "node:assert/strict";
import { AvailabilityMonth, type Hold } from "../../../functions/src/travel/calendar/schema.ts";
import { nightAt, publicHalfOf } from "../../../functions/src/travel/calendar/sheet.ts";
import { staysIn } from "../../../functions/src/travel/calendar/stays.ts";
import { aMonth, at, stampAt } from "../support/pureBookings.ts";

const NOW = "2027-02-01T12:00:00Z";
const aHold = (fields: Partial<Hold>): Hold => ({
  until: stampAt("2027-02-01T12:10:00Z"),
  nights: [4],
  rooms: 1,
  ...fields,
});

const month = aMonth(
  "2027-02",
  (day) =>
    ({
      1: { booked: 1, price: 50_00 },
      2: { booked: 2, price: 10_00 },
      3: { closed: true, price: 10_00 },
      5: { capacity: 1, booked: 2 },
      6: { minStay: 2, maxStay: 5, price: 40_00 },
    })[day] ?? {},
  {
    holds: {
      live: aHold({ nights: [4, 7] }),
      lapsed: aHold({ nights: [4, 7], until: stampAt(NOW) }),
      both: aHold({ nights: [7], rooms: 9 }),
    },
  },
);
const shown = (fields: object = {}) => at(NOW, () => publicHalfOf({ ...month, ...fields }));

describe("travel: a month as everybody sees it", () => {
  it("has what is left of each night: not what is booked, closed, or held right now", () => {
    const { nights } = shown();
    assert.equal(nights.length, 28);
    assert.deepEqual(
      nights.slice(0, 8).map(({ left }) => left),
      [1, 0, 0, 1, 0, 2, 0, 2],
    );
    const later = at("2027-02-01T12:10:00Z", () => publicHalfOf(month));
    assert.deepEqual(
      [3, 6].map((index) => later.nights[index]?.left),
      [2, 2],
    );
  });

  it("has the price of each night and how long stays may be, and the cheapest price that can be had", () => {
    const { nights, priceFrom } = shown();
    assert.deepEqual(nights[5], { left: 2, price: 40_00, minStay: 2, maxStay: 5 });
    assert.equal(priceFrom, 40_00);
    assert.equal(
      at(NOW, () => publicHalfOf(aMonth("2027-02", () => ({ closed: true })))).priceFrom,
      null,
    );
  });

  it("has the price of its only night that can be had, of its last room", () => {
    const one = aMonth("2027-02", (day) => (day === 9 ? { booked: 1 } : { closed: true }));
    assert.equal(at(NOW, () => publicHalfOf(one)).priceFrom, 100_00);
  });

  it("says neither how many rooms there are, nor what is booked, nor who holds what", () => {
    const { updatedAt, ...half } = shown();
    AvailabilityMonth.parse({ ...half, updatedAt });
    assert.equal(updatedAt.toMillis(), Date.parse(NOW));
    const { days: _, holds: __, ...shared } = month;
    const keys = [...Object.keys(shared), "nights", "stays", "priceFrom"];
    assert.deepEqual(Object.keys(half).toSorted(), keys.toSorted());
    for (const night of half.nights) {
      assert.deepEqual(Object.keys(night).toSorted(), ["left", "maxStay", "minStay", "price"]);
    }
  });

  it("is found by the stays that can be had, while it is listed", () => {
    const { nights, stays } = shown();
    assert.deepEqual(stays, staysIn(nights));
    assert.ok(stays.includes("01+1") && !stays.includes("01+2"));
    assert.deepEqual(shown({ listed: false }).stays, []);
    assert.deepEqual(shown({ listed: false }).nights, nights);
  });

  it("is the right one of several for a night", () => {
    const months = [shown(), { ...shown(), month: "2027-03", nights: [] }];
    assert.equal(nightAt(months, "2027-02-06")?.price, 40_00);
    assert.equal(nightAt(months, "2027-03-01"), undefined);
    assert.equal(nightAt(months, "2027-04-01"), undefined);
  });
});
