import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { staff } from "../../functions/src/core/roles.ts";
import { receiveStock } from "../../functions/src/shop/receiveStock.ts";
import { stockMovements, variants } from "../../functions/src/shop/schema.ts";
import { call, callWith, customer, refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";
import { shelve, stockOf } from "./support/shelf.ts";

describe("shop: receiving stock", () => {
  const manager = customer();
  before(async () => {
    await clearFirestore();
    await staff.doc(manager.uid).set({ role: "inventory_manager", disabled: false });
  });

  const delivery = (sku: string, quantity: number) => ({ requestId: randomUUID(), sku, quantity });
  const label = async (sku: string) => (await variants.doc(sku).get()).data()?.availability;

  it("puts it on the shelf, into the ledger and on the label, once a request", async () => {
    const sku = await shelve(0);
    assert.equal(await label(sku), "out_of_stock");
    const input = { ...delivery(sku, 12), lowAt: 3 };
    assert.deepEqual(await call(receiveStock, manager, input), { onHand: 12 });
    assert.deepEqual(await call(receiveStock, manager, input), { onHand: 12 });
    assert.deepEqual(await stockOf(sku), { onHand: 12, reserved: 0, lowAt: 3 });
    assert.equal(await label(sku), "in_stock");
    const movements = await stockMovements.where("sku", "==", sku).get();
    assert.deepEqual(
      movements.docs.map((movement) => movement.data().onHand).toSorted((a, b) => a - b),
      [0, 12],
    );
  });

  it("of nothing changes when it is low and whether it is hot, and no more", async () => {
    const sku = await shelve(3);
    const input = { ...delivery(sku, 0), lowAt: 1, hot: true };
    assert.deepEqual(await call(receiveStock, manager, input), { onHand: 3 });
    assert.deepEqual(await stockOf(sku), { onHand: 3, reserved: 0, lowAt: 1, hot: true });
    assert.equal(await label(sku), "in_stock");
  });

  it("starts the shelf of a variant that staff have just made", async () => {
    const made = await shelve(1);
    const sku = `new-${randomUUID().slice(0, 8)}`;
    const variant = (await variants.doc(made).get()).data();
    assert.ok(variant);
    await variants.doc(sku).set({ ...variant, availability: "out_of_stock" });
    assert.deepEqual(await call(receiveStock, manager, delivery(sku, 4)), { onHand: 4 });
    assert.deepEqual(await stockOf(sku), { onHand: 4, reserved: 0, lowAt: 0 });
  });

  it("is refused if the same request names another SKU or quantity", async () => {
    const [sku, other] = [await shelve(0), await shelve(0)];
    const input = delivery(sku, 4);
    await call(receiveStock, manager, input);
    for (const changed of [
      { ...input, quantity: 5 },
      { ...input, sku: other },
    ]) {
      const attempt = call(receiveStock, manager, changed);
      await refused(attempt, "already-exists", "request-id-reused");
    }
    assert.deepEqual([(await stockOf(sku)).onHand, (await stockOf(other)).onHand], [4, 0]);
  });

  it("is counted once when the answer to its commit is lost", async () => {
    const sku = await shelve(1);
    firestore.inject({ method: "Commit", kind: "lost-answer", code: 13 });
    assert.deepEqual(await call(receiveStock, manager, delivery(sku, 5)), { onHand: 6 });
    assert.equal((await stockOf(sku)).onHand, 6);
  });

  it("of ten deliveries at once counts every piece", async () => {
    const sku = await shelve(0);
    const all = Array.from({ length: 10 }, () => call(receiveStock, manager, delivery(sku, 2)));
    await Promise.all(all);
    assert.equal((await stockOf(sku)).onHand, 20);
  });

  it("costs five reads and two writes, and one more where the label changes", async () => {
    const sku = await shelve(100);
    const cost = await firestore.costOf(() => call(receiveStock, manager, delivery(sku, 1)));
    assert.deepEqual(cost, { reads: 5, writes: 2, deletes: 0 });
  });

  it("is refused for what is no variant, for wrong quantities and for others than staff", async () => {
    const sku = await shelve(1);
    const unknown = call(receiveStock, manager, delivery("no-such-sku", 1));
    await refused(unknown, "not-found", "no-such-variant");
    for (const quantity of [-1, 1.5, 1_000_001, "1"]) {
      const attempt = callWith(receiveStock, manager, { ...delivery(sku, 1), quantity });
      await refused(attempt, "invalid-argument", "invalid-input");
    }
    const stranger = call(receiveStock, customer(), delivery(sku, 1));
    await refused(stranger, "permission-denied", "not-staff");
    assert.equal((await stockOf(sku)).onHand, 1);
  });
});
