import assert from "node:assert/strict";
import fc from "fast-check";
import { MAX_AMOUNT } from "../../../functions/src/core/schema.ts";
import { priceStay, StayTotals } from "../../../functions/src/travel/booking/price.ts";
import { refused } from "../../support/call.ts";

/** Nights at these prices. The days don't matter. */
const nightsAt = (...prices: number[]) =>
  prices.map((price, index) => ({ date: `2027-01-${index + 10}`, price }));

const plain = { rooms: 1, cleaningFee: 0, taxBasisPoints: 0 };

/** From the definition, in whole numbers without limit. */
function expected(prices: readonly number[], { rooms, cleaningFee, taxBasisPoints }: typeof plain) {
  const nights = prices.reduce((sum, price) => sum + BigInt(price), 0n) * BigInt(rooms);
  const cleaning = BigInt(cleaningFee) * BigInt(rooms);
  const tax = (2n * (nights + cleaning) * BigInt(taxBasisPoints) + 10_000n) / 20_000n;
  return { nights, cleaning, tax, total: nights + cleaning + tax };
}

describe("travel: the price of a stay", () => {
  it("is the sum of its nights and the cleaning, for each room, and the tax on both", () => {
    const terms = { rooms: 2, cleaningFee: 20_00, taxBasisPoints: 600 };
    assert.deepEqual(priceStay(nightsAt(100_00, 120_50), terms), {
      nights: 441_00,
      cleaning: 40_00,
      tax: 28_86,
      total: 509_86,
    });
    assert.deepEqual(priceStay(nightsAt(100_00), plain), {
      nights: 100_00,
      cleaning: 0,
      tax: 0,
      total: 100_00,
    });
  });

  it("has its tax rounded once, half up", () => {
    const taxOf = (price: number, taxBasisPoints: number, nights = 1) =>
      priceStay(nightsAt(...Array(nights).fill(price)), { ...plain, taxBasisPoints }).tax;
    assert.deepEqual([taxOf(149, 100), taxOf(150, 100), taxOf(151, 100)], [1, 2, 2]);
    assert.deepEqual([taxOf(100, 50), taxOf(100, 49), taxOf(100, 149)], [1, 0, 1]);
    // Night by night it would be 0.
    assert.equal(taxOf(102, 49, 2), 1);
  });

  it("is right to the cent, whatever the prices, or refused where it is too much", async () => {
    const terms = fc.record({
      rooms: fc.integer({ min: 1, max: 9 }),
      cleaningFee: fc.oneof(fc.nat(100_00), fc.nat(MAX_AMOUNT)),
      taxBasisPoints: fc.nat(5000),
    });
    const price = fc.oneof(fc.nat(999), fc.nat(500_00), fc.nat(MAX_AMOUNT));
    const prices = fc.array(price, { minLength: 1, maxLength: 28 });
    let priced = 0;
    await fc.assert(
      fc.asyncProperty(prices, terms, async (each, agreed) => {
        const wanted = expected(each, agreed);
        const pricing = async () => priceStay(nightsAt(...each), agreed);
        if (wanted.total > BigInt(MAX_AMOUNT)) {
          return void (await refused(pricing(), "failed-precondition", "amount-too-large"));
        }
        priced++;
        const totals = StayTotals.parse(await pricing());
        const exact = Object.entries(totals).map(([name, amount]) => [name, BigInt(amount)]);
        assert.deepEqual(Object.fromEntries(exact), wanted);
      }),
      { numRuns: 600, seed: 20261129 },
    );
    assert.ok(priced > 100 && priced < 500, `${priced} were priced`);
  });

  it("is a million at most, and not a cent more", async () => {
    assert.equal(priceStay(nightsAt(MAX_AMOUNT), plain).total, MAX_AMOUNT);
    const above = async () => priceStay(nightsAt(MAX_AMOUNT, 1), plain);
    await refused(above(), "failed-precondition", "amount-too-large");
    await assert.rejects(above(), { message: "A stay is worth €1,000,000.00 at most." });
  });
});
