import assert from "node:assert/strict";
import fc from "fast-check";
import { SECOND } from "../../../functions/src/core/clock.ts";
import { addDays, nightsOf } from "../../../functions/src/travel/calendar/dates.ts";
import {
  areFree,
  book,
  dayAt,
  drop,
  hold,
  holdsAll,
  isLive,
  leftOn,
  type Months,
  tidy,
} from "../../../functions/src/travel/calendar/months.ts";
import { aMonth, at, monthsWith, stampAt } from "../support/pureBookings.ts";

/** Around the end of a year: two months, and what is between them. */
const FIRST = "2026-12-27";
const nights = nightsOf({ checkIn: FIRST, checkOut: addDays(FIRST, 10) });
const empty = () =>
  monthsWith(
    aMonth("2026-12", () => ({ capacity: 3 })),
    aMonth("2027-01", () => ({ capacity: 3 })),
  );

const start = Date.parse("2026-12-01T12:00:00Z");
const when = (seconds: number) => new Date(start + seconds * SECOND).toISOString();

interface Taken {
  nights: string[];
  rooms: number;
  /** In seconds from the start. */
  until: number;
}

/** What is known of a calendar without it: what is booked of a night, and who holds what. */
interface Model {
  booked: Map<string, number>;
  holds: Map<string, Taken>;
  second: number;
}

const stay = fc
  .tuple(fc.nat(nights.length - 1), fc.integer({ min: 1, max: 5 }))
  .map(([first, length]) => nights.slice(first, first + length));
const id = fc.constantFrom("a", "b", "c");
const rooms = fc.integer({ min: 1, max: 3 });

type Step = (months: Months, model: Model) => Months;

const steps: fc.Arbitrary<Step>[] = [
  fc.tuple(id, stay, rooms, fc.integer({ min: -5, max: 20 })).map(
    ([id, nights, rooms, seconds]): Step =>
      (months, model) => {
        const until = model.second + seconds;
        model.holds.set(id, { nights, rooms, until });
        return hold(months, id, { nights, rooms, until: stampAt(when(until)) });
      },
  ),
  id.map(
    (id): Step =>
      (months, model) => {
        model.holds.delete(id);
        return drop(months, id);
      },
  ),
  fc.tuple(stay, rooms).map(
    ([nights, rooms]): Step =>
      (months, model) => {
        for (const night of nights) model.booked.set(night, (model.booked.get(night) ?? 0) + rooms);
        return book(months, nights, rooms);
      },
  ),
  stay.map(
    (nights): Step =>
      (months, model) => {
        const least = Math.min(...nights.map((night) => model.booked.get(night) ?? 0));
        for (const night of nights) model.booked.set(night, (model.booked.get(night) ?? 0) - least);
        return book(months, nights, -least);
      },
  ),
  fc.constant<Step>((months) => tidy(months)),
  fc.integer({ min: 1, max: 10 }).map(
    (seconds): Step =>
      (months, model) => {
        model.second += seconds;
        return months;
      },
  ),
];

function check(months: Months, { booked, holds, second }: Model): void {
  const live = [...holds].filter(([, { until }]) => until > second);
  for (const night of nights) {
    const held = live.filter(([, taken]) => taken.nights.includes(night));
    const count = held.reduce((sum, [, { rooms }]) => sum + rooms, booked.get(night) ?? 0);
    assert.equal(dayAt(months, night)?.booked, booked.get(night) ?? 0);
    assert.equal(leftOn(months, night), Math.max(3 - count, 0), night);
  }
  for (const id of ["a", "b", "c"]) {
    const own = live.find(([name]) => name === id)?.[1].nights ?? [];
    assert.equal(holdsAll(months, id, own), true);
    for (const night of nights) assert.equal(holdsAll(months, id, [night]), own.includes(night));
  }
}

