import assert from "node:assert/strict";
import fc from "fast-check";
import {
  byPosition,
  POSITION,
  positionAfter,
  positionBetween,
  positionNow,
  positionsAfter,
  positionsBetween,
} from "../../functions/src/todos/positions.ts";
import { pick, seeded } from "../support/seededRandom.ts";

const NOW = Date.UTC(2026, 10, 22);
const YEAR = 365 * 24 * 3_600_000;

/** The seed is fixed, so that what fails once fails again. */
const runs = { numRuns: 2_000, seed: 20261122 };

const positions = fc.stringMatching(POSITION);
const tails = fc.oneof(
  fc.constantFrom("1", "01", "z", "0001", "zzzz"),
  fc.nat({ max: 38 }).map((zeros) => `${"0".repeat(zeros)}1`),
);

/** Two places of which one may go on where the other ends. */
const neighbours = fc.oneof(
  fc.tuple(positions, positions),
  fc.tuple(positions, tails).map(([one, tail]) => [one, (one + tail).slice(0, 40)] as const),
  fc.tuple(positions, tails, tails).map(([one, ...ends]) => {
    const [first, second] = ends.map((tail) => (one.slice(0, 30) + tail).slice(0, 40));
    return [first!, second!] as const;
  }),
);

function isPlaceBetween(before: string | null, place: string | undefined, after: string | null) {
  assert.ok(place !== undefined, `there is no room between ${before} and ${after}`);
  assert.match(place, POSITION);
  assert.ok(before === null || before < place, `${before} comes before ${place}`);
  assert.ok(after === null || place < after, `${place} comes before ${after}`);
}

const areInOrder = (places: readonly string[]) =>
  places.forEach((place, index) => {
    isPlaceBetween(places[index - 1] ?? null, place, places[index + 1] ?? null);
  });

const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const MOMENT = 62n ** 3n;

/** A place as a number of so many digits, and the other way round. */
const numberOf = (place: string | undefined, length = 11): bigint =>
  [...(place ?? assert.fail()).padEnd(length, "0")].reduce(
    (value, digit) => value * 62n + BigInt(DIGITS.indexOf(digit)),
    0n,
  );
const placeAt = (value: bigint, length = 11): string =>
  Array.from(
    { length },
    (_, index) => DIGITS[Number((value / 62n ** BigInt(length - 1 - index)) % 62n)],
  ).join("");

/** The least and the most that chance can come to. */
const least = () => 0;
const most = () => 1 - 2 ** -53;

describe("todos: positions by the digit", () => {
  it("end with a digit that says something, and have 40 at most", () => {
    assert.ok(POSITION.test("1") && POSITION.test(`${"0".repeat(39)}1`));
    assert.ok(!POSITION.test("10") && !POSITION.test(`${"0".repeat(40)}1`));
  });

  it("of a moment are all within it, but for its beginning", () => {
    const moment = BigInt(NOW) * MOMENT;
    assert.equal(numberOf(positionNow(NOW, least)), moment + 1n);
    assert.equal(numberOf(positionNow(NOW, most)), moment + MOMENT - 1n);
  });

  it("at the end are of this moment, or within so much of the last one, where that is ahead", () => {
    const fresh = positionNow(NOW, least);
    assert.equal(positionAfter(positionNow(NOW - YEAR, least), NOW, least), fresh);
    assert.equal(numberOf(positionAfter(fresh, NOW, least)), numberOf(fresh) + 1n);
    const ahead = positionNow(NOW + YEAR, least);
    assert.equal(numberOf(positionAfter(ahead, NOW, least)), numberOf(ahead) + 1n);
    assert.equal(numberOf(positionAfter(ahead, NOW, most)), numberOf(ahead) + MOMENT);
  });

  it("at the very end are none any more", () => {
    const end = "z".repeat(11);
    assert.equal(positionAfter(`${"z".repeat(10)}y`, NOW, least), end);
    assert.equal(positionAfter(end, NOW, least), undefined);
  });

  it("between two are in the middle half of their room, of one digit more where that is narrow", () => {
    const low = 62n ** 10n;
    const between = (room: bigint, random: () => number) =>
      positionBetween(placeAt(low), placeAt(low + 1n + room), random);
    assert.equal(numberOf(between(MOMENT, least)), low + 1n + MOMENT / 4n);
    assert.equal(numberOf(between(MOMENT, most)), low + MOMENT / 4n + MOMENT / 2n);
    const narrow = MOMENT * 62n - 1n;
    const longer = numberOf(between(MOMENT - 1n, least), 12);
    assert.equal(longer, low * 62n + 1n + narrow / 4n);
  });

  it("between two that are as long as they may be are one of four, or none", () => {
    const low = 62n ** 39n;
    const between = (room: bigint, random: () => number) =>
      positionBetween(placeAt(low, 40), placeAt(low + 1n + room, 40), random);
    assert.equal(numberOf(between(4n, least), 40), low + 2n);
    assert.equal(numberOf(between(4n, most), 40), low + 3n);
    assert.equal(between(3n, least), undefined);
  });

  it("for several between two are in their order, the one in the middle first of all", () => {
    const gap = ["V", "W"] as const;
    assert.deepEqual(positionsBetween(...gap, 0, least), []);
    for (const count of [1, 2, 5, 50]) {
      const places = positionsBetween(...gap, count, seeded(3)) ?? [];
      assert.equal(places.length, count);
      areInOrder([gap[0], ...places, gap[1]]);
      assert.equal(places[Math.floor(count / 2)], positionBetween(...gap, seeded(3)));
    }
    const atTop = positionsBetween(null, "V", 3, least) ?? [];
    areInOrder([...atTop, "V"]);
    assert.equal(atTop.length, 3);
  });

  it("for several are none, rather than fewer, where there is no room for all", () => {
    const low = 62n ** 39n;
    const between = (room: bigint, count: number, random: () => number) =>
      positionsBetween(placeAt(low, 40), placeAt(low + 1n + room, 40), count, random);
    assert.equal(between(3n, 1, least), undefined);
    assert.equal(between(4n, 1, least)?.length, 1);
    assert.equal(between(4n, 2, least), undefined, "none before it");
    assert.equal(between(12n, 2, most)?.length, 2);
    assert.equal(between(12n, 3, most), undefined, "none after it");
  });

  it("have an order, in which those of one place stay as they are", () => {
    const [one, other] = [{ position: "V" }, { position: "W" }];
    const orders = [byPosition(one, other), byPosition(other, one), byPosition(one, { ...one })];
    assert.deepEqual(orders, [-1, 1, 0]);
  });
});

