import assert from "node:assert/strict";
import { cancelPayment } from "../../../functions/src/core/payments/intents.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { payments } from "../../../functions/src/core/payments/schema.ts";
import { orders } from "../../../functions/src/shop/order/schema.ts";
import { pay } from "../../../functions/src/shop/pay.ts";
import { call, refused } from "../../support/call.ts";
import { confirm } from "../../support/payments.ts";
import { orderOf, type Placed, place } from "../support/orders.ts";
import { asked, LOST, mailsTo, open, paid, paymentOf, useWorld } from "./support/world.ts";

const CANCEL = "/cancel$";

describe("shop: canceling a payment", () => {
  const world = useWorld();
  beforeEach(() => world.simulator.deliver(LOST));

  const statusOf = async (intent: string) =>
    (await provider().paymentIntents.retrieve(intent)).status;

  /** A payment whose intent we know nothing of; `action` says whether the provider does. */
  async function unheard(action: "500" | "drop-after"): Promise<Placed & { paymentId: string }> {
    const placed = await place();
    await world.simulator.fault({ path: "payment_intents$", action, times: 2 });
    const attempt = call(pay, placed.person, { orderId: placed.orderId });
    await refused(attempt, "unavailable", "provider-unavailable");
    const { payment } = await orderOf(placed.orderId);
    return { ...placed, paymentId: payment ?? assert.fail() };
  }

  it("ends it: nobody can pay any more", async () => {
    const payable = await open();
    assert.equal(await cancelPayment(payable.paymentId), "canceled");
    assert.equal(await statusOf(payable.intent), "canceled");
    const { state, checkAt } = await paymentOf(payable.paymentId);
    assert.deepEqual([state, checkAt], ["canceled", undefined]);
    await assert.rejects(confirm(payable.intent), { code: "payment_intent_unexpected_state" });
  });

  for (const action of ["500", "drop-after"] as const) {
    it(`whose intent we have not heard of (${action}) ends that one, which whoever is still asking gets`, async () => {
      const { paymentId, person, orderId } = await unheard(action);
      assert.equal(await cancelPayment(paymentId), "canceled");
      const [intent, ...more] = Object.keys((await world.simulator.ledger()).intents);
      assert.deepEqual(more, []);
      assert.equal((await paymentOf(paymentId)).intent, intent);
      assert.equal(await statusOf(String(intent)), "canceled");
      assert.notEqual((await call(pay, person, { orderId })).intent, intent);
    });
  }

  it("that the provider would never have taken ends it without an intent", async () => {
    const { orderId, person } = await place();
    await orders.doc(orderId).update({ "totals.total": 49 });
    await refused(call(pay, person, { orderId }), "failed-precondition", "amount-too-small");
    const { payment } = await orderOf(orderId);
    assert.equal(await cancelPayment(String(payment)), "canceled");
    const { state, intent, checkAt } = await paymentOf(String(payment));
    assert.deepEqual([state, intent, checkAt], ["canceled", null, undefined]);
    assert.equal(await cancelPayment(String(payment)), "canceled");
  });

  it("whose making the provider has failed for good ends it without an intent: its order can be closed", async () => {
    const { paymentId } = await unheard("500");
    await world.simulator.fault({ path: "payment_intents$", action: "500-kept" });
    assert.equal(await cancelPayment(paymentId), "canceled");
    const { state, intent, checkAt } = await paymentOf(paymentId);
    assert.deepEqual([state, intent, checkAt], ["canceled", null, undefined]);
  });

  it("that has succeeded meanwhile answers so, and the order is paid", async () => {
    const payable = await open();
    await confirm(payable.intent);
    assert.equal(await cancelPayment(payable.paymentId), "succeeded");
    assert.equal((await orderOf(payable.orderId)).state, "paid");
    assert.deepEqual(await mailsTo(payable), ["order-confirmed"]);
  });

  it("that is paid in that very moment answers so, and the order is paid", async () => {
    const payable = await open();
    world.front.onRequest(/^POST .*\/cancel$/, () => confirm(payable.intent));
    assert.equal(await cancelPayment(payable.paymentId), "succeeded");
    assert.equal((await orderOf(payable.orderId)).state, "paid");
  });

  it("of which we know that it succeeded or was canceled asks nobody", async () => {
    await world.simulator.deliver({});
    const payable = await paid();
    const other = await open();
    await cancelPayment(other.paymentId);
    const before = await asked(world.simulator, /./);
    assert.equal(await cancelPayment(payable.paymentId), "succeeded");
    assert.equal(await cancelPayment(other.paymentId), "canceled");
    assert.equal(await asked(world.simulator, /./), before);
  });

  it("that waits for the bank leaves it waiting, until the bank has said", async () => {
    const [taken, bounced] = [await open(), await open()];
    for (const { intent, paymentId } of [taken, bounced]) {
      await confirm(intent, "pm_success_de");
      assert.equal(await cancelPayment(paymentId), "processing");
      assert.equal((await paymentOf(paymentId)).state, "processing");
    }
    await world.simulator.settle(taken.intent, "succeeded");
    await world.simulator.settle(bounced.intent, "failed");
    assert.equal(await cancelPayment(taken.paymentId), "succeeded");
    assert.equal(await cancelPayment(bounced.paymentId), "canceled");
  });

  it("that waits for 3-D Secure, or has failed, ends it", async () => {
    for (const method of ["pm_card_authenticationRequired", "pm_card_chargeDeclined"]) {
      const payable = await open();
      await confirm(payable.intent, method);
      assert.equal(await cancelPayment(payable.paymentId), "canceled");
      assert.equal(await statusOf(payable.intent), "canceled");
    }
  });

  it("that was canceled at the provider already answers so", async () => {
    const payable = await open();
    await provider().paymentIntents.cancel(payable.intent);
    assert.equal(await cancelPayment(payable.paymentId), "canceled");
    assert.equal((await paymentOf(payable.paymentId)).state, "canceled");
  });

  it("by five at once ends it once", async () => {
    const payable = await open();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => cancelPayment(payable.paymentId)),
    );
    assert.deepEqual(new Set(answers), new Set(["canceled"]));
    assert.equal((await world.simulator.events()).at(-1)?.type, "payment_intent.canceled");
  });

  for (const [what, path, action, times] of [
    ["is down", "payment_intents", "500", 2],
    ["loses its answers", CANCEL, "drop-after", 2],
    ["has too much to do", CANCEL, "429", 1],
  ] as const) {
    it(`while the provider ${what} is refused and changes nothing; again, it ends it`, async () => {
      const payable = await open();
      const before = await paymentOf(payable.paymentId);
      await world.simulator.fault({ path, action, times });
      const attempt = cancelPayment(payable.paymentId);
      await refused(attempt, "unavailable", "provider-unavailable");
      assert.deepEqual(await paymentOf(payable.paymentId), before);
      assert.equal(await cancelPayment(payable.paymentId), "canceled");
      assert.equal(await statusOf(payable.intent), "canceled");
    });
  }

  it("that is not there is our mistake", async () => {
    await assert.rejects(cancelPayment("none"), /there is no payment none/);
    assert.equal((await payments.get()).size, 0);
  });
});
