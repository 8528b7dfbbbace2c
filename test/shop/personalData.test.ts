import assert from "node:assert/strict";
import { audit } from "../../functions/src/core/audit.ts";
import { mails } from "../../functions/src/core/mail/schema.ts";
import { personalData as core } from "../../functions/src/core/ownData.ts";
import { payments } from "../../functions/src/core/payments/schema.ts";
import { personalDataHolders } from "../../functions/src/core/personalData.ts";
import { cancelOrder } from "../../functions/src/shop/cancelOrder.ts";
import { deliverOrder } from "../../functions/src/shop/deliverOrder.ts";
import { Order, OrderState, orders } from "../../functions/src/shop/order/schema.ts";
import { personalData as shop } from "../../functions/src/shop/personalData.ts";
import { removeReview } from "../../functions/src/shop/removeReview.ts";
import { addresses, coupons, purchasesOf, reviewsOf } from "../../functions/src/shop/schema.ts";
import { shipOrder } from "../../functions/src/shop/shipOrder.ts";
import { call, type Person } from "../support/call.ts";
import { dyingAt, hookCommits } from "../support/commits.ts";
import { documentsHolding } from "../support/everything.ts";
import { firestore } from "../support/firestore.ts";
import { confirm, makeRefunds } from "../support/payments.ts";
import { until } from "../support/until.ts";
import { issue, limited } from "./support/coupons.ts";
import { useCheckedShop } from "./support/invariants.ts";
import {
  type Customer,
  hasBought,
  moveIn,
  namesOf,
  orderOfTheirs,
  ratingOf,
  redeemed,
  says,
  sendAll,
  showProduct,
  somebody,
} from "./support/leaving.ts";
import { member, orderOf, place } from "./support/orders.ts";
import { stockOf } from "./support/shelf.ts";
import { bringTo, parcel, payAgain, secondPayment } from "./support/states.ts";

const OVER: readonly OrderState[] = ["expired", "cancelled", "delivered", "returned", "refunded"];

const anonymous = { name: "", line1: "", line2: "", postalCode: "", city: "", country: "DE" };

const eraseShop = ({ leaving }: Customer) => shop.erase(leaving);

/** As somebody leaves: both modules, in this order. */
async function eraseAll({ leaving }: Customer): Promise<string[]> {
  return [await core.erase(leaving), await shop.erase(leaving)];
}

/** The whole of an order in `state`, as it is stored. */
async function orderIn(state: OrderState, person: Customer, manager: Person, coupon?: string) {
  return (await bringTo(state, manager, await orderOfTheirs(person, coupon))).orderId;
}

