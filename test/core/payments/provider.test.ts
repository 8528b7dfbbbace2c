import assert from "node:assert/strict";
import { provider } from "../../../functions/src/core/payments/provider.ts";

/*
 * What we rely on at the payment provider. Runs against the simulator and, where the environment
 * has a test key of Stripe, against Stripe.
 */
const unique = () => `kindling-${crypto.randomUUID()}`;
const order = unique();
const RETURN_URL = "https://shop.example/thanks";

const create = (amount = 1_999, idempotencyKey = unique()) =>
  provider().paymentIntents.create(
    {
      amount,
      currency: "eur",
      allowed_payment_method_types: ["card"],
      description: "Two pens",
      metadata: { order, note: "a&b=c [d] é €" },
    },
    { idempotencyKey },
  );

const confirm = (id: string, payment_method = "pm_card_visa") =>
  provider().paymentIntents.confirm(
    id,
    { payment_method, return_url: RETURN_URL },
    { idempotencyKey: unique() },
  );

async function paid(method?: string, amount?: number) {
  const { id } = await create(amount);
  return confirm(id, method);
}

const giveBack = (payment_intent: string, amount?: number, idempotencyKey = unique()) =>
  provider().refunds.create(
    { payment_intent, metadata: { order }, ...(amount === undefined ? {} : { amount }) },
    { idempotencyKey },
  );

/** What of a refusal a program may go by. */
const refused = (expected: {
  type: string;
  code?: string;
  decline_code?: string;
  param?: string;
  statusCode?: number;
}) => expected;

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
      await assert.rejects(
        create(10),
        refused({ type: "StripeInvalidRequestError", code: "amount_too_small", statusCode: 400 }),
      );
      const { paymentIntents } = provider();
      const { currency, ...rest } = { amount: 500, currency: "eur" };
      await assert.rejects(
        paymentIntents.create({ ...rest } as never),
        refused({ type: "StripeInvalidRequestError", code: "parameter_missing" }),
      );
      await assert.rejects(
        paymentIntents.create({ currency } as never),
        refused({ type: "StripeInvalidRequestError", code: "parameter_missing" }),
      );
      await assert.rejects(
        create(-500),
        refused({ type: "StripeInvalidRequestError", param: "amount", statusCode: 400 }),
      );
    });

    it("of another parameter than there is, is refused", async () => {
      await assert.rejects(
        provider().paymentIntents.create({ amount: 500, currency: "eur", ordr: "1" } as never),
        refused({ type: "StripeInvalidRequestError", code: "parameter_unknown", param: "ordr" }),
      );
    });

    it("that does not exist is not found", async () => {
      await assert.rejects(
        provider().paymentIntents.retrieve("pi_none"),
        refused({
          type: "StripeInvalidRequestError",
          code: "resource_missing",
          statusCode: 404,
        }),
      );
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
        const expected = refused({ type, code, statusCode: 402 });
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
      await assert.rejects(
        confirm(id, "pm_card_none"),
        refused({
          type: "StripeInvalidRequestError",
          code: "resource_missing",
          param: "payment_method",
        }),
      );
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

  describe("a refund", () => {
    it("gives all of it back, once", async () => {
      const intent = await paid();
      const refund = await giveBack(intent.id);
      assert.match(refund.id, /^re_\w+/);
      assert.partialDeepStrictEqual(refund, {
        object: "refund",
        amount: 1_999,
        currency: "eur",
        payment_intent: intent.id,
        charge: intent.latest_charge,
        status: "succeeded",
        metadata: { order },
      });
      assert.equal((await provider().refunds.retrieve(refund.id)).status, "succeeded");
      const type = "StripeInvalidRequestError";
      const expected = refused({ type, code: "charge_already_refunded", statusCode: 400 });
      await assert.rejects(giveBack(intent.id), expected);
      assert.equal((await provider().paymentIntents.retrieve(intent.id)).status, "succeeded");
    });

    it("gives parts back, in all not more than was taken", async () => {
      const { id } = await paid("pm_card_visa", 1_000);
      assert.equal((await giveBack(id, 400)).amount, 400);
      await assert.rejects(giveBack(id, 601), /greater than unrefunded amount/);
      assert.equal((await giveBack(id, 600)).amount, 600);
      await assert.rejects(giveBack(id, 1), refused({ type: "StripeInvalidRequestError" }));
    });

    it("of what is not paid is refused", async () => {
      const { id } = await create();
      await assert.rejects(giveBack(id), refused({ type: "StripeInvalidRequestError" }));
    });

    it("by pm_card_pendingRefund waits for the bank", async () => {
      const { id } = await paid("pm_card_pendingRefund");
      assert.equal((await giveBack(id)).status, "pending");
    });

    it("that does not exist is not found", async () => {
      await assert.rejects(
        provider().refunds.retrieve("re_none"),
        refused({ type: "StripeInvalidRequestError", code: "resource_missing", statusCode: 404 }),
      );
    });
  });

  describe("an idempotency key", () => {
    it("makes one intent of two requests", async () => {
      const key = unique();
      const [first, again] = [await create(700, key), await create(700, key)];
      assert.equal(again.id, first.id);
      assert.equal(first.lastResponse.headers["idempotent-replayed"], undefined);
      assert.equal(again.lastResponse.headers["idempotent-replayed"], "true");
    });

    it("gives the first answer, whatever became of it since", async () => {
      const key = unique();
      const first = await create(700, key);
      await confirm(first.id);
      assert.equal((await create(700, key)).status, "requires_payment_method");
    });

    it("makes one refund of two requests", async () => {
      const { id } = await paid("pm_card_visa", 1_000);
      const key = unique();
      const [first, again] = [await giveBack(id, 300, key), await giveBack(id, 300, key)];
      assert.equal(again.id, first.id);
      assert.equal((await giveBack(id)).amount, 700);
    });

    it("gives a decline again, without another try", async () => {
      const { id } = await create();
      const tryOnce = () =>
        provider().paymentIntents.confirm(
          id,
          { payment_method: "pm_card_chargeDeclined", return_url: RETURN_URL },
          { idempotencyKey: key },
        );
      const key = unique();
      await assert.rejects(tryOnce(), refused({ type: "StripeCardError" }));
      await confirm(id);
      await assert.rejects(tryOnce(), refused({ type: "StripeCardError" }));
    });

    it("is refused for another amount, and for another endpoint", async () => {
      const key = unique();
      const { id } = await create(700, key);
      const expected = refused({ type: "StripeIdempotencyError" });
      await assert.rejects(create(800, key), expected);
      await assert.rejects(giveBack(id, 700, key), expected);
    });

    it("is not used up by parameters that make no sense", async () => {
      const key = unique();
      await assert.rejects(create(0, key), refused({ type: "StripeInvalidRequestError" }));
      assert.equal((await create(700, key)).amount, 700);
    });
  });
});

const refusedIn = (status: string) => (error: { code: string; payment_intent: unknown }) => {
  assert.equal(error.code, "payment_intent_unexpected_state");
  assert.partialDeepStrictEqual(error.payment_intent, { status });
  return true;
};
