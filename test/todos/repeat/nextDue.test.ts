import assert from "node:assert/strict";
import fc from "fast-check";
import { dueMoment } from "../../../functions/src/todos/due.ts";
import { anchorOf, nextDue } from "../../../functions/src/todos/repeat/nextDue.ts";
import { Due, Repeat } from "../../../functions/src/todos/schema.ts";
import { zones } from "../../support/zones.ts";
import { DAYS, dateOf, expectedNext } from "../support/pureDays.ts";
import { due } from "../support/pureTasks.ts";

/** The seed is fixed, so that what fails once fails again. */
const runs = { numRuns: 2_000, seed: 20261122 };

const every = (count: number, unit: Repeat["unit"], fields: Partial<Repeat> = {}): Repeat =>
  Repeat.parse({
    every: count,
    unit,
    weekdays: [],
    day: null,
    from: "due",
    until: null,
    ...fields,
  });

/** The day on which what is due on one comes again, done on another (at noon, UTC). */
const nextOf = (date: string, repeat: Repeat, doneOn = date) =>
  nextDue(due(date), repeat, new Date(`${doneOn}T12:00:00Z`))?.date;

type Case = [date: string, repeat: Repeat, doneOn: string, next: string | undefined];
const MON = 1;
const THU = 4;

describe("todos: when a task comes again", () => {
  const cases: Record<string, Case[]> = {
    "so many days, weeks, months or years after it was due": [
      ["2026-11-22", every(1, "day"), "2026-11-22", "2026-11-23"],
      ["2026-12-30", every(3, "day"), "2026-12-30", "2027-01-02"],
      ["2026-11-22", every(1, "week"), "2026-11-22", "2026-11-29"],
      ["2026-11-22", every(2, "month"), "2026-11-22", "2027-01-22"],
      ["2026-11-22", every(5, "year"), "2026-11-22", "2031-11-22"],
      ["2026-11-22", every(365, "day"), "2026-11-22", "2027-11-22"],
    ],
    "as planned where it is done early": [
      ["2026-11-22", every(1, "week"), "2026-11-17", "2026-11-29"],
      ["2026-11-22", every(1, "day"), "2026-11-01", "2026-11-23"],
      ["2026-11-22", every(1, "year"), "2025-12-01", "2027-11-22"],
    ],
    "without what was missed where it is done late": [
      ["2026-11-01", every(1, "day"), "2026-11-22", "2026-11-23"],
      ["2026-11-01", every(3, "day"), "2026-11-22", "2026-11-25"],
      ["2026-11-01", every(3, "day"), "2026-11-21", "2026-11-22"],
      ["2026-01-15", every(1, "month"), "2026-11-22", "2026-12-15"],
      ["2026-01-15", every(3, "month"), "2026-10-15", "2027-01-15"],
      ["2020-02-29", every(1, "year"), "2026-11-22", "2027-02-28"],
    ],
    "counted from the day it was done, early or late": [
      ["2026-11-22", every(3, "day", { from: "done" }), "2026-11-10", "2026-11-13"],
      ["2026-11-22", every(3, "day", { from: "done" }), "2026-12-30", "2027-01-02"],
      ["2026-11-22", every(1, "week", { from: "done" }), "2026-11-24", "2026-12-01"],
      ["2026-11-22", every(1, "month", { from: "done", day: 5 }), "2026-01-31", "2026-02-28"],
      [
        "2026-11-22",
        every(2, "week", { weekdays: [THU], from: "done" }),
        "2026-11-24",
        "2026-11-26",
      ],
    ],
    "at the end of a month that is too short, and at its day in the next": [
      ["2026-01-31", every(1, "month"), "2026-01-31", "2026-02-28"],
      ["2028-01-31", every(1, "month"), "2028-01-31", "2028-02-29"],
      ["2026-02-28", every(1, "month", { day: 31 }), "2026-02-28", "2026-03-31"],
      ["2026-03-31", every(1, "month", { day: 31 }), "2026-03-31", "2026-04-30"],
      ["2026-01-31", every(1, "month"), "2026-02-28", "2026-03-31"],
      ["2026-02-28", every(1, "month", { day: 31 }), "2026-03-30", "2026-03-31"],
      ["2026-02-28", every(1, "month"), "2026-02-28", "2026-03-28"],
    ],
    "on 29 February where there is one, else on the 28th": [
      ["2024-02-29", every(1, "year"), "2024-02-29", "2025-02-28"],
      ["2025-02-28", every(1, "year", { day: 29 }), "2025-02-28", "2026-02-28"],
      ["2027-02-28", every(1, "year", { day: 29 }), "2027-02-28", "2028-02-29"],
      ["2024-02-29", every(4, "year"), "2024-02-29", "2028-02-29"],
    ],
    "on days of the week, in whatever order they are named": [
      ["2026-11-23", every(1, "week", { weekdays: [THU, MON] }), "2026-11-23", "2026-11-26"],
      ["2026-11-26", every(1, "week", { weekdays: [THU, MON] }), "2026-11-26", "2026-11-30"],
      ["2026-11-24", every(1, "week", { weekdays: [MON] }), "2026-11-24", "2026-11-30"],
      ["2026-11-22", every(1, "week", { weekdays: [7] }), "2026-11-22", "2026-11-29"],
    ],
    "on Monday and Thursday of every second week, also over the end of a year of 53 weeks": [
      ["2026-12-14", every(2, "week", { weekdays: [MON, THU] }), "2026-12-14", "2026-12-17"],
      ["2026-12-17", every(2, "week", { weekdays: [MON, THU] }), "2026-12-17", "2026-12-28"],
      ["2026-12-28", every(2, "week", { weekdays: [MON, THU] }), "2026-12-28", "2026-12-31"],
      ["2026-12-31", every(2, "week", { weekdays: [MON, THU] }), "2026-12-31", "2027-01-11"],
      ["2026-12-17", every(2, "week", { weekdays: [MON, THU] }), "2027-01-01", "2027-01-11"],
    ],
    "not after the last day on which it may": [
      ["2026-11-22", every(1, "week", { until: "2026-11-29" }), "2026-11-22", "2026-11-29"],
      ["2026-11-22", every(1, "week", { until: "2026-11-28" }), "2026-11-22", undefined],
      ["2026-11-22", every(1, "week", { until: "2026-11-29" }), "2026-11-29", undefined],
      ["2026-11-22", every(1, "day", { until: "2020-01-01" }), "2026-11-22", undefined],
    ],
    "not after 2099": [
      ["2099-12-30", every(1, "day"), "2099-12-30", "2099-12-31"],
      ["2099-12-31", every(1, "day"), "2099-12-31", undefined],
      ["2026-11-22", every(74, "year"), "2026-11-22", undefined],
      ["2026-11-22", every(1, "day", { from: "done" }), "2150-01-01", undefined],
    ],
  };
  for (const [how, examples] of Object.entries(cases)) {
    it(`is ${how}`, () => {
      for (const [date, repeat, doneOn, next] of examples) {
        const what = `due ${date}, done ${doneOn}, ${JSON.stringify(repeat)}`;
        assert.equal(nextOf(date, repeat, doneOn), next, what);
      }
    });
  }

  it("is by the day of the month that was said or that it was due on first, where it has one", () => {
    const last = due("2026-01-31");
    assert.equal(anchorOf(last, every(1, "month")), 31);
    assert.equal(anchorOf(last, every(1, "year", { day: 30 })), 30);
    assert.equal(anchorOf(last, every(1, "month", { from: "done" })), null);
    assert.equal(anchorOf(last, every(1, "week", { day: 30 })), null);
  });

  it("is told by the day that it is in the zone of the task when it is done", () => {
    const daily = every(1, "day", { from: "done" });
    const done = new Date("2026-11-22T23:30:00Z");
    const nextIn = (zone: string) => nextDue(due("2026-11-01", null, zone), daily, done)?.date;
    assert.equal(nextIn("UTC"), "2026-11-23");
    assert.equal(nextIn("Europe/Berlin"), "2026-11-24");
    assert.equal(nextIn("Pacific/Kiritimati"), "2026-11-24");
    assert.equal(nextIn("America/New_York"), "2026-11-23");
    const early = new Date("2026-11-22T00:30:00Z");
    assert.equal(
      nextDue(due("2026-11-01", null, "America/New_York"), daily, early)?.date,
      "2026-11-22",
    );
  });

  it("counts days as in UTC where a zone has no such name", () => {
    const done = new Date("2026-11-22T23:30:00Z");
    const next = nextDue(due("2026-11-22", "09:00", "Mars/Phobos"), every(1, "day"), done);
    assert.deepEqual(next, due("2026-11-23", "09:00", "Mars/Phobos"));
  });

  it("is at the same time of day, so an hour sooner or later when clocks change", () => {
    const hoursTo = (date: string, zone: string) => {
      const first = due(date, "09:30", zone);
      const next = nextDue(first, every(1, "day"), dueMoment(first)) ?? assert.fail();
      assert.deepEqual([next.time, next.zone], ["09:30", zone]);
      return (dueMoment(next).getTime() - dueMoment(first).getTime()) / 3_600_000;
    };
    assert.equal(hoursTo("2026-03-27", "Europe/Berlin"), 24);
    assert.equal(hoursTo("2026-03-28", "Europe/Berlin"), 23);
    assert.equal(hoursTo("2026-10-24", "Europe/Berlin"), 25);
    assert.equal(hoursTo("2026-10-03", "Australia/Sydney"), 23);
    assert.equal(hoursTo("2026-04-04", "Australia/Sydney"), 25);
  });

  const repeats: fc.Arbitrary<Repeat> = fc.record({
    every: fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 365 })),
    unit: fc.constantFrom("day", "week", "month", "year"),
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 7 }),
    day: fc.option(fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: 28, max: 31 }))),
    from: fc.constantFrom("due", "done"),
    until: fc.option(fc.nat({ max: DAYS - 1 }).map(dateOf), { freq: 4 }),
  });
  const monthEnds = fc.nat({ max: 1_199 }).map((month) => {
    const last = new Date(Date.UTC(2000, month + 1, 0));
    return last.toISOString().slice(0, 10);
  });
  const dates = fc.oneof(fc.nat({ max: DAYS - 1 }).map(dateOf), monthEnds);
  const dues = fc.record({
    date: dates,
    time: fc.option(fc.constantFrom("00:00", "09:30", "23:59")),
    zone: fc.constantFrom(...zones),
  });
  /** How long after it is due it is done, in minutes: on the day, early, late, years late. */
  const delays = fc.oneof(
    fc.integer({ min: -1_440, max: 1_440 }),
    fc.integer({ min: -60 * 1_440, max: 800 * 1_440 }),
    fc.integer({ min: 0, max: 30 * 366 * 1_440 }),
  );

  it("is the first day of the series after it was due and done, as a look at each day finds it", () => {
    let found = 0;
    const agreed = fc.property(dues, repeats, delays, (first, repeat, minutes) => {
      const done = new Date(Date.parse(`${first.date}T12:00:00Z`) + minutes * 60_000);
      fc.pre(done.getUTCFullYear() >= 2000 && done.getTime() < Date.UTC(2099, 11, 30));
      fc.pre(done.getTime() > Date.UTC(2000, 0, 2));
      assert.ok(Due.safeParse(first).success && Repeat.safeParse(repeat).success);
      const next = nextDue(first, repeat, done);
      const expected = expectedNext(first, repeat, done);
      assert.deepEqual(next, expected && { ...first, date: expected });
      if (next) {
        found++;
        assert.ok(Due.safeParse(next).success);
      }
    });
    fc.assert(agreed, runs);
    assert.ok(found > runs.numRuns / 2, `${found} come again`);
  });
});
