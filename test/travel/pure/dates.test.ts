import assert from "node:assert/strict";
import fc from "fast-check";
import {
  addDays,
  addMonths,
  daysBetween,
  daysIn,
  daysOf,
  inWords,
  LocalDate,
  monthsOf,
  nightsOf,
  todayIn,
} from "../../../functions/src/travel/calendar/dates.ts";
import { MAX_NIGHTS } from "../../../functions/src/travel/schema.ts";

const runs = { numRuns: 300, seed: 20261129 };

/** By the calendar of JavaScript, in UTC. Knows nothing of our code. */
const dayAfter = (days: number, from = "2000-01-01"): string =>
  new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);

/** Every day of this century, by its number. */
const aNumber = fc.integer({ min: 0, max: 36_524 });

describe("travel: the days of a stay", () => {
  it("are days that there are", () => {
    const isDay = (text: string) => LocalDate.safeParse(text).success;
    for (const day of ["2000-02-29", "2026-02-28", "2028-02-29", "2026-12-31", "2099-12-31"]) {
      assert.ok(isDay(day), day);
    }
    for (const day of [
      "2026-02-29",
      "2027-02-29",
      "2028-02-30",
      "2026-04-31",
      "2026-13-01",
      "2026-00-10",
      "2026-01-00",
      "2026-01-32",
      "2026-1-01",
      "1999-12-31",
      "2100-01-01",
      "2026-01-01T00:00",
      "2026-01-01\n",
      " 2026-01-01",
      "20260101",
      "",
    ]) {
      assert.ok(!isDay(day), day);
    }
  });

  it("are said to be none in one sentence, after which nothing is asked of them", () => {
    const Weekday = LocalDate.refine((day) => inWords(day).startsWith("Mon"), "must be a Monday");
    const messages = (text: string) =>
      Weekday.safeParse(text).error?.issues.map(({ message }) => message);
    assert.deepEqual(messages("28 February"), ['must be a day like "2026-02-28"']);
    for (const longer of ["12026-02-28", "2026-02-281"]) {
      assert.deepEqual(messages(longer), ['must be a day like "2026-02-28"']);
    }
    assert.deepEqual(messages("2026-02-30"), ["must be a day that there is"]);
    assert.deepEqual(messages("2026-02-28"), ["must be a Monday"]);
    assert.equal(messages("2026-03-02"), undefined);
  });

  it("are all days of the century, and no other that looks like one", () => {
    const part = (most: number) => fc.nat(most).map((number) => String(number).padStart(2, "0"));
    const text = fc.tuple(part(99), part(13), part(32)).map((parts) => `20${parts.join("-")}`);
    fc.assert(
      fc.property(text, aNumber, (maybe, number) => {
        const time = Date.parse(maybe);
        const isThere = !Number.isNaN(time) && dayAfter(0, maybe) === maybe;
        assert.equal(LocalDate.safeParse(maybe).success, isThere, maybe);
        assert.ok(LocalDate.safeParse(dayAfter(number)).success);
      }),
      runs,
    );
  });

  it("are counted over the ends of months and years and over leap days", () => {
    assert.equal(addDays("2026-12-31", 1), "2027-01-01");
    assert.equal(addDays("2027-01-01", -1), "2026-12-31");
    assert.equal(addDays("2028-02-28", 1), "2028-02-29");
    assert.equal(addDays("2027-02-28", 1), "2027-03-01");
    assert.equal(daysBetween("2028-02-28", "2028-03-01"), 2);
    assert.equal(daysBetween("2027-02-28", "2027-03-01"), 1);
    fc.assert(
      fc.property(aNumber, fc.integer({ min: -70, max: 70 }), (number, days) => {
        const day = dayAfter(number);
        const other = dayAfter(number + days);
        assert.equal(addDays(day, days), other);
        assert.equal(daysBetween(day, other), days);
        const between = Array.from({ length: Math.max(days, 0) }, (_, n) => dayAfter(number + n));
        assert.deepEqual(daysOf(day, other), between);
      }),
      runs,
    );
  });

  it("are nights without the day of check-out", () => {
    const nights = (checkIn: string, checkOut: string) => nightsOf({ checkIn, checkOut });
    assert.deepEqual(nights("2026-12-30", "2027-01-02"), [
      "2026-12-30",
      "2026-12-31",
      "2027-01-01",
    ]);
    assert.deepEqual(nights("2028-02-28", "2028-03-01"), ["2028-02-28", "2028-02-29"]);
    assert.deepEqual(nights("2026-05-01", "2026-05-01"), []);
    assert.deepEqual(nights("2026-05-02", "2026-05-01"), []);
  });

  it("are in no more than two months, from whatever day a stay begins", () => {
    // Around the shortest months, of a leap year and of another.
    for (let number = 0; number < 40; number++) {
      for (const day of [dayAfter(number, "2027-01-20"), dayAfter(number, "2028-01-20")]) {
        const nights = nightsOf({ checkIn: day, checkOut: addDays(day, MAX_NIGHTS) });
        assert.equal(nights.length, MAX_NIGHTS);
        assert.ok(monthsOf(nights).length <= 2, day);
      }
    }
    assert.deepEqual(monthsOf(["2027-01-01", "2026-12-31", "2027-01-02"]), ["2026-12", "2027-01"]);
    assert.deepEqual(monthsOf([]), []);
  });

  it("are as many in a month as it has, and months go on over the end of a year", () => {
    const lengths = ["2026-02", "2028-02", "2026-04", "2026-12"].map(daysIn);
    assert.deepEqual(lengths, [28, 29, 30, 31]);
    assert.equal(addMonths("2026-12", 1), "2027-01");
    assert.equal(addMonths("2027-01", -1), "2026-12");
    assert.equal(addMonths("2027-01", 13), "2028-02");
  });

  it("are today's where the property is, whatever day it is elsewhere", () => {
    const today = (zone: string, moment: string) => todayIn(zone, new Date(moment));
    assert.equal(today("Pacific/Kiritimati", "2026-12-31T10:00:00Z"), "2027-01-01");
    assert.equal(today("Pacific/Kiritimati", "2026-12-31T09:59:59.999Z"), "2026-12-31");
    assert.equal(today("Pacific/Pago_Pago", "2027-01-01T10:59:59.999Z"), "2026-12-31");
    assert.equal(today("Pacific/Pago_Pago", "2027-01-01T11:00:00Z"), "2027-01-01");
    // The night in which clocks go back is an hour longer.
    assert.equal(today("Europe/Berlin", "2026-10-25T22:59:59.999Z"), "2026-10-25");
    assert.equal(today("Europe/Berlin", "2026-10-24T22:00:00Z"), "2026-10-25");
  });

  it("are written out with the day of the week", () => {
    assert.equal(inWords("2026-12-31"), "Thu, 31 Dec 2026");
    assert.equal(inWords("2028-02-29"), "Tue, 29 Feb 2028");
  });
});
