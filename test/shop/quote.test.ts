import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { placeOrder } from "../../functions/src/shop/placeOrder.ts";
import { quote } from "../../functions/src/shop/quote.ts";
import { countries, taxClasses } from "../../functions/src/shop/rates.ts";
import { variants } from "../../functions/src/shop/schema.ts";
import { call, callWith, customer, refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";
import { shelve, shipTo, stockOf } from "./support/shelf.ts";

const ask = (lines: { sku: string; quantity: number; shownPrice?: number }[]) =>
  call(quote, undefined, { lines, country: "DE" });

describe("shop: a quote", () => {
  before(() => clearFirestore());

  it("is answered to anyone, with each line, its price, its tax and the totals", async () => {
    const [beanie, tea] = [
      await shelve(10, { name: "Beanie", price: 2500, productId: "beanie" }),
      await shelve(50, { name: "Tea", price: 1200, taxClass: "reduced", productId: "tea" }),
    ];
    const lines = [
      { sku: beanie, quantity: 1 },
      { sku: tea, quantity: 3 },
    ];
    const price = await ask(lines);
    assert.deepEqual(price, {
      currency: "EUR",
      totals: { lines: 6100, discount: 0, shipping: 0, tax: 475 + 252, total: 6827 },
      lines: [
        {
          sku: beanie,
          productId: "beanie",
          name: "Beanie",
          quantity: 1,
          price: 2500,
          amount: 2500,
          tax: 475,
          availability: "in_stock",
        },
        {
          sku: tea,
          productId: "tea",
          name: "Tea",
          quantity: 3,
          price: 1200,
          amount: 3600,
          tax: 252,
          availability: "in_stock",
        },
      ],
    });
    const guest = { uid: "guest", token: {} };
    for (const person of [guest, customer()]) {
      assert.deepEqual(await call(quote, person, { lines, country: "DE" }), price);
    }
  });

  it("comes to what the order then costs, for 20 carts at random", async () => {
    const line = fc.record({
      quantity: fc.integer({ min: 1, max: 20 }),
      price: fc.oneof(fc.nat({ max: 300 }), fc.nat({ max: 15_000 })),
      taxClass: fc.constantFrom(...taxClasses),
    });
    const cart = fc.array(line, { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(cart, fc.constantFrom(...countries), async (items, country) => {
        const lines = await Promise.all(
          items.map(async ({ quantity, ...fields }) => {
            return { sku: await shelve(100, fields), quantity };
          }),
        );
        const { totals, currency } = await call(quote, undefined, { lines, country });
        const placed = await call(placeOrder, customer(), {
          requestId: randomUUID(),
          lines,
          shipTo: { ...shipTo, country },
          shownTotal: totals.total,
        });
        assert.deepEqual([placed.totals, placed.currency], [totals, currency]);
      }),
      { numRuns: 20 },
    );
  });

  it("depends on the country", async () => {
    const lines = [{ sku: await shelve(10, { price: 1000 }), quantity: 1 }];
    const totalTo = async (country: (typeof countries)[number]) =>
      (await call(quote, undefined, { lines, country })).totals.total;
    // 10.00 and shipping of 4.90 at 19 %, of 9.90 at 25 %.
    assert.equal(await totalTo("DE"), 1773);
    assert.equal(await totalTo("DK"), 2488);
  });

  it("says of each line how much there is, as far as customers may know it", async () => {
    const lines = [
      { sku: await shelve(100), quantity: 1 },
      { sku: await shelve(3), quantity: 1 },
      { sku: await shelve(0), quantity: 1 },
    ];
    assert.deepEqual(
      (await ask(lines)).lines.map(({ availability }) => availability),
      ["in_stock", "low", "out_of_stock"],
    );
  });

  it("reserves nothing: more than there is may be asked for", async () => {
    const sku = await shelve(3);
    assert.equal((await ask([{ sku, quantity: 99 }])).totals.lines, 99_000);
    assert.deepEqual(await stockOf(sku), { onHand: 3, reserved: 0, lowAt: 5 });
  });

  for (const count of [1, 2, 50]) {
    it(`of ${count} lines reads ${count} documents and writes none`, async () => {
      const skus = await Promise.all(Array.from({ length: count }, () => shelve()));
      const lines = skus.map((sku) => ({ sku, quantity: 1 }));
      const bill = await firestore.costOf(() => ask(lines));
      assert.deepEqual(bill, { reads: count, writes: 0, deletes: 0 });
    });
  }

  it("follows the catalogue from one question to the next", async () => {
    const sku = await shelve(10, { price: 1000 });
    const lines = [{ sku, quantity: 1, shownPrice: 1000 }];
    assert.equal((await ask(lines)).totals.lines, 1000);
    await variants.doc(sku).update({ price: 1100 });
    const { line, price } = await refused(ask(lines), "failed-precondition", "price-changed");
    assert.deepEqual([line, price], [sku, 1100]);
    await variants.doc(sku).update({ active: false });
    const gone = await refused(ask(lines), "failed-precondition", "not-for-sale");
    assert.equal(gone.line, sku);
  });

  it("refuses a SKU that is not in the catalogue, naming it", async () => {
    const lines = [
      { sku: await shelve(), quantity: 1 },
      { sku: "no-such-sku", quantity: 1 },
    ];
    const { line } = await refused(ask(lines), "failed-precondition", "not-for-sale");
    assert.equal(line, "no-such-sku");
  });

  const lines = [{ sku: "a-sku", quantity: 1 }];
  const wrong: Record<string, [unknown, string]> = {
    "an empty cart": [{ lines: [], country: "DE" }, "lines"],
    "a SKU twice": [{ lines: [...lines, ...lines], country: "DE" }, "lines"],
    "51 lines": [
      {
        lines: Array.from({ length: 51 }, (_, n) => ({ sku: `s${n}`, quantity: 1 })),
        country: "DE",
      },
      "lines",
    ],
    "a quantity of 100": [
      { lines: [{ sku: "a", quantity: 100 }], country: "DE" },
      "lines.0.quantity",
    ],
    "a SKU that is a path": [
      { lines: [{ sku: "a/b/c", quantity: 1 }], country: "DE" },
      "lines.0.sku",
    ],
    "a country not served": [{ lines, country: "XX" }, "country"],
    "no country": [{ lines }, "country"],
    "a discount of one's own": [{ lines, country: "DE", discount: 100 }, "discount"],
  };
  for (const [what, [input, field]] of Object.entries(wrong)) {
    it(`refuses ${what}, and reads nothing`, async () => {
      const bill = await firestore.costOf(async () => {
        const attempt = callWith(quote, undefined, input);
        const { fields } = await refused(attempt, "invalid-argument", "invalid-input");
        assert.equal((fields as { field: string }[])[0]?.field, field);
      });
      assert.equal(bill.reads, 0);
    });
  }
});
