import assert from "node:assert/strict";
import { cancelOrder } from "../../../functions/src/shop/cancelOrder.ts";
import { pay } from "../../../functions/src/shop/pay.ts";
import { shipOrder } from "../../../functions/src/shop/shipOrder.ts";
import { call } from "../../support/call.ts";
import { confirm, makeRefunds } from "../../support/payments.ts";
import { untilHeard, useCheckedShop } from "../support/invariants.ts";
import { member, orderOf, type Placed, place, placeAndPay } from "../support/orders.ts";
import { open, parcel } from "../support/states.ts";

describe("shop: cancelling an order", () => {
  const use = useCheckedShop();

  it("against paying, the money, or a parcel at once: one comes first, and the books are right", async () => {
    const manager = await member("order_manager");
    for (let n = 0; n < 3; n++) {
      const [asked, paying, paid] = [await place(), await open(), await placeAndPay()];
      const cancel = ({ orderId, person }: Placed) => call(cancelOrder, person, { orderId });
      const swallow = ({ details }: { details: { reason: string } }) =>
        assert.equal(details.reason, "wrong-state");
      await Promise.all([
        cancel(asked),
        call(pay, asked.person, { orderId: asked.orderId }).catch(swallow),
        cancel(paying),
        confirm(paying.intent).catch(() => {}),
        cancel(paid).catch(swallow),
        call(shipOrder, manager, parcel(paid.orderId)).catch(swallow),
      ]);
      await untilHeard(use.simulator);
      await makeRefunds();
      await untilHeard(use.simulator);
      const stateOf = async ({ orderId }: Placed) => (await orderOf(orderId)).state;
      assert.equal(await stateOf(asked), "cancelled");
      assert.match(await stateOf(paying), /^(cancelled|refunded)$/);
      assert.match(await stateOf(paid), /^(shipped|refunded)$/);
    }
  });
});
