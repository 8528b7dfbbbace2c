import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { orders } from "../../functions/src/shop/order/schema.ts";
import { placeOrder } from "../../functions/src/shop/placeOrder.ts";
import { stockMovements } from "../../functions/src/shop/schema.ts";
import { call, customer } from "../support/call.ts";
import { clearFirestore, firestore, running } from "../support/firestore.ts";
import { until } from "../support/until.ts";
import { shelve, shipTo, stockOf } from "./support/shelf.ts";
import { type Outcomes, startBuyers, wordOf } from "./support/workers.ts";

async function sold(sku: string): Promise<number> {
  const all = await orders.get();
  const lines = all.docs.flatMap((order) => order.data().lines);
  return lines.filter((line) => line.sku === sku).reduce((sum, { quantity }) => sum + quantity, 0);
}

async function received(sku: string): Promise<number> {
  const movements = await stockMovements.where("sku", "==", sku).get();
  return movements.docs.reduce((sum, movement) => sum + movement.data().onHand, 0);
}

describe("shop: many buyers at once", () => {
  beforeEach(() => clearFirestore());

  it("50 buyers in 5 processes and 30 pieces: 30 sold, 20 told it is sold out, nothing else", async function () {
    this.timeout(90_000);
    const sku = await shelve(30);
    const workers = Array.from({ length: 5 }, () => startBuyers(running.hosts.firestore, sku, 10));
    await Promise.all(workers.map((worker) => wordOf(worker)));
    const outcomes = workers.map((worker) => wordOf<Outcomes>(worker));
    for (const worker of workers) worker.send("go");
    const total: Outcomes = {};
    for (const one of await Promise.all(outcomes)) {
      for (const [outcome, count] of Object.entries(one)) {
        total[outcome] = (total[outcome] ?? 0) + count;
      }
    }
    assert.deepEqual(total, { ok: 30, "out-of-stock": 20 });
    assert.deepEqual(await stockOf(sku), { onHand: 30, reserved: 30, lowAt: 5 });
    assert.equal(await sold(sku), 30);
    assert.equal(await received(sku), 30);
  });

  it("two carts that hold the same SKUs in another order don't block each other", async () => {
    const [first, second] = [await shelve(10), await shelve(10)];
    const order = (skus: string[]) =>
      call(placeOrder, customer(), {
        requestId: randomUUID(),
        lines: skus.map((sku) => ({ sku, quantity: 1 })),
        shipTo,
      });
    await Promise.all(
      Array.from({ length: 8 }, (_, n) => order(n % 2 ? [first, second] : [second, first])),
    );
    assert.equal((await stockOf(first)).reserved, 8);
    assert.equal((await stockOf(second)).reserved, 8);
  });

  it("a worker killed between reading and its commit leaves no trace and holds nobody up", async () => {
    const sku = await shelve(1);
    const held = firestore.inject({ method: "Commit", kind: "held", code: 0 });
    const worker = startBuyers(process.env.FIRESTORE_EMULATOR_HOST ?? "", sku, 1);
    await wordOf(worker);
    worker.send("go");
    await until(held);
    worker.kill("SIGKILL");

    const started = performance.now();
    const input = { requestId: randomUUID(), lines: [{ sku, quantity: 1 }], shipTo };
    await call(placeOrder, customer(), input);
    assert.ok(performance.now() - started < 2_000, "the next buyer had to wait");
    assert.equal((await orders.get()).size, 1);
    assert.equal((await stockOf(sku)).reserved, 1);
  });
});
