import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { db } from "../../../functions/src/core/db.ts";
import { payments, refunds } from "../../../functions/src/core/payments/schema.ts";
import { cancelOrder } from "../../../functions/src/shop/cancelOrder.ts";
import { closeOrder } from "../../../functions/src/shop/order/closeOrder.ts";
import { orders } from "../../../functions/src/shop/order/schema.ts";
import { refundOrder } from "../../../functions/src/shop/refundOrder.ts";
import { stock } from "../../../functions/src/shop/schema.ts";
import { shipOrder } from "../../../functions/src/shop/shipOrder.ts";
import { call, callWith, customer, type Person, refused } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { confirm, makeRefunds, untilPayment } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import { untilHeard, useCheckedShop } from "../support/invariants.ts";
import { member, orderOf, place, placeAndPay } from "../support/orders.ts";
import { stockOf } from "../support/shelf.ts";
import { bringTo, open, parcel, payAgain, sweepLater } from "../support/states.ts";

describe("shop: giving money back", () => {
  const use = useCheckedShop();
  let manager: Person;
  beforeEach(async () => {
    manager = await member("order_manager");
  });

  const request = (orderId: string, amount?: number) => ({
    requestId: randomUUID(),
    orderId,
    ...(amount === undefined ? {} : { amount }),
  });
  const refundedIs = (orderId: string, amount: number) =>
    until(async () => (await orderOf(orderId)).refunded === amount);

  it("promises each request once, also when it is sent ten times at once", async () => {
    const { orderId } = await placeAndPay();
    const { total } = (await orderOf(orderId)).totals;
    const input = request(orderId);
    const asked = Array.from({ length: 10 }, () => call(refundOrder, manager, input));
    const answers = await Promise.all(asked);
    assert.deepEqual(new Set(answers.map(({ amount }) => amount)), new Set([total]));
    assert.equal((await refunds.get()).size, 1);
    await makeRefunds();
    await refundedIs(orderId, total);
    assert.deepEqual(await call(refundOrder, manager, input), answers[0]);
  });

  it("answers what the same request has promised while it was reading", async () => {
    const { orderId } = await placeAndPay();
    const input = request(orderId);
    const getAll = db.getAll;
    db.getAll = async (...asked) => {
      const found = await getAll.apply(db, asked);
      if (asked.some((one) => "path" in one && one.path.startsWith("refunds/"))) {
        db.getAll = getAll;
        await call(refundOrder, manager, input);
      }
      return found;
    };
    await call(refundOrder, manager, input).finally(() => {
      db.getAll = getAll;
    });
    assert.equal((await refunds.get()).size, 1);
  });

  it("never promises more than was paid, however many ask at once", async () => {
    const { orderId, paymentId } = await placeAndPay();
    const { total } = (await orderOf(orderId)).totals;
    const asked = Array.from({ length: 8 }, () =>
      call(refundOrder, manager, request(orderId, Math.floor(total / 3))).catch(({ details }) => {
        assert.equal(details.reason, "refund-too-large");
        assert.equal(details.left, total - 3 * Math.floor(total / 3));
      }),
    );
    const done = (await Promise.all(asked)).filter((answer) => answer !== undefined);
    assert.equal(done.length, 3);
    const { refunding } = (await payments.doc(paymentId).get()).data() ?? {};
    assert.equal(refunding, 3 * Math.floor(total / 3));
    await makeRefunds();
    await refundedIs(orderId, 3 * Math.floor(total / 3));
  });

  it("of all that was paid keeps the order from being shipped: it is to be cancelled", async () => {
    const { orderId, person, sku } = await placeAndPay();
    await call(refundOrder, manager, request(orderId));
    await makeRefunds();
    await refundedIs(orderId, (await orderOf(orderId)).totals.total);
    const shipping = call(shipOrder, manager, parcel(orderId));
    await refused(shipping, "failed-precondition", "refunded");
    await call(cancelOrder, person, { orderId });
    assert.equal((await stockOf(sku)).reserved, 0);
  });

  it("refuses more than is left, and when nothing is left", async () => {
    const { orderId } = await placeAndPay();
    const { total } = (await orderOf(orderId)).totals;
    const tooMuch = call(refundOrder, manager, request(orderId, total + 1));
    const { left } = await refused(tooMuch, "failed-precondition", "refund-too-large");
    assert.equal(left, total);
    await call(refundOrder, manager, request(orderId, total));
    const more = call(refundOrder, manager, request(orderId));
    await refused(more, "failed-precondition", "nothing-to-refund");
    for (const amount of [0, -1, 1.5]) {
      const attempt = callWith(refundOrder, manager, request(orderId, amount));
      await refused(attempt, "invalid-argument", "invalid-input");
    }
  });

  it("refuses the request id of another refund", async () => {
    const { orderId } = await placeAndPay();
    const input = { ...request(orderId, 100), reason: "A scratch" };
    await call(refundOrder, manager, input);
    for (const other of [
      { ...input, amount: 101 },
      { ...input, reason: "Another" },
    ]) {
      const attempt = call(refundOrder, manager, other);
      await refused(attempt, "already-exists", "request-id-reused");
    }
  });

  it("is for order managers; an unknown order is none", async () => {
    const { orderId, person } = await placeAndPay();
    const inventory = await member("inventory_manager");
    const mine = call(refundOrder, person, request(orderId));
    await refused(mine, "permission-denied", "not-staff");
    const theirs = call(refundOrder, inventory, request(orderId));
    await refused(theirs, "permission-denied", "wrong-role");
    const stranger = call(refundOrder, customer(), request(orderId));
    await refused(stranger, "permission-denied", "not-staff");
    const unknown = call(refundOrder, manager, request("0".repeat(40)));
    await refused(unknown, "not-found", "no-such-order");
  });

  for (const code of [4, 10, 13, 14]) {
    it(`promises once when the answer to its commit is lost (code ${code})`, async () => {
      const { orderId } = await placeAndPay();
      await untilHeard(use.simulator);
      const happened = firestore.inject({ method: "Commit", kind: "lost-answer", code });
      await call(refundOrder, manager, request(orderId, 100));
      assert.ok(happened());
      assert.equal((await refunds.get()).size, 1);
    });
  }

  it("which the bank sends back later is not given back any more, and may be tried again", async () => {
    const { orderId, intent, paymentId } = await open();
    await confirm(intent, "pm_card_refundFail");
    await untilPayment(paymentId, "succeeded");
    const { total } = (await orderOf(orderId)).totals;
    const giveBack = async () => {
      const { refundId } = await call(refundOrder, manager, request(orderId));
      await makeRefunds();
      await refundedIs(orderId, total);
      return (await refunds.doc(refundId).get()).data()?.providerId ?? "";
    };
    const first = await giveBack();
    await use.simulator.settle(first, "failed");
    await refundedIs(orderId, 0);
    const { state, review } = await orderOf(orderId);
    assert.equal(state, "paid");
    assert.match(review ?? "", /^refund .* failed$/);
    await giveBack();
  });

  for (const state of ["cancelled", "returned", "expired"] as const) {
    it(`of an order that was ${state}, sent back by the bank, makes it ${state} again`, async () => {
      const placed = await bringTo(state, manager);
      const { orderId, sku } = placed;
      if (state === "expired") {
        await stock.doc(sku).update({ onHand: 0 });
        await payAgain(orderId);
        await stock.doc(sku).update({ onHand: 10 });
      }
      if (state === "returned") await call(refundOrder, manager, request(orderId));
      await makeRefunds();
      await until(async () => (await orderOf(orderId)).state === "refunded");
      const [made] = (await refunds.get()).docs;
      await use.simulator.settle(made?.data().providerId ?? "", "failed");
      await refundedIs(orderId, 0);
      assert.equal((await orderOf(orderId)).state, state);
      await call(refundOrder, manager, request(orderId));
      await makeRefunds();
      await until(async () => (await orderOf(orderId)).state === "refunded");
    });
  }

  it("of money that is paid twice leaves what the order says was given back", async () => {
    const { orderId } = await placeAndPay();
    await call(refundOrder, manager, request(orderId, 100));
    await makeRefunds();
    await refundedIs(orderId, 100);
    const second = await payAgain(orderId);
    await makeRefunds();
    await untilHeard(use.simulator);
    const { refunded, state, payment, review } = await orderOf(orderId);
    assert.deepEqual([refunded, state], [100, "paid"]);
    assert.notEqual(payment, second);
    assert.match(review ?? "", /paid twice/);
  });

  it("of a second payment of a cancelled order leaves the first one the order's", async () => {
    const { orderId } = await placeAndPay();
    await call(refundOrder, manager, request(orderId, 100));
    await makeRefunds();
    await refundedIs(orderId, 100);
    await call(cancelOrder, manager, { orderId });
    const { payment: first, totals } = await orderOf(orderId);
    await payAgain(orderId);
    await makeRefunds();
    await untilHeard(use.simulator);
    const { payment, refunded, state } = await orderOf(orderId);
    assert.deepEqual([payment, refunded, state], [first, totals.total, "refunded"]);
  });

  it("that came by an earlier payment while the order was cancelled is the order's", async () => {
    const { orderId } = await open();
    await orders.doc(orderId).update({ state: "cancelling" });
    const late = await payAgain(orderId);
    await makeRefunds();
    await until(async () => (await orderOf(orderId)).state === "refunded");
    assert.equal((await orderOf(orderId)).payment, late);
  });

  it("of nothing: an order that was never paid has nothing to give back", async () => {
    const { orderId } = await place();
    await sweepLater();
    assert.equal(await closeOrder(orderId), "expired");
    const attempt = call(refundOrder, manager, request(orderId));
    await refused(attempt, "failed-precondition", "nothing-to-refund");
  });
});
