import assert from "node:assert/strict";
import fc from "fast-check";
import { allocate, formatMoney, moneyParser, percentOf } from "../../functions/src/core/money.ts";

const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);

describe("core: money", () => {
  describe("split in proportion", () => {
    const weights = fc.array(fc.oneof(fc.nat({ max: 10 }), fc.nat({ max: 1_000_000_000_000 })), {
      minLength: 1,
      maxLength: 50,
    });
    const amount = fc.oneof(fc.nat({ max: 100 }), fc.maxSafeNat());
    const forAll = (holds: (amount: number, weights: number[], shares: number[]) => void) =>
      fc.assert(
        fc.property(amount, weights, (whole, parts) => holds(whole, parts, allocate(whole, parts))),
        { numRuns: 1_000 },
      );

    it("comes to exactly the amount, in whole units, none of them negative", () => {
      forAll((amount, weights, shares) => {
        assert.equal(shares.length, weights.length);
        assert.ok(shares.every((share) => Number.isSafeInteger(share) && share >= 0));
        assert.equal(
          shares.reduce((total, share) => total + BigInt(share), 0n),
          BigInt(amount),
        );
      });
    });

    it("gives each within one unit of its exact share", () => {
      forAll((amount, weights, shares) => {
        const total = BigInt(sum(weights));
        if (total === 0n) return;
        for (const [index, weight] of weights.entries()) {
          const off = BigInt(shares[index]!) * total - BigInt(amount) * BigInt(weight);
          assert.ok(-total < off && off < total);
        }
      });
    });

    it("gives nothing to no weight, and never less to more weight", () => {
      forAll((_, weights, shares) => {
        if (sum(weights) === 0) return;
        for (const [index, weight] of weights.entries()) {
          if (weight === 0) assert.equal(shares[index], 0);
          const next = weights[index + 1];
          if (next === undefined) continue;
          const [here, there] = [shares[index]!, shares[index + 1]!];
          assert.ok(weight >= next ? here >= there : here <= there);
        }
      });
    });

    it("gives no part more than its weight, where the amount is no more than all", () => {
      forAll((amount, weights) => {
        const whole = Math.min(amount, sum(weights));
        const shares = allocate(whole, weights);
        assert.ok(shares.every((share, index) => share <= weights[index]!));
      });
    });

    it("gives what is left over to the largest remainders, and of equal ones to the earlier", () => {
      forAll((amount, weights, shares) => {
        const total = BigInt(sum(weights));
        if (total === 0n) return;
        const parts = weights.map((weight, index) => {
          const exact = BigInt(amount) * BigInt(weight);
          return { index, remainder: exact % total, up: BigInt(shares[index]!) > exact / total };
        });
        const ranked = parts.sort((a, b) => Number(b.remainder - a.remainder) || a.index - b.index);
        const roundedUp = ranked.filter(({ up }) => up).length;
        assert.ok(ranked.slice(0, roundedUp).every(({ up }) => up));
      });
      assert.deepEqual(allocate(100, [1, 1, 1]), [34, 33, 33]);
      assert.deepEqual(allocate(1, [1, 1]), [1, 0]);
      assert.deepEqual(allocate(10, [1, 2, 4]), [1, 3, 6]);
      assert.deepEqual(allocate(5, [3, 3, 3, 1]), [2, 2, 1, 0]);
    });

    it("gives all of it to the first, where nothing weighs anything", () => {
      assert.deepEqual(allocate(7, [0, 0, 0]), [7, 0, 0]);
      assert.deepEqual(allocate(0, [0]), [0]);
      assert.deepEqual(allocate(0, []), []);
    });
  });

  describe("a percentage", () => {
    it("is rounded half up", () => {
      assert.equal(percentOf(49, 100), 0);
      assert.equal(percentOf(50, 100), 1);
      assert.equal(percentOf(149, 100), 1);
      assert.equal(percentOf(150, 100), 2);
      assert.equal(percentOf(250, 100), 3);
      assert.equal(percentOf(10_000, 1_900), 1_900);
      assert.equal(percentOf(1, 5_000), 1);
      assert.equal(percentOf(1, 4_999), 0);
      assert.equal(percentOf(0, 2_500), 0);
      assert.equal(percentOf(1_234, 0), 0);
    });

    it("is exact for what 50 lines of the dearest goods could cost", () => {
      const amount = fc.nat({ max: 50 * 99 * 1_000_000_00 });
      fc.assert(
        fc.property(amount, fc.nat({ max: 10_000 }), (amount, points) => {
          const exact = (BigInt(amount) * BigInt(points) * 2n + 10_000n) / 20_000n;
          assert.equal(percentOf(amount, points), Number(exact));
        }),
        { numRuns: 1_000 },
      );
    });
  });

  it("is written with the digits of its currency", () => {
    assert.equal(formatMoney(123_456, "EUR"), "€1,234.56");
    assert.equal(formatMoney(5, "EUR"), "€0.05");
    assert.equal(formatMoney(0, "EUR"), "€0.00");
    assert.equal(formatMoney(-100, "EUR"), "-€1.00");
    assert.equal(formatMoney(123_456, "JPY"), "¥123,456");
    assert.equal(formatMoney(123_456, "KWD"), "KWD\u00a0123.456");
    assert.equal(formatMoney(1_000_000_00, "EUR"), "€1,000,000.00");
  });

  it("is read exactly, with the digits of its currency, and nothing else is", () => {
    const [euros, yen, dinars] = ["EUR", "JPY", "KWD"].map(moneyParser);
    assert.deepEqual(["12.90", "12,9", "12", "0", "0.05"].map(euros!), [1290, 1290, 1200, 0, 5]);
    assert.deepEqual([yen!("12"), yen!("12.0"), dinars!("1.234")], [12, undefined, 1234]);
    assert.deepEqual(["1234567890", "12345678901"].map(euros!), [123_456_789_000, undefined]);
    for (const words of ["", "-1", "+1", "€1", "1 ", "1.", ".5", "1.234", "1,234.50", "1e3", "١"]) {
      assert.equal(euros!(words), undefined, words);
    }
  });

  it("in no currency is an error", () => {
    assert.throws(() => formatMoney(1, "EURO"), RangeError);
    assert.throws(() => moneyParser("EURO"), RangeError);
  });
});
