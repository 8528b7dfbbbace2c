import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { cancelRest } from "../../../functions/src/shop/cancelRest.ts";
import { returnOrder } from "../../../functions/src/shop/returnOrder.ts";
import { shipOrder } from "../../../functions/src/shop/shipOrder.ts";
import { call, type Person, refused } from "../../support/call.ts";
import { useCheckedShop } from "../support/invariants.ts";
import { member, orderOf, placeAndPay } from "../support/orders.ts";
import { stockOf } from "../support/shelf.ts";
import { parcel } from "../support/states.ts";

describe("shop: cancelling what is left of an order", () => {
  useCheckedShop();
  let manager: Person;
  beforeEach(async () => {
    manager = await member("order_manager");
  });

  /** Three pieces are paid, one has been sent. */
  const sendOneOfThree = async () => {
    const placed = await placeAndPay(3);
    const lines = [{ sku: placed.sku, quantity: 1 }];
    await call(shipOrder, manager, { ...parcel(placed.orderId), lines });
    return placed;
  };

  it("frees its goods, tells the customer once, and leaves the order as shipped", async () => {
    const { orderId, sku, person } = await sendOneOfThree();
    const asked = () => call(cancelRest, manager, { orderId });
    const answers = await Promise.all([asked(), asked(), asked()]);
    assert.deepEqual(answers[0], { orderId, state: "shipped" });
    assert.deepEqual(await stockOf(sku), { onHand: 9, reserved: 0, lowAt: 5 });
    const { withdrawn, timeline } = await orderOf(orderId);
    assert.deepEqual(withdrawn, [{ sku, quantity: 2 }]);
    assert.equal(timeline.filter(({ event }) => event === "rest_cancelled").length, 1);
    const sent = await mails.where("to", "==", person.token.email).get();
    const told = sent.docs.filter(({ id }) => id.startsWith("rest-cancelled_"));
    assert.equal(told.length, 1);
    assert.match(told[0]?.data().message.text ?? "", /A thing: 2/);
  });

  it("makes an order returned when all that was sent has come back", async () => {
    const { orderId, sku } = await sendOneOfThree();
    await call(cancelRest, manager, { orderId });
    const back = (quantity: number) =>
      call(returnOrder, manager, {
        requestId: randomUUID(),
        orderId,
        lines: [{ sku, quantity }],
      });
    await refused(back(2), "failed-precondition", "too-many");
    assert.equal((await back(1)).state, "returned");
  });

  it("can't be sent any more, nor while it is being sent", async () => {
    const { orderId } = await sendOneOfThree();
    const [, sent] = await Promise.allSettled([
      call(cancelRest, manager, { orderId }),
      call(shipOrder, manager, parcel(orderId)),
    ]);
    const { state, withdrawn, shipments } = await orderOf(orderId);
    assert.equal(state, "shipped");
    assert.equal(shipments.length, sent?.status === "fulfilled" ? 2 : 1);
    assert.equal(withdrawn.length, sent?.status === "fulfilled" ? 0 : 1);
  });

  it("is for order managers", async () => {
    const { orderId, person } = await sendOneOfThree();
    await refused(call(cancelRest, person, { orderId }), "permission-denied", "not-staff");
    const keeper = await member("inventory_manager");
    await refused(call(cancelRest, keeper, { orderId }), "permission-denied", "wrong-role");
  });
});
