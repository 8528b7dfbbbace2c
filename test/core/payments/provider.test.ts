import assert from "node:assert/strict";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { confirm, create, order, paid, RETURN_URL } from "./payments.ts";

const refusedIn = (status: string) => (error: { code: string; payment_intent: unknown }) => {
  assert.equal(error.code, "payment_intent_unexpected_state");
  assert.partialDeepStrictEqual(error.payment_intent, { status });
  return true;
};

describe("core: the payment provider", function () {
  this.timeout(60_000);

  describe("an intent", () => {
    it("begins without a payment method, with what it was made for", async () => {
      const intent = await create();
      assert.match(intent.id, /^pi_\w+$/);
      assert.ok(intent.client_secret?.startsWith(`${intent.id}_secret_`));
      assert.partialDeepStrictEqual(intent, {
        object: "payment_intent",
        amount: 1_999,
        amount_received: 0,
        currency: "eur",
        status: "requires_payment_method",
        description: "Two pens",
        metadata: { order, note: "a&b=c [d] é €" },
        payment_method: null,
        last_payment_error: null,
        latest_charge: null,
        next_action: null,
        cancellation_reason: null,
        canceled_at: null,
        livemode: false,
      });
      assert.ok(Math.abs(intent.created - Date.now() / 1000) < 600);
    });

    it("is found by its id", async () => {
      const { lastResponse: _, ...intent } = await create();
      const { lastResponse: __, ...found } = await provider().paymentIntents.retrieve(intent.id);
      assert.deepEqual(found, intent);
    });

    it("stands in the list, the newest first", async () => {
      const [older, newer] = [await create(), await create()];
      const { data, has_more } = await provider().paymentIntents.list({ limit: 2 });
      assert.deepEqual([data.length, has_more], [2, true]);
      const next = await provider().paymentIntents.list({ limit: 1, starting_after: newer.id });
      assert.deepEqual([data[0]?.id, next.data[0]?.id], [newer.id, older.id]);
    });

    it("is refused below the smallest amount, and without an amount or a currency", async () => {
      await assert.rejects(create(10), {
        type: "StripeInvalidRequestError",
        code: "amount_too_small",
        statusCode: 400,
      });
      const { paymentIntents } = provider();
      const { currency, ...rest } = { amount: 500, currency: "eur" };
      await assert.rejects(paymentIntents.create({ ...rest } as never), {
        type: "StripeInvalidRequestError",
        code: "parameter_missing",
      });
      await assert.rejects(paymentIntents.create({ currency } as never), {
        type: "StripeInvalidRequestError",
        code: "parameter_missing",
      });
      await assert.rejects(create(-500), {
        type: "StripeInvalidRequestError",
        param: "amount",
        statusCode: 400,
      });
    });

    it("of another parameter than there is, is refused", async () => {
      await assert.rejects(
        provider().paymentIntents.create({ amount: 500, currency: "eur", ordr: "1" } as never),
        { type: "StripeInvalidRequestError", code: "parameter_unknown", param: "ordr" },
      );
    });

    it("that does not exist is not found", async () => {
      await assert.rejects(provider().paymentIntents.retrieve("pi_none"), {
        type: "StripeInvalidRequestError",
        code: "resource_missing",
        statusCode: 404,
      });
    });
  });

  describe("a confirmation", () => {
    it("takes the money", async () => {
      const intent = await paid();
      assert.deepEqual([intent.status, intent.amount_received], ["succeeded", 1_999]);
      assert.match(String(intent.latest_charge), /^ch_\w+|^py_\w+/);
    });

    it("of what is paid already is refused, and takes nothing more", async () => {
      const { id } = await paid();
      await assert.rejects(confirm(id), (error: { code: string; payment_intent: unknown }) => {
        assert.equal(error.code, "payment_intent_unexpected_state");
        assert.partialDeepStrictEqual(error.payment_intent, { id, status: "succeeded" });
        return true;
      });
      assert.equal((await provider().paymentIntents.retrieve(id)).amount_received, 1_999);
    });

    for (const [method, code, decline_code] of [
      ["pm_card_chargeDeclined", "card_declined", "generic_decline"],
      ["pm_card_visa_chargeDeclinedInsufficientFunds", "card_declined", "insufficient_funds"],
      ["pm_card_chargeDeclinedExpiredCard", "expired_card", "expired_card"],
    ] as const) {
      it(`by ${method} is declined, and another card may be tried`, async () => {
        const { id } = await create();
        const type = "StripeCardError";
        const expected = { type, code, statusCode: 402 };
        await assert.rejects(confirm(id, method), expected);
        const intent = await provider().paymentIntents.retrieve(id);
        assert.deepEqual([intent.status, intent.amount_received], ["requires_payment_method", 0]);
        const { last_payment_error: error } = intent;
        assert.partialDeepStrictEqual(error, { type: "card_error", code });
        if (code === "card_declined") assert.equal(error?.decline_code, decline_code);
        assert.equal((await confirm(id)).status, "succeeded");
      });
    }

    it("may ask for the buyer's 3-D Secure, on a page", async () => {
      const intent = await paid("pm_card_authenticationRequired");
      assert.deepEqual([intent.status, intent.amount_received], ["requires_action", 0]);
      assert.equal(intent.next_action?.type, "redirect_to_url");
      const { url, return_url } = intent.next_action?.redirect_to_url ?? {};
      assert.equal(return_url, RETURN_URL);
      assert.ok((await fetch(String(url))).ok);
    });

    it("by a payment method that does not exist is refused", async () => {
      const { id } = await create();
      await assert.rejects(confirm(id, "pm_card_none"), {
        type: "StripeInvalidRequestError",
        code: "resource_missing",
        param: "payment_method",
      });
    });
  });

  describe("a cancellation", () => {
    it("ends what is not paid, for good", async () => {
      const { id } = await create();
      const canceled = await provider().paymentIntents.cancel(id, {
        cancellation_reason: "abandoned",
      });
      assert.deepEqual(
        [canceled.status, canceled.cancellation_reason, canceled.amount_received],
        ["canceled", "abandoned", 0],
      );
      assert.ok(canceled.canceled_at);
      await assert.rejects(confirm(id), refusedIn("canceled"));
      await assert.rejects(provider().paymentIntents.cancel(id), refusedIn("canceled"));
    });

    it("ends what waits for 3-D Secure", async () => {
      const { id } = await paid("pm_card_authenticationRequired");
      const { status, next_action } = await provider().paymentIntents.cancel(id);
      assert.deepEqual([status, next_action], ["canceled", null]);
    });

    it("of what is paid is refused", async () => {
      const { id } = await paid();
      await assert.rejects(provider().paymentIntents.cancel(id), refusedIn("succeeded"));
    });
  });
});
