import assert from "node:assert/strict";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { until } from "../../support/until.ts";
import { create, paid, SECRET, useSimulator } from "./simulated.ts";

describe("dev: the payment simulator: events", () => {
  const use = useSimulator();
  const arrived = (count: number) => until(() => use.webhook.received.length >= count);
  /** All that is to come has come. */
  const settled = () =>
    until(async () =>
      (await use.simulator.events()).every(({ pending_webhooks }) => pending_webhooks === 0),
    );
  const verify = (body = "", signature = "") =>
    provider().webhooks.constructEvent(body, signature, SECRET);

  it("come signed, and the SDK believes them", async () => {
    const { id } = await create();
    await arrived(1);
    const [received] = use.webhook.received;
    const event = verify(received?.body, received?.signature);
    assert.partialDeepStrictEqual(event, {
      object: "event",
      type: "payment_intent.created",
      livemode: false,
      data: { object: { id, object: "payment_intent", metadata: { order: "1" } } },
    });
    assert.match(event.id, /^evt_\w+$/);
    assert.throws(() => verify(`${received?.body} `, received?.signature), /signature/);
  });

  it("show the object as it was when it happened", async () => {
    await use.simulator.pause();
    const { id } = await paid();
    await use.simulator.release();
    await arrived(2);
    const [created, succeeded] = use.webhook.received.map(({ body }) => JSON.parse(body).data);
    assert.deepEqual([created.object.id, succeeded.object.id], [id, id]);
    assert.deepEqual(
      [created.object.status, succeeded.object.status],
      ["requires_payment_method", "succeeded"],
    );
  });

  it("tell the whole story of a payment, in its order", async () => {
    const { id } = await create(1_000);
    const { paymentIntents, refunds } = provider();
    const confirm = (payment_method: string) => paymentIntents.confirm(id, { payment_method });
    await assert.rejects(confirm("pm_card_chargeDeclined"));
    await confirm("pm_card_authenticationRequired");
    await use.simulator.settle(id, "failed");
    await confirm("pm_successDelayed_de");
    await use.simulator.settle(id, "failed");
    await confirm("pm_card_refundFail");
    const refund = await refunds.create({ payment_intent: id, amount: 400 });
    await use.simulator.settle(refund.id, "failed");
    await paymentIntents.cancel((await create()).id);
    await settled();
    assert.deepEqual(use.webhook.types, [
      "payment_intent.created",
      "payment_intent.payment_failed",
      "payment_intent.requires_action",
      "payment_intent.payment_failed",
      "payment_intent.processing",
      "payment_intent.payment_failed",
      "payment_intent.succeeded",
      "refund.created",
      "charge.refunded",
      "refund.updated",
      "refund.failed",
      "payment_intent.created",
      "payment_intent.canceled",
    ]);
    const charge = JSON.parse(use.webhook.received[8]?.body ?? "").data.object;
    assert.partialDeepStrictEqual(charge, {
      object: "charge",
      amount: 1_000,
      amount_refunded: 400,
      refunded: false,
      payment_intent: id,
    });
  });

  it("come again until they are taken", async () => {
    use.webhook.answers.push(500, 404, 302);
    await create();
    await arrived(4);
    await settled();
    assert.equal(new Set(use.webhook.received.map(({ id }) => id)).size, 1);
  });

  it("wait for a webhook that is not up", async () => {
    await use.webhook.down();
    await create();
    await until(async () => (await use.simulator.events()).length === 1);
    await use.webhook.up();
    await arrived(1);
    await settled();
  });

  it("come as often as they are told to", async () => {
    await use.simulator.deliver({ copies: 3 });
    await create();
    await arrived(3);
    await use.simulator.deliver({});
    await create();
    await arrived(4);
    const [first, second, third, next] = use.webhook.received.map(({ id }) => id);
    assert.deepEqual([second, third], [first, first]);
    assert.notEqual(next, first);
  });

  it("come late", async () => {
    await use.simulator.deliver({ delayMs: 300 });
    const started = performance.now();
    await create();
    await arrived(1);
    assert.ok(performance.now() - started >= 300);
  });

  it("come in reverse, and then in their order again", async () => {
    await use.simulator.deliver({ reverse: 2 });
    const { id } = await paid();
    await arrived(2);
    await provider().refunds.create({ payment_intent: id });
    await arrived(4);
    assert.deepEqual(use.webhook.types, [
      "payment_intent.succeeded",
      "payment_intent.created",
      "refund.created",
      "charge.refunded",
    ]);
  });

  it("get lost, so many of them", async () => {
    await use.simulator.deliver({ lose: 2 });
    await paid();
    const { id } = await create();
    await settled();
    assert.deepEqual(
      use.webhook.received.map(({ object }) => object),
      [id],
    );
  });

  it("get lost by their type, and can still be sent", async () => {
    await use.simulator.deliver({ lose: ["payment_intent.succeeded"] });
    await paid();
    await settled();
    assert.deepEqual(use.webhook.types, ["payment_intent.created"]);
    const lost = (await use.simulator.events()).at(-1);
    assert.equal(await use.simulator.send(lost?.id ?? ""), 200);
    assert.equal(use.webhook.types.at(-1), "payment_intent.succeeded");
  });

  describe("while they are held", () => {
    beforeEach(() => use.simulator.pause());

    it("are sent one by one, in any order, and the rest on release", async () => {
      const { id } = await paid();
      await provider().refunds.create({ payment_intent: id });
      const [created, succeeded] = await use.simulator.events();
      for (const event of [succeeded, created, succeeded]) {
        assert.equal(await use.simulator.send(event?.id ?? ""), 200);
      }
      await use.simulator.release();
      await settled();
      assert.deepEqual(use.webhook.types, [
        "payment_intent.succeeded",
        "payment_intent.created",
        "payment_intent.succeeded",
        "refund.created",
        "charge.refunded",
      ]);
    });

    it("are sent with a false signature, an old one, or another body", async () => {
      await create();
      const [event] = await use.simulator.events();
      const hourAgo = Math.floor(Date.now() / 1000) - 3_600;
      const id = event?.id ?? "";
      await use.simulator.send(id, { signature: "t=1,v1=00" });
      await use.simulator.send(id, { timestamp: hourAgo });
      await use.simulator.send(id, { body: '{"type":"x","id":"y","data":{"object":{}}}' });
      const [forged, old, other] = use.webhook.received;
      assert.throws(() => verify(forged?.body, forged?.signature), /signature/);
      assert.throws(() => verify(old?.body, old?.signature), /tolerance/);
      assert.equal(verify(other?.body, other?.signature).type, "x");
    });

    it("answer what the webhook answered", async () => {
      await create();
      const [event] = await use.simulator.events();
      use.webhook.answers.push(400);
      assert.equal(await use.simulator.send(event?.id ?? ""), 400);
      await use.webhook.down();
      assert.equal(await use.simulator.send(event?.id ?? ""), 0);
      await use.webhook.up();
    });

    it("are held also if they were on their way already", async () => {
      await use.simulator.release();
      use.webhook.answers.push(500);
      await create();
      await arrived(1);
      await use.simulator.pause();
      const paused = performance.now();
      // The second try would have come after 100 ms.
      await until(() => performance.now() - paused > 250);
      assert.equal(use.webhook.received.length, 1);
      await use.simulator.release();
      await settled();
      assert.equal(use.webhook.received.length, 2);
    });
  });

  it("that don't exist can't be sent", async () => {
    await assert.rejects(use.simulator.send("evt_none"), /no event/);
  });
});
