import assert from "node:assert/strict";
import { MINUTE } from "../../../functions/src/core/clock.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { payments } from "../../../functions/src/core/payments/schema.ts";
import { staff } from "../../../functions/src/core/roles.ts";
import { cancelOrder } from "../../../functions/src/shop/cancelOrder.ts";
import { orders } from "../../../functions/src/shop/order/schema.ts";
import { coupons } from "../../../functions/src/shop/schema.ts";
import { call, customer, refused } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { confirm, makeRefunds, untilPayment } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import { issue, limited, usesOf } from "../support/coupons.ts";
import { untilHeard, useCheckedShop } from "../support/invariants.ts";
import { member, orderOf, place, placeAndPay, placeWith } from "../support/orders.ts";
import { stockOf } from "../support/shelf.ts";
import { bringTo, open, sweepLater } from "../support/states.ts";

const mailsOf = async (kind: string) =>
  (await mails.get()).docs.filter(({ id }) => id.startsWith(`${kind}_`)).length;

describe("shop: cancelling an order", () => {
  const use = useCheckedShop();

  const statusOf = async (intent: string) =>
    (await provider().paymentIntents.retrieve(intent)).status;

  describe("that is not paid", () => {
    it("frees its goods and its coupon, ends its payment, and mails nothing", async () => {
      const coupon = await issue(limited);
      const placed = await open(await placeWith(coupon));
      const { orderId, person, sku, intent } = placed;
      assert.deepEqual(await usesOf(coupon, person.uid), [1, 1]);
      const cancelled = { orderId, state: "cancelled" };
      assert.deepEqual(await call(cancelOrder, person, { orderId }), cancelled);
      assert.deepEqual(await call(cancelOrder, person, { orderId }), cancelled);
      assert.equal((await stockOf(sku)).reserved, 0);
      assert.deepEqual(await usesOf(coupon, person.uid), [0, 0]);
      assert.equal(await statusOf(intent), "canceled");
      assert.equal((await orderOf(orderId)).closeAt, undefined);
      assert.equal(await mailsOf("order-cancelled"), 0);
    });

    it("never counts a coupon below nothing, which staff have limited meanwhile", async () => {
      const coupon = await issue({ maxUses: null, maxUsesPerUser: null });
      const { orderId, person } = await placeWith(coupon);
      await coupons.doc(coupon).update({ maxUses: 5, maxUsesPerUser: 1 });
      await call(cancelOrder, person, { orderId });
      const uses = await usesOf(coupon, person.uid);
      assert.ok(
        uses.every((count) => count === undefined || count >= 0),
        String(uses),
      );
    });

    it("asks nothing of the provider where no payment was opened", async () => {
      const { orderId, person } = await place();
      await call(cancelOrder, person, { orderId });
      assert.deepEqual(await use.simulator.requests(), []);
    });

    it("waits while the bank has not said: then it has not paid, and the sweep ends it", async () => {
      const { orderId, person, sku, intent } = await open();
      await confirm(intent, "pm_success_de");
      assert.equal((await call(cancelOrder, person, { orderId })).state, "cancelling");
      assert.equal((await stockOf(sku)).reserved, 2);
      await use.simulator.settle(intent, "failed");
      await untilHeard(use.simulator);
      assert.equal((await orderOf(orderId)).state, "cancelling");
      await sweepLater();
      assert.equal((await orderOf(orderId)).state, "cancelled");
      assert.equal(await statusOf(intent), "canceled");
    });

    it("waits while the bank has not said: then it has paid, and all of it goes back", async () => {
      const { orderId, person, intent, paymentId } = await open();
      await confirm(intent, "pm_success_de");
      assert.equal((await call(cancelOrder, person, { orderId })).state, "cancelling");
      await use.simulator.settle(intent, "succeeded");
      await untilPayment(paymentId, "succeeded");
      assert.equal((await orderOf(orderId)).state, "cancelled");
      assert.equal(await mailsOf("order-cancelled"), 1);
      await makeRefunds();
      await until(async () => (await orderOf(orderId)).state === "refunded");
      const { captured, refunded } = await use.simulator.ledger();
      assert.equal(captured, refunded);
    });

    it("and of which the money is there, unheard, gives it back", async () => {
      const coupon = await issue(limited);
      const { orderId, person, intent } = await open(await placeWith(coupon));
      await use.simulator.pause();
      await confirm(intent);
      assert.equal((await call(cancelOrder, person, { orderId })).state, "cancelled");
      await use.simulator.release();
      await untilHeard(use.simulator);
      await makeRefunds();
      await until(async () => (await orderOf(orderId)).state === "refunded");
      assert.deepEqual(await usesOf(coupon, person.uid), [0, 0]);
      assert.equal(await mailsOf("order-cancelled"), 1);
    });

    it("is refused while the provider does not answer, and a sweep ends it", async () => {
      const { orderId, person, sku } = await open();
      await use.simulator.fault({ times: 2, action: "500" });
      const attempt = call(cancelOrder, person, { orderId });
      await refused(attempt, "unavailable", "provider-unavailable");
      assert.equal((await orderOf(orderId)).state, "cancelling");
      assert.equal((await stockOf(sku)).reserved, 2);
      await sweepLater(4 * MINUTE);
      assert.equal((await orderOf(orderId)).state, "cancelling");
      await sweepLater(6 * MINUTE);
      assert.equal((await orderOf(orderId)).state, "cancelled");
    });
  });

  describe("that is paid", () => {
    it("frees its goods, promises its money back, and mails that once", async () => {
      const { orderId, person, sku, paymentId } = await placeAndPay();
      const { totals } = await orderOf(orderId);
      const cancelled = { orderId, state: "cancelled" };
      assert.deepEqual(await call(cancelOrder, person, { orderId }), cancelled);
      assert.equal((await payments.doc(paymentId).get()).data()?.refunding, totals.total);
      assert.deepEqual(await call(cancelOrder, person, { orderId }), cancelled);
      assert.equal((await stockOf(sku)).reserved, 0);
      await makeRefunds();
      await until(async () => (await orderOf(orderId)).state === "refunded");
      assert.equal((await orderOf(orderId)).refunded, totals.total);
      assert.equal(await mailsOf("order-cancelled"), 1);
      assert.equal(await mailsOf("order-refunded"), 1);
    });

    it("answers who asks again when the money is back", async () => {
      const { orderId, person } = await bringTo("refunded", await member("order_manager"));
      assert.deepEqual(await call(cancelOrder, person, { orderId }), {
        orderId,
        state: "refunded",
      });
    });

    for (const code of [4, 10, 13, 14]) {
      it(`once, when the answer to its commit is lost (code ${code})`, async () => {
        const { orderId, person } = await placeAndPay();
        await untilHeard(use.simulator);
        const happened = firestore.inject({ method: "Commit", kind: "lost-answer", code });
        assert.equal((await call(cancelOrder, person, { orderId })).state, "cancelled");
        assert.ok(happened());
        assert.equal(await mailsOf("order-cancelled"), 1);
      });
    }
  });

  it("is for its customer and order managers; to others it is not there", async () => {
    const { orderId } = await place();
    const disabled = await member("order_manager");
    await staff.doc(disabled.uid).update({ disabled: true });
    const manager = await member("order_manager");
    const unverified = { uid: manager.uid, token: {} };
    for (const other of [customer(), disabled, unverified, await member("inventory_manager")]) {
      await refused(call(cancelOrder, other, { orderId }), "not-found", "no-such-order");
    }
    await refused(call(cancelOrder, undefined, { orderId }), "unauthenticated", "signed-out");
    assert.equal((await orderOf(orderId)).state, "pending_payment");
    assert.equal((await call(cancelOrder, manager, { orderId })).state, "cancelled");
    const admins = await place();
    await call(cancelOrder, await member("admin"), { orderId: admins.orderId });
  });

  it("ten times at once is done once", async () => {
    for (const { orderId, person } of [await open(), await placeAndPay()]) {
      const asked = Array.from({ length: 10 }, () => call(cancelOrder, person, { orderId }));
      for (const { state } of await Promise.all(asked)) assert.equal(state, "cancelled");
      const { timeline } = (await orders.doc(orderId).get()).data() ?? {};
      assert.equal(timeline?.filter(({ event }) => event === "cancelled").length, 1);
    }
  });
});