describe("travel: what of a month is booked, held and left", () => {
  it("is what was booked and held of each night and not let go or lapsed, whatever came first", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(...steps), { maxLength: 25 }), (plan) => {
        const model: Model = { booked: new Map(), holds: new Map(), second: 0 };
        let months = empty();
        for (const step of plan) {
          const before = JSON.stringify(months);
          const after = at(when(model.second), () => step(months, model));
          assert.equal(JSON.stringify(months), before, "what was read has been changed");
          months = after;
          at(when(model.second), () => check(months, model));
        }
      }),
      { numRuns: 150, seed: 20261129 },
    );
  });

  it("is held up to a hold's second, and not at it", () => {
    const until = stampAt("2026-12-01T12:10:00Z");
    const held = hold(empty(), "a", { nights: ["2026-12-31"], rooms: 2, until });
    const look = () => [leftOn(held, "2026-12-31"), holdsAll(held, "a", ["2026-12-31"])];
    assert.deepEqual(at("2026-12-01T12:09:59.999Z", look), [1, true]);
    assert.deepEqual(at("2026-12-01T12:10:00Z", look), [3, false]);
    assert.ok(!at("2026-12-01T12:10:00Z", () => isLive({ until, nights: [], rooms: 1 })));
  });

  it("has a hold over the end of a year in both months, and none in one that it does not touch", () => {
    const until = stampAt(when(60));
    const over = { nights: ["2026-12-31", "2027-01-01"], rooms: 1, until };
    const months = hold(empty(), "a", over);
    const daysHeld = Object.values(months).map(({ holds }) => holds.a?.nights);
    assert.deepEqual(daysHeld, [[31], [1]]);
    const within = hold(months, "a", { ...over, nights: ["2026-12-30"] });
    assert.deepEqual(
      Object.values(within).map(({ holds }) => holds.a?.nights),
      [[30], undefined],
    );
  });

  it("is not written anew where nothing is dropped or has lapsed", () => {
    const months = hold(empty(), "a", {
      nights: ["2026-12-31"],
      rooms: 1,
      until: stampAt(when(60)),
    });
    for (const same of [drop(months, "b"), at(when(59), () => tidy(months))]) {
      for (const [name, month] of Object.entries(months)) assert.equal(same[name], month);
    }
    assert.notEqual(at(when(60), () => tidy(months))["2026-12"], months["2026-12"]);
  });

  it("has no hold any more that has lapsed, once it is tidied up, and all others", () => {
    const until = (seconds: number) => ({
      nights: ["2026-12-31"],
      rooms: 1,
      until: stampAt(when(seconds)),
    });
    const months = hold(hold(empty(), "lapsed", until(59)), "live", until(60));
    const tidied = at(when(59), () => tidy(months))["2026-12"]?.holds;
    assert.deepEqual(Object.keys(tidied ?? {}), ["live"]);
  });

  it("is free for so many rooms if each night has them", () => {
    const months = book(empty(), ["2026-12-31"], 1);
    const both = ["2026-12-30", "2026-12-31"];
    assert.deepEqual(
      [2, 3].map((rooms) => areFree(months, both, rooms)),
      [true, false],
    );
    assert.ok(areFree(months, ["2026-12-30"], 3));
  });

  it("is held by nobody where there is no calendar", () => {
    assert.equal(holdsAll(empty(), "a", ["2027-02-01"]), false);
  });

  it("is nothing where a night is closed, has less capacity than is booked, or no calendar", () => {
    const month = aMonth("2026-12", (day) =>
      day === 30 ? { closed: true } : day === 31 ? { capacity: 1, booked: 2 } : {},
    );
    const months = monthsWith(month);
    const left = ["2026-12-29", "2026-12-30", "2026-12-31", "2027-01-01"].map((night) =>
      leftOn(months, night),
    );
    assert.deepEqual(left, [2, 0, 0, 0]);
    assert.throws(() => book(months, ["2027-01-01"], 1), /no calendar of 2027-01/);
  });

  it("is never less than nothing: what is not booked can't be free again", () => {
    const booked = book(empty(), ["2026-12-30", "2026-12-31"], 1);
    assert.deepEqual(book(booked, ["2026-12-30", "2026-12-31"], -1), empty());
    assert.throws(() => book(booked, ["2026-12-31", "2027-01-01"], -1), /more would be free/);
  });
});
