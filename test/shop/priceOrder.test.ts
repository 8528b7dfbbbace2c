import assert from "node:assert/strict";
import fc from "fast-check";
import type { RequestedLine } from "../../functions/src/shop/inputs.ts";
import { type PricedOrder, priceOrder } from "../../functions/src/shop/priceOrder.ts";
import { type Country, countries, rates, taxClasses } from "../../functions/src/shop/rates.ts";
import type { Variant } from "../../functions/src/shop/schema.ts";
import { refused } from "../support/call.ts";

interface Item {
  line: RequestedLine;
  variant: Variant;
}

const variantOf = (fields: Partial<Variant>): Variant =>
  ({
    productId: "a-product",
    name: "A thing",
    price: 1000,
    currency: "EUR",
    taxClass: "standard",
    active: true,
    availability: "in_stock",
    ...fields,
  }) as Variant;

const itemOf = (sku: string, quantity: number, fields: Partial<Variant>): Item => ({
  line: { sku, quantity },
  variant: variantOf({ name: `Thing ${sku}`, ...fields }),
});

const priceOf = (items: readonly Item[], country: Country, discount = 0): PricedOrder =>
  priceOrder(
    items.map(({ line }) => line),
    items.map(({ variant }) => variant),
    country,
    () => discount,
  );

const anItem = fc
  .record({
    quantity: fc.integer({ min: 1, max: 99 }),
    price: fc.oneof(fc.nat({ max: 200 }), fc.nat({ max: 15_000 })),
    taxClass: fc.constantFrom(...taxClasses),
  })
  .map(({ quantity, ...fields }) => ({ quantity, fields }));

const aCart = fc
  .array(anItem, { minLength: 1, maxLength: 50, size: "max" })
  .map((items) => items.map(({ quantity, fields }, n) => itemOf(`sku-${n}`, quantity, fields)));
const aCountry = fc.constantFrom(...countries);
const aDiscount = fc.oneof(fc.constant(0), fc.nat({ max: 10_000 }), fc.nat({ max: 500_000_000 }));

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((a, b) => a + b, 0n);

/** `amount` × `points` ÷ 10,000, half up, from the definition. */
const taxOf = (amount: bigint, points: number): bigint =>
  (2n * amount * BigInt(points) + 10_000n) / 20_000n;

/** Largest remainder, from the definition: the parts rounded down, then one more by one. */
function sharesOf(amount: bigint, weights: readonly bigint[]): bigint[] {
  const total = sum(weights) || 1n;
  const shares = weights.map((weight) => (amount * weight) / total);
  const remainder = (index: number) => (amount * weights[index]!) % total;
  for (let left = amount - sum(shares); left > 0n; left--) {
    let next = -1;
    for (const [index, weight] of weights.entries()) {
      const got = shares[index]! > (amount * weight) / total;
      if (!got && (next < 0 || remainder(index) > remainder(next))) next = index;
    }
    shares[next]! += 1n;
  }
  return shares;
}

/** What the order must come to, in whole numbers without limit. */
function expected(items: readonly Item[], country: Country, discount: number) {
  const { tax, shipping } = rates[country];
  const amounts = items.map(({ line, variant }) => BigInt(variant.price) * BigInt(line.quantity));
  const goods = sum(amounts);
  const granted = BigInt(discount) < goods ? BigInt(discount) : goods;
  const shares = sharesOf(granted, amounts);
  const taxes = items.map(({ variant }, index) =>
    taxOf(amounts[index]! - shares[index]!, tax[variant.taxClass]),
  );
  const fee = goods - granted < BigInt(shipping.freeFrom) ? BigInt(shipping.fee) : 0n;
  const allTaxes = sum(taxes) + taxOf(fee, tax.standard);
  const total = goods - granted + fee + allTaxes;
  const totals = { lines: goods, discount: granted, shipping: fee, tax: allTaxes, total };
  return { amounts, taxes, totals };
}

const numbers = (totals: Record<string, bigint>) =>
  Object.fromEntries(Object.entries(totals).map(([name, amount]) => [name, Number(amount)]));