describe("shop: what it keeps about people", function () {
  this.timeout(120_000);
  useCheckedShop();
  let manager: Person;
  let person: Customer;
  beforeEach(async () => {
    manager = await member("order_manager");
    person = somebody();
  });

  it("is declared, and so is what core keeps", () => {
    const holders = personalDataHolders();
    assert.equal(holders.get("shop"), shop);
    assert.equal(holders.get("core"), core);
  });

  it("is theirs to take along: every document of theirs, and none of another's", async () => {
    const [other, product] = [somebody(), await showProduct("tea")];
    for (const one of [person, other]) {
      await orderOfTheirs(one);
      await moveIn(one);
      await hasBought(one, product, 4);
      await hasBought(one, "never-reviewed");
    }
    const found: Record<string, string[]> = {};
    for (const [name, source] of Object.entries(await shop.held(person.leaving))) {
      const snapshot = await source.get();
      found[name] = ("docs" in snapshot ? snapshot.docs : [snapshot]).map(({ ref }) => ref.path);
    }
    const [order] = (await orders.where("uid", "==", person.uid).get()).docs;
    const { uid } = person;
    assert.deepEqual(found, {
      orders: [order?.ref.path],
      cart: [`carts/${uid}`],
      addresses: [`users/${uid}/addresses/home`, `users/${uid}/addresses/work`],
      purchases: [`users/${uid}/purchases/never-reviewed`, `users/${uid}/purchases/tea`],
      "review of tea": [`products/tea/reviews/${uid}`],
    });
  });

  it("is nothing of somebody who was never there, and takes no writes to erase", async () => {
    const [held, bill] = [
      await shop.held(person.leaving),
      await firestore.costOf(() => eraseShop(person)),
    ];
    assert.deepEqual(Object.keys(held), ["orders", "cart", "addresses", "purchases"]);
    assert.equal(bill.writes, 0);
    assert.equal(await eraseShop(person), "erased");
  });

  describe("when they leave", () => {
    it("is gone in every document there is, once all their orders are over", async () => {
      const [other, code] = [somebody(), await issue({ maxUsesPerUser: 50, maxUses: 50 })];
      await showProduct("a-product");
      await showProduct("tea");
      const placed: Record<string, string> = {};
      // What brings one there would move others, too: an expiry, and refunds that are made.
      const states = new Set<OrderState>(["expired", "refunded", ...OrderState.options]);
      for (const state of states) {
        placed[state] = await orderIn(state, person, manager, code);
      }
      const others = await orderIn("delivered", other, manager, code);
      for (const one of [person, other]) {
        await moveIn(one);
        await says(one, "a-product", one === person ? 1 : 5);
        await hasBought(one, "tea", 3);
        await call(removeReview, manager, {
          productId: "tea",
          uid: one.uid,
          reason: `${one.leaving.emails[0]} said so`,
        });
      }
      await sendAll();
      const untouched = await documentsHolding(...namesOf(other));
      const before = await orderOf(others);
      const counted = (await coupons.doc(code).get()).data()?.uses;
      assert.ok((await documentsHolding(...namesOf(person))).length > 20);

      assert.deepEqual(await eraseAll(person), ["erased", "later"]);
      for (const [state, orderId] of Object.entries(placed)) {
        const order = Order.parse(await orderOf(orderId));
        assert.equal(order.state, state);
        const { uid, email, shipTo, fingerprint } = order;
        if (OVER.includes(order.state)) {
          const { alias } = person.leaving;
          assert.deepEqual(
            { uid, email, shipTo, fingerprint },
            { uid: alias, email: null, shipTo: anonymous, fingerprint: "" },
          );
        } else {
          assert.equal(uid, person.uid);
          assert.equal(email, person.token.email);
          assert.equal(shipTo.name, person.name);
        }
      }
      const left = await orders.where("uid", "==", person.uid).get();
      const holding = await documentsHolding(...namesOf(person));
      const below = left.docs.map(({ ref }) => ref.path).toSorted();
      assert.deepEqual(holding, below, "nothing but the orders on their way");
      assert.equal(below.length, OrderState.options.length - OVER.length);

      for (const state of ["pending_payment", "cancelling", "expiring"] as const) {
        await orders.doc(placed[state] ?? "").update({ state: "cancelling" });
        await call(cancelOrder, manager, { orderId: placed[state] ?? "" });
      }
      for (const state of ["paid", "part_shipped"] as const) {
        await call(shipOrder, manager, parcel(placed[state] ?? ""));
      }
      for (const state of ["paid", "part_shipped", "shipped"] as const) {
        await call(deliverOrder, manager, { orderId: placed[state] ?? "" });
      }
      await sendAll();
      assert.deepEqual(await eraseAll(person), ["erased", "erased"]);
      assert.deepEqual(await documentsHolding(...namesOf(person)), []);
      assert.deepEqual(await documentsHolding(...namesOf(other)), untouched);
      assert.deepEqual(await orderOf(others), before);
      assert.deepEqual(await ratingOf("a-product"), { count: 1, sum: 5 });
      assert.deepEqual(await ratingOf("tea"), { count: 0, sum: 0 });
      // Two are free again that were closed unpaid, and the one that was settled so. No other.
      assert.equal((await coupons.doc(code).get()).data()?.uses, (counted ?? 0) - 3);
    });

    for (const state of OrderState.options) {
      const answer = OVER.includes(state) ? "erased" : "later";
      it(`answers "${answer}" of an order that is ${state}`, async () => {
        const orderId = await orderIn(state, person, manager);
        await sendAll();
        const before = await orderOf(orderId);
        assert.equal(await eraseShop(person), answer);
        const { uid, email, shipTo, fingerprint, shipments, ...kept } = await orderOf(orderId);
        if (answer === "later") {
          assert.deepEqual({ uid, email, shipTo, fingerprint, shipments, ...kept }, before);
        } else {
          assert.equal(uid, person.leaving.alias);
          const known = { uid: "", email: null, shipTo: anonymous, fingerprint: "" };
          assert.deepEqual({ ...before, ...known, shipments }, { ...kept, ...known, shipments });
        }
      });
    }

    it("leaves no number by which a carrier shows where it went", async () => {
      const { orderId } = await bringTo("paid", manager, await orderOfTheirs(person));
      const trackingUrl = "https://carrier.example/JD0146";
      await call(shipOrder, manager, { ...parcel(orderId), trackingUrl });
      await call(deliverOrder, manager, { orderId });
      await sendAll();
      await eraseShop(person);
      const [shipment] = Order.parse(await orderOf(orderId)).shipments;
      assert.deepEqual([shipment?.trackingNumber, shipment?.trackingUrl], ["", null]);
      assert.deepEqual(await documentsHolding("JD0146"), []);
    });

    it("keeps what a coupon counts in all, and of them nothing", async () => {
      const [other, code] = [somebody(), await issue(limited)];
      for (const one of [person, other]) await orderIn("delivered", one, manager, code);
      await sendAll();
      assert.ok(await redeemed(code, person.uid));
      await eraseShop(person);
      assert.equal((await coupons.doc(code).get()).data()?.uses, 2);
      assert.deepEqual(
        [await redeemed(code, person.uid), await redeemed(code, other.uid)],
        [false, true],
      );
    });

    it("takes their stars out of each rating, and nobody else's", async () => {
      const [other, ids] = [somebody(), ["tea", "mug", "pot"]];
      for (const id of ids) {
        await showProduct(id);
        await hasBought(person, id, 1);
        await hasBought(other, id, 5);
      }
      await eraseShop(person);
      for (const id of ids) {
        assert.deepEqual(await ratingOf(id), { count: 1, sum: 5 });
        assert.ok((await reviewsOf(id).doc(other.uid).get()).exists);
      }
    });

    it("deletes what they said of a product that is not there any more", async () => {
      const product = await showProduct("tea");
      await hasBought(person, product, 1);
      await reviewsOf(product).parent?.delete();
      assert.equal(await eraseShop(person), "erased");
      assert.deepEqual(await documentsHolding(person.uid), []);
    });

    it("tells in the audit trail whose review was removed by the alias, and who removed it", async () => {
      const product = await showProduct("tea");
      await hasBought(person, product, 1);
      await call(removeReview, manager, { productId: product, uid: person.uid, reason: "Rude" });
      await eraseShop(person);
      const [entry] = (await audit.get()).docs.map((one) => one.data());
      const { action, actor, subject, reason } = entry ?? assert.fail("it is not there");
      assert.deepEqual([action, actor, reason], ["review-removed", manager.uid, "Rude"]);
      assert.equal(subject, `products/tea/reviews/${person.leaving.alias}`);
    });

    it("goes through more than a page of orders and of purchases", async () => {
      const { orderId } = await bringTo("delivered", manager, await orderOfTheirs(person));
      await sendAll();
      const pattern = await orderOf(orderId);
      const writer = orders.firestore.bulkWriter();
      for (let n = 0; n < 230; n++) {
        const state = n % 2 === 0 ? "shipped" : "delivered";
        writer.set(orders.doc(`order-${n}`), { ...pattern, state });
        writer.set(purchasesOf(person.uid).doc(`product-${n}`), {
          orderId,
          deliveredAt: pattern.placedAt,
        });
      }
      await writer.close();
      assert.equal(await eraseShop(person), "later");
      const count = async (uid: string) =>
        (await orders.where("uid", "==", uid).count().get()).data().count;
      assert.deepEqual([await count(person.uid), await count(person.leaving.alias)], [115, 116]);
      assert.equal((await purchasesOf(person.uid).get()).size, 0);
      // Those that were put there have no stock.
      for (let n = 0; n < 230; n++) await orders.doc(`order-${n}`).delete();
    });

    it("meets a purchase of an order that is delivered at this moment, if not now then later", async () => {
      const [shipped, product] = [
        await orderIn("shipped", person, manager),
        await showProduct("tea"),
      ];
      await hasBought(person, product);
      await sendAll();
      let answer = "";
      await hookCommits(
        async (n, commit) => {
          if (n === 1) {
            await call(deliverOrder, manager, { orderId: shipped });
            await sendAll();
          }
          return commit();
        },
        async () => {
          answer = await eraseShop(person);
        },
      );
      assert.equal(answer, "later");
      await sendAll();
      assert.equal(await eraseShop(person), "erased");
      assert.equal((await purchasesOf(person.uid).get()).size, 0);
    });
  });

  describe("of mails about an order", () => {
    it("leaves the order while one is under way, and takes them along when they are sent", async () => {
      const orderId = await orderIn("refunded", person, manager);
      const toThem = mails.where("to", "==", person.token.email);
      const kinds = (await toThem.get()).docs.map(({ id }) => id.split("_")[0]).toSorted();
      assert.deepEqual(kinds, ["order-cancelled", "order-confirmed", "order-refunded"]);
      for (const state of ["PENDING", "PROCESSING", "RETRY"] as const) {
        for (const kind of kinds) {
          await sendAll();
          const one = (await toThem.get()).docs.find(({ id }) => id.startsWith(`${kind}_`));
          await one?.ref.update({ "delivery.state": state });
          assert.equal(await eraseShop(person), "later", `${kind} ${state}`);
          assert.equal((await orderOf(orderId)).uid, person.uid);
        }
      }
      await sendAll();
      await (await toThem.get()).docs[0]?.ref.update({ "delivery.state": "ERROR" });
      assert.equal(await eraseShop(person), "erased");
      assert.equal((await toThem.get()).size, 0);
      assert.equal((await orderOf(orderId)).uid, person.leaving.alias);
    });

    it("takes those to an address that a guest typed, and nothing else that goes there", async () => {
      const guest: Customer = { ...somebody(), token: {} };
      const typed = "guest@example.com";
      const { orderId } = await bringTo("delivered", manager, await orderOfTheirs(guest));
      const another = await bringTo(
        "delivered",
        manager,
        await place(2, { uid: "another-guest", token: {} }),
      );
      await sendAll();
      assert.equal((await mails.where("to", "==", typed).get()).size, 6);
      assert.equal(await shop.erase({ ...guest.leaving, emails: [] }), "erased");
      const left = (await mails.where("to", "==", typed).get()).docs;
      assert.equal(left.length, 3);
      assert.equal((await orderOf(orderId)).email, null);
      assert.equal((await orderOf(another.orderId)).email, typed);
      assert.deepEqual(await documentsHolding(guest.name), []);
    });

    it("writes none about an order whose customer is gone, also when its money goes back", async () => {
      const orderId = await orderIn("cancelled", person, manager);
      await sendAll();
      assert.equal(await eraseShop(person), "erased");
      assert.equal((await mails.get()).size, 0);
      await makeRefunds();
      await until(async () => (await orderOf(orderId)).state === "refunded");
      assert.equal((await mails.get()).size, 0);
      assert.equal((await orderOf(orderId)).refunded, (await orderOf(orderId)).totals.total);
    });
  });

  it("is nobody to send goods to: money that comes late for their expired order goes back", async () => {
    const placed = await bringTo("expired", manager, await orderOfTheirs(person));
    assert.equal(await eraseShop(person), "erased");
    const paymentId = await payAgain(placed.orderId);
    await makeRefunds();
    await until(async () => (await payments.doc(paymentId).get()).data()?.refunded !== 0);
    await until(async () => (await orderOf(placed.orderId)).state === "refunded");
    assert.equal((await stockOf(placed.sku)).reserved, 0);
    assert.equal((await mails.get()).size, 0);
  });

  it("still is somebody to send goods to, as long as they are there", async () => {
    const { orderId } = await bringTo("expired", manager, await orderOfTheirs(person));
    const { intent } = await secondPayment(orderId);
    await confirm(intent);
    await until(async () => (await orderOf(orderId)).state === "paid");
  });

  describe("erased by somebody who dies", () => {
    for (const moment of ["before", "after"] as const) {
      it(`${moment} a commit, whichever it is, is erased by the next: once`, async () => {
        await showProduct("a-product");
        await showProduct("tea");
        const other = somebody();
        await hasBought(other, "tea", 5);
        for (let n = 1, died = true; died; n++) {
          const one = somebody();
          const code = await issue(limited);
          await orderIn("delivered", one, manager, code);
          await orderIn("returned", one, manager);
          await moveIn(one);
          await says(one, "a-product", 2);
          await hasBought(one, "tea", 1);
          await sendAll();
          died = await dyingAt(n, moment, () => eraseAll(one));
          assert.deepEqual(await eraseAll(one), ["erased", "erased"]);
          assert.deepEqual(await documentsHolding(...namesOf(one)), [], `died at ${n}`);
          assert.deepEqual(await ratingOf("a-product"), { count: 0, sum: 0 });
          assert.deepEqual(await ratingOf("tea"), { count: 1, sum: 5 });
          assert.ok(n < 40);
          if (!died) assert.ok(n > 8, `only ${n} commits`);
        }
      });
    }

    for (const kind of ["lost-answer", "refused"] as const) {
      it(`is erased once where a commit is not answered (${kind})`, async () => {
        await showProduct("tea");
        await hasBought(person, "tea", 4);
        await orderIn("delivered", person, manager);
        await sendAll();
        const met = [1, 2, 3].map(() => firestore.inject({ method: "Commit", kind, code: 4 }));
        assert.deepEqual(await eraseAll(person), ["erased", "erased"]);
        assert.ok(met.every((one) => one()));
        assert.deepEqual(await documentsHolding(...namesOf(person)), []);
        assert.deepEqual(await ratingOf("tea"), { count: 0, sum: 0 });
      });
    }
  });

  it("is erased by several at once, beside staff and other buyers, and counted once", async () => {
    const [product, others] = [await showProduct("tea"), [somebody(), somebody(), somebody()]];
    const code = await issue(limited);
    await orderIn("delivered", person, manager, code);
    await hasBought(person, product, 1);
    await moveIn(person);
    await sendAll();
    await Promise.all([
      ...Array.from({ length: 5 }, () => eraseShop(person)),
      call(removeReview, manager, { productId: product, uid: person.uid }),
      ...others.map((other) => hasBought(other, product, 5)),
    ]);
    assert.deepEqual(await ratingOf(product), { count: 3, sum: 15 });
    await core.erase(person.leaving);
    assert.deepEqual(await documentsHolding(...namesOf(person)), []);
    assert.equal((await addresses(person.uid).get()).size, 0);
  });
});
