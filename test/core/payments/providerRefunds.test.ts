import assert from "node:assert/strict";
import { provider } from "../../../functions/src/core/payments/provider.ts";
import { create, giveBack, order, paid } from "./payments.ts";

describe("core: the payment provider", function () {
  this.timeout(60_000);

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
      const expected = { type, code: "charge_already_refunded", statusCode: 400 };
      await assert.rejects(giveBack(intent.id), expected);
      assert.equal((await provider().paymentIntents.retrieve(intent.id)).status, "succeeded");
    });

    it("gives parts back, in all not more than was taken", async () => {
      const { id } = await paid("pm_card_visa", 1_000);
      assert.equal((await giveBack(id, 400)).amount, 400);
      await assert.rejects(giveBack(id, 601), /greater than unrefunded amount/);
      assert.equal((await giveBack(id, 600)).amount, 600);
      await assert.rejects(giveBack(id, 1), { type: "StripeInvalidRequestError" });
    });

    it("is found among those of its payment, newest first", async () => {
      const { id } = await paid("pm_card_visa", 1_000);
      const [first, second] = [await giveBack(id, 400), await giveBack(id, 100)];
      const { data } = await provider().refunds.list({ payment_intent: id, limit: 100 });
      assert.deepEqual(
        data.map((refund) => [refund.id, refund.metadata?.order]),
        [
          [second.id, order],
          [first.id, order],
        ],
      );
    });

    it("of what is not paid is refused", async () => {
      const { id } = await create();
      await assert.rejects(giveBack(id), { type: "StripeInvalidRequestError" });
    });

    it("by pm_card_pendingRefund waits for the bank", async () => {
      const { id } = await paid("pm_card_pendingRefund");
      assert.equal((await giveBack(id)).status, "pending");
    });

    it("that does not exist is not found", async () => {
      await assert.rejects(provider().refunds.retrieve("re_none"), {
        type: "StripeInvalidRequestError",
        code: "resource_missing",
        statusCode: 404,
      });
    });
  });
});
