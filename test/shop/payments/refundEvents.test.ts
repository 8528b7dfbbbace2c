import assert from "node:assert/strict";
import { DAY, MINUTE } from "../../../functions/src/core/clock.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { refunds } from "../../../functions/src/core/payments/schema.ts";
import { refused } from "../../support/call.ts";
import { confirm } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import { orderOf } from "../support/orders.ts";
import { make, promise, refundOf } from "./support/refunds.ts";
import {
  altered,
  eventsOf,
  everything,
  LOST,
  latest,
  mailsTo,
  open,
  paid,
  paymentOf,
  sweep,
  useWorld,
} from "./support/world.ts";

describe("shop: what the provider says of a refund", () => {
  const world = useWorld();
  const sumsOf = async (paymentId: string) => {
    const { captured, refunding, refunded } = await paymentOf(paymentId);
    return [captured, refunding, refunded];
  };
  const inDashboard = (payment_intent: string, amount?: number, metadata = {}) =>
    provider().refunds.create({ payment_intent, metadata, ...(amount ? { amount } : {}) });
  const send = async (type: string) =>
    world.simulator.send((await latest(world.simulator, type)).id);

  it("may be heard before it answers us", async () => {
    const order = await paid();
    const id = await promise(order, 1_000);
    await world.simulator.pause();
    world.front.onAnswer(/^POST \/v1\/refunds$/, async () => {
      assert.equal(await send("refund.created"), 200);
      assert.equal((await refundOf(id)).state, "succeeded");
    });
    await make(id);
    await send("refund.created");
    assert.deepEqual(await sumsOf(order.paymentId), [order.amount, 1_000, 1_000]);
    assert.equal((await orderOf(order.orderId)).refunded, 1_000);
    assert.deepEqual(await mailsTo(order), ["order-confirmed", "order-refunded"]);
  });

  it("ten times at once is applied once", async () => {
    const order = await paid();
    await world.simulator.pause();
    await make(await promise(order, 1_000));
    await inDashboard(order.intent, 500);
    const events = (await world.simulator.events()).filter(({ type }) => type === "refund.created");
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => events.map(({ id }) => world.simulator.send(id))).flat(),
    );
    assert.deepEqual(answers, Array(20).fill(200));
    assert.deepEqual(await sumsOf(order.paymentId), [order.amount, 1_500, 1_500]);
    assert.equal((await orderOf(order.orderId)).refunded, 1_500);
    assert.equal((await mailsTo(order)).length, 3);
  });

  it("that waits for the bank is asked about until it has come, its events lost", async () => {
    const order = await paid("pm_card_pendingRefund");
    await world.simulator.deliver(LOST);
    const id = await promise(order, 1_000);
    await make(id);
    assert.deepEqual(await sumsOf(order.paymentId), [order.amount, 1_000, 0]);
    const { providerId, nextAt } = await refundOf(id);
    assert.ok(providerId && nextAt);
    world.pass(2 * MINUTE);
    await sweep();
    assert.equal((await refundOf(id)).state, "pending");
    await world.simulator.settle(providerId, "succeeded");
    world.pass(DAY);
    await sweep();
    assert.deepEqual(await sumsOf(order.paymentId), [order.amount, 1_000, 1_000]);
  });

  it("that the bank did not take after all goes back, and the order is flagged", async () => {
    const order = await paid("pm_card_refundFail");
    const id = await promise(order);
    await make(id);
    assert.deepEqual(await sumsOf(order.paymentId), [order.amount, order.amount, order.amount]);
    const { providerId } = await refundOf(id);
    await world.simulator.settle(String(providerId), "failed");
    await until(async () => (await refundOf(id)).state === "failed");
    assert.deepEqual(await sumsOf(order.paymentId), [order.amount, 0, 0]);
    assert.equal((await orderOf(order.orderId)).review, `refund ${id} failed`);
    for (const event of await eventsOf(world.simulator, String(providerId))) {
      const body = altered(event, {});
      assert.equal(await world.simulator.send(event.id, { body }), 200);
    }
    assert.deepEqual(await sumsOf(order.paymentId), [order.amount, 0, 0]);
    await make(await promise(order, 1_000));
    assert.deepEqual(await sumsOf(order.paymentId), [order.amount, 1_000, 1_000]);
  });

  it("that cannot be made is heard at once: the promise is off, the order is flagged", async () => {
    const order = await paid();
    const id = await promise(order);
    await world.simulator.pause();
    await inDashboard(order.intent);
    await make(id);
    const { state, nextAt } = await refundOf(id);
    assert.deepEqual([state, nextAt], ["failed", undefined]);
    assert.deepEqual(await sumsOf(order.paymentId), [order.amount, 0, 0]);
    assert.equal((await orderOf(order.orderId)).review, `refund ${id} failed`);
    await send("refund.created");
    assert.deepEqual(await sumsOf(order.paymentId), [order.amount, order.amount, order.amount]);
    assert.equal((await orderOf(order.orderId)).refunded, order.amount);
  });

  it("that was made in its dashboard is entered and told to the order, once", async () => {
    const order = await paid();
    const { id } = await inDashboard(order.intent, 1_000, { ticket: "4711" });
    await until(async () => (await orderOf(order.orderId)).refunded === 1_000);
    await send("refund.created");
    const { state, by, reason, amount, providerId, nextAt } = await refundOf(id);
    assert.deepEqual([state, by, reason, amount], ["succeeded", "provider", "dashboard", 1_000]);
    assert.deepEqual([providerId, nextAt], [id, undefined]);
    assert.deepEqual(await sumsOf(order.paymentId), [order.amount, 1_000, 1_000]);
    assert.deepEqual(await mailsTo(order), ["order-confirmed", "order-refunded"]);
    const left = order.amount - 1_000;
    assert.equal(
      (await refused(promise(order, left + 1), "failed-precondition", "refund-too-large")).left,
      left,
    );
  });

  it("made there of what we have promised leaves nothing to promise, and never a negative sum", async () => {
    const order = await paid();
    const id = await promise(order);
    await world.simulator.pause();
    await inDashboard(order.intent);
    await send("refund.created");
    const { left } = await refused(promise(order, 1), "failed-precondition", "refund-too-large");
    assert.equal(left, 0);
    await refused(promise(order), "failed-precondition", "nothing-to-refund");
    await make(id);
    assert.deepEqual(await sumsOf(order.paymentId), [order.amount, order.amount, order.amount]);
  });

  it("is heard before we have heard of the money: both are entered", async () => {
    await world.simulator.pause();
    const order = await open();
    await confirm(order.intent);
    await inDashboard(order.intent, 1_000);
    assert.equal(await send("refund.created"), 200);
    await send("payment_intent.succeeded");
    const { captured } = await paymentOf(order.paymentId);
    assert.deepEqual(await sumsOf(order.paymentId), [captured, 1_000, 1_000]);
    const { state, refunded } = await orderOf(order.orderId);
    assert.deepEqual([state, refunded], ["paid", 1_000]);
  });

  it("under the name of one that has been made is another one", async () => {
    const order = await paid();
    const id = await promise(order, 1_000);
    await make(id);
    const again = await inDashboard(order.intent, 1_000, { refund: id });
    const strange = await inDashboard(order.intent, 100, { refund: "a/b" });
    await until(async () => (await orderOf(order.orderId)).refunded === 2_100);
    assert.deepEqual(await sumsOf(order.paymentId), [order.amount, 2_100, 2_100]);
    assert.deepEqual(
      [(await refundOf(again.id)).amount, (await refundOf(strange.id)).amount],
      [1_000, 100],
    );
    assert.notEqual((await refundOf(id)).providerId, again.id);
  });

  it("that it does not find is no word about the money: it is asked again", async () => {
    const order = await paid("pm_card_pendingRefund");
    const id = await promise(order, 1_000);
    await world.simulator.pause();
    await make(id);
    await refunds.doc(id).update({ providerId: "re_of_another_account" });
    await assert.rejects(make(id), { code: "resource_missing" });
    assert.equal((await refundOf(id)).state, "pending");
    assert.deepEqual(await sumsOf(order.paymentId), [order.amount, 1_000, 0]);
  });

  it("of another system that shares the account is nothing to us", async () => {
    const { id } = await provider().paymentIntents.create({ amount: 700, currency: "eur" });
    await confirm(id);
    const before = await everything();
    await world.simulator.pause();
    await inDashboard(id);
    assert.equal(await send("refund.created"), 200);
    assert.deepEqual(await everything(), before);
    await open().then(({ paymentId }) => paymentOf(paymentId));
  });
});
