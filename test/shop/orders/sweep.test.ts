import assert from "node:assert/strict";
import { MINUTE, stamp, useClock } from "../../../functions/src/core/clock.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { refunds } from "../../../functions/src/core/payments/schema.ts";
import { sweepOrders } from "../../../functions/src/shop/expireOrders.ts";
import { PAYMENT_WINDOW } from "../../../functions/src/shop/order/newOrder.ts";
import { orders } from "../../../functions/src/shop/order/schema.ts";
import { coupons, stock } from "../../../functions/src/shop/schema.ts";
import { firestore } from "../../support/firestore.ts";
import { logs } from "../../support/logs.ts";
import { confirm, makeRefunds, untilPayment } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import { issue, limited, usesOf } from "../support/coupons.ts";
import { untilHeard, useCheckedShop } from "../support/invariants.ts";
import { orderOf, place, placeWith } from "../support/orders.ts";
import { stockOf } from "../support/shelf.ts";
import { later, open, sweepLater } from "../support/states.ts";

describe("shop: the sweep of orders", () => {
  const use = useCheckedShop();

  const stateOf = async (orderId: string) => (await orderOf(orderId)).state;

  /** Sends what the provider says when the money of an intent has come, in spite of all. */
  async function moneyComes(intent: string): Promise<void> {
    const asked = await provider().paymentIntents.retrieve(intent);
    const object = { ...asked, status: "succeeded", amount_received: asked.amount };
    const [event] = await use.simulator.events();
    assert.ok(event);
    const id = `evt_late_${intent}`;
    const body = { ...event, id, type: "payment_intent.succeeded", data: { object } };
    for (let n = 0; n < 2; n++) {
      assert.equal(await use.simulator.send(event.id, { body: JSON.stringify(body) }), 200);
    }
  }

  it("closes what was not paid in half an hour, not a millisecond before", async () => {
    const coupon = await issue(limited);
    const { orderId, sku, person, intent } = await open(await placeWith(coupon));
    const { placedAt, closeAt } = await orderOf(orderId);
    assert.equal((closeAt?.toMillis() ?? 0) - placedAt.toMillis(), PAYMENT_WINDOW);
    const sweepAt = async (time: number) => {
      const putBack = useClock(() => new Date(time));
      return sweepOrders(new Date(time), 10).finally(putBack);
    };
    const end = placedAt.toMillis() + PAYMENT_WINDOW;
    assert.deepEqual(await sweepAt(end - 1), []);
    assert.equal(await stateOf(orderId), "pending_payment");
    assert.deepEqual(await sweepAt(end), ["expired"]);
    assert.equal((await stockOf(sku)).reserved, 0);
    assert.deepEqual(await usesOf(coupon, person.uid), [0, 0]);
    assert.equal((await provider().paymentIntents.retrieve(intent)).status, "canceled");
    assert.deepEqual(await sweepAt(end + MINUTE), []);
  });

  it("takes an order as paid of which the money was there before it came", async () => {
    const { orderId, intent } = await open();
    await use.simulator.pause();
    await confirm(intent);
    assert.deepEqual(await sweepLater(), ["paid"]);
    await use.simulator.release();
    await untilHeard(use.simulator);
    assert.equal(await stateOf(orderId), "paid");
    assert.equal((await orderOf(orderId)).closeAt, undefined);
  });

  it("waits for a bank that has not said, and keeps the goods till then", async () => {
    const { orderId, intent, sku, paymentId } = await open();
    await confirm(intent, "pm_success_de");
    assert.deepEqual(await sweepLater(), ["expiring"]);
    assert.deepEqual(await sweepLater(PAYMENT_WINDOW + 59 * MINUTE), []);
    assert.deepEqual(await sweepLater(PAYMENT_WINDOW + 61 * MINUTE), ["expiring"]);
    assert.equal((await stockOf(sku)).reserved, 2);
    await use.simulator.settle(intent, "succeeded");
    await untilPayment(paymentId, "succeeded");
    assert.equal(await stateOf(orderId), "paid");
  });

  describe("and money that comes after it", () => {
    // The provider does not take money of a canceled intent; that it says so has to be played.
    const closed = async () => {
      const coupon = await issue(limited);
      const placed = await open(await placeWith(coupon));
      await use.simulator.pause();
      await orders.doc(placed.orderId).update({ closeAt: stamp(-1) });
      return { ...placed, coupon };
    };
    /** The order expires on a word of the provider's that the payment was canceled; it was not. */
    async function expireThenPay(
      { orderId, intent }: { orderId: string; intent: string },
      meanwhile?: () => Promise<unknown>,
    ): Promise<void> {
      const asked = await provider().paymentIntents.retrieve(intent);
      const [event] = await use.simulator.events();
      assert.ok(event);
      const object = { ...asked, status: "canceled" };
      const body = { ...event, id: `evt_early_${intent}`, data: { object } };
      assert.equal(await use.simulator.send(event.id, { body: JSON.stringify(body) }), 200);
      await sweepLater();
      assert.equal(await stateOf(orderId), "expired");
      await meanwhile?.();
      await confirm(intent);
      await moneyComes(intent);
      await use.simulator.release();
    }

    it("pays the order, if all of it can still be had", async () => {
      const { coupon, ...placed } = await closed();
      await expireThenPay(placed);
      assert.equal(await stateOf(placed.orderId), "paid");
      assert.equal((await stockOf(placed.sku)).reserved, 2);
      assert.deepEqual(await usesOf(coupon, placed.person.uid), [1, 1]);
      assert.equal((await refunds.get()).size, 0);
    });

    const GONE: Record<string, (placed: { sku: string; coupon: string }) => Promise<unknown>> = {
      "the goods are sold": ({ sku }) => stock.doc(sku).update({ onHand: 1 }),
      "the shelf is gone": ({ sku }) => stock.doc(sku).update({ onHand: 0 }),
      "the coupon is used up": ({ coupon }) => coupons.doc(coupon).update({ uses: 5 }),
    };
    for (const [why, take] of Object.entries(GONE)) {
      it(`goes back in full, once, if ${why}`, async () => {
        const placed = await closed();
        await expireThenPay(placed, () => take(placed));
        const { orderId, sku } = placed;
        await untilHeard(use.simulator);
        assert.equal(await stateOf(orderId), "expired");
        assert.equal((await stockOf(sku)).reserved, 0);
        assert.equal((await refunds.get()).size, 1);
        await makeRefunds();
        await until(async () => (await stateOf(orderId)) === "refunded");
        await stock.doc(sku).update({ onHand: 10 });
        const { timeline } = await orderOf(orderId);
        const events = timeline.map(({ event }) => event);
        assert.deepEqual(events, ["placed", "expired", "paid_late", "refunded"]);
      });
    }
  });

  it("costs one read when there is nothing to do", async () => {
    const { orderId } = await place();
    await untilHeard(use.simulator);
    const cost = await firestore.costOf(() => sweepOrders(new Date(), 200));
    assert.deepEqual(cost, { reads: 1, writes: 0, deletes: 0 });
    assert.equal(await stateOf(orderId), "pending_payment");
  });

  it("takes the oldest first, at most as many as it is told", async () => {
    const placed = [await place(), await place(), await place()];
    await orders.doc(placed[2]?.orderId ?? "").update({ closeAt: stamp(-MINUTE) });
    await sweepLater(undefined, 2);
    const states = await Promise.all(placed.map(({ orderId }) => stateOf(orderId)));
    assert.deepEqual(states, ["expired", "pending_payment", "expired"]);
  });

  it("twice at once closes each order once", async () => {
    const placed = [await open(), await open(), await place()];
    await later(PAYMENT_WINDOW + 1_000, (now) =>
      Promise.all([1, 2, 3].map(() => sweepOrders(now, 10))),
    );
    for (const { orderId } of placed) {
      const { state, timeline } = await orderOf(orderId);
      assert.equal(state, "expired");
      assert.equal(timeline.filter(({ event }) => event === "expired").length, 1);
    }
  });

  it("goes on where one order fails, and comes back to that later", async () => {
    const [bad, good] = [await open(), await place()];
    await use.simulator.fault({ path: bad.intent, times: 2, action: "500" });
    logs.length = 0;
    assert.deepEqual((await sweepLater()).toSorted(), ["expired", "failed"]);
    assert.equal(logs.filter(({ path }) => path === `orders/${bad.orderId}`).length, 1);
    assert.equal(await stateOf(good.orderId), "expired");
    assert.equal(await stateOf(bad.orderId), "expiring");
    assert.deepEqual(await sweepLater(PAYMENT_WINDOW + 2 * MINUTE), []);
    assert.deepEqual(await sweepLater(PAYMENT_WINDOW + 6 * MINUTE), ["expired"]);
  });

  it("does not wait for ever behind more orders than it takes that can't be closed", async () => {
    for (let n = 0; n < 3; n++) {
      const { intent } = await open();
      await confirm(intent, "pm_success_de");
    }
    const { orderId } = await place();
    for (let n = 0; n < 3; n++) await sweepLater(PAYMENT_WINDOW + n * MINUTE + 1_000, 2);
    assert.equal(await stateOf(orderId), "expired");
  });
});
