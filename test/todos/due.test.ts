import assert from "node:assert/strict";
import fc from "fast-check";
import { timeZone } from "../../functions/src/core/schema.ts";
import { dayIn, isZone, localTimeOf, zoneOf } from "../../functions/src/core/zones.ts";
import { dueInWords, dueMoment } from "../../functions/src/todos/due.ts";
import { clockIn, onServerIn, zones } from "../support/zones.ts";
import { due } from "./support/pureTasks.ts";

const momentOf = (...when: Parameters<typeof due>) => dueMoment(due(...when)).toISOString();

describe("todos: days and times", () => {
  it("are the moments that the clocks of a zone show", () => {
    assert.equal(momentOf("2026-11-22", "09:30"), "2026-11-22T09:30:00.000Z");
    assert.equal(momentOf("2026-11-22", "09:30", "Europe/Berlin"), "2026-11-22T08:30:00.000Z");
    assert.equal(momentOf("2026-07-22", "09:30", "Europe/Berlin"), "2026-07-22T07:30:00.000Z");
    assert.equal(momentOf("2026-11-22", "09:30", "Asia/Kolkata"), "2026-11-22T04:00:00.000Z");
  });

  it("of a day alone begin with it", () => {
    assert.equal(momentOf("2026-11-22", null, "America/New_York"), "2026-11-22T05:00:00.000Z");
    // There the clocks go from midnight to one.
    assert.equal(momentOf("2026-09-06", null, "America/Santiago"), "2026-09-06T04:00:00.000Z");
  });

  it("that clocks skip are as much later", () => {
    assert.equal(momentOf("2026-03-29", "02:30", "Europe/Berlin"), "2026-03-29T01:30:00.000Z");
    assert.equal(momentOf("2026-10-04", "02:30", "Australia/Sydney"), "2026-10-03T16:30:00.000Z");
    assert.equal(
      momentOf("2026-10-04", "02:15", "Australia/Lord_Howe"),
      "2026-10-03T15:45:00.000Z",
    );
  });

  it("that clocks show twice are the first", () => {
    assert.equal(momentOf("2026-10-25", "02:30", "Europe/Berlin"), "2026-10-25T00:30:00.000Z");
    assert.equal(momentOf("2026-04-05", "02:30", "Australia/Sydney"), "2026-04-04T15:30:00.000Z");
  });

  it("are what is shown there at that moment, unless clocks skip it", () => {
    let twice = 0;
    const shown = fc.property(
      fc.constantFrom(...zones),
      fc.date({ min: new Date("2000-01-01"), max: new Date("2099-12-31"), noInvalidDate: true }),
      (zone, moment) => {
        const [date = "", time = ""] = clockIn(zone, moment).split(" ");
        const asked = dueMoment(due(date, time, zone));
        // It was shown, so it is not skipped; of two, it may be the other.
        assert.equal(clockIn(zone, asked), `${date} ${time}`);
        assert.equal(dayIn(zone, moment), date);
        assert.ok(asked.getTime() <= moment.getTime());
        if (moment.getTime() - asked.getTime() >= 60_000) twice++;
      },
    );
    fc.assert(shown, { numRuns: 2_000, seed: 20261122 });
    assert.ok(twice < 20, `${twice} are shown twice`);
  });

  it("are the same on any server", async () => {
    const read = () => [
      momentOf("2026-03-29", "02:30", "Europe/Berlin"),
      momentOf("2026-11-22", null, "America/New_York"),
      dayIn("Asia/Kolkata", new Date("2026-11-22T20:00:00Z")),
      dueInWords(due("2026-12-31", "09:30")),
      dueInWords(due("2026-03-01")),
    ];
    const here = read();
    for (const zone of zones) assert.deepEqual(await onServerIn(zone, read), here, zone);
  });

  it("are of UTC where there is no zone of that name", () => {
    assert.equal(momentOf("2026-11-22", "09:30", "Mars/Phobos"), "2026-11-22T09:30:00.000Z");
    assert.equal(dayIn("Mars/Phobos", new Date("2026-11-22T23:59:00Z")), "2026-11-22");
    assert.equal(zoneOf("Mars/Phobos"), "UTC");
    assert.ok(!isZone("Mars/Phobos") && !isZone("") && !isZone("Europe/Berlin "));
    assert.ok(!isZone("+05:30") && !isZone("+0001"), "an hour would be any minute");
  });

  it("may be of every zone that there is", () => {
    const noon = new Date("2026-07-01T12:00:00Z");
    for (const zone of [...Intl.supportedValuesOf("timeZone"), "Etc/GMT+12", "EST5EDT"]) {
      assert.ok(timeZone.safeParse(zone).success && isZone(zone), zone);
      const local = localTimeOf(noon, zone);
      assert.equal(
        `${local.toPlainDate()} ${local.toPlainTime().toString().slice(0, 5)}`,
        clockIn(zone, noon),
      );
    }
  });

  it("are said with the day of the week, and the time where there is one", () => {
    assert.equal(dueInWords(due("2026-12-31", "09:30")), "Thu, 31 Dec 2026, 09:30");
    assert.equal(dueInWords(due("2026-03-01")), "Sun, 1 Mar 2026");
  });
});
