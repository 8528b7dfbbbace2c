import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { deliverOrder } from "../../../functions/src/shop/deliverOrder.ts";
import { MAX_PARCELS, orders } from "../../../functions/src/shop/order/schema.ts";
import { returnOrder } from "../../../functions/src/shop/returnOrder.ts";
import { stockMovements } from "../../../functions/src/shop/schema.ts";
import { shipOrder } from "../../../functions/src/shop/shipOrder.ts";
import { call, callWith, customer, type Person, refused } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { untilHeard, useCheckedShop } from "../support/invariants.ts";
import { member, orderOf, placeAndPay } from "../support/orders.ts";
import { stockOf } from "../support/shelf.ts";
import { bringTo, parcel } from "../support/states.ts";

describe("shop: the parcels of an order", () => {
  const use = useCheckedShop();
  let manager: Person;
  beforeEach(async () => {
    manager = await member("order_manager");
  });

  const ship = (orderId: string, more: object = {}) =>
    call(shipOrder, manager, { ...parcel(orderId), ...more });
  const takeBack = (orderId: string, sku: string, quantity: number, more: object = {}) => {
    const request = { requestId: randomUUID(), orderId, lines: [{ sku, quantity }] };
    return call(returnOrder, manager, { ...request, ...more });
  };
  const mailsOf = async (kind: string) =>
    (await mails.get()).docs.filter(({ id }) => id.startsWith(`${kind}_`)).map((one) => one.data());

  it("hold no more than was ordered, in however many", async () => {
    const { orderId, sku } = await placeAndPay(5);
    const send = (quantity: number) => ship(orderId, { lines: [{ sku, quantity }] });
    await send(2);
    await send(2);
    const { line, left } = await refused(send(2), "failed-precondition", "too-many");
    assert.deepEqual([line, left], [sku, 1]);
    const unknown = ship(orderId, { lines: [{ sku: "no-such-sku", quantity: 1 }] });
    const about = await refused(unknown, "failed-precondition", "too-many");
    assert.deepEqual([about.line, about.left], ["no-such-sku", 0]);
    assert.equal((await send(1)).state, "shipped");
    assert.deepEqual(await stockOf(sku), { onHand: 5, reserved: 0, lowAt: 5 });
  });

  it("sent by several at once hold no more than was ordered", async () => {
    const { orderId, sku } = await placeAndPay(3);
    const sent = await Promise.all(
      Array.from({ length: 6 }, () =>
        ship(orderId, { lines: [{ sku, quantity: 1 }] }).catch(({ details }) => details.reason),
      ),
    );
    assert.equal(sent.filter((answer) => typeof answer === "object").length, 3);
    for (const answer of sent.filter((one) => typeof one === "string")) {
      assert.match(answer, /^(too-many|wrong-state)$/);
    }
    assert.equal((await orderOf(orderId)).shipments.length, 3);
  });

  it("is one for each request, also when it comes ten times at once; the mail says how to follow it", async () => {
    const { orderId, sku, person } = await placeAndPay();
    const trackingUrl = "https://example.com/follow?number=JD0146";
    const input = { ...parcel(orderId), trackingUrl };
    const asked = Array.from({ length: 10 }, () => call(shipOrder, manager, input));
    const answers = new Set((await Promise.all(asked)).map((answer) => JSON.stringify(answer)));
    assert.equal(answers.size, 1);
    assert.equal((await stockOf(sku)).onHand, 8);
    const [mail, ...more] = await mailsOf("order-shipped");
    assert.equal(more.length, 0);
    assert.equal(mail?.to, person.token.email);
    assert.match(mail?.message.text ?? "", /JD0146/);
    assert.ok(mail?.message.text.includes(trackingUrl));
    assert.ok(mail?.message.html?.includes(`href="${trackingUrl}"`));
  });

  it("are refused under the request id of another one", async () => {
    const { orderId, sku } = await placeAndPay();
    const input = { ...parcel(orderId), lines: [{ sku, quantity: 1 }] };
    await call(shipOrder, manager, input);
    for (const other of [
      { ...input, lines: [{ sku, quantity: 2 }] },
      { ...input, carrier: "UPS" },
      { ...input, trackingNumber: "X" },
      { ...input, trackingUrl: "https://example.com" },
    ]) {
      await refused(call(shipOrder, manager, other), "already-exists", "request-id-reused");
    }
    const back = { requestId: randomUUID(), orderId, lines: [{ sku, quantity: 1 }] };
    await call(returnOrder, manager, back);
    await call(returnOrder, manager, back);
    for (const other of [
      { ...back, lines: [{ sku, quantity: 2 }] },
      { ...back, restock: false },
    ]) {
      await refused(call(returnOrder, manager, other), "already-exists", "request-id-reused");
    }
  });

  it("have an address to follow them that is https, or none", async () => {
    const { orderId } = await placeAndPay();
    for (const trackingUrl of [
      "http://example.com",
      "javascript:alert(1)",
      "data:text/html,x",
      "//example.com",
      "example.com",
      "",
    ]) {
      const attempt = callWith(shipOrder, manager, { ...parcel(orderId), trackingUrl });
      await refused(attempt, "invalid-argument", "invalid-input");
    }
    await ship(orderId);
  });

  it("are at most fifty, and so are those that come back", async () => {
    const { orderId, sku } = await placeAndPay(2);
    await ship(orderId, { lines: [{ sku, quantity: 1 }] });
    await takeBack(orderId, sku, 1);
    const { shipments, returns } = await orderOf(orderId);
    const many = <T>(one: T | undefined) => Array.from({ length: MAX_PARCELS }, () => one as T);
    await orders.doc(orderId).update({ shipments: many(shipments[0]), returns: many(returns[0]) });
    await refused(ship(orderId), "failed-precondition", "too-many-parcels");
    await refused(takeBack(orderId, sku, 1), "failed-precondition", "too-many-parcels");
    await orders.doc(orderId).update({ shipments, returns });
    await ship(orderId);
  });

  it("that come back hold no more than was sent, by several at once too; all of it ends the order", async () => {
    const { orderId, sku } = await placeAndPay(4);
    await ship(orderId, { lines: [{ sku, quantity: 3 }] });
    const tooMany = takeBack(orderId, sku, 4);
    assert.equal((await refused(tooMany, "failed-precondition", "too-many")).left, 3);
    const unknown = takeBack(orderId, "no-such-sku", 1);
    await refused(unknown, "failed-precondition", "too-many");
    const asked = Array.from({ length: 5 }, () =>
      takeBack(orderId, sku, 1).catch(({ details }) => details.reason),
    );
    const back = await Promise.all(asked);
    assert.deepEqual(
      back.filter((answer) => typeof answer === "string"),
      ["too-many", "too-many"],
    );
    assert.equal((await orderOf(orderId)).state, "part_shipped");
    assert.equal((await ship(orderId)).state, "shipped");
    assert.equal((await takeBack(orderId, sku, 1)).state, "returned");
    assert.deepEqual(await stockOf(sku), { onHand: 10, reserved: 0, lowAt: 5 });
  });

  it("that come back broken are counted as returned, and do not go onto the shelf", async () => {
    const { orderId, sku } = await bringTo("delivered", manager);
    assert.equal((await takeBack(orderId, sku, 1, { restock: false })).state, "delivered");
    assert.equal((await stockOf(sku)).onHand, 8);
    assert.equal((await takeBack(orderId, sku, 1)).state, "returned");
    assert.equal((await stockOf(sku)).onHand, 9);
    const moved = await stockMovements.where("sku", "==", sku).get();
    const kinds = moved.docs.map((movement) => movement.data().kind).toSorted();
    assert.deepEqual(kinds, ["received", "returned", "shipped"]);
    const { returns } = await orderOf(orderId);
    assert.deepEqual(
      returns.map(({ restocked }) => restocked),
      [false, true],
    );
  });

  it("arrive once, with one mail, however often it is said", async () => {
    const { orderId } = await bringTo("shipped", manager);
    const asked = Array.from({ length: 5 }, () => call(deliverOrder, manager, { orderId }));
    for (const { state } of await Promise.all(asked)) assert.equal(state, "delivered");
    assert.equal((await mailsOf("order-delivered")).length, 1);
  });

  it("are sent, said to have arrived and taken back by order managers alone", async () => {
    const { orderId, sku, person } = await bringTo("shipped", manager);
    const others: [Person, string][] = [
      [person, "not-staff"],
      [customer(), "not-staff"],
      [await member("inventory_manager"), "wrong-role"],
    ];
    const lines = [{ sku, quantity: 1 }];
    for (const [other, reason] of others) {
      const attempts = [
        call(shipOrder, other, parcel(orderId)),
        call(deliverOrder, other, { orderId }),
        call(returnOrder, other, { requestId: randomUUID(), orderId, lines }),
      ];
      const refusals = attempts.map((attempt) => refused(attempt, "permission-denied", reason));
      await Promise.all(refusals);
    }
    const unknown = "0".repeat(40);
    for (const attempt of [
      ship(unknown),
      call(deliverOrder, manager, { orderId: unknown }),
      takeBack(unknown, sku, 1),
    ]) {
      await refused(attempt, "not-found", "no-such-order");
    }
    assert.equal((await orderOf(orderId)).state, "shipped");
  });

  for (const code of [4, 10, 13, 14]) {
    it(`leave, arrive and come back once when answers to commits are lost (code ${code})`, async () => {
      const { orderId, sku } = await placeAndPay();
      await untilHeard(use.simulator);
      const steps = [
        () => ship(orderId),
        () => call(deliverOrder, manager, { orderId }),
        () => takeBack(orderId, sku, 1),
      ];
      for (const step of steps) {
        const happened = firestore.inject({ method: "Commit", kind: "lost-answer", code });
        await step();
        assert.ok(happened());
      }
      const { shipments, returns, state } = await orderOf(orderId);
      assert.deepEqual([shipments.length, returns.length, state], [1, 1, "delivered"]);
    });
  }
});