describe("shop: the price of an order", () => {
  const forAll = (
    holds: (priced: PricedOrder, items: Item[], country: Country, discount: number) => void,
  ) =>
    fc.assert(
      fc.property(aCart, aCountry, aDiscount, (items, country, discount) =>
        holds(priceOf(items, country, discount), items, country, discount),
      ),
      { numRuns: 500 },
    );

  it("is to the cent what paper and pencil make of it, in any country, for any cart", () => {
    forAll((priced, items, country, discount) => {
      const { amounts, taxes, totals } = expected(items, country, discount);
      assert.deepEqual(priced.totals, numbers(totals));
      assert.deepEqual(
        priced.lines,
        items.map(({ line, variant }, index) => ({
          sku: line.sku,
          productId: variant.productId,
          name: variant.name,
          quantity: line.quantity,
          price: variant.price,
          amount: Number(amounts[index]),
          tax: Number(taxes[index]),
        })),
      );
    });
  });

  it("adds up: total = lines − discount + shipping + tax, in whole cents, none negative", () => {
    forAll(({ lines, totals }) => {
      assert.equal(totals.total, totals.lines - totals.discount + totals.shipping + totals.tax);
      const amounts = [
        ...Object.values(totals),
        ...lines.flatMap(({ amount, tax }) => [amount, tax]),
      ];
      assert.ok(amounts.every((amount) => Number.isSafeInteger(amount) && amount >= 0));
    });
  });

  it("never takes off more than the goods cost", () => {
    forAll(({ totals }, _items, _country, discount) => {
      assert.equal(totals.discount, Math.min(discount, totals.lines));
    });
    const { totals } = priceOf([itemOf("tea", 2, { price: 1000 })], "DE", 5_000);
    // Only the shipping of 4.90 is left, and 19 % on it.
    const nothing = { lines: 2000, discount: 2000, shipping: 490, tax: 93, total: 583 };
    assert.deepEqual(totals, nothing);
  });

  it("does not depend on the order of the lines, but for one cent a line of split discount", () => {
    const cartAndOrder = aCart.chain((items) =>
      fc.tuple(
        fc.constant(items),
        fc.shuffledSubarray(items, { minLength: items.length, maxLength: items.length }),
      ),
    );
    fc.assert(
      fc.property(cartAndOrder, aCountry, aDiscount, ([items, shuffled], country, discount) => {
        assert.deepEqual(priceOf(shuffled, country).totals, priceOf(items, country).totals);
        const [one, other] = [items, shuffled].map((cart) => priceOf(cart, country, discount));
        const apart = Math.abs(one!.totals.total - other!.totals.total);
        assert.ok(apart <= items.length, `${apart} cents apart`);
      }),
      { numRuns: 500 },
    );
  });

  for (const country of countries) {
    const { fee, freeFrom } = rates[country].shipping;
    it(`has free shipping to ${country} from ${freeFrom} after discount, and not a cent below`, () => {
      const shipping = (price: number, discount = 0) =>
        priceOf([itemOf("tea", 1, { price })], country, discount).totals.shipping;
      assert.equal(shipping(freeFrom), 0);
      assert.equal(shipping(freeFrom - 1), fee);
      assert.equal(shipping(freeFrom + 500, 500), 0);
      assert.equal(shipping(freeFrom + 499, 500), fee);
    });
  }

  it("taxes each line by its class on what is left of it after discount", () => {
    const items = [
      itemOf("lamp", 1, { price: 6000, taxClass: "standard" }),
      itemOf("tea", 2, { price: 1500, taxClass: "reduced" }),
    ];
    const { lines, totals } = priceOf(items, "DE", 900);
    // 6.00 and 3.00 off: 19 % of 54.00 and 7 % of 27.00.
    assert.deepEqual(
      lines.map(({ amount, tax }) => [amount, tax]),
      [
        [6000, 1026],
        [3000, 189],
      ],
    );
    assert.deepEqual(totals, { lines: 9000, discount: 900, shipping: 0, tax: 1215, total: 9315 });
  });

  describe("is refused, naming the line", () => {
    const [lamp, tea] = [itemOf("lamp", 1, {}), itemOf("tea", 1, { price: 1234 })];
    const lines = [lamp.line, tea.line];
    const attempt = async (variant: Variant | undefined, shownPrice?: number) =>
      priceOrder([lamp.line, { ...tea.line, shownPrice }], [lamp.variant, variant], "DE");

    it("where a SKU is unknown or not active", async () => {
      for (const variant of [undefined, variantOf({ active: false })]) {
        const about = await refused(attempt(variant), "failed-precondition", "not-for-sale");
        assert.equal(about.line, "tea");
        await assert.rejects(attempt(variant), { message: "tea is not for sale." });
      }
      const short = async () => priceOrder(lines, [lamp.variant], "DE");
      assert.equal((await refused(short(), "failed-precondition", "not-for-sale")).line, "tea");
    });

    it("where another price was shown, with the price now; the same one is taken", async () => {
      for (const shown of [1233, 1235, 0]) {
        const wrong = attempt(tea.variant, shown);
        const { line, price } = await refused(wrong, "failed-precondition", "price-changed");
        assert.deepEqual([line, price], ["tea", 1234]);
        await assert.rejects(attempt(tea.variant, shown), /Thing tea costs €12\.34 now/);
      }
      const { totals } = await attempt(tea.variant, 1234);
      assert.deepEqual([totals.lines, totals.discount], [2234, 0]);
    });

    it("as not for sale rather than dearer, where both are so", async () => {
      const retired = { ...tea.variant, active: false };
      await refused(attempt(retired, 1), "failed-precondition", "not-for-sale");
    });

    it("which is the first of several at fault", async () => {
      const none = async () => priceOrder(lines, [undefined, undefined], "DE");
      assert.equal((await refused(none(), "failed-precondition", "not-for-sale")).line, "lamp");
    });
  });

  it("refuses an order above a million, and takes one of a million to the cent", async () => {
    // Shipping is free; without tax of its own nothing but goods and tax are left to add up.
    const dear = [itemOf("dear", 99, { price: 1_010_102 })];
    const attempt = async () => priceOf(dear, "DE");
    await refused(attempt(), "failed-precondition", "amount-too-large");
    await assert.rejects(attempt(), { message: "An order is worth €1,000,000.00 at most." });
    const most = 100_000_000;
    // And 6,542,056 of tax.
    const goods = 93_457_944;
    const { totals } = priceOf([itemOf("most", 1, { price: goods, taxClass: "reduced" })], "DE");
    assert.equal(totals.total, most);
    const over = async () =>
      priceOf([itemOf("over", 1, { price: goods + 1, taxClass: "reduced" })], "DE");
    await refused(over(), "failed-precondition", "amount-too-large");
  });
});
