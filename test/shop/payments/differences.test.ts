import assert from "node:assert/strict";
import { paymentEvents } from "../../../functions/src/core/payments/schema.ts";
import { confirm } from "../../support/payments.ts";
import { orderOf } from "../support/orders.ts";
import { altered, latest, mailsTo, open, paid, paymentOf, useWorld } from "./support/world.ts";

const DIFFERENCES = [
  ["amount", { amount: 1, amount_received: 1 }, /^the amount is 1, not \d+$/],
  ["amount received", { amount_received: 1 }, /^the amount is 1, not \d+$/],
  ["currency", { currency: "usd" }, /^the currency is usd, not EUR$/],
  ["intent", { id: "pi_other" }, /^the intent is pi_other, not pi_\w+$/],
] as const;

describe("shop: a payment of which the provider says something else", () => {
  const world = useWorld();

  for (const [what, change, words] of DIFFERENCES) {
    it(`(another ${what}) is flagged with its order and nothing else; the right word pays it`, async () => {
      await world.simulator.pause();
      const payable = await open();
      const before = [await paymentOf(payable.paymentId), await orderOf(payable.orderId)];
      await confirm(payable.intent);
      const event = await latest(world.simulator, "payment_intent.succeeded");
      const body = altered(event, change);
      const answers = await Promise.all(
        [1, 2, 3].map(() => world.simulator.send(event.id, { body })),
      );
      assert.deepEqual(answers, [200, 200, 200]);

      const after = [await paymentOf(payable.paymentId), await orderOf(payable.orderId)];
      for (const { review } of after) assert.match(review ?? "", words);
      assert.deepEqual(
        after.map((one) => ({ ...one, review: null })),
        before,
      );
      assert.deepEqual(await mailsTo(payable), []);

      assert.equal(await world.simulator.send(event.id), 200);
      assert.equal((await paymentOf(payable.paymentId)).state, "succeeded");
      const { state, review } = await orderOf(payable.orderId);
      assert.equal(state, "paid");
      assert.match(review ?? "", words);
      assert.deepEqual(await mailsTo(payable), ["order-confirmed"]);
    });
  }

  it("of which the payer asks their bank for the money back is flagged with its order, once", async () => {
    const payable = await paid();
    const event = await latest(world.simulator, "payment_intent.succeeded");
    const dispute = { object: "dispute", payment_intent: payable.intent, status: "needs_response" };
    const type = "charge.dispute.created";
    const body = JSON.stringify({ ...event, id: "evt_dispute", type, data: { object: dispute } });
    for (let n = 0; n < 2; n++) assert.equal(await world.simulator.send(event.id, { body }), 200);
    const [payment, order] = [await paymentOf(payable.paymentId), await orderOf(payable.orderId)];
    const words = "disputed: needs_response";
    assert.deepEqual([payment.review, order.review], [words, words]);
    assert.deepEqual([payment.state, order.state], ["succeeded", "paid"]);
    assert.equal((await paymentEvents.doc("evt_dispute").get()).data()?.outcome, "review");
  });

  it("that has succeeded stays so, flagged", async () => {
    const payable = await paid();
    const before = await paymentOf(payable.paymentId);
    const event = await latest(world.simulator, "payment_intent.succeeded");
    const body = altered(event, { amount_received: 1 });
    assert.equal(await world.simulator.send(event.id, { body }), 200);
    const { review, ...after } = await paymentOf(payable.paymentId);
    assert.match(review ?? "", /^the amount is 1,/);
    assert.deepEqual({ ...after, review: null }, before);
    assert.equal((await orderOf(payable.orderId)).state, "paid");
  });
});
