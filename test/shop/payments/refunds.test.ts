import assert from "node:assert/strict";
import { DAY, MINUTE, now } from "../../../functions/src/core/clock.ts";
import { executeRefund } from "../../../functions/src/core/payments/executeRefund.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { refunds } from "../../../functions/src/core/payments/schema.ts";
import { refused } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { confirm, makeRefunds } from "../../support/payments.ts";
import { orderOf } from "../support/orders.ts";
import { make, promise, refundOf, storedRefund } from "./support/refunds.ts";
import { asked, LOST, mailsTo, open, paid, paymentOf, sweep, useWorld } from "./support/world.ts";

const CREATE = /^POST \/v1\/refunds$/;

describe("shop: a refund", () => {
  const world = useWorld();
  // What is not heard by event must be heard from the answers.
  const paidInSilence = async (method?: string) => {
    const order = await paid(method);
    await world.simulator.deliver(LOST);
    return order;
  };
  const refunded = async () => (await world.simulator.ledger()).refunded;
  const sumsOf = async (paymentId: string) => {
    const { captured, refunding, refunded } = await paymentOf(paymentId);
    return [captured, refunding, refunded];
  };

  it("is promised, made and told: once, of whoever makes it again", async () => {
    const order = await paidInSilence();
    const { amount } = order;
    const id = await promise(order, 1_000);
    assert.deepEqual(await sumsOf(order.paymentId), [amount, 1_000, 0]);
    const promised = await storedRefund(id);
    assert.equal(promised.data().nextAt?.toMillis(), now().getTime() + MINUTE);
    await Promise.all([executeRefund(promised), executeRefund(promised), executeRefund(promised)]);
    await executeRefund(promised);
    await make(id);
    assert.deepEqual(await sumsOf(order.paymentId), [amount, 1_000, 1_000]);
    const { state, nextAt, attempts } = await refundOf(id);
    assert.deepEqual([state, nextAt, attempts], ["succeeded", undefined, 1]);
    assert.equal(await asked(world.simulator, CREATE), 1);
    const { key } = (await world.simulator.requests()).at(-1) ?? {};
    assert.equal(key?.split(" ")[0], id, "its id is the idempotency key");
    assert.equal((await orderOf(order.orderId)).refunded, 1_000);
    assert.deepEqual(await mailsTo(order), ["order-confirmed", "order-refunded"]);
  });

  it("of which the provider keeps its failure under the key is made under another, once", async () => {
    const order = await paidInSilence();
    const id = await promise(order, 1_000);
    await world.simulator.fault({ method: "POST", path: "/v1/refunds$", action: "500-kept" });
    await assert.rejects(make(id), { type: "StripeAPIError" });
    await make(id);
    await make(id);
    assert.equal((await refundOf(id)).state, "succeeded");
    assert.equal(await refunded(), 1_000);
  });

  it("by ten at once is never more than was received", async () => {
    const order = await paidInSilence();
    const each = 700;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, () => promise(order, each)),
    );
    const promised = outcomes.filter(({ status }) => status === "fulfilled").length;
    assert.equal(promised, Math.floor(order.amount / each));
    const left = order.amount - promised * each;
    for (const outcome of outcomes) {
      if (outcome.status === "fulfilled") continue;
      const { details } = outcome.reason;
      assert.deepEqual([details.reason, details.left], ["refund-too-large", left]);
    }
    await makeRefunds();
    assert.equal(await refunded(), promised * each);
    await promise(order);
    await makeRefunds();
    assert.equal(await refunded(), order.amount);
    await refused(promise(order), "failed-precondition", "nothing-to-refund");
    await refused(promise(order, 1), "failed-precondition", "refund-too-large");
  });

  for (const action of ["drop-before", "drop-after", "500"] as const) {
    it(`whose answer is missing (${action}) is made by the sweep, once`, async () => {
      const order = await paidInSilence();
      const id = await promise(order, 1_000);
      await world.simulator.fault({ method: "POST", path: "/v1/refunds$", action, times: 2 });
      await assert.rejects(make(id));
      assert.equal((await refundOf(id)).state, "pending");
      await sweep();
      assert.equal((await refundOf(id)).state, "pending");
      world.pass(2 * MINUTE);
      await Promise.all([sweep(), sweep()]);
      assert.equal((await refundOf(id)).state, "succeeded");
      assert.deepEqual(await sumsOf(order.paymentId), [order.amount, 1_000, 1_000]);
      assert.equal(await refunded(), 1_000);
    });
  }

  it("of which the provider has forgotten the key is found, not made twice", async () => {
    const order = await paidInSilence();
    const [id, other] = [await promise(order, 1_000), await promise(order, 1_000)];
    for (const one of [id, other]) {
      await world.simulator.fault({ path: "/v1/refunds$", action: "drop-after", times: 2 });
      await assert.rejects(make(one));
    }
    world.front.forgetKeys();
    world.pass(DAY);
    await sweep();
    const found = [await refundOf(id), await refundOf(other)];
    assert.deepEqual(
      found.map(({ state }) => state),
      ["succeeded", "succeeded"],
    );
    assert.notEqual(found[0]?.providerId, found[1]?.providerId);
    assert.equal(await refunded(), 2_000);
  });

  it("is found among more than the provider shows at once", async () => {
    const order = await paidInSilence();
    const id = await promise(order, 1_000);
    await world.simulator.fault({ path: "/v1/refunds$", action: "drop-after", times: 2 });
    await assert.rejects(make(id));
    await world.simulator.pause();
    await world.simulator.deliver({});
    for (let n = 0; n < 3; n++) {
      await provider().refunds.create({ payment_intent: order.intent, amount: 1 });
    }
    world.front.forgetKeys();
    world.front.page = 2;
    world.pass(2 * MINUTE);
    await sweep();
    assert.equal((await refundOf(id)).state, "succeeded");
    for (const event of await world.simulator.events()) {
      if (event.type === "refund.created") await world.simulator.send(event.id);
    }
    assert.deepEqual(await sumsOf(order.paymentId), [order.amount, 1_003, 1_003]);
  });

  it("that we die over after it was made is found by the sweep", async () => {
    const order = await paidInSilence();
    const id = await promise(order, 1_000);
    world.front.onAnswer(CREATE, () =>
      firestore.inject({ method: "Commit", kind: "refused", code: 7 }),
    );
    await assert.rejects(make(id));
    assert.equal((await refundOf(id)).state, "pending");
    world.pass(2 * MINUTE);
    await sweep();
    assert.equal((await refundOf(id)).state, "succeeded");
    assert.equal(await refunded(), 1_000);
  });

  it("that nobody made when it was promised is made by the sweep a minute later", async () => {
    const order = await paidInSilence();
    const id = await promise(order, 1_000);
    world.pass(MINUTE - 1);
    await sweep();
    assert.equal(await refunded(), 0);
    world.pass(1);
    await sweep();
    assert.equal((await refundOf(id)).state, "succeeded");
  });

  it("that cannot be made is tried less and less often, and keeps no other", async () => {
    const [order, other] = [await paid(), await paidInSilence()];
    const id = await promise(order, 1_000);
    await world.simulator.fault({ method: "POST", path: "/v1/refunds$", action: "500", times: 6 });
    const waits = [];
    for (let n = 0; n < 3; n++) {
      world.pass(((await refundOf(id)).nextAt?.toMillis() ?? 0) - now().getTime());
      await sweep();
      waits.push((await refundOf(id)).nextAt?.toMillis());
    }
    const started = now().getTime();
    assert.equal(waits.at(-1), started + 8 * MINUTE);
    world.pass(8 * MINUTE);
    const second = await promise(other, 500);
    world.pass(MINUTE);
    await world.simulator.fault({ path: "/v1/refunds", action: "500", times: 1 });
    await sweep();
    assert.deepEqual(
      [(await refundOf(id)).state, (await refundOf(second)).state],
      ["succeeded", "succeeded"],
    );
    assert.equal((await refunds.where("state", "==", "pending").get()).size, 0);
  });

  it("of a debit or a card that has not been received yet cannot be promised", async () => {
    const order = await open();
    await confirm(order.intent, "pm_success_de");
    await refused(promise(order), "failed-precondition", "wrong-state");
    await world.simulator.settle(order.intent, "failed");
  });
});
