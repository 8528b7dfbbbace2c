import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { useClock } from "../../../functions/src/core/clock.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { Payment, payments } from "../../../functions/src/core/payments/schema.ts";
import { orders } from "../../../functions/src/shop/order/schema.ts";
import { PAY_LIMIT, pay } from "../../../functions/src/shop/pay.ts";
import { placeOrder } from "../../../functions/src/shop/placeOrder.ts";
import { call, customer, refused } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { confirm, untilPayment } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import { useCheckedShop } from "../support/invariants.ts";
import { member, orderOf, place } from "../support/orders.ts";
import { shelve, shipTo, stockOf } from "../support/shelf.ts";
import { open, sweepLater } from "../support/states.ts";

describe("shop: paying an order", () => {
  const use = useCheckedShop();

  const intents = async () => (await provider().paymentIntents.list({ limit: 100 })).data;

  it("opens one payment of its total, however often and at once it is asked for", async () => {
    const { orderId, person } = await place();
    const asked = Array.from({ length: 6 }, () => call(pay, person, { orderId }));
    const answers = await Promise.all(asked);
    const { totals, payment } = await orderOf(orderId);
    assert.equal(new Set(answers.map((answer) => JSON.stringify(answer))).size, 1);
    assert.deepEqual([answers[0]?.amount, answers[0]?.paymentId], [totals.total, payment]);
    assert.deepEqual(
      (await intents()).map(({ amount, metadata }) => [amount, metadata.payment]),
      [[totals.total, payment]],
    );
  });

  it("is for its customer alone: to others, staff too, it is not there", async () => {
    const { orderId, person } = await place();
    for (const other of [customer(), await member("order_manager"), await member("admin")]) {
      await refused(call(pay, other, { orderId }), "not-found", "no-such-order");
    }
    const unknown = call(pay, person, { orderId: "0".repeat(40) });
    await refused(unknown, "not-found", "no-such-order");
    await refused(call(pay, undefined, { orderId }), "unauthenticated", "signed-out");
    assert.equal((await orderOf(orderId)).payment, null);
    await call(pay, person, { orderId });
  });

  it("is open to guests", async () => {
    const guest = { uid: `guest-${randomUUID()}`, token: {} };
    const lines = [{ sku: await shelve(), quantity: 1 }];
    const input = { requestId: randomUUID(), lines, shipTo, email: "guest@example.com" };
    const { orderId } = await call(placeOrder, guest, input);
    const { intent, paymentId } = await call(pay, guest, { orderId });
    await confirm(intent);
    await untilPayment(paymentId, "succeeded");
    assert.equal((await orderOf(orderId)).state, "paid");
  });

  it("may be asked for 60 times an hour, then nobody asks the provider any more", async () => {
    const { orderId, person } = await place();
    for (let n = 0; n < PAY_LIMIT.calls; n++) await call(pay, person, { orderId });
    await refused(call(pay, person, { orderId }), "resource-exhausted", "too-many-requests");
    const other = await place();
    await call(pay, other.person, { orderId: other.orderId });
  });

  it("ends with the half hour, to the millisecond, though no sweep has run", async () => {
    const { orderId, person } = await place();
    const closeAt = (await orderOf(orderId)).closeAt?.toMillis() ?? 0;
    const at = async (time: number, work: () => Promise<unknown>) => {
      const putBack = useClock(() => new Date(time));
      await work().finally(putBack);
    };
    const paying = () => call(pay, person, { orderId });
    await at(closeAt, () => refused(paying(), "failed-precondition", "order-expired"));
    assert.equal((await orderOf(orderId)).payment, null);
    await at(closeAt - 1, paying);
  });

  it("may be tried again after a decline, with one mail, and with the same payment", async () => {
    const { orderId, person, intent, paymentId } = await open();
    for (let n = 0; n < 3; n++) await confirm(intent, "pm_card_chargeDeclined");
    await untilPayment(paymentId, "failed");
    assert.equal((await call(pay, person, { orderId })).intent, intent);
    await confirm(intent);
    await untilPayment(paymentId, "succeeded");
    const { state, timeline } = await orderOf(orderId);
    assert.equal(state, "paid");
    const events = timeline.map(({ event }) => event);
    assert.deepEqual(events, ["placed", "payment_failed", "paid"]);
  });

  it("writes of a decline to nobody's address that a guest has typed", async () => {
    const guest = { uid: `guest-${randomUUID()}`, token: {} };
    const { orderId, intent, paymentId } = await open(await place(1, guest));
    await confirm(intent, "pm_card_chargeDeclined");
    await untilPayment(paymentId, "failed");
    const { timeline, email } = await orderOf(orderId);
    assert.equal(timeline.at(-1)?.event, "payment_failed");
    assert.equal((await mails.where("to", "==", email).get()).size, 0);
  });

  it("opens another payment if the last was canceled at the provider", async () => {
    const { orderId, person, intent, paymentId } = await open();
    await provider().paymentIntents.cancel(intent);
    await untilPayment(paymentId, "canceled");
    const again = await call(pay, person, { orderId });
    assert.notEqual(again.paymentId, paymentId);
    assert.equal((await payments.doc(again.paymentId).get()).data()?.attempt, 2);
    await confirm(again.intent);
    await untilPayment(again.paymentId, "succeeded");
    assert.equal((await orderOf(orderId)).state, "paid");
  });

  it("is refused while the provider does not answer, and goes on later with the one intent", async () => {
    const { orderId, person } = await place();
    await use.simulator.fault({ path: "payment_intents$", times: 2, action: "drop-after" });
    const attempt = call(pay, person, { orderId });
    await refused(attempt, "unavailable", "provider-unavailable");
    const { intent } = await call(pay, person, { orderId });
    assert.deepEqual(
      (await intents()).map(({ id }) => id),
      [intent],
    );
  });

  for (const code of [4, 10, 13, 14]) {
    it(`opens one payment when the answer to its commit is lost (code ${code})`, async () => {
      const { orderId, person } = await place();
      const happened = firestore.inject({ method: "Commit", kind: "lost-answer", code });
      const { paymentId } = await call(pay, person, { orderId });
      assert.ok(happened());
      assert.deepEqual(
        (await payments.get()).docs.map(({ id }) => id),
        [paymentId],
      );
    });
  }

  it("refuses what is too little to be charged, and its goods are free after the half hour", async () => {
    const { orderId, person, sku } = await place();
    const totals = { lines: 25, discount: 0, shipping: 0, tax: 5, total: 30 };
    await orders.doc(orderId).update({ totals });
    await refused(call(pay, person, { orderId }), "failed-precondition", "amount-too-small");
    await sweepLater();
    assert.equal((await orderOf(orderId)).state, "expired");
    assert.equal((await stockOf(sku)).reserved, 0);
  });

  it("takes over nothing of an intent that is not what was asked for, and asks staff to look", async () => {
    const { orderId, intent, paymentId } = await open();
    const { metadata, ...asked } = await provider().paymentIntents.retrieve(intent);
    const forged = { ...asked, metadata, status: "succeeded", amount_received: 1 };
    const event = (await use.simulator.events())[0];
    assert.ok(event);
    const body = { ...event, id: "evt_forged", data: { object: forged } };
    assert.equal(await use.simulator.send(event.id, { body: JSON.stringify(body) }), 200);
    await until(async () => (await orderOf(orderId)).review !== null);
    const { state, review } = await orderOf(orderId);
    assert.equal(state, "pending_payment");
    assert.match(review ?? "", /the amount is 1, not/);
    Payment.parse((await payments.doc(paymentId).get()).data());
  });
});
