import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { stamp } from "../../functions/src/core/clock.ts";
import { payments, refunds } from "../../functions/src/core/payments/schema.ts";
import { adoptGuest } from "../../functions/src/shop/adoptGuest.ts";
import { cancelOrder } from "../../functions/src/shop/cancelOrder.ts";
import { orders } from "../../functions/src/shop/order/schema.ts";
import { pay } from "../../functions/src/shop/pay.ts";
import { placeOrder } from "../../functions/src/shop/placeOrder.ts";
import { addresses, carts } from "../../functions/src/shop/schema.ts";
import { call, customer, type Person, refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";
import { confirm, makeRefunds, untilPayment, useProvider } from "../support/payments.ts";
import { type Guest, guest } from "./support/guests.ts";
import { orderOf } from "./support/orders.ts";
import { shelve, shipTo } from "./support/shelf.ts";

const email = "guest@example.com";

async function order(person: Person, requestId: string = randomUUID()) {
  const lines = [{ sku: await shelve(10), quantity: 1 }];
  return call(placeOrder, person, { requestId, lines, shipTo, email });
}

const adopt = (caller: Person, { idToken }: Guest) =>
  call(adoptGuest, caller, { guestToken: idToken });

const ownersOf = async (...ids: string[]) =>
  Promise.all(ids.map(async (id) => (await orderOf(id)).uid));

const fill = (uid: string, lines: Record<string, number>) =>
  carts.doc(uid).set({ lines, updatedAt: stamp() });

/** A guest who has placed so many orders. */
async function guestWith(count: number) {
  const one = await guest();
  const placed = [];
  for (let n = 0; n < count; n++) placed.push((await order(one)).orderId);
  return { one, placed };
}

describe("shop: an account that adopts a guest", function () {
  this.timeout(60_000);
  useProvider();
  before(() => clearFirestore());

  it("has their orders, and the guest has none any more; numbers and addresses stay", async () => {
    const [{ one, placed }, caller] = [await guestWith(2), customer()];
    const own = await order(caller);
    const before = await orderOf(placed[0] ?? "");
    assert.deepEqual(await adopt(caller, one), { orders: 2 });
    assert.deepEqual(await orderOf(placed[0] ?? ""), { ...before, uid: caller.uid });
    assert.equal(before.email, email);
    assert.deepEqual(await ownersOf(...placed, own.orderId), Array(3).fill(caller.uid));
    assert.equal((await orders.where("uid", "==", one.uid).get()).size, 0);
  });

  it("has their payments and refunds, goes on paying, and may cancel", async () => {
    const [one, caller] = [await guest(), customer()];
    const [open, paid] = [await order(one), await order(one)];
    const payable = await call(pay, one, { orderId: open.orderId });
    const { paymentId, intent } = await call(pay, one, { orderId: paid.orderId });
    await confirm(intent);
    await untilPayment(paymentId, "succeeded");
    await call(cancelOrder, one, { orderId: paid.orderId });
    await makeRefunds();
    assert.deepEqual(await adopt(caller, one), { orders: 2 });

    for (const money of [payments, refunds]) {
      assert.equal((await money.where("uid", "==", one.uid).get()).size, 0);
    }
    assert.equal((await payments.where("uid", "==", caller.uid).get()).size, 2);
    assert.equal((await refunds.where("uid", "==", caller.uid).get()).size, 1);
    const again = await call(pay, caller, { orderId: open.orderId });
    assert.equal(again.intent, payable.intent);
    await refused(call(pay, one, { orderId: open.orderId }), "not-found", "no-such-order");
    await call(cancelOrder, caller, { orderId: open.orderId });
  });

  it("has their cart beside its own, and the guest has none", async () => {
    const [one, caller] = [await guest(), customer()];
    await fill(one.uid, { tea: 3, mug: 1 });
    await fill(caller.uid, { tea: 1, pot: 2 });
    assert.deepEqual(await adopt(caller, one), { orders: 0 });
    const cartOf = async (uid: string) => (await carts.doc(uid).get()).data()?.lines;
    assert.deepEqual(await cartOf(caller.uid), { tea: 3, mug: 1, pot: 2 });
    assert.ok(!(await carts.doc(one.uid).get()).exists);
    await fill(caller.uid, { tea: 1 });
    await adopt(caller, one);
    assert.deepEqual(await cartOf(caller.uid), { tea: 1 }, "it came a second time");
  });

  it("has their cart where it had none", async () => {
    const [one, caller] = [await guest(), customer()];
    await fill(one.uid, { tea: 3 });
    await adopt(caller, one);
    assert.deepEqual((await carts.doc(caller.uid).get()).data()?.lines, { tea: 3 });
  });

  it("has their addresses beside its own, also where both have called one the same", async () => {
    const [one, caller] = [await guest(), customer()];
    const address = (city: string) => ({ ...shipTo, city, updatedAt: stamp() });
    await addresses(one.uid).doc("home").set(address("Bremen"));
    await addresses(one.uid).doc("work").set(address("Kiel"));
    await addresses(caller.uid).doc("home").set(address("Hamburg"));
    await adopt(caller, one);
    const found = await addresses(caller.uid).get();
    const cities = found.docs.map((each) => each.data().city);
    assert.deepEqual(cities.toSorted(), ["Bremen", "Hamburg", "Kiel"]);
    assert.equal((await addresses(caller.uid).doc("home").get()).data()?.city, "Hamburg");
    assert.ok(found.docs.every(({ id }) => /^[A-Za-z0-9_-]{1,40}$/.test(id)));
    assert.equal((await addresses(one.uid).get()).size, 0);
  });

  it("takes more than a page of orders, each once", async () => {
    const [{ one, placed }, caller] = [await guestWith(1), customer()];
    const pattern = await orderOf(placed[0] ?? "");
    const batch = orders.firestore.batch();
    for (let n = 0; n < 230; n++) batch.set(orders.doc(`${one.uid}-${n}`), pattern);
    await batch.commit();
    assert.deepEqual(await adopt(caller, one), { orders: 231 });
    assert.equal((await orders.where("uid", "==", caller.uid).count().get()).data().count, 231);
  });

  it("may adopt again, for what the guest has ordered meanwhile", async () => {
    const [{ one }, caller] = [await guestWith(1), customer()];
    assert.deepEqual(await adopt(caller, one), { orders: 1 });
    assert.deepEqual(await adopt(caller, one), { orders: 0 });
    const { orderId } = await order(one);
    assert.deepEqual(await adopt(caller, one), { orders: 1 });
    assert.deepEqual(await ownersOf(orderId), [caller.uid]);
  });

  it("does no harm by several calls at once", async () => {
    const [{ one, placed }, caller] = [await guestWith(3), customer()];
    await fill(one.uid, { tea: 3 });
    await addresses(one.uid)
      .doc("home")
      .set({ ...shipTo, updatedAt: stamp() });
    const answers = await Promise.all([adopt(caller, one), adopt(caller, one), adopt(caller, one)]);
    assert.ok(answers.some((answer) => answer.orders === 3));
    assert.deepEqual(await ownersOf(...placed), Array(3).fill(caller.uid));
    assert.deepEqual((await carts.doc(caller.uid).get()).data()?.lines, { tea: 3 });
    assert.equal((await addresses(caller.uid).get()).size, 1);
  });

  it("goes on where a call has ended, after whichever step", async () => {
    const steps = ["nothing", "orders", "payments", "addresses"];
    for (const last of steps.keys()) {
      const [one, caller] = [await guest(), customer()];
      const { orderId } = await order(one);
      const { paymentId } = await call(pay, one, { orderId });
      const address = { ...shipTo, updatedAt: stamp() };
      await fill(one.uid, { tea: 3 });
      await addresses(one.uid).doc("home").set(address);

      if (last >= 1) await orders.doc(orderId).update({ uid: caller.uid });
      if (last >= 2) await payments.doc(paymentId).update({ uid: caller.uid });
      if (last >= 3) await addresses(one.uid).doc("home").delete();
      assert.deepEqual(await adopt(caller, one), { orders: last === 0 ? 1 : 0 });
      assert.deepEqual(await ownersOf(orderId), [caller.uid], steps[last]);
      assert.equal((await payments.doc(paymentId).get()).data()?.uid, caller.uid, steps[last]);
      assert.deepEqual((await carts.doc(caller.uid).get()).data()?.lines, { tea: 3 });
      assert.equal((await addresses(caller.uid).get()).size, last >= 3 ? 0 : 1);
    }
  });

  for (const kind of ["lost-answer", "refused"] as const) {
    it(`moves all of it once and counts it when a commit is not answered (${kind})`, async () => {
      const [{ one, placed }, caller] = [await guestWith(2), customer()];
      // Of the count of its calls, and of the orders.
      firestore.inject({ method: "Commit", kind: "lost-answer", code: 4 });
      const met = firestore.inject({ method: "Commit", kind, code: 4 });
      assert.deepEqual(await adopt(caller, one), { orders: 2 });
      assert.ok(met(), "the fault was not met");
      assert.deepEqual(await ownersOf(...placed), Array(2).fill(caller.uid));
    });
  }
});
