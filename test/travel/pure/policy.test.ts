import assert from "node:assert/strict";
import fc from "fast-check";
import { DAY, HOUR } from "../../../functions/src/core/clock.ts";
import { percentNow } from "../../../functions/src/travel/booking/change.ts";
import { checkInOf } from "../../../functions/src/travel/booking/moments.ts";
import { partOf, percentBack, policyOf } from "../../../functions/src/travel/booking/policy.ts";
import { PolicyName } from "../../../functions/src/travel/schema.ts";
import { aBooking, at } from "../support/pureBookings.ts";

const checkIn = new Date("2027-06-15T14:00:00Z");

/** What goes back so many milliseconds before check-in, or after it. */
const back = (name: PolicyName, before: number): number =>
  percentBack(policyOf(name), checkIn, new Date(checkIn.getTime() - before));

describe("travel: what a policy gives back", () => {
  for (const [name, before, until, after] of [
    ["flexible", 100, DAY, 0],
    ["moderate", 100, 5 * DAY, 50],
    ["moderate", 50, DAY, 0],
    ["strict", 100, 30 * DAY, 50],
    ["strict", 50, 7 * DAY, 0],
  ] as const) {
    it(`is, if ${name}, ${before} % up to the moment ${until / HOUR} hours before check-in, then ${after} %`, () => {
      assert.equal(back(name, until + 1), before);
      assert.equal(back(name, until), before);
      assert.equal(back(name, until - 1), after);
    });
  }

  it("is nothing at check-in and after it", () => {
    for (const name of PolicyName.options) {
      assert.deepEqual([back(name, 0), back(name, -1), back(name, -DAY)], [0, 0, 0], name);
    }
  });

  it("is never more later than it was before", () => {
    const hours = fc.integer({ min: -48 * HOUR, max: 40 * DAY });
    fc.assert(
      fc.property(fc.constantFrom(...PolicyName.options), hours, hours, (name, one, other) => {
        assert.ok(back(name, Math.max(one, other)) >= back(name, Math.min(one, other)));
      }),
      { numRuns: 500, seed: 20261129 },
    );
  });

  it("is known by its name", () => {
    for (const name of PolicyName.options) assert.equal(policyOf(name).name, name);
  });

  it("is by what was agreed: without tiers nothing, with a tier of no hours until check-in", () => {
    const longBefore = new Date("2026-01-01");
    assert.equal(percentBack({ name: "none", tiers: [] }, checkIn, longBefore), 0);
    const last = { name: "last", tiers: [{ hoursBefore: 0, percent: 30 }] };
    assert.equal(percentBack(last, checkIn, checkIn), 30);
    assert.equal(percentBack(last, checkIn, new Date(checkIn.getTime() + 1)), 0);
  });

  it("counts hours, not days: where clocks go back in between, the day before is 25 of them", () => {
    const stay = { checkIn: "2026-10-25", checkOut: "2026-10-26" };
    const berlin = { timeZone: "Europe/Berlin", policy: policyOf("flexible") };
    const booking = aBooking(stay, berlin);
    assert.equal(checkInOf(booking).toISOString(), "2026-10-25T14:00:00.000Z");
    // By the clocks there, 16:00 the day before: 23 hours by them, and one that came twice.
    const percentAt = (moment: string) => at(moment, () => percentNow(booking));
    assert.equal(percentAt("2026-10-24T14:00:00Z"), 100);
    assert.equal(percentAt("2026-10-24T14:00:00.001Z"), 0);
  });

  it("is no more than what it was when the dates were changed", () => {
    const stay = { checkIn: "2027-06-15", checkOut: "2027-06-17" };
    const percentOf = (refundAtMost: number, moment: string) =>
      at(moment, () => percentNow(aBooking(stay, { refundAtMost })));
    assert.deepEqual(
      [100, 50, 0].map((most) => percentOf(most, "2027-01-01")),
      [100, 50, 0],
    );
    assert.deepEqual(
      [100, 50, 0].map((most) => percentOf(most, "2027-06-13")),
      [50, 50, 0],
    );
  });

  it("is a part of what was paid in whole cents, half up", () => {
    assert.deepEqual(
      [partOf(1, 50), partOf(101, 50), partOf(99, 33), partOf(233_20, 50), partOf(233_20, 100)],
      [1, 51, 33, 116_60, 233_20],
    );
    assert.deepEqual([partOf(233_20, 0), partOf(0, 100)], [0, 0]);
  });
});
