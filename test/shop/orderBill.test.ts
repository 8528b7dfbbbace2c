import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { HOUR, stamp } from "../../functions/src/core/clock.ts";
import { reconcile } from "../../functions/src/core/payments/reconcile.ts";
import { cancelOrder } from "../../functions/src/shop/cancelOrder.ts";
import { deliverOrder } from "../../functions/src/shop/deliverOrder.ts";
import { sweepOrders } from "../../functions/src/shop/expireOrders.ts";
import { orders } from "../../functions/src/shop/order/schema.ts";
import { pay } from "../../functions/src/shop/pay.ts";
import { placeOrder } from "../../functions/src/shop/placeOrder.ts";
import { refundOrder } from "../../functions/src/shop/refundOrder.ts";
import { returnOrder } from "../../functions/src/shop/returnOrder.ts";
import { shipOrder } from "../../functions/src/shop/shipOrder.ts";
import { call, customer } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";
import { confirm, untilPayment, useProvider } from "../support/payments.ts";
import { member } from "./support/orders.ts";
import { shelve, shipTo } from "./support/shelf.ts";

/** The rows of docs/architecture.md, "What it costs", about an order that has been placed. */
describe("shop: what is billed of an order's life", () => {
  const provider = useProvider();
  beforeEach(() => clearFirestore());

  const costOf = async (work: () => Promise<unknown>): Promise<[number, number]> => {
    const { reads, writes } = await firestore.costOf(work);
    return [reads, writes];
  };

  const place = async (n: number) => {
    const lines = await Promise.all(
      Array.from({ length: n }, async () => ({ sku: await shelve(100), quantity: 2 })),
    );
    const person = customer();
    const { orderId } = await call(placeOrder, person, { requestId: randomUUID(), lines, shipTo });
    return { person, orderId, lines };
  };

  const paid = async (n: number) => {
    const placed = await place(n);
    const { paymentId, intent } = await call(pay, placed.person, { orderId: placed.orderId });
    await confirm(intent);
    await untilPayment(paymentId, "succeeded");
    return placed;
  };

  it("pay reads 5 and writes 4; again, 5 and 1", async () => {
    const { person, orderId } = await place(2);
    await provider.simulator.pause();
    const asked = () => call(pay, person, { orderId });
    assert.deepEqual(await costOf(asked), [5, 4]);
    assert.deepEqual(await costOf(asked), [5, 1]);
  });

  it("the event that money has come reads 3 and writes 4, one that says nothing new 2 and 1", async () => {
    const { person, orderId } = await place(2);
    await provider.simulator.pause();
    const { intent } = await call(pay, person, { orderId });
    await confirm(intent);
    const events = await provider.simulator.events();
    const deliver = async (type: string) => {
      const event = events.find((one) => one.type === type);
      await provider.simulator.send(event?.id ?? "");
    };
    assert.deepEqual(await costOf(() => deliver("payment_intent.succeeded")), [3, 4]);
    assert.deepEqual(await costOf(() => deliver("payment_intent.created")), [2, 1]);
  });

  for (const n of [1, 3]) {
    it(`shipping ${n} lines reads ${2 * n + 3} and writes ${2 * n + 2}, taking them back writes one less`, async () => {
      const { orderId, lines } = await paid(n);
      const manager = await member("order_manager");
      const parcel = { orderId, requestId: randomUUID(), carrier: "DHL", trackingNumber: "1" };
      const shipping = () => call(shipOrder, manager, parcel);
      assert.deepEqual(await costOf(shipping), [2 * n + 3, 2 * n + 2]);
      const delivery = () => call(deliverOrder, manager, { orderId });
      assert.deepEqual(await costOf(delivery), [3, 3], "all of one product");
      const back = { orderId, requestId: randomUUID(), lines };
      const returning = () => call(returnOrder, manager, back);
      assert.deepEqual(await costOf(returning), [2 * n + 3, 2 * n + 1]);
      const refund = { orderId, requestId: randomUUID(), amount: 100 };
      assert.deepEqual(await costOf(() => call(refundOrder, manager, refund)), [5, 2]);
    });

    it(`cancelling a paid order of ${n} lines reads ${2 * n + 3} and writes ${n + 4}`, async () => {
      const { person, orderId } = await paid(n);
      const cancelling = () => call(cancelOrder, person, { orderId });
      assert.deepEqual(await costOf(cancelling), [2 * n + 3, n + 4]);
    });

    it(`an order manager's cancelling it reads one more`, async () => {
      const { orderId } = await paid(n);
      const manager = await member("order_manager");
      const cancelling = () => call(cancelOrder, manager, { orderId });
      assert.deepEqual(await costOf(cancelling), [2 * n + 4, n + 4]);
    });

    it(`an order of ${n} lines that nobody tried to pay expires for ${2 * n + 4} reads and ${n + 2} writes`, async () => {
      const { orderId } = await place(n);
      await orders.doc(orderId).update({ closeAt: stamp(-1) });
      const sweeping = () => sweepOrders(new Date(), 10);
      assert.deepEqual(await costOf(sweeping), [2 * n + 4, n + 2]);
    });
  }

  it("sweeps with nothing to do read one document, or two", async () => {
    const soon = new Date(Date.now() + HOUR / 60);
    assert.deepEqual(await costOf(() => sweepOrders(soon, 200)), [1, 0]);
    assert.deepEqual(await costOf(() => reconcile(soon, 100)), [2, 0]);
  });
});
