import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { staff } from "../../functions/src/core/roles.ts";
import { importCatalogue } from "../../functions/src/shop/importCatalogue.ts";
import { ORDER_LIMIT, placeOrder } from "../../functions/src/shop/placeOrder.ts";
import { quote } from "../../functions/src/shop/quote.ts";
import { call, customer, refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";
import { type Row, rowsOf } from "./support/catalogueFile.ts";
import { issue } from "./support/coupons.ts";
import { shelve, shipTo } from "./support/shelf.ts";

/** The table of docs/architecture.md, "What it costs", is made of these. */
describe("shop: what is billed", () => {
  before(() => clearFirestore());

  const cartOf = async (lines: number) =>
    Promise.all(
      Array.from({ length: lines }, async () => ({ sku: await shelve(100), quantity: 1 })),
    );

  for (const n of [1, 3, 10]) {
    it(`placeOrder of ${n} lines reads ${2 * n + 3} documents and writes ${n + 3}; again, 2 and 0`, async () => {
      const person = customer();
      const input = { requestId: randomUUID(), lines: await cartOf(n), shipTo };
      const first = await firestore.costOf(() => call(placeOrder, person, input));
      assert.deepEqual(first, { reads: 2 * n + 3, writes: n + 3, deletes: 0 });
      const replay = await firestore.costOf(() => call(placeOrder, person, input));
      assert.deepEqual(replay, { reads: 2, writes: 0, deletes: 0 });
    });
  }

  for (const [maxUses, maxUsesPerUser, writes] of [
    [null, null, 0],
    [10, null, 1],
    [null, 10, 1],
    [10, 10, 2],
  ] as const) {
    const limits = `${maxUses ?? "any number"} in all and ${maxUsesPerUser ?? "any number"} a person`;
    it(`a coupon costs an order 3 reads and, of ${limits}, ${writes + 1} writes; a quote 2 and 1`, async () => {
      const [lines, person] = [await cartOf(3), customer()];
      const coupon = await issue({ maxUses, maxUsesPerUser });
      const asked = await firestore.costOf(() =>
        call(quote, customer(), { lines, country: "DE", coupon }),
      );
      assert.deepEqual(asked, { reads: 3 + 1 + 2, writes: 1, deletes: 0 });
      const input = { requestId: randomUUID(), lines, shipTo, coupon };
      const order = () => call(placeOrder, person, input);
      const first = await firestore.costOf(order);
      assert.deepEqual(first, { reads: 9 + 3, writes: 6 + 1 + writes, deletes: 0 });
      assert.deepEqual(await firestore.costOf(order), { reads: 2, writes: 0, deletes: 0 });
    });
  }

  it("a coupon that is refused costs an order its reads and the count of it", async () => {
    const [lines, coupon] = [await cartOf(3), await issue({ active: false })];
    const input = { requestId: randomUUID(), lines, shipTo, coupon };
    const cost = await firestore.costOf(() =>
      refused(call(placeOrder, customer(), input), "failed-precondition", "coupon-not-valid"),
    );
    assert.deepEqual(cost, { reads: 9 + 3 + 1, writes: 1, deletes: 0 });
  });

  it("a line that changes its availability label costs one write more", async () => {
    const input = {
      requestId: randomUUID(),
      lines: [{ sku: await shelve(6), quantity: 1 }],
      shipTo,
    };
    const cost = await firestore.costOf(() => call(placeOrder, customer(), input));
    assert.deepEqual(cost, { reads: 5, writes: 5, deletes: 0 });
  });

  it("a refused order costs its reads, a second look whether it stands by now, and no write", async () => {
    const lines = [{ sku: await shelve(1), quantity: 2 }];
    const input = { requestId: randomUUID(), lines, shipTo };
    const cost = await firestore.costOf(() =>
      refused(call(placeOrder, customer(), input), "failed-precondition", "out-of-stock"),
    );
    assert.deepEqual(cost, { reads: 6, writes: 0, deletes: 0 });
  });

  it("an order too many costs four reads", async () => {
    const person = customer();
    const lines = await cartOf(3);
    const order = () => call(placeOrder, person, { requestId: randomUUID(), lines, shipTo });
    for (let n = 0; n < ORDER_LIMIT.calls; n++) await order();
    const cost = await firestore.costOf(() =>
      refused(order(), "resource-exhausted", "too-many-requests"),
    );
    assert.deepEqual(cost, { reads: 4, writes: 0, deletes: 0 });
  });

  it("invalid input costs the look at who sends it, and nothing from nobody", async () => {
    const input = { requestId: randomUUID(), lines: [], shipTo };
    const known = await firestore.costOf(() =>
      refused(call(placeOrder, customer(), input), "invalid-argument", "invalid-input"),
    );
    assert.deepEqual(known, { reads: 1, writes: 0, deletes: 0 });
    const nobody = await firestore.costOf(() =>
      refused(call(placeOrder, undefined, input), "unauthenticated", "signed-out"),
    );
    assert.deepEqual(nobody, { reads: 0, writes: 0, deletes: 0 });
  });

  describe("importCatalogue of a product in three rows with stock", () => {
    const manager = customer();
    const rows = rowsOf(3, { stock: 5 });
    const costOf = (changed: Row) => {
      const content = JSON.stringify([{ ...rows[0], ...changed }, rows[1], rows[2]]);
      const input = { format: "json" as const, content, dryRun: false };
      return firestore.costOf(() => call(importCatalogue, manager, input));
    };
    before(() => staff.doc(manager.uid).set({ role: "inventory_manager", disabled: false }));

    it("reads 12 and writes 10; again, 9 and none", async () => {
      assert.deepEqual(await costOf({}), { reads: 12, writes: 10, deletes: 0 });
      assert.deepEqual(await costOf({}), { reads: 9, writes: 0, deletes: 0 });
    });

    it("of which one is changed reads as much and writes it and its product", async () => {
      assert.deepEqual(await costOf({ price: "9.00" }), { reads: 9, writes: 2, deletes: 0 });
    });

    it("of which the lowest price rises reads the product's variants, and looks again", async () => {
      assert.deepEqual(await costOf({ price: "15.00" }), { reads: 22, writes: 2, deletes: 0 });
    });
  });

  for (const n of [1, 10]) {
    it(`quote of ${n} lines reads ${n}, one more of who is signed in, and writes nothing`, async () => {
      const input = { lines: await cartOf(n), country: "DE" as const };
      const cost = await firestore.costOf(() => call(quote, undefined, input));
      assert.deepEqual(cost, { reads: n, writes: 0, deletes: 0 });
      const known = await firestore.costOf(() => call(quote, customer(), input));
      assert.deepEqual(known, { reads: n + 1, writes: 0, deletes: 0 });
    });
  }
});
