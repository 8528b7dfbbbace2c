import assert from "node:assert/strict";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { confirm, create, giveBack, paid, RETURN_URL, unique } from "./payments.ts";

describe("core: the payment provider", function () {
  this.timeout(60_000);

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
      await assert.rejects(tryOnce(), { type: "StripeCardError" });
      await confirm(id);
      await assert.rejects(tryOnce(), { type: "StripeCardError" });
    });

    it("is refused for another amount, and for another endpoint", async () => {
      const key = unique();
      const { id } = await create(700, key);
      const { id: other } = await create();
      const cancel = (intent: string, idempotencyKey: string) =>
        provider().paymentIntents.cancel(intent, {}, { idempotencyKey });
      const another = unique();
      await cancel(id, another);
      const expected = { type: "StripeIdempotencyError" };
      await assert.rejects(create(800, key), expected);
      await assert.rejects(cancel(other, another), expected);
    });

    it("is not used up by parameters that make no sense", async () => {
      const key = unique();
      await assert.rejects(create(0, key), { type: "StripeInvalidRequestError" });
      assert.equal((await create(700, key)).amount, 700);
    });
  });
});
