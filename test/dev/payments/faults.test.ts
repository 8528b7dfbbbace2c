import assert from "node:assert/strict";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { until } from "../../support/until.ts";
import { create, paid, useSimulator } from "./simulated.ts";

const count = async () => (await provider().paymentIntents.list()).data.length;

/** A creation as the SDK sends it, without the SDK's own second try. */
const post = (url: string, key: string, signal?: AbortSignal) =>
  fetch(`${url}/v1/payment_intents`, {
    method: "POST",
    headers: { authorization: "Bearer sk_test_1", "idempotency-key": key },
    body: new URLSearchParams({ amount: "700", currency: "eur" }),
    ...(signal ? { signal } : {}),
  });

describe("dev: the payment simulator: when requests go wrong", () => {
  const use = useSimulator();
  const creation = { method: "POST", path: "^/v1/payment_intents$" };

  for (const [action, type, statusCode] of [
    ["500", "StripeAPIError", 500],
    ["429", "StripeRateLimitError", 429],
  ] as const) {
    it(`${action}: nothing was done, nothing is remembered under the key`, async () => {
      await use.simulator.fault({ ...creation, action });
      const key = crypto.randomUUID();
      await assert.rejects(create(700, key), { type, statusCode });
      assert.equal(await count(), 0);
      const { lastResponse } = await create(700, key);
      assert.equal(lastResponse.headers["idempotent-replayed"], undefined);
      assert.equal(await count(), 1);
    });
  }

  it("a connection cut before: nothing was done", async () => {
    await use.simulator.fault({ ...creation, action: "drop-before" });
    await assert.rejects(post(use.simulator.url, "key"), /fetch failed/);
    assert.equal(await count(), 0);
  });

  it("a connection cut after: all was done, and the key has the answer", async () => {
    await use.simulator.fault({ ...creation, action: "drop-after" });
    await assert.rejects(post(use.simulator.url, "key"), /fetch failed/);
    assert.equal(await count(), 1);
    const again = await post(use.simulator.url, "key");
    assert.equal(again.headers.get("idempotent-replayed"), "true");
    assert.equal(await count(), 1);
  });

  it("a connection cut after is made good by the SDK, by itself", async () => {
    await use.simulator.fault({ ...creation, action: "drop-after" });
    const { lastResponse } = await create();
    assert.equal(lastResponse.headers["idempotent-replayed"], "true");
    assert.equal(await count(), 1);
    const [first, second] = await use.simulator.requests();
    assert.ok(first?.key);
    assert.deepEqual([first.trouble, second?.trouble], ["drop-after", undefined]);
    assert.equal(second?.key, first.key);
  });

  it("no answer: the key is in use while the caller waits, and has the answer afterwards", async () => {
    await use.simulator.fault({ ...creation, action: "hang" });
    const patience = new AbortController();
    const hanging = post(use.simulator.url, "key", patience.signal);
    await until(async () => (await count()) === 1);
    const meanwhile = await post(use.simulator.url, "key");
    assert.equal(meanwhile.status, 409);
    assert.equal((await meanwhile.json()).error.code, "idempotency_key_in_use");

    patience.abort();
    await assert.rejects(hanging);
    await until(async () => (await post(use.simulator.url, "key")).status === 200);
    assert.equal(await count(), 1);
  });

  it("hits the nth of the requests it is for, as many times as it says, no others", async () => {
    const { id } = await create();
    await use.simulator.fault({
      method: "GET",
      path: "payment_intents",
      nth: 2,
      times: 2,
      action: "500",
    });
    const seen = [];
    for (let request = 0; request < 5; request++) {
      await create();
      const options = { maxNetworkRetries: 0 };
      seen.push(
        await provider()
          .paymentIntents.retrieve(id, undefined, options)
          .then(
            () => "well",
            ({ statusCode }) => statusCode,
          ),
      );
    }
    assert.deepEqual(seen, ["well", 500, 500, "well", "well"]);
  });

  it("is over once it is mended", async () => {
    await use.simulator.fault({ action: "500", times: 100 });
    await assert.rejects(create(), { statusCode: 500 });
    await use.simulator.mend();
    assert.equal((await paid()).status, "succeeded");
  });

  it("refuses a pattern that is none", async () => {
    await assert.rejects(use.simulator.fault({ path: "(", action: "500" }), SyntaxError);
  });

  it("forgets an idempotency key after a day", async () => {
    const key = crypto.randomUUID();
    const first = await create(700, key);
    use.clock.ahead = 23 * 3_600_000;
    assert.equal((await create(700, key)).id, first.id);
    use.clock.ahead = 25 * 3_600_000;
    assert.notEqual((await create(700, key)).id, first.id);
  });
});
