import assert from "node:assert/strict";
import { refuseUnlessFree } from "../../../functions/src/travel/booking/free.ts";
import { nightsOf } from "../../../functions/src/travel/calendar/dates.ts";
import type { Day } from "../../../functions/src/travel/calendar/schema.ts";
import { refused } from "../../support/call.ts";
import { aMonth, monthsWith, sentenceOf } from "../support/pureBookings.ts";

const stay = { checkIn: "2027-01-29", checkOut: "2027-02-01" };

/** January, with two rooms of each night but for one day that is different. */
const monthsWhere = (day: number, fields: Partial<Day>, listed = true) =>
  monthsWith(aMonth("2027-01", (each) => (each === day ? fields : {}), { listed }));

/** Why the stay can't be had, but for what it is about: in words. */
async function refusal(
  reason: string,
  months: ReturnType<typeof monthsWhere>,
  { to = stay, rooms = 1 } = {},
) {
  const attempt = async () => refuseUnlessFree(months, to, nightsOf(to), rooms);
  const { reason: _, ...about } = await refused(attempt(), "failed-precondition", reason);
  return [await sentenceOf(attempt()), about];
}

const isFree = (months: ReturnType<typeof monthsWhere>, rooms = 1, wanted = nightsOf(stay)) =>
  refuseUnlessFree(months, stay, wanted, rooms) === undefined;

describe("travel: the nights that somebody wants", () => {
  it("can be had, up to the last room", () => {
    const months = monthsWhere(30, { booked: 1 });
    assert.ok(isFree(months));
    assert.ok(isFree(monthsWhere(30, {}), 2));
  });

  it("can't where one has not rooms enough, said with how many are left", async () => {
    const date = "2027-01-30";
    const one = await refusal("sold-out", monthsWhere(30, { booked: 1 }), { rooms: 2 });
    assert.deepEqual(one, ["Sat, 30 Jan 2027 has only 1 left.", { date, left: 1 }]);
    const none = await refusal("sold-out", monthsWhere(30, { booked: 2 }));
    assert.deepEqual(none, ["Sat, 30 Jan 2027 is full.", { date, left: 0 }]);
  });

  it("can't where one is closed", async () => {
    const closed = await refusal("closed", monthsWhere(31, { closed: true }));
    assert.deepEqual(closed, ["Sun, 31 Jan 2027 is not for sale.", { date: "2027-01-31" }]);
  });

  it("can't where there is no calendar yet", async () => {
    const to = { checkIn: "2027-01-31", checkOut: "2027-02-02" };
    const far = await refusal("not-open", monthsWhere(1, {}), { to });
    assert.deepEqual(far, ["Mon, 1 Feb 2027 can't be booked yet.", { date: "2027-02-01" }]);
  });

  it("can't where the stay is too short or too long for the day on which it begins", async () => {
    const short = await refusal("stay-too-short", monthsWhere(29, { minStay: 4 }));
    assert.deepEqual(short, [
      "A stay from Fri, 29 Jan 2027 has at least 4 nights.",
      { date: "2027-01-29", minStay: 4, maxStay: 28 },
    ]);
    const long = await refusal("stay-too-long", monthsWhere(29, { maxStay: 2 }));
    assert.deepEqual(long, [
      "A stay from Fri, 29 Jan 2027 has at most 2 nights.",
      { date: "2027-01-29", minStay: 1, maxStay: 2 },
    ]);
    assert.ok(isFree(monthsWhere(29, { minStay: 3, maxStay: 3 })));
    assert.ok(isFree(monthsWhere(30, { minStay: 9 })), "another day's is not asked");
  });

  it("can't where they are offered no more, but for those that one has", async () => {
    const unlisted = monthsWhere(30, { closed: true, booked: 2 }, false);
    const gone = await refusal("not-listed", unlisted);
    assert.deepEqual(gone, ["This is not for sale any more.", {}]);
    assert.throws(() => isFree(unlisted, 1, ["2027-01-29"]), /not for sale any more/);
    assert.ok(isFree(unlisted, 1, []));
    assert.ok(isFree(monthsWhere(30, { closed: true }), 1, ["2027-01-29", "2027-01-31"]));
  });
});
