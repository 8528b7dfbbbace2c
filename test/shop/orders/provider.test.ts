import assert from "node:assert/strict";
import { MINUTE, stamp } from "../../../functions/src/core/clock.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { payments } from "../../../functions/src/core/payments/schema.ts";
import { closeOrder } from "../../../functions/src/shop/order/closeOrder.ts";
import { OrderState, orders } from "../../../functions/src/shop/order/schema.ts";
import { isAllowed, orderTransitions } from "../../../functions/src/shop/order/states.ts";
import type { Person } from "../../support/call.ts";
import { makeRefunds } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import { untilHeard, useCheckedShop } from "../support/invariants.ts";
import { member, orderOf } from "../support/orders.ts";
import { bringTo, payAgain, sweepLater } from "../support/states.ts";

/** What of an order nobody may touch. */
const untouched = async (orderId: string) => {
  const { review: _, closeAt: __, payment: ___, ...rest } = await orderOf(orderId);
  return rest;
};

const CAPTURED = ["cancelled", "paid", "part_shipped", "shipped", "delivered", "returned"];

describe("shop: what the provider and the clock do to an order", () => {
  const use = useCheckedShop();
  let manager: Person;
  beforeEach(async () => {
    manager = await member("order_manager");
  });

  for (const state of OrderState.options) {
    // One that was cancelled after it was paid has been paid already.
    const settles = state === "cancelled" ? undefined : orderTransitions[state].settle;
    const what = settles ? `leads to ${settles.join(" or ")}` : "is given back, and staff look";
    it(`${state}: money that comes ${what}`, async () => {
      const { orderId } = await bringTo(state, manager);
      await untilHeard(use.simulator);
      const before = await untouched(orderId);
      const paymentId = await payAgain(orderId);
      const after = await orderOf(orderId);
      const kept = after.state === "paid" && state !== "paid";
      const { captured, refunding } = (await payments.doc(paymentId).get()).data() ?? {};
      assert.equal(refunding, kept ? 0 : captured);
      if (settles) {
        assert.ok(settles.includes(after.state), after.state);
      } else {
        assert.deepEqual(await untouched(orderId), before);
        assert.match(after.review ?? "", new RegExp(`paid twice: ${paymentId}`));
      }
      await makeRefunds();
    });

    const closes = isAllowed(state, "expire");
    it(`${state}: ${closes ? "the sweep closes it" : "it is not closed"}`, async () => {
      const { orderId } = await bringTo(state, manager);
      await untilHeard(use.simulator);
      const before = await untouched(orderId);
      const [released = state] = orderTransitions[state].release ?? [];
      if (state !== "cancelling") assert.equal(await closeOrder(orderId), released);
      if (released === state) assert.deepEqual(await untouched(orderId), before);
      await orders.doc(orderId).update({ closeAt: stamp(-MINUTE) });
      await sweepLater();
      const after = await orderOf(orderId);
      if (!closes) assert.deepEqual(await untouched(orderId), before);
      else assert.equal(after.state, state === "cancelling" ? "cancelled" : "expired");
    });
  }

  for (const state of OrderState.options.filter((one) => CAPTURED.includes(one))) {
    it(`${state}: what staff give back at the provider's is counted, in part and in full`, async () => {
      const { orderId } = await bringTo(state, manager);
      await makeRefunds();
      const { payment, totals } = await orderOf(orderId);
      const { intent } = (await payments.doc(payment ?? "").get()).data() ?? {};
      const refund = (amount: number) =>
        provider().refunds.create({ payment_intent: intent ?? "", amount });
      // What was cancelled has been given back already.
      if (state !== "cancelled") {
        await refund(100);
        await until(async () => (await orderOf(orderId)).refunded === 100);
        assert.equal((await orderOf(orderId)).state, state);
        await refund(totals.total - 100);
      }
      await until(async () => (await orderOf(orderId)).refunded === totals.total);
      const over = orderTransitions[state].settle_refund?.includes("refunded");
      assert.equal((await orderOf(orderId)).state, over ? "refunded" : state);
    });
  }
});
