import assert from "node:assert/strict";
import { paymentControl } from "../../../dev/payments/control.ts";
import { startPaymentSimulator } from "../../../dev/payments/simulator.ts";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { until } from "../../support/until.ts";
import { create, paid, pointTo, SECRET, useSimulator } from "./simulated.ts";

const giveBack = (payment_intent: string, amount: number) =>
  provider().refunds.create({ payment_intent, amount });

describe("dev: the payment simulator", () => {
  const use = useSimulator();

  describe("its ledger", () => {
    it("has what was captured and what of it was given back, of each intent and in all", async () => {
      const [one, other, open] = [await paid(), await paid("pm_card_visa", 500), await create()];
      await giveBack(one.id, 100);
      await giveBack(one.id, 200);
      assert.deepEqual(await use.simulator.ledger(), {
        captured: 2_499,
        refunded: 300,
        intents: {
          [one.id]: { captured: 1_999, refunded: 300 },
          [other.id]: { captured: 500, refunded: 0 },
          [open.id]: { captured: 0, refunded: 0 },
        },
      });
    });

    it("counts a refund that waits once it succeeds", async () => {
      const { id } = await paid("pm_card_pendingRefund");
      const refund = await giveBack(id, 300);
      assert.deepEqual([refund.status, refund.pending_reason], ["pending", "processing"]);
      assert.equal((await use.simulator.ledger()).refunded, 0);
      await use.simulator.settle(refund.id, "succeeded");
      assert.equal((await use.simulator.ledger()).refunded, 300);
    });

    it("takes back a refund that failed, and its money may be given back again", async () => {
      const { id } = await paid("pm_card_refundFail", 300);
      const refund = await giveBack(id, 300);
      assert.equal(refund.status, "succeeded");
      assert.equal((await use.simulator.ledger()).refunded, 300);
      await use.simulator.settle(refund.id, "failed");
      const { status, failure_reason } = await provider().refunds.retrieve(refund.id);
      assert.deepEqual([status, failure_reason], ["failed", "expired_or_canceled_card"]);
      assert.equal((await use.simulator.ledger()).refunded, 0);
      assert.equal((await giveBack(id, 300)).status, "succeeded");
      await assert.rejects(giveBack(id, 1), { code: "charge_already_refunded" });
    });
  });

  it("gives nothing back of what it has not taken", async () => {
    const { id } = await paid("pm_successDelayed_de");
    await assert.rejects(giveBack(id, 100), /does not have a successful charge to refund/);
  });

  describe("a bank debit", () => {
    it("settles when it is told to, and can't be canceled until then", async () => {
      const intent = await paid("pm_successDelayed_de");
      assert.deepEqual([intent.status, intent.amount_received], ["processing", 0]);
      const code = "payment_intent_unexpected_state";
      await assert.rejects(provider().paymentIntents.cancel(intent.id), { code });
      await use.simulator.settle(intent.id, "succeeded");
      const { status, amount_received } = await provider().paymentIntents.retrieve(intent.id);
      assert.deepEqual([status, amount_received], ["succeeded", 1_999]);
      await assert.rejects(use.simulator.settle(intent.id, "failed"), /waits for nothing/);
    });

    it("that bounces may be paid otherwise", async () => {
      const { id, latest_charge } = await paid("pm_successDelayed_de");
      await use.simulator.settle(id, "failed");
      const intent = await provider().paymentIntents.retrieve(id);
      assert.equal(intent.status, "requires_payment_method");
      const { code, payment_method } = intent.last_payment_error ?? {};
      assert.deepEqual(
        [code, payment_method?.type],
        ["payment_intent_payment_attempt_failed", "sepa_debit"],
      );
      const card = { payment_method: "pm_card_visa" };
      const paidByCard = await provider().paymentIntents.confirm(id, card);
      assert.equal(paidByCard.status, "succeeded");
      assert.notEqual(paidByCard.latest_charge, latest_charge);
    });
  });

  describe("another process", () => {
    it("tells and asks it the same", async () => {
      const control = paymentControl(use.simulator.url);
      await control.fault({ method: "POST", action: "500" });
      await assert.rejects(create(), { statusCode: 500 });
      await control.pause();
      const { id } = await paid("pm_successDelayed_de");
      await control.settle(id, "succeeded");
      const events = await control.events();
      assert.deepEqual(events, await use.simulator.events());
      assert.equal(await control.send(events.at(-1)?.id ?? "", { timestamp: 1 }), 200);
      assert.match(use.webhook.received[0]?.signature ?? "", /^t=1,/);
      assert.deepEqual(await control.ledger(), await use.simulator.ledger());
      assert.deepEqual(
        (await control.requests()).map(({ status }) => status),
        [500, 200, 200],
      );
      await control.deliver({ copies: 2 });
      await control.release();
      await until(() => use.webhook.received.length === 5);
      await control.mend();
    });

    it("hears what is wrong", async () => {
      const control = paymentControl(use.simulator.url);
      await assert.rejects(control.settle("pi_none", "failed"), /No such payment_intent/);
      await assert.rejects(control.fault({ path: "(", action: "500" }), /regular expression/i);
      const url = `${use.simulator.url}/_control/stop`;
      const headers = { "content-type": "application/json" };
      assert.equal((await fetch(url, { method: "POST", headers, body: "[]" })).status, 400);
    });

    it("can't be a page of another site", async () => {
      const body = JSON.stringify(["pi_1", "succeeded"]);
      const url = `${use.simulator.url}/_control/settle`;
      assert.equal((await fetch(url, { method: "POST", body })).status, 405);
      const preflight = await fetch(url, { method: "OPTIONS" });
      assert.equal(preflight.headers.get("access-control-allow-origin"), null);
    });
  });

  it("goes on from what an earlier one has kept: an order of yesterday is paid today", async () => {
    await use.simulator.pause();
    const key = crypto.randomUUID();
    const [open, asking] = [await create(700, key), await paid("pm_card_authenticationRequired")];
    const { id } = await paid();
    const refund = await giveBack(id, 100);
    const state = JSON.parse(JSON.stringify(use.simulator.state()));
    const later = await startPaymentSimulator({ port: 0, webhookSecret: SECRET, state });
    const restore = pointTo(later.url);
    try {
      assert.equal((await create(700, key)).id, open.id);
      assert.equal((await provider().refunds.retrieve(refund.id)).status, "succeeded");
      assert.deepEqual(await later.ledger(), await use.simulator.ledger());
      const { next_action } = await provider().paymentIntents.retrieve(asking.id);
      assert.ok(next_action?.redirect_to_url?.url?.startsWith(later.url));
      later.deliverTo(use.webhook.url);
      await until(() => use.webhook.received.length === 7);
      const card = { payment_method: "pm_card_visa" };
      assert.equal((await provider().paymentIntents.confirm(open.id, card)).status, "succeeded");
    } finally {
      restore();
      await later.stop();
    }
  });

  it("keeps all events while there is no webhook", async () => {
    const alone = await startPaymentSimulator({ port: 0, webhookSecret: SECRET });
    const restore = pointTo(alone.url);
    try {
      await paid();
      assert.deepEqual(
        (await alone.events()).map(({ pending_webhooks }) => pending_webhooks),
        [1, 1],
      );
      const [event] = await alone.events();
      await assert.rejects(alone.send(event?.id ?? ""), /no webhook/);
    } finally {
      restore();
      await alone.stop();
    }
  });
});
