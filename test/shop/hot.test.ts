import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { cancelOrder } from "../../functions/src/shop/cancelOrder.ts";
import { orders } from "../../functions/src/shop/order/schema.ts";
import { placeOrder } from "../../functions/src/shop/placeOrder.ts";
import { variants } from "../../functions/src/shop/schema.ts";
import { call, customer, type Person } from "../support/call.ts";
import { clearFirestore, firestore, running } from "../support/firestore.ts";
import { shelve, shipTo, stockOf } from "./support/shelf.ts";
import { type Outcomes, startBuyers, wordOf } from "./support/workers.ts";

const hotShelf = (onHand: number) => shelve(onHand, {}, undefined, { hot: true });

const order = (sku: string, quantity = 1, person: Person = customer(), more: string[] = []) =>
  call(placeOrder, person, {
    requestId: randomUUID(),
    lines: [{ sku, quantity }, ...more.map((other) => ({ sku: other, quantity: 1 }))],
    shipTo,
  });

const outcomesOf = async (attempts: Promise<unknown>[]): Promise<Outcomes> => {
  const outcomes: Outcomes = {};
  for (const attempt of await Promise.allSettled(attempts)) {
    const outcome = attempt.status === "fulfilled" ? "ok" : attempt.reason.details?.reason;
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  }
  return outcomes;
};

describe("shop: a hot product", function () {
  this.timeout(60_000);
  beforeEach(() => clearFirestore());

  it("is sold to many in one commit: each has an order of their own, the stock is written once", async () => {
    const sku = await hotShelf(100);
    const first = await stockOf(sku);
    const cost = await firestore.costOf(async () => {
      assert.deepEqual(await outcomesOf(Array.from({ length: 20 }, () => order(sku))), { ok: 20 });
    });
    assert.equal((await stockOf(sku)).reserved, first.reserved + 20);
    assert.equal((await orders.get()).size, 20);
    // Twenty times the order, the cart and the limit, and the stock in at most three groups.
    assert.ok(cost.writes <= 20 * 3 + 3, `${cost.writes} writes`);
  });

  it("is never sold twice: of 40 buyers in 4 processes 25 have the 25 pieces, the rest hear it is sold out", async () => {
    const sku = await hotShelf(25);
    const workers = Array.from({ length: 4 }, () => startBuyers(running.hosts.firestore, sku, 10));
    await Promise.all(workers.map((worker) => wordOf(worker)));
    const outcomes = workers.map((worker) => wordOf<Outcomes>(worker));
    for (const worker of workers) worker.send("go");
    const all = await Promise.all(outcomes);
    const total = (outcome: string) => all.reduce((sum, one) => sum + (one[outcome] ?? 0), 0);
    assert.deepEqual([total("ok"), total("out-of-stock")], [25, 15]);
    assert.deepEqual(await stockOf(sku), { onHand: 25, reserved: 25, lowAt: 5, hot: true });
    assert.equal((await orders.get()).size, 25);
    assert.equal((await variants.doc(sku).get()).data()?.availability, "out_of_stock");
  });

  it("refuses who wants more than is left, and sells to the others of the group", async () => {
    const sku = await hotShelf(10);
    const attempts = [order(sku, 4), order(sku, 9), order(sku, 4), order(sku, 3)];
    const outcomes = await outcomesOf(attempts);
    assert.equal((outcomes.ok ?? 0) + (outcomes["out-of-stock"] ?? 0), 4);
    assert.ok(outcomes.ok);
    const { reserved } = await stockOf(sku);
    const sold = (await orders.get()).docs.flatMap((one) => one.data().lines);
    assert.equal(
      sold.reduce((sum, { quantity }) => sum + quantity, 0),
      reserved,
    );
  });

  it("lets one order that can't be committed stand in nobody's way", async () => {
    const sku = await hotShelf(100);
    const person = customer();
    // The same person twice at once: only one of them can count the caller's limit.
    const attempts = [order(sku, 1, person), order(sku, 1, person), order(sku), order(sku)];
    assert.deepEqual(await outcomesOf(attempts), { ok: 4 });
    assert.equal((await stockOf(sku)).reserved, 4);
  });

  it("is still sold in groups when one order of 40 can't be committed: no group falls apart for it", async () => {
    const sku = await hotShelf(100);
    const person = customer();
    const people = Array.from({ length: 40 }, (_, n) => (n % 20 === 10 ? person : customer()));
    const cost = await firestore.costOf(async () => {
      assert.deepEqual(await outcomesOf(people.map((one) => order(sku, 1, one))), { ok: 40 });
    });
    assert.equal((await stockOf(sku)).reserved, 40);
    const stockWrites = cost.writes - 40 * 3;
    assert.ok(stockWrites <= 16, `${stockWrites} writes of the stock`);
  });

  for (const code of [4, 10, 13, 14]) {
    it(`takes the stock once when the answer to a group's commit is lost (gRPC ${code})`, async () => {
      const sku = await hotShelf(100);
      const lost = firestore.inject({ method: "Commit", kind: "lost-answer", code });
      assert.deepEqual(await outcomesOf([order(sku), order(sku), order(sku)]), { ok: 3 });
      assert.ok(lost());
      assert.equal((await stockOf(sku)).reserved, 3);
      assert.equal((await orders.get()).size, 3);
    });
  }

  it("can be ordered beside others, and beside another hot one", async () => {
    const [sku, other, cold] = [await hotShelf(50), await hotShelf(50), await shelve(50)];
    const attempts = [
      order(sku, 1, customer(), [other]),
      order(other, 1, customer(), [sku]),
      order(sku, 1, customer(), [cold]),
      order(sku),
      order(other),
    ];
    assert.deepEqual(await outcomesOf(attempts), { ok: 5 });
    const reserved = await Promise.all(
      [sku, other, cold].map(async (one) => (await stockOf(one)).reserved),
    );
    assert.deepEqual(reserved, [4, 3, 1]);
  });

  it("comes back on the shelf when orders are cancelled, all in one group", async () => {
    const sku = await hotShelf(10);
    const people = Array.from({ length: 5 }, customer);
    const placed = await Promise.all(people.map((person) => order(sku, 2, person)));
    assert.equal((await stockOf(sku)).reserved, 10);
    await Promise.all(
      placed.map(({ orderId }, index) => call(cancelOrder, people[index], { orderId })),
    );
    assert.deepEqual(await stockOf(sku), { onHand: 10, reserved: 0, lowAt: 5, hot: true });
  });
});
