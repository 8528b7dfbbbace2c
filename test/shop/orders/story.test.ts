import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { deliverOrder } from "../../../functions/src/shop/deliverOrder.ts";
import { refundOrder } from "../../../functions/src/shop/refundOrder.ts";
import { returnOrder } from "../../../functions/src/shop/returnOrder.ts";
import { shipOrder } from "../../../functions/src/shop/shipOrder.ts";
import { call } from "../../support/call.ts";
import { clearFirestore } from "../../support/firestore.ts";
import { makeRefunds, useProvider } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import { member, orderOf, placeAndPay } from "../support/orders.ts";
import { stockOf } from "../support/shelf.ts";

describe("shop: an order from payment to return", () => {
  const provider = useProvider();
  beforeEach(() => clearFirestore());

  it("is paid, shipped in two parcels, delivered, returned in part and refunded; one mail each", async () => {
    const { orderId, sku, person } = await placeAndPay(3);
    const manager = await member("order_manager");
    assert.equal((await orderOf(orderId)).state, "paid");

    const parcel = { carrier: "DHL", trackingNumber: "JD0146", orderId };
    const first = { ...parcel, requestId: randomUUID(), lines: [{ sku, quantity: 1 }] };
    assert.equal((await call(shipOrder, manager, first)).state, "part_shipped");
    assert.equal((await call(shipOrder, manager, first)).state, "part_shipped");
    const rest = { ...parcel, requestId: randomUUID() };
    assert.equal((await call(shipOrder, manager, rest)).state, "shipped");
    assert.deepEqual(await stockOf(sku), { onHand: 7, reserved: 0, lowAt: 5 });

    assert.equal((await call(deliverOrder, manager, { orderId })).state, "delivered");
    const lines = [{ sku, quantity: 1 }];
    await call(returnOrder, manager, { requestId: randomUUID(), orderId, lines });
    assert.equal((await stockOf(sku)).onHand, 8);

    const refund = { requestId: randomUUID(), orderId, amount: 1190, reason: "One came back" };
    await call(refundOrder, manager, refund);
    await makeRefunds();
    await until(async () => (await orderOf(orderId)).refunded === 1190);
    assert.equal((await provider.simulator.ledger()).refunded, 1190);

    const sent = await mails.where("to", "==", person.token.email).get();
    assert.deepEqual(sent.docs.map(({ id }) => id.split("_")[0]).toSorted(), [
      "order-confirmed",
      "order-delivered",
      "order-refunded",
      "order-shipped",
      "order-shipped",
    ]);
    const { timeline } = await orderOf(orderId);
    assert.deepEqual(
      timeline.map(({ event }) => event),
      ["placed", "paid", "shipped", "shipped", "delivered", "returned", "refunded"],
    );
  });
});
