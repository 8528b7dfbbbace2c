import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { MINUTE } from "../../functions/src/core/clock.ts";
import { applyIntent } from "../../functions/src/core/payments/applyIntent.ts";
import { provider } from "../../functions/src/core/payments/provider.ts";
import { refunds } from "../../functions/src/core/payments/schema.ts";
import { cancelOrder } from "../../functions/src/shop/cancelOrder.ts";
import { sweepOrders } from "../../functions/src/shop/expireOrders.ts";
import { closeOrder } from "../../functions/src/shop/order/closeOrder.ts";
import { PAYMENT_WINDOW } from "../../functions/src/shop/order/newOrder.ts";
import { pay } from "../../functions/src/shop/pay.ts";
import { placeOrder } from "../../functions/src/shop/placeOrder.ts";
import { call, customer, type Person, refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";
import { confirm, makeRefunds, untilPayment, useProvider } from "../support/payments.ts";
import { at, issue, usesOf } from "./support/coupons.ts";
import { orderOf } from "./support/orders.ts";
import { shelve, shipTo } from "./support/shelf.ts";

const counted = { maxUses: 5, maxUsesPerUser: 2 };
const inAnHour = Date.now() + 2 * PAYMENT_WINDOW;

async function order(coupon: string, person: Person = customer()) {
  const lines = [{ sku: await shelve(1000), quantity: 1 }];
  return call(placeOrder, person, { requestId: randomUUID(), lines, shipTo, coupon });
}

describe("shop: the uses of a coupon, when its order ends,", function () {
  this.timeout(60_000);
  useProvider();
  before(() => clearFirestore());

  const paid = async (coupon: string, person: Person = customer()) => {
    const { orderId } = await order(coupon, person);
    const { paymentId, intent } = await call(pay, person, { orderId });
    await confirm(intent);
    await untilPayment(paymentId, "succeeded");
    return { orderId, person };
  };

  describe("are given back, once,", () => {
    it("when the order expires unpaid", async () => {
      const [code, person] = [await issue(counted), customer()];
      const [first, second] = [await order(code, person), await order(code, person)];
      assert.deepEqual(await usesOf(code, person.uid), [2, 2]);
      await refused(order(code, person), "failed-precondition", "coupon-used");
      await at(inAnHour, () => sweepOrders(new Date(inAnHour), 200));
      assert.equal((await orderOf(first.orderId)).state, "expired");
      assert.deepEqual(await usesOf(code, person.uid), [0, 0]);
      await closeOrder(second.orderId);
      await at(inAnHour + 10 * MINUTE, () => sweepOrders(new Date(inAnHour + 10 * MINUTE), 200));
      assert.deepEqual(await usesOf(code, person.uid), [0, 0]);
      await order(code, person);
    });

    it("when the order is cancelled unpaid, by however many at once", async () => {
      const [code, person] = [await issue(counted), customer()];
      const [{ orderId }] = [await order(code, person), await order(code, person)];
      const cancel = () => call(cancelOrder, person, { orderId });
      await Promise.all(Array.from({ length: 5 }, cancel));
      assert.equal((await cancel()).state, "cancelled");
      assert.deepEqual(await usesOf(code, person.uid), [1, 1]);
    });

    it("when the answer to the commit that closes the order is lost", async () => {
      const [code, person] = [await issue(counted), customer()];
      const { orderId } = await order(code, person);
      for (let step = 0; step < 2; step++) {
        firestore.inject({ method: "Commit", kind: "lost-answer", code: 4 });
      }
      await call(cancelOrder, person, { orderId });
      assert.deepEqual(await usesOf(code, person.uid), [0, 0]);
    });
  });

  it("stay used when the order is paid, and when a paid one is cancelled and refunded", async () => {
    const code = await issue(counted);
    const { orderId, person } = await paid(code);
    await at(inAnHour, () => sweepOrders(new Date(inAnHour), 200));
    assert.deepEqual(await usesOf(code, person.uid), [1, 1]);
    await call(cancelOrder, person, { orderId });
    await makeRefunds();
    assert.equal((await orderOf(orderId)).coupon, code);
    assert.deepEqual(await usesOf(code, person.uid), [1, 1]);
  });

  describe("of an order whose money comes when it has expired", () => {
    /** Orders with the coupon and lets that expire; the money comes after `meanwhile`. */
    const paidLate = async (code: string, meanwhile: (person: Person) => unknown = () => {}) => {
      const person = customer();
      const { orderId } = await order(code, person);
      const { intent } = await call(pay, person, { orderId });
      await at(inAnHour, () => sweepOrders(new Date(inAnHour), 200));
      assert.deepEqual(await usesOf(code, person.uid), [0, 0]);
      await meanwhile(person);
      const word = await provider().paymentIntents.retrieve(intent);
      await applyIntent({ ...word, status: "succeeded", amount_received: word.amount });
      return { person, state: (await orderOf(orderId)).state };
    };

    it("are taken again, if they are left", async () => {
      const code = await issue({ maxUses: 1, maxUsesPerUser: 1 });
      const { person, state } = await paidLate(code);
      assert.equal(state, "paid");
      assert.deepEqual(await usesOf(code, person.uid), [1, 1]);
    });

    it("and are gone by then are not: the money goes back", async () => {
      const soldOut = await issue({ maxUses: 1, maxUsesPerUser: 1 });
      const late = await paidLate(soldOut, () => order(soldOut));
      assert.deepEqual(await usesOf(soldOut, late.person.uid), [1, 0]);
      const once = await issue({ maxUses: 5, maxUsesPerUser: 1 });
      const again = await paidLate(once, (person) => order(once, person));
      assert.deepEqual(await usesOf(once, again.person.uid), [1, 1]);
      for (const { person, state } of [late, again]) {
        assert.equal(state, "expired");
        assert.equal((await refunds.where("uid", "==", person.uid).get()).size, 1);
      }
    });
  });
});
