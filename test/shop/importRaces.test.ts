import assert from "node:assert/strict";
import { staff } from "../../functions/src/core/roles.ts";
import { retireProduct } from "../../functions/src/shop/retireProduct.ts";
import { products, stock, variants } from "../../functions/src/shop/schema.ts";
import { call, customer } from "../support/call.ts";
import { beforeCommit } from "../support/commits.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";
import {
  assertSound,
  catalogueNow,
  countsOf,
  importRows,
  productOf,
  row,
  rowsOf,
  variantOf,
} from "./support/catalogueFile.ts";
import { stockOf } from "./support/shelf.ts";

describe("shop: an import that is disturbed", () => {
  beforeEach(() => clearFirestore());
  afterEach(() => assertSound());

  const many = (count: number) =>
    Array.from({ length: count }, () => rowsOf(3, { stock: 5, lowAt: 2 })).flat();

  it("in the middle is finished by running it again", async () => {
    const rows = many(60);
    await importRows(rows);
    const whole = await catalogueNow();
    await clearFirestore();

    // PERMISSION_DENIED: nothing tries that again.
    const met = firestore.inject({ method: "Commit", kind: "refused", code: 7 });
    await assert.rejects(importRows(rows), /injected fault/);
    assert.ok(met());
    const some = (await products.get()).size;
    assert.ok(some > 0 && some < 50, `${some} products were written`);
    await assertSound();

    const { created, unchanged } = await importRows(rows);
    assert.deepEqual([created, unchanged], [(60 - some) * 3, some * 3]);
    assert.deepEqual(await catalogueNow(), whole);
  });

  for (const [name, code] of Object.entries({ DEADLINE_EXCEEDED: 4, INTERNAL: 13 })) {
    it(`by the loss of a commit's answer (${name}) does everything once`, async () => {
      const [first] = rowsOf(1, { stock: 5 });
      const met = firestore.inject({ method: "Commit", kind: "lost-answer", code });
      await importRows([first!]);
      assert.ok(met());
      assert.equal((await stockOf(first!.sku)).onHand, 5);
    });
  }

  it("by itself, twice at once, ends as once", async () => {
    const rows = many(40);
    await importRows(rows);
    const whole = await catalogueNow();
    await clearFirestore();
    const outcomes = await Promise.all([importRows(rows), importRows(rows), importRows(rows)]);
    assert.deepEqual(await catalogueNow(), whole);
    assert.equal(
      outcomes.reduce((sum, { created }) => sum + created, 0),
      rows.length,
    );
  });

  it("by another that has the same SKU for another product: one of them gets it", async () => {
    const [mine, theirs] = [row({ sku: "wanted" }), row({ sku: "wanted" })];
    const outcomes = await Promise.all([importRows([mine]), importRows([theirs])]);
    assert.deepEqual(outcomes.map(({ created }) => created).toSorted(), [0, 1]);
    assert.deepEqual(outcomes.map(({ faults }) => faults.length).toSorted(), [0, 1]);
  });

  it("by somebody who retires the product puts nothing of it on sale", async () => {
    const manager = customer();
    await staff.doc(manager.uid).set({ role: "inventory_manager", disabled: false });
    const [first, second] = rowsOf(2);
    await importRows([first!]);
    const commits = await beforeCommit(
      () => call(retireProduct, manager, { productId: first!.product }),
      () => importRows([first!, second!]),
    );
    assert.ok(commits > 1);
    assert.equal((await productOf(first!.product)).active, false);
    assert.equal((await variantOf(second!.sku)).active, false);
  });

  it("by an order, after which it is low, keeps the label with the stock", async () => {
    const one = row({ stock: 10, lowAt: 5 });
    await importRows([one]);
    await beforeCommit(
      async () => {
        await stock.doc(one.sku).update({ reserved: 7 });
        await variants.doc(one.sku).update({ availability: "low" });
      },
      () => importRows([{ ...one, lowAt: 2 }]),
    );
    assert.equal((await variantOf(one.sku)).availability, "in_stock");
    assert.deepEqual(await stockOf(one.sku), { onHand: 10, reserved: 7, lowAt: 2 });
  });

  describe("while it raises the lowest price or takes the product off sale", () => {
    // What the rules let staff do in that moment, without touching the product.
    it("by a variant that is put on sale for less, has that in the lowest price", async () => {
      const [first, second] = rowsOf(2);
      await importRows([first!, { ...second, price: "12.00", active: false }]);
      const outcome = importRowsWhile({ ...first, price: "50.00" }, () =>
        variants.doc(second!.sku).update({ active: true }),
      );
      assert.deepEqual(countsOf(await outcome), [0, 1, 0]);
      assert.equal((await productOf(first!.product)).priceFrom, 1200);
    });

    it("by a variant that is put on sale, has the product on sale", async () => {
      const [first, second] = rowsOf(2);
      await importRows([first!, { ...second, active: false }]);
      await importRowsWhile({ ...first, active: false }, () =>
        variants.doc(second!.sku).update({ active: true }),
      );
      assert.equal((await productOf(first!.product)).active, true);
    });

    async function importRowsWhile(
      one: Record<string, unknown>,
      meanwhile: () => Promise<unknown>,
    ) {
      let outcome: Awaited<ReturnType<typeof importRows>> | undefined;
      await beforeCommit(meanwhile, async () => {
        outcome = await importRows([one]);
      });
      return outcome!;
    }
  });
});
