import assert from "node:assert/strict";
import {
  appointments,
  checkInOf,
  checkOutOf,
  todayAt,
} from "../../../functions/src/travel/booking/moments.ts";
import { aBooking, at } from "../support/pureBookings.ts";

const aStay = (timeZone: string, checkIn: string, checkOut: string, times: object = {}) =>
  aBooking({ checkIn, checkOut }, { timeZone, ...times });

/** When they come on a day by the clocks of a zone, in UTC. */
const arrival = (timeZone: string, day: string, checkInFrom: string): string =>
  checkInOf(aStay(timeZone, day, "2030-01-01", { checkInFrom, nights: [] })).toISOString();

describe("travel: the moments of a stay", () => {
  for (const [what, zone, day, time, moment] of [
    ["in winter", "Europe/Berlin", "2027-03-27", "15:00", "2027-03-27T14:00"],
    [
      "on the day when clocks go forward",
      "Europe/Berlin",
      "2027-03-28",
      "15:00",
      "2027-03-28T13:00",
    ],
    [
      "at a time that is skipped, an hour later",
      "Europe/Berlin",
      "2027-03-28",
      "02:30",
      "2027-03-28T01:30",
    ],
    [
      "at a time that comes twice, the first",
      "Europe/Berlin",
      "2027-10-31",
      "02:30",
      "2027-10-31T00:30",
    ],
    ["on the day when clocks go back", "Europe/Berlin", "2027-10-31", "15:00", "2027-10-31T14:00"],
    ["where clocks changed once", "America/Sao_Paulo", "2018-11-03", "15:00", "2018-11-03T18:00"],
    [
      "where the first hour of a day is skipped",
      "America/Sao_Paulo",
      "2018-11-04",
      "00:00",
      "2018-11-04T03:00",
    ],
    ["in its summer", "America/Sao_Paulo", "2018-11-04", "15:00", "2018-11-04T17:00"],
    ["where clocks change no more", "America/Sao_Paulo", "2027-11-07", "15:00", "2027-11-07T18:00"],
    [
      "where they change by half an hour",
      "Australia/Lord_Howe",
      "2027-10-02",
      "15:00",
      "2027-10-02T04:30",
    ],
    ["half an hour forward", "Australia/Lord_Howe", "2027-10-03", "15:00", "2027-10-03T04:00"],
    [
      "at a time of the half hour that is skipped",
      "Australia/Lord_Howe",
      "2027-10-03",
      "02:15",
      "2027-10-02T15:45",
    ],
    [
      "at a time of the half hour that comes twice",
      "Australia/Lord_Howe",
      "2027-04-04",
      "01:45",
      "2027-04-03T14:45",
    ],
    ["a day before London's", "Pacific/Kiritimati", "2027-01-01", "13:59", "2026-12-31T23:59"],
    ["on a leap day", "Asia/Kolkata", "2028-02-29", "00:15", "2028-02-28T18:45"],
  ] as const) {
    it(`begin ${what} (${zone}, ${day} ${time}) at ${moment} UTC`, () => {
      assert.equal(arrival(zone, day, time), `${moment}:00.000Z`);
    });
  }

  it("end by the clocks of the day of check-out, also where they have changed during the stay", () => {
    const endOf = (zone: string, checkIn: string, checkOut: string) =>
      checkOutOf(aStay(zone, checkIn, checkOut)).toISOString();
    assert.equal(endOf("Europe/Berlin", "2027-03-26", "2027-03-27"), "2027-03-27T10:00:00.000Z");
    assert.equal(endOf("Europe/Berlin", "2027-03-26", "2027-03-28"), "2027-03-28T09:00:00.000Z");
    assert.equal(endOf("America/New_York", "2026-12-30", "2027-01-01"), "2027-01-01T16:00:00.000Z");
  });

  it("has its reminder 48 hours before check-in, not where that is over, and ends at check-out", () => {
    const stay = aStay("Europe/Berlin", "2027-03-29", "2027-03-31");
    const due = (moment: string) => {
      const { remindAt, completeAt } = at(moment, () => appointments(stay));
      return [remindAt, completeAt].map((time) => time?.toDate().toISOString());
    };
    // An hour earlier by the clocks there: they have gone forward in between.
    assert.deepEqual(due("2027-01-01"), ["2027-03-27T13:00:00.000Z", "2027-03-31T09:00:00.000Z"]);
    assert.deepEqual(due("2027-03-27T12:59:59.999Z")[0], "2027-03-27T13:00:00.000Z");
    assert.deepEqual(due("2027-03-27T13:00:00Z"), [undefined, "2027-03-31T09:00:00.000Z"]);
  });

  it("are days of the property: it is tomorrow there sooner or later than elsewhere", () => {
    const today = (timeZone: string) => at("2026-12-31T23:30:00Z", () => todayAt({ timeZone }));
    assert.deepEqual(["Europe/Lisbon", "Europe/Berlin", "America/New_York"].map(today), [
      "2026-12-31",
      "2027-01-01",
      "2026-12-31",
    ]);
  });
});
