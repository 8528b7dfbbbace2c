import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { adjustStock } from "../../functions/src/shop/adjustStock.ts";
import { stockMovements, variants } from "../../functions/src/shop/schema.ts";
import { call, callWith, customer, type Person, refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";
import { checkBooks } from "./support/invariants.ts";
import { member, place } from "./support/orders.ts";
import { shelve, stockOf } from "./support/shelf.ts";

describe("shop: adjusting stock", () => {
  let manager: Person;
  beforeEach(async () => {
    await clearFirestore();
    manager = await member("inventory_manager");
  });
  afterEach(() => checkBooks());

  const count = (sku: string, difference: number, reason = "Counted") => ({
    requestId: randomUUID(),
    sku,
    difference,
    reason,
  });

  it("counts more or fewer, once a request, with the reason in the ledger and the label", async () => {
    const sku = await shelve(10);
    const input = count(sku, -8, "Water in the cellar");
    assert.deepEqual(await call(adjustStock, manager, input), { onHand: 2 });
    assert.deepEqual(await call(adjustStock, manager, input), { onHand: 2 });
    assert.equal((await variants.doc(sku).get()).data()?.availability, "low");
    const moved = await stockMovements.where("kind", "==", "adjusted").get();
    assert.deepEqual(
      moved.docs.map((one) => [one.data().onHand, one.data().reference]),
      [[-8, "Water in the cellar"]],
    );
    assert.deepEqual(await call(adjustStock, manager, count(sku, 5)), { onHand: 7 });
  });

  it("leaves what is promised to orders: down to it, not below", async () => {
    const { sku } = await place(4);
    const attempt = call(adjustStock, manager, count(sku, -7));
    const { reserved } = await refused(attempt, "failed-precondition", "promised");
    assert.equal(reserved, 4);
    assert.deepEqual(await call(adjustStock, manager, count(sku, -6)), { onHand: 4 });
    await refused(call(adjustStock, manager, count(sku, -1)), "failed-precondition", "promised");
    assert.deepEqual(await stockOf(sku), { onHand: 4, reserved: 4, lowAt: 5 });
  });

  it("never takes more than there is, however many count at once", async () => {
    const sku = await shelve(3);
    const asked = Array.from({ length: 6 }, () =>
      call(adjustStock, manager, count(sku, -1)).then(
        () => "done",
        ({ details }) => details.reason,
      ),
    );
    const said = (await Promise.all(asked)).toSorted();
    assert.deepEqual(said, ["done", "done", "done", "promised", "promised", "promised"]);
    assert.equal((await stockOf(sku)).onHand, 0);
  });

  it("is refused under the request id of another count", async () => {
    const [sku, other] = [await shelve(10), await shelve(10)];
    const input = count(sku, -1);
    await call(adjustStock, manager, input);
    for (const changed of [
      { ...input, difference: -2 },
      { ...input, sku: other },
      { ...input, reason: "Lost" },
    ]) {
      const attempt = call(adjustStock, manager, changed);
      await refused(attempt, "already-exists", "request-id-reused");
    }
    assert.deepEqual([(await stockOf(sku)).onHand, (await stockOf(other)).onHand], [9, 10]);
  });

  for (const code of [4, 10, 13, 14]) {
    it(`is counted once when the answer to its commit is lost (code ${code})`, async () => {
      const sku = await shelve(10);
      const happened = firestore.inject({ method: "Commit", kind: "lost-answer", code });
      assert.deepEqual(await call(adjustStock, manager, count(sku, -1)), { onHand: 9 });
      assert.ok(happened());
      assert.equal((await stockOf(sku)).onHand, 9);
    });
  }

  it("is for inventory managers, of what there is stock of, by whole pieces and with a reason", async () => {
    const sku = await shelve(10);
    const others: [Person, string][] = [
      [customer(), "not-staff"],
      [await member("order_manager"), "wrong-role"],
    ];
    for (const [other, reason] of others) {
      await refused(call(adjustStock, other, count(sku, 1)), "permission-denied", reason);
    }
    const unknown = call(adjustStock, manager, count("no-such-sku", 1));
    await refused(unknown, "not-found", "no-such-stock");
    const good = count(sku, 1);
    for (const difference of [0, 0.5, "1", 1_000_001, -1_000_001]) {
      const attempt = callWith(adjustStock, manager, { ...good, difference });
      await refused(attempt, "invalid-argument", "invalid-input");
    }
    const silent = callWith(adjustStock, manager, { ...good, reason: " " });
    await refused(silent, "invalid-argument", "invalid-input");
    assert.deepEqual(await call(adjustStock, await member("admin"), good), { onHand: 11 });
  });
});
