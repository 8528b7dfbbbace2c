import assert from "node:assert/strict";
import fc from "fast-check";
import type { Night } from "../../../functions/src/travel/calendar/schema.ts";
import {
  canStay,
  nightsWithin,
  staysIn,
  wordOf,
} from "../../../functions/src/travel/calendar/stays.ts";
import { MAX_NIGHTS } from "../../../functions/src/travel/schema.ts";

const runs = { numRuns: 60, seed: 20261129 };

const aNight: Night = { left: 1, price: 100_00, minStay: 1, maxStay: MAX_NIGHTS };
const span = fc
  .tuple(fc.integer({ min: 1, max: MAX_NIGHTS }), fc.integer({ min: 1, max: MAX_NIGHTS }))
  .map((lengths) => ({ minStay: Math.min(...lengths), maxStay: Math.max(...lengths) }));
const night = fc
  .tuple(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(1, 2) }, fc.constant(0)),
    fc.oneof(fc.constant({ minStay: 1, maxStay: MAX_NIGHTS }), span),
  )
  .map(([left, lengths]): Night => ({ ...aNight, left, ...lengths }));

/** Two months, one after the other. */
const twoMonths = fc
  .constantFrom([28, 31], [29, 31], [30, 31], [31, 28], [31, 30], [31, 31])
  .chain(([first = 0, second = 0]) =>
    fc.tuple(
      fc.array(night, { minLength: first, maxLength: first, size: "max" }),
      fc.array(night, { minLength: second, maxLength: second, size: "max" }),
    ),
  );

/** From the definition: whether a stay from a day on has all its nights free and may be so long. */
function isFree(nights: readonly Night[], day: number, length: number, rooms: number): boolean {
  const first = nights[day - 1];
  if (!first || length < first.minStay || length > first.maxStay) return false;
  if (day - 1 + length > nights.length) return false;
  for (let index = day - 1; index < day - 1 + length; index++) {
    if ((nights[index]?.left ?? 0) < rooms) return false;
  }
  return true;
}

/** Each stay that begins in the first month. */
function* staysOf(days: number): Generator<[day: number, length: number]> {
  for (let day = 1; day <= days; day++) {
    for (let length = 1; length <= MAX_NIGHTS; length++) yield [day, length];
  }
}

const word = (day: number, length: number, days: number) =>
  wordOf(day, nightsWithin(day, length, days));

describe("travel: the stays of a month", () => {
  it("are found by their word, each that can be had, also where it ends in the next month", () => {
    let [within, over] = [0, 0];
    fc.assert(
      fc.property(twoMonths, ([first, second]) => {
        const words = new Set(staysIn(first));
        for (const [day, length] of staysOf(first.length)) {
          if (!isFree([...first, ...second], day, length, 1)) continue;
          assert.ok(words.has(word(day, length, first.length)), `${length} nights from ${day}`);
          if (day + length - 1 > first.length) over++;
          else within++;
        }
      }),
      runs,
    );
    assert.ok(within > 1_000 && over > 1_000, `${within} within and ${over} over the end`);
  });

  it("are not found where the first night, or one before the next length, is full", () => {
    fc.assert(
      fc.property(twoMonths, ([first]) => {
        for (const found of staysIn(first)) {
          const [day = 0, length = 0] = found.split("+").map(Number);
          for (let index = day - 1; index < day - 1 + length; index++) {
            assert.ok((first[index]?.left ?? 0) > 0, `${found}: night ${index + 1}`);
          }
          assert.ok(length <= (first[day - 1]?.maxStay ?? 0), found);
        }
      }),
      runs,
    );
  });

  it("have a word each for ten lengths, so that a month that is free lists no more than that a day", () => {
    const days = Array.from({ length: 31 }, () => aNight);
    const words = staysIn(days);
    assert.equal(new Set(words).size, words.length);
    assert.equal(words.filter((found) => found.startsWith("01+")).length, 10);
    assert.deepEqual(
      words.filter((found) => found.startsWith("31+")),
      ["31+1"],
    );
    assert.deepEqual(staysIn(days.map((day) => ({ ...day, left: 0 }))), []);
  });

  it("are not found by lengths that their first night asks more than, but where they may go on", () => {
    const lengthsOf = (day: number, minStay: number) => {
      const days = Array.from({ length: 31 }, (_, index) => ({
        ...aNight,
        minStay,
        left: index === 29 ? 0 : 1,
      }));
      const words = staysIn(days).map((found) => found.split("+").map(Number));
      return words.flatMap(([first, length]) => (first === day ? length : []));
    };
    assert.deepEqual(lengthsOf(1, 6), [5, 7, 10, 14, 21, 28]);
    assert.deepEqual(lengthsOf(1, 7), [7, 10, 14, 21, 28]);
    assert.deepEqual(lengthsOf(1, 28), [28]);
    assert.deepEqual(lengthsOf(31, 28), [1]);
  });

  it("are asked for by the longest of these that they are not shorter than", () => {
    const words = [1, 2, 5, 6, 7, 9, 10, 13, 14, 20, 21, 27, 28].map((nights) => wordOf(3, nights));
    const lengths = [1, 2, 5, 5, 7, 7, 10, 10, 14, 14, 21, 21, 28];
    assert.deepEqual(
      words,
      lengths.map((length) => `03+${length}`),
    );
    assert.deepEqual(
      [nightsWithin(31, 28, 31), nightsWithin(1, 28, 28), nightsWithin(20, 12, 31)],
      [1, 28, 12],
    );
  });

  it("can be had if all their nights have the rooms and the first allows the length, and else not", () => {
    fc.assert(
      fc.property(twoMonths, fc.constantFrom(1, 2), ([first, second], rooms) => {
        const all = [...first, ...second];
        for (const [day, length] of staysOf(first.length)) {
          const nights = Array.from({ length }, (_, index) => all[day - 1 + index]);
          assert.equal(canStay(nights, rooms), isFree(all, day, length, rooms));
        }
      }),
      { ...runs, numRuns: 20 },
    );
    assert.equal(canStay([], 1), false);
    assert.equal(canStay([undefined], 1), false);
    assert.equal(canStay([aNight, undefined], 1), false);
    assert.equal(canStay([aNight, aNight], 1), true);
  });
});