describe("todos: positions", () => {
  for (const size of [1, 2, 3, 10, 100, 500]) {
    it(`stay in order and below 20 characters over 1,000 random moves in a list of ${size}`, () => {
      const random = seeded(size);
      const list = positionsAfter(null, size, NOW, random);
      areInOrder(list);
      for (let move = 1; move <= 1_000; move++) {
        list.splice(pick(random, size), 1);
        const target = pick(random, size);
        const [above = null, below = null] = [list[target - 1], list[target]];
        const place =
          below === null
            ? positionAfter(above, NOW + move * 1_000, random)
            : positionBetween(above, below, random);
        isPlaceBetween(above, place, below);
        assert.ok(place!.length < 20, `${place} after ${move} moves`);
        list.splice(target, 0, place!);
      }
      areInOrder(list);
    });
  }

  describe("always at the same place", () => {
    const [first, second] = positionsAfter(null, 2, NOW, seeded(1)) as [string, string];
    type Gap = [before: string | null, after: string];
    const ways: Record<string, [start: Gap, next: (gap: Gap, place: string) => Gap]> = {
      "at the top": [[null, first], (_, place) => [null, place]],
      "right behind one": [[first, second], ([before], place) => [before, place]],
      "right before one": [[first, second], ([, after], place) => [place, after]],
      "now before, now behind": [
        [first, second],
        ([before, after], place) => (place.length % 2 ? [before, place] : [place, after]),
      ],
    };
    for (const [where, [start, next]] of Object.entries(ways)) {
      it(`${where}: there is room for 100 and more, and at last there is none, never a wrong place`, () => {
        const random = seeded(7);
        let gap = start;
        let moves = 0;
        for (;;) {
          const place = positionBetween(...gap, random);
          if (place === undefined) break;
          isPlaceBetween(gap[0], place, gap[1]);
          gap = next(gap, place);
          moves++;
          assert.ok(moves < 2_000, "there is always room");
        }
        assert.ok(moves > 100, `${moves} moves`);
      });
    }
  });

  it("lie between any two that the rules take, or there is no room", () => {
    const between = fc.property(neighbours, fc.nat(), (pair, seed) => {
      const [before, after] = pair[0] < pair[1] ? pair : [pair[1], pair[0]];
      const place = positionBetween(before, after, seeded(seed));
      if (before === after) assert.equal(place, undefined);
      else if (place !== undefined) isPlaceBetween(before, place, after);
    });
    fc.assert(between, { ...runs, examples: [[["a", "a1"], 1]] });
  });

  it("lie between any two of up to 30 characters", () => {
    const short = positions.filter((place) => place.length <= 30);
    const near = fc
      .tuple(short, tails)
      .map(([one, tail]) => [one, one + tail] as const)
      .filter(([, other]) => other.length <= 30);
    const between = fc.property(fc.oneof(fc.tuple(short, short), near), fc.nat(), (pair, seed) => {
      const [before, after] = [...pair].sort() as [string, string];
      fc.pre(before !== after);
      isPlaceBetween(before, positionBetween(before, after, seeded(seed)), after);
      isPlaceBetween(null, positionBetween(null, before, seeded(seed)), before);
    });
    fc.assert(between, { ...runs, examples: [[["a", "a1"], 1]] });
  });

  it("are as short as any between two that are long and far apart", () => {
    const [low, high] = [`a${"z".repeat(39)}`, `c${"z".repeat(39)}`];
    const place = positionBetween(low, high, seeded(1));
    isPlaceBetween(low, place, high);
    assert.ok(place!.length <= 11, place);
  });

  it("are none between one and itself, nor between two the wrong way round", () => {
    assert.ok(positionBetween("a", "b"));
    assert.equal(positionBetween("a", "a"), undefined);
    assert.equal(positionBetween("b", "a"), undefined);
    assert.equal(positionBetween("a1", "a"), undefined);
    assert.equal(positionBetween("a", `a${"0".repeat(38)}1`), undefined);
  });

  it("come one after the other by the clock, whoever makes them", () => {
    const moments = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) });
    const inTurn = fc.property(moments, fc.nat({ max: YEAR }), fc.nat(), (now, later, seed) => {
      const random = seeded(seed);
      isPlaceBetween(
        positionNow(now - 1, random),
        positionNow(now, random),
        positionNow(now + 1 + later, random),
      );
    });
    fc.assert(inTurn, runs);
  });

  it("come after a last one that somebody made whose clock is a year ahead", () => {
    const random = seeded(3);
    let last = positionNow(NOW + YEAR, random);
    for (let n = 0; n < 100; n++) {
      const next = positionAfter(last, NOW, random);
      isPlaceBetween(last, next, null);
      assert.ok(next!.length <= 11);
      last = next!;
    }
    const now = positionAfter(positionNow(NOW - 1, random), NOW, random);
    isPlaceBetween(positionNow(NOW - 1, random), now, positionNow(NOW + 1, random));
  });

  it("come after any that the rules take, but for the very end", () => {
    const after = fc.property(positions, fc.nat(), (last, seed) => {
      const place = positionAfter(last, NOW, seeded(seed));
      if (last.startsWith("zzzzzzzz")) return;
      isPlaceBetween(last, place, null);
    });
    fc.assert(after, runs);
    for (const end of ["z".repeat(11), "z".repeat(40), `${"z".repeat(11)}1`]) {
      assert.equal(positionAfter(end, NOW), undefined);
      assert.deepEqual(positionsAfter(end, 3, NOW), []);
    }
  });

  it("for 500 at once are in their order, after the last one", () => {
    const ahead = positionNow(NOW + YEAR, seeded(1));
    for (const last of [null, positionNow(NOW, seeded(1)), ahead, "a", `a${"0".repeat(38)}1`]) {
      const places = positionsAfter(last, 500, NOW, seeded(5));
      assert.equal(places.length, 500);
      areInOrder(last === null ? places : [last, ...places]);
    }
  });

  it("for several at the very end are as many as there is room for", () => {
    const last = `${"z".repeat(7)}y`;
    const places = positionsAfter(last, 500, NOW, seeded(5));
    assert.ok(places.length > 0 && places.length < 500, `${places.length}`);
    areInOrder([last, ...places]);
  });

  it("have the same order in the database, by bytes, as in JavaScript", () => {
    const random = seeded(11);
    const made = positionsAfter(null, 200, NOW, random);
    const order = fc.property(fc.array(fc.oneof(positions, fc.constantFrom(...made))), (places) => {
      assert.deepEqual(
        [...places].sort((one, other) => (one < other ? -1 : Number(one > other))),
        [...places].sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other))),
      );
    });
    fc.assert(order, { ...runs, numRuns: 300 });
  });

  describe("of two people at once", () => {
    const random = seeded(13);
    const areTwo = (places: () => (string | undefined)[]) => {
      let ties = 0;
      for (let n = 0; n < 10_000; n++) {
        const [one, other] = places();
        assert.ok(one !== undefined && other !== undefined);
        if (one === other) ties++;
      }
      assert.ok(ties <= 2, `${ties} are one place`);
    };

    it("who append are two, but for one or two in 10,000", () => {
      areTwo(() => [positionNow(NOW, random), positionNow(NOW, random)]);
    });

    it("who append after a clock that is ahead are two, but for one or two in 10,000", () => {
      const last = positionNow(NOW + YEAR, random);
      areTwo(() => [positionAfter(last, NOW, random), positionAfter(last, NOW, random)]);
    });

    it("who insert into one gap are two, but for one or two in 10,000, however narrow it is", () => {
      let gap: [string, string] = ["V", "W"];
      areTwo(() => {
        const [one, other] = [positionBetween(...gap, random), positionBetween(...gap, random)];
        assert.ok(one !== undefined);
        gap = random() < 0.5 ? [gap[0], one] : [one, gap[1]];
        // From there on a list is about to be spread anew.
        if (one.length === 40) gap = ["V", "W"];
        return [one, other];
      });
    });
  });
});
