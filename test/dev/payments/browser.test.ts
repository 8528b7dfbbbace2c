import assert from "node:assert/strict";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { create, useSimulator } from "./simulated.ts";

describe("dev: the payment simulator: a browser", () => {
  const use = useSimulator();
  const ask = async (path: string, form: Record<string, string>, headers = {}) => {
    const answer = await fetch(`${use.simulator.url}/v1/${path}`, {
      method: "POST",
      headers: { origin: "https://shop.example", ...headers },
      body: new URLSearchParams(form),
    });
    return { status: answer.status, headers: answer.headers, body: await answer.json() };
  };
  const key = "pk_test_1";

  it("confirms with the secret of the intent, from another origin", async () => {
    const { id, client_secret } = await create();
    const form = { key, client_secret: client_secret ?? "", payment_method: "pm_card_visa" };
    const { status, headers, body } = await ask(`payment_intents/${id}/confirm`, form);
    assert.deepEqual([status, body.status], [200, "succeeded"]);
    assert.equal(headers.get("access-control-allow-origin"), "*");
    assert.equal((await provider().paymentIntents.retrieve(id)).status, "succeeded");
  });

  it("may ask first whether it may", async () => {
    const { id } = await create();
    const url = `${use.simulator.url}/v1/payment_intents/${id}/confirm`;
    const answer = await fetch(url, { method: "OPTIONS" });
    assert.equal(answer.status, 204);
    assert.match(answer.headers.get("access-control-allow-methods") ?? "", /POST/);
  });

  it("is told nothing of the shop's notes and the money, neither in the answer nor in a refusal", async () => {
    const { id, client_secret } = await create();
    const form = { key, client_secret: client_secret ?? "" };
    const path = `payment_intents/${id}/confirm`;
    const declined = await ask(path, { ...form, payment_method: "pm_card_chargeDeclined" });
    assert.equal(declined.status, 402);
    const paid = await ask(path, { ...form, payment_method: "pm_card_visa" });
    const again = await ask(path, { ...form, payment_method: "pm_card_visa" });
    assert.equal(again.body.error.code, "payment_intent_unexpected_state");
    const shown = [declined.body.error.payment_intent, paid.body, again.body.error.payment_intent];
    for (const intent of shown) {
      assert.equal(intent.id, id);
      assert.equal(intent.amount, 1_999);
      for (const hidden of ["metadata", "latest_charge", "amount_received", "customer"]) {
        assert.ok(!(hidden in intent), hidden);
      }
      assert.doesNotMatch(JSON.stringify(intent), /ch_/);
    }
  });

  it("is refused with another secret, and told nothing", async () => {
    const { id } = await create();
    const { client_secret: other } = await create();
    for (const client_secret of [other ?? "", "x"]) {
      const form = { key, client_secret, payment_method: "pm_card_visa" };
      const { status, body } = await ask(`payment_intents/${id}/confirm`, form);
      assert.equal(status, 400);
      assert.equal(body.error.param, "client_secret");
      assert.ok(!("payment_intent" in body.error));
    }
    const { status } = await ask(`payment_intents/${id}/confirm`, { key });
    assert.equal(status, 400);
    assert.equal((await provider().paymentIntents.retrieve(id)).status, "requires_payment_method");
  });

  it("looks at its own intent, at no other", async () => {
    const { id, client_secret } = await create();
    const look = (secret: string) =>
      fetch(
        `${use.simulator.url}/v1/payment_intents/${id}?${new URLSearchParams({ key, client_secret: secret })}`,
      );
    const { status, metadata } = await (await look(client_secret ?? "")).json();
    assert.deepEqual([status, metadata], ["requires_payment_method", undefined]);
    assert.equal((await look("x")).status, 400);
  });

  it("can do nothing else with its key", async () => {
    const { id, client_secret } = await create();
    const form = { key, client_secret: client_secret ?? "" };
    for (const path of ["payment_intents", `payment_intents/${id}/cancel`, "refunds"]) {
      const { status, body } = await ask(path, form);
      assert.deepEqual([status, body.error.code], [403, "secret_key_required"], path);
    }
  });

  it("and everybody else needs a test key", async () => {
    for (const authorization of ["", "Bearer sk_live_1", "Bearer pk_live_1", "Bearer x"]) {
      const { status } = await ask("payment_intents", {}, { authorization });
      assert.equal(status, 401, authorization);
    }
  });

  it("finds nothing where nothing is simulated", async () => {
    const headers = { authorization: "Bearer sk_test_1" };
    assert.equal((await ask("customers", {}, headers)).status, 404);
  });
});
