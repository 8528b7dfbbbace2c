import assert from "node:assert/strict";
import fc from "fast-check";
import { nextAtHour } from "../../../functions/src/todos/digest/schedule.ts";
import { clockIn, onServerIn, zones } from "../../support/zones.ts";

const HOUR = 3_600_000;
const next = (hour: number, zone: string, now: string) =>
  nextAtHour(hour, zone, new Date(now)).toISOString();

describe("todos: when the daily mail comes", () => {
  it("is today where its hour is still to come, else tomorrow", () => {
    assert.equal(next(7, "UTC", "2026-11-22T06:59:59.999Z"), "2026-11-22T07:00:00.000Z");
    assert.equal(next(7, "UTC", "2026-11-22T07:00:00.001Z"), "2026-11-23T07:00:00.000Z");
    assert.equal(next(23, "UTC", "2026-12-31T23:30:00Z"), "2027-01-01T23:00:00.000Z");
  });

  it("is tomorrow at the very moment of its hour, so that no day has two", () => {
    assert.equal(next(7, "UTC", "2026-11-22T07:00:00Z"), "2026-11-23T07:00:00.000Z");
    assert.equal(next(0, "UTC", "2026-11-22T00:00:00Z"), "2026-11-23T00:00:00.000Z");
  });

  it("is by the clocks of the zone, whatever day it is in UTC", () => {
    assert.equal(next(7, "Europe/Berlin", "2026-11-22T05:00:00Z"), "2026-11-22T06:00:00.000Z");
    assert.equal(next(7, "Pacific/Kiritimati", "2026-11-22T16:00:00Z"), "2026-11-22T17:00:00.000Z");
    assert.equal(next(7, "America/New_York", "2026-11-23T02:00:00Z"), "2026-11-23T12:00:00.000Z");
    assert.equal(next(7, "Mars/Phobos", "2026-11-22T05:00:00Z"), "2026-11-22T07:00:00.000Z");
  });

  it("stays at its hour when the clocks change", () => {
    assert.equal(next(7, "Europe/Berlin", "2026-03-28T06:00:00Z"), "2026-03-29T05:00:00.000Z");
    assert.equal(next(7, "Europe/Berlin", "2026-10-24T05:00:00Z"), "2026-10-25T06:00:00.000Z");
  });

  it("is an hour later on the day on which its hour is skipped, and no later the day after", () => {
    const skipped = "2026-03-29T01:00:00.000Z";
    assert.equal(next(2, "Europe/Berlin", "2026-03-28T12:00:00Z"), skipped);
    assert.equal(next(2, "Europe/Berlin", skipped), "2026-03-30T00:00:00.000Z");
  });

  it("comes once on the day on which there are two of its hour", () => {
    const first = "2026-10-25T00:00:00.000Z";
    assert.equal(next(2, "Europe/Berlin", "2026-10-24T12:00:00Z"), first);
    assert.equal(next(2, "Europe/Berlin", first), "2026-10-26T01:00:00.000Z");
    assert.equal(next(2, "Australia/Sydney", "2026-04-04T15:00:00Z"), "2026-04-05T16:00:00.000Z");
  });

  it("is within a day and an hour, at that hour, on every server", async () => {
    const soon = fc.property(
      fc.integer({ min: 0, max: 23 }),
      fc.constantFrom(...zones),
      fc.date({ min: new Date("2020-01-01"), max: new Date("2040-01-01"), noInvalidDate: true }),
      (hour, zone, now) => {
        const moment = nextAtHour(hour, zone, now);
        const wait = moment.getTime() - now.getTime();
        assert.ok(wait > 0 && wait <= 25 * HOUR, `${wait / HOUR} hours`);
        const shown = clockIn(zone, moment).slice(11);
        // Lord Howe's clocks skip half an hour.
        const late = [":00", ":30"].map((minutes) => `${hour}${minutes}`.padStart(5, "0"));
        const skipped = `${hour + 1}:00`.padStart(5, "0");
        assert.ok([...late, skipped].includes(shown), `${hour}: ${shown} in ${zone}`);
        const before = clockIn(zone, new Date(moment.getTime() - 1));
        if (shown !== late[0]) assert.ok(before.slice(11) < late[0]!, `nothing was skipped`);
      },
    );
    const runs = { numRuns: 700, seed: 20261122 };
    for (const zone of ["UTC", "America/Los_Angeles", "Pacific/Auckland"]) {
      await onServerIn(zone, () => fc.assert(soon, runs));
    }
  });
});
