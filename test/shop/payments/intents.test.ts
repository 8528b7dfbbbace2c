import assert from "node:assert/strict";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { payments } from "../../../functions/src/core/payments/schema.ts";
import { orders } from "../../../functions/src/shop/order/schema.ts";
import { pay } from "../../../functions/src/shop/pay.ts";
import { call, refused } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { confirm, untilPayment } from "../../support/payments.ts";
import { orderOf, type Placed, place } from "../support/orders.ts";
import {
  altered,
  asked,
  eventsOf,
  everything,
  LOST,
  mailsTo,
  open,
  paymentOf,
  sweep,
  useWorld,
} from "./support/world.ts";

const CREATE = "^/v1/payment_intents$";
const PERMISSION_DENIED = 7;

describe("shop: the intent of a payment", () => {
  const world = useWorld();
  const intents = async () => Object.keys((await world.simulator.ledger()).intents);
  const tryToPay = ({ person, orderId }: Placed) => call(pay, person, { orderId });

  it("is made once, however often somebody asks to pay", async () => {
    const placed = await place();
    const first = await tryToPay(placed);
    assert.deepEqual(await tryToPay(placed), first);
    assert.deepEqual(await intents(), [first.intent]);
    const { state, intent, amount, currency } = await paymentOf(first.paymentId);
    assert.deepEqual([state, intent], ["created", first.intent]);
    assert.deepEqual([first.amount, first.currency], [amount, currency]);
    assert.equal((await orderOf(placed.orderId)).totals.total, amount);
    assert.match(first.clientSecret, new RegExp(`^${first.intent}_secret_`));
  });

  it("is made once when five ask at once", async () => {
    const placed = await place();
    const answers = await Promise.all(Array.from({ length: 5 }, () => tryToPay(placed)));
    assert.equal(new Set(answers.map(({ clientSecret }) => clientSecret)).size, 1);
    assert.equal((await intents()).length, 1);
    assert.equal((await payments.get()).size, 1);
  });

  for (const action of ["drop-before", "drop-after", "500", "429"] as const) {
    it(`is made once when the provider fails (${action}): the call is refused, and may be repeated`, async () => {
      await world.simulator.pause();
      const placed = await place();
      // The SDK repeats a request once, but not one that came too soon.
      const times = action === "429" ? 1 : 2;
      await world.simulator.fault({ method: "POST", path: CREATE, action, times });
      await refused(tryToPay(placed), "unavailable", "provider-unavailable");
      const [payment] = (await payments.get()).docs;
      assert.deepEqual([payment?.data().state, payment?.data().intent], ["created", null]);

      const { paymentId, intent } = await tryToPay(placed);
      assert.equal(paymentId, payment?.id);
      assert.deepEqual(await intents(), [intent]);
      assert.equal((await paymentOf(paymentId)).intent, intent);
      await confirm(intent);
      await world.simulator.release();
      await untilPayment(paymentId, "succeeded");
    });
  }

  it("is another payment's when the provider keeps its failure under the key: the order can be paid", async () => {
    const placed = await place();
    await world.simulator.fault({ method: "POST", path: CREATE, action: "500-kept" });
    await refused(tryToPay(placed), "unavailable", "provider-unavailable");
    const [first] = (await payments.get()).docs;
    const { paymentId, intent } = await tryToPay(placed);
    assert.notEqual(paymentId, first?.id);
    assert.equal((await paymentOf(first?.id ?? "")).state, "canceled");
    await confirm(intent);
    await untilPayment(paymentId, "succeeded");
    assert.equal((await orderOf(placed.orderId)).state, "paid");
  });

  it("is had in one call when the provider fails once", async () => {
    const placed = await place();
    await world.simulator.fault({ path: CREATE, action: "drop-after" });
    const { intent } = await tryToPay(placed);
    assert.deepEqual(await intents(), [intent]);
  });

  it("is the one the event tells of when its answer was lost, even a day later", async () => {
    const placed = await place();
    await world.simulator.fault({ path: CREATE, action: "drop-after", times: 2 });
    await refused(tryToPay(placed), "unavailable", "provider-unavailable");
    const [payment] = (await payments.get()).docs;
    assert.ok(payment);
    const known = await intents();
    for (const event of await world.simulator.events()) await world.simulator.send(event.id);
    assert.deepEqual([(await paymentOf(payment.id)).intent], known);
    world.front.forgetKeys();
    assert.deepEqual([(await tryToPay(placed)).intent], known);
    assert.deepEqual(await intents(), known);
  });

  it("is made once when we die before it is written down", async () => {
    await world.simulator.pause();
    const placed = await place();
    world.front.onAnswer(/^POST \/v1\/payment_intents$/, () =>
      firestore.inject({ method: "Commit", kind: "refused", code: PERMISSION_DENIED }),
    );
    await assert.rejects(tryToPay(placed), { code: "internal" });
    const [payment] = (await payments.get()).docs;
    assert.equal(payment?.data().intent, null);
    const again = await tryToPay(placed);
    assert.deepEqual([again.paymentId, await intents()], [payment?.id, [again.intent]]);
    assert.equal((await paymentOf(again.paymentId)).intent, again.intent);
  });

  it("of less than the provider charges is refused, and none is made", async () => {
    const placed = await place();
    await orders.doc(placed.orderId).update({ "totals.total": 49 });
    await refused(tryToPay(placed), "failed-precondition", "amount-too-small");
    await refused(tryToPay(placed), "failed-precondition", "amount-too-small");
    assert.deepEqual(await intents(), []);
    const other = await place();
    await orders.doc(other.orderId).update({ "totals.total": 50 });
    assert.equal((await tryToPay(other)).amount, 50);
  });

  it("that was canceled at the provider is followed by a second attempt, which nothing of the first disturbs", async () => {
    const first = await open();
    await confirm(first.intent, "pm_card_chargeDeclined");
    await provider().paymentIntents.cancel(first.intent);
    await untilPayment(first.paymentId, "canceled");

    const second = await tryToPay(first);
    assert.notEqual(second.paymentId, first.paymentId);
    assert.notEqual(second.intent, first.intent);
    const { attempt, state } = await paymentOf(second.paymentId);
    assert.deepEqual([attempt, state], [2, "created"]);
    assert.equal((await orderOf(first.orderId)).payment, second.paymentId);

    await world.simulator.pause();
    const before = await everything();
    for (const event of await eventsOf(world.simulator, first.intent)) {
      const body = altered(event, {});
      assert.equal(await world.simulator.send(event.id, { body }), 200);
    }
    const after = await everything();
    for (const [path, document] of Object.entries(before)) {
      assert.deepEqual(after[path], document, path);
    }
    await confirm(second.intent);
    await world.simulator.release();
    await untilPayment(second.paymentId, "succeeded");
    assert.equal((await orderOf(first.orderId)).state, "paid");
    assert.deepEqual(await mailsTo(first), ["order-confirmed", "payment-failed"]);
  });

  it("that was canceled there without our hearing of it is found out by asking to pay", async () => {
    await world.simulator.deliver(LOST);
    const first = await open();
    await provider().paymentIntents.cancel(first.intent);
    await tryToPay(first);
    assert.equal((await paymentOf(first.paymentId)).state, "canceled");
    assert.notEqual((await tryToPay(first)).paymentId, first.paymentId);
  });

  it("that was paid without our hearing of it pays the order when somebody asks to pay again", async () => {
    await world.simulator.deliver(LOST);
    const payable = await open();
    await confirm(payable.intent);
    await tryToPay(payable);
    assert.equal((await orderOf(payable.orderId)).state, "paid");
    await refused(tryToPay(payable), "failed-precondition", "wrong-state");
    assert.deepEqual(await mailsTo(payable), ["order-confirmed"]);
  });

  it("is not asked about before there is one", async () => {
    const placed = await place();
    await world.simulator.fault({ path: CREATE, action: "500", times: 2 });
    await refused(tryToPay(placed), "unavailable", "provider-unavailable");
    world.pass(10 * 60_000);
    await sweep();
    assert.equal(await asked(world.simulator, /^GET/), 0);
  });
});
