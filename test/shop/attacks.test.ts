import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import {
  collection,
  collectionGroup,
  type DocumentData,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  setDoc,
  updateDoc,
  where,
  writeBatch,
} from "firebase/firestore/lite";
import { signatureOf } from "../../dev/payments/webhook.ts";
import { SECOND } from "../../functions/src/core/clock.ts";
import { counterOf } from "../../functions/src/core/limits.ts";
import { mails } from "../../functions/src/core/mail/schema.ts";
import { adoptGuest } from "../../functions/src/shop/adoptGuest.ts";
import { cancelOrder } from "../../functions/src/shop/cancelOrder.ts";
import { COUPON_LIMIT } from "../../functions/src/shop/coupons.ts";
import { pay } from "../../functions/src/shop/pay.ts";
import { ORDER_LIMIT, placeOrder } from "../../functions/src/shop/placeOrder.ts";
import { quote } from "../../functions/src/shop/quote.ts";
import { refundOrder } from "../../functions/src/shop/refundOrder.ts";
import { removeReview } from "../../functions/src/shop/removeReview.ts";
import { play } from "../support/attacks.ts";
import { call, callWith, customer, type Person, refused } from "../support/call.ts";
import { confirm, useProvider, WEBHOOK_SECRET } from "../support/payments.ts";
import { guarded } from "../support/rules.ts";
import { past } from "../support/rulesShape.ts";
import { useStillClock } from "../support/time.ts";
import { allDenied, refusedWhole, untouched } from "../support/untouched.ts";
import { attacks } from "./attacks.ts";
import { altered, latest, open, paymentOf } from "./payments/support/world.ts";
import { issue, limited, usesOf } from "./support/coupons.ts";
import { guest, idTokenOf } from "./support/guests.ts";
import { member, orderOf, place, placeAndPay } from "./support/orders.ts";
import { bought, commit, moved } from "./support/reviews.ts";
import {
  address,
  cart,
  coupon,
  order,
  product,
  purchase,
  review,
  standing,
  variant,
} from "./support/rulesDocuments.ts";
import { shelve, shipTo, stockOf } from "./support/shelf.ts";

const tooMany = ["resource-exhausted", "too-many-requests"] as const;
const badInput = ["invalid-argument", "invalid-input"] as const;
const UNKNOWN = "0".repeat(40);

describe("shop: an attacker", () => {
  const { pass } = useStillClock();
  const provider = useProvider();
  const { project, as } = guarded("shop-attacks", {
    "products/beanie": standing(product({ rating: { count: 1, sum: 3 } })),
    "products/secret": standing(product({ active: false })),
    "products/beanie/reviews/other-customer": standing(review({ rating: 3 })),
    "variants/beanie-moss": standing(variant()),
    "variants/secret": standing(variant({ productId: "secret", active: false })),
    "stock/secret": { onHand: 7, reserved: 0, lowAt: 1 },
    "carts/other-customer": standing(cart()),
    "users/other-customer/addresses/home": standing(address()),
    "orders/another": order("other-customer"),
    "orders/own": order("customer"),
    "coupons/SAVE10": standing(coupon()),
    ...bought("customer", ["beanie"], purchase()),
  });
  const denied = (attempts: Record<string, () => Promise<unknown>>) => allDenied(project, attempts);
  const db = () => as("customer");

  /** What an order takes of a SKU of which there is enough. */
  const request = async (fields: object = {}) => ({
    requestId: randomUUID(),
    lines: [{ sku: await shelve(10), quantity: 1 }],
    shipTo,
    ...fields,
  });
  /** None of these is an order at all. */
  const noOrders = (person: Person, inputs: readonly object[]) =>
    untouched(async () => {
      for (const input of inputs) await refused(callWith(placeOrder, person, input), ...badInput);
    });
  const withLine = ({ lines, ...rest }: Awaited<ReturnType<typeof request>>, line: object) => ({
    ...rest,
    lines: lines.map((good) => ({ ...good, ...line })),
  });

  play(attacks, {
    "a price in their cart": () => {
      const own = doc(db(), "carts/customer");
      const write =
        (lines: unknown, more: DocumentData = {}) =>
        () =>
          setDoc(own, { ...cart(lines), ...more });
      return denied({
        "of a line": write({ "beanie-moss": { quantity: 1, price: 1 } }),
        "beside the lines": write({ "beanie-moss": 1 }, { total: 1 }),
        "as a line": write({ "beanie-moss": 1, "price.beanie-moss": 1 }),
        "in a list": write([{ sku: "beanie-moss", quantity: 1, price: 1 }]),
        "as a quantity": write({ "beanie-moss": 0.01 }),
      });
    },

    "a price, a total or a discount in their order": async () => {
      const [person, good] = [customer(), await request()];
      await noOrders(person, [
        { ...good, totals: { total: 1 } },
        { ...good, discount: 999 },
        { ...good, currency: "JPY" },
        { ...good, state: "paid" },
        { ...good, uid: "somebody-else" },
        ...["price", "amount", "tax"].map((field) => withLine(good, { [field]: 0 })),
      ]);
      for (const input of [withLine(good, { shownPrice: 1 }), { ...good, shownTotal: 1 }]) {
        const attempt = () => call(placeOrder, person, input);
        await refusedWhole(attempt, "failed-precondition", "price-changed");
      }
    },

    "less than nothing": async () => {
      const good = await request();
      const quantities = [-1, 0, 0.5, 100, 1e21, Number.NaN, "1", [1], null];
      await noOrders(customer(), [
        ...quantities.map((quantity) => withLine(good, { quantity })),
        { ...good, lines: [...good.lines, ...good.lines] },
        { ...good, lines: [] },
      ]);
    },

    "an order written by hand": () =>
      denied({
        "as new": () => setDoc(doc(db(), "orders/new"), order("customer")),
        "as paid": () => updateDoc(doc(db(), "orders/own"), { state: "paid" }),
        "for less": () => updateDoc(doc(db(), "orders/own"), { "totals.total": 1 }),
        "as another's": () => updateDoc(doc(db(), "orders/own"), { uid: "other-customer" }),
        "as gone": () => deleteDoc(doc(db(), "orders/own")),
        "by staff": () => updateDoc(doc(as("order-manager"), "orders/own"), { state: "paid" }),
      }),

    "another's order": async () => {
      const orders = collection(db(), "orders");
      const theirs = where("uid", "==", "other-customer");
      await denied({
        "by its id": () => getDoc(doc(db(), "orders/another")),
        "by its uid": () => getDocs(query(orders, theirs, limit(1))),
        "by its address": () =>
          getDocs(query(orders, where("email", "==", "other-customer@example.com"), limit(1))),
        "among all": () => getDocs(query(orders, limit(50))),
        "among their own, all at once": () =>
          getDocs(query(orders, where("uid", "==", "customer"))),
        "wherever it is": () => getDocs(query(collectionGroup(db(), "orders"), theirs, limit(1))),
      });
      const [{ orderId }, thief] = [await place(), customer()];
      for (const callable of [pay, cancelOrder]) {
        const told = [];
        for (const id of [orderId, UNKNOWN]) {
          const attempt = () => callWith<Promise<unknown>>(callable, thief, { orderId: id });
          told.push(await refusedWhole(attempt, "not-found", "no-such-order"));
        }
        assert.deepEqual(told[0], told[1]);
      }
    },

    "another's cart and addresses": () => {
      const paths = ["carts/other-customer", "users/other-customer/addresses/home"];
      const written = { carts: cart(), users: address() } as Record<string, DocumentData>;
      return denied(
        Object.fromEntries(
          paths.flatMap((path) =>
            (["customer", "admin"] as const).flatMap((person) => {
              const theirs = doc(as(person), path);
              return [
                [`${person} reads ${path}`, () => getDoc(theirs)],
                [
                  `${person} writes ${path}`,
                  () => setDoc(theirs, written[path.split("/")[0] ?? ""] ?? {}),
                ],
                [`${person} deletes ${path}`, () => deleteDoc(theirs)],
                [
                  `${person} asks for all such as ${path}`,
                  () => getDocs(query(collectionGroup(as(person), theirs.parent.id), limit(1))),
                ],
              ] as [string, () => Promise<unknown>][];
            }),
          ),
        ),
      );
    },

    "another's request id": async () => {
      const input = await request();
      const [theirs, own] = [
        await call(placeOrder, customer(), input),
        await call(placeOrder, customer(), input),
      ];
      assert.notEqual(own.orderId, theirs.orderId);
      assert.notEqual(own.number, theirs.number);
      assert.notEqual((await orderOf(own.orderId)).uid, (await orderOf(theirs.orderId)).uid);
    },

    "a request id once more, for more": async () => {
      const [person, input] = [customer(), await request()];
      await call(placeOrder, person, input);
      const lines = input.lines.map((line) => ({ ...line, quantity: 10 }));
      for (const other of [{ lines }, { shipTo: { ...shipTo, country: "AT" as const } }]) {
        const attempt = () => call(placeOrder, person, { ...input, ...other });
        await refusedWhole(attempt, "already-exists", "request-id-reused");
      }
    },

    "everything there is, reserved for nobody": async () => {
      const [person, input] = [customer(), await request()];
      await call(placeOrder, person, input);
      await counterOf("shop.orders", person.uid).update({ calls: ORDER_LIMIT.calls });
      const more = { ...input, requestId: randomUUID() };
      await refusedWhole(() => call(placeOrder, person, more), ...tooMany);
      pass(ORDER_LIMIT.seconds * SECOND - 1);
      await refusedWhole(() => call(placeOrder, person, more), ...tooMany);
      const sku = input.lines[0]?.sku ?? "";
      const { onHand, reserved } = await stockOf(sku);
      assert.deepEqual([onHand, reserved], [10, 1]);
      const all = { ...more, lines: [{ sku, quantity: 10 }] };
      const attempt = () => call(placeOrder, customer(), all);
      await refusedWhole(attempt, "failed-precondition", "out-of-stock");
    },

    "coupons by guessing": async () => {
      await denied({
        "by its code": () => getDoc(doc(db(), "coupons/SAVE10")),
        "by a code that is none": () => getDoc(doc(db(), "coupons/NONE")),
        "in a list": () => getDocs(query(collection(db(), "coupons"), limit(1))),
        "by what it gives": () =>
          getDocs(query(collection(db(), "coupons"), where("value", ">", 0), limit(1))),
      });
      const [person, code] = [customer(), await issue()];
      const lines = [{ sku: await shelve(10), quantity: 1 }];
      const guess = (who: Person | undefined, word: string) =>
        call(quote, who, { lines, country: "DE", coupon: word });
      await refused(guess(undefined, code), "unauthenticated", "signed-out");
      await refused(guess(person, "NO-SUCH-CODE"), "failed-precondition", "coupon-not-valid");
      await counterOf("shop.coupons", person.uid).update({ calls: COUPON_LIMIT.calls });
      await refused(guess(person, code), ...tooMany);
      const input = await request({ coupon: code });
      await refusedWhole(() => call(placeOrder, person, input), ...tooMany);
    },

    "a coupon once more": async () => {
      await denied({
        "of their own": () => setDoc(doc(db(), "coupons/FREE"), coupon({ value: 10000 })),
        "without an end": () => updateDoc(doc(db(), "coupons/SAVE10"), { maxUses: null }),
        "with its uses set back, by staff": () =>
          setDoc(doc(as("order-manager"), "coupons/SAVE10"), coupon({ uses: -5, createdAt: past })),
      });
      const [person, code] = [customer(), await issue(limited)];
      await call(placeOrder, person, await request({ coupon: code }));
      const again = await request({ coupon: code });
      const attempt = () => call(placeOrder, person, again);
      await refusedWhole(attempt, "failed-precondition", "coupon-used");
      const newcomer: Person = { uid: `guest-${randomUUID()}`, token: {} };
      const asGuest = { ...again, email: "guest@example.com" };
      const attemptAsGuest = () => call(placeOrder, newcomer, asGuest);
      await refusedWhole(attemptAsGuest, "permission-denied", "coupon-needs-account");
      assert.deepEqual(await usesOf(code, person.uid), [1, 1]);
    },

    "an event that the provider has not sent": async () => {
      await provider.simulator.pause();
      const { intent, orderId } = await open();
      await confirm(intent);
      const event = await latest(provider.simulator, "payment_intent.succeeded");
      const body = JSON.stringify(event);
      const now = Math.floor(Date.now() / SECOND);
      const signed = (text: string, secret = WEBHOOK_SECRET, at = now) =>
        signatureOf(text, secret, at);
      await untouched(async () => {
        for (const forged of [
          { body, signature: "" },
          { body, signature: `t=${now},v1=` },
          { body, signature: signed(body, "whsec_guessed") },
          { body, signature: signed(body, "") },
          { body, signature: signed(body).replace("v1=", "v0=") },
          { body, signature: signed(body, WEBHOOK_SECRET, now - 301) },
          { body: altered(event, { amount_received: 1 }), signature: signed(body) },
        ]) {
          assert.equal(await provider.simulator.send(event.id, forged), 400, forged.signature);
        }
      });
      assert.equal((await orderOf(orderId)).state, "pending_payment");
    },

    "the event that paid their order, once more": async () => {
      const { orderId, paymentId } = await placeAndPay();
      const event = await latest(provider.simulator, "payment_intent.succeeded");
      const older = (await provider.simulator.events()).filter(({ type }) => type !== event.type);
      await untouched(async () => {
        for (const { id } of [event, event]) assert.equal(await provider.simulator.send(id), 200);
      });
      for (const { id } of older) assert.equal(await provider.simulator.send(id), 200);
      assert.equal((await orderOf(orderId)).state, "paid");
      assert.equal((await paymentOf(paymentId)).state, "succeeded");
    },

    "a payment of less": async () => {
      await provider.simulator.pause();
      const { person, orderId, paymentId, intent } = await open();
      for (const input of [
        { orderId, amount: 1 },
        { orderId, currency: "JPY" },
        { orderId, paymentId: "another" },
      ]) {
        await refusedWhole(() => callWith(pay, person, input), ...badInput);
      }
      const { totals } = await orderOf(orderId);
      assert.equal((await paymentOf(paymentId)).amount, totals.total);
      await confirm(intent);
      const event = await latest(provider.simulator, "payment_intent.succeeded");
      for (const less of [{ amount_received: 1 }, { currency: "jpy" }, { id: "pi_another" }]) {
        assert.equal(await provider.simulator.send(event.id, { body: altered(event, less) }), 200);
        assert.equal((await paymentOf(paymentId)).captured, 0);
        assert.equal((await orderOf(orderId)).state, "pending_payment");
      }
    },

    "money back": async () => {
      const { person, orderId } = await placeAndPay();
      const refund = { requestId: randomUUID(), orderId, reason: "" };
      for (const [who, reason] of [
        [person, "not-staff"],
        [await member("inventory_manager"), "wrong-role"],
      ] as const) {
        await refusedWhole(() => call(refundOrder, who, refund), "permission-denied", reason);
      }
      const manager = await member("order_manager");
      const { total } = (await orderOf(orderId)).totals;
      const much = () => call(refundOrder, manager, { ...refund, amount: total + 1 });
      await refusedWhole(much, "failed-precondition", "refund-too-large");
      for (const amount of [0, -1, 0.5]) {
        const odd = () => call(refundOrder, manager, { ...refund, amount });
        await refusedWhole(odd, ...badInput);
      }
    },

    "a review of what they have not bought": () => {
      const admin = as("admin");
      const own = "products/beanie/reviews/admin";
      const smuggled = () =>
        writeBatch(admin)
          .set(doc(admin, "users/admin/purchases/beanie"), purchase())
          .set(doc(admin, own), review({ rating: 1 }))
          .update(doc(admin, "products/beanie"), moved(1, 1))
          .commit();
      return denied({
        "with its stars": () =>
          commit(admin, {
            product: "beanie",
            uid: "admin",
            review: review({ rating: 1 }),
            by: [1, 1],
          }),
        "with a purchase of their own": smuggled,
        "with a purchase of before": () =>
          setDoc(doc(admin, "users/admin/purchases/beanie"), purchase()),
      });
    },

    "stars without a review, or twice": () => {
      const mine = { product: "beanie", uid: "customer", review: review({ rating: 5 }) };
      const beanie = doc(db(), "products/beanie");
      return denied({
        alone: () => updateDoc(beanie, moved(1, 5)),
        "more of them": () => commit(db(), { ...mine, by: [1, 500] }),
        "for more reviews": () => commit(db(), { ...mine, by: [100, 5] }),
        twice: () =>
          commit(db(), { ...mine, by: [1, 5] }, { product: "beanie", uid: "customer", by: [1, 5] }),
        "a review without them": () => commit(db(), mine),
        "of six": () => commit(db(), { ...mine, review: review({ rating: 6 }), by: [1, 6] }),
        "of minus a hundred": () =>
          commit(db(), { ...mine, review: review({ rating: -100 }), by: [1, -100] }),
      });
    },

    "a price among the stars": () => {
      const attempt = (fields: DocumentData) => () =>
        writeBatch(db())
          .set(doc(db(), "products/beanie/reviews/customer"), review({ rating: 5 }))
          .update(doc(db(), "products/beanie"), { ...moved(1, 5), ...fields })
          .commit();
      return denied({
        "a price": attempt({ priceFrom: 1 }),
        "a name": attempt({ name: "Free hats" }),
        "a field of the rating": attempt({ "rating.price": 1 }),
        "a new field": attempt({ discount: 99 }),
        "off sale": attempt({ active: false }),
      });
    },

    "another's review": async () => {
      const theirs = doc(db(), "products/beanie/reviews/other-customer");
      const about = { product: "beanie", uid: "other-customer" };
      await denied({
        "is changed": () => updateDoc(theirs, { text: "I hate it." }),
        "is written over": () =>
          commit(db(), { ...about, review: review({ rating: 1 }), by: [0, -2] }),
        "is deleted": () => commit(db(), { ...about, review: null, by: [-1, -3] }),
        "is deleted by staff": () =>
          commit(as("order-manager"), { ...about, review: null, by: [-1, -3] }),
      });
      const input = { productId: "beanie", uid: "other-customer" };
      for (const [person, reason] of [
        [customer(), "not-staff"],
        [await member("inventory_manager"), "wrong-role"],
      ] as const) {
        const attempt = () => call(removeReview, person, input);
        await refusedWhole(attempt, "permission-denied", reason);
      }
    },

    "what is not on sale yet": () => {
      const [products, variants] = [collection(db(), "products"), collection(db(), "variants")];
      return denied({
        "a product": () => getDoc(doc(db(), "products/secret")),
        "a variant": () => getDoc(doc(db(), "variants/secret")),
        "its stock": () => getDoc(doc(db(), "stock/secret")),
        "its stock, by who was staff": () => getDoc(doc(as("disabled-manager"), "stock/secret")),
        "products of all sorts": () => getDocs(query(products, limit(50))),
        "products that are not": () =>
          getDocs(query(products, where("active", "==", false), limit(1))),
        "products that are or not": () =>
          getDocs(query(products, where("active", "in", [true, false]), limit(1))),
        "variants of a product": () =>
          getDocs(query(variants, where("productId", "==", "secret"), limit(1))),
      });
    },

    "what another has done as a guest": async () => {
      const [one, thief] = [await guest(), customer()];
      await place(1, one);
      const adopt = (guestToken: string) => () => call(adoptGuest, thief, { guestToken });
      const person = { firebase: { sign_in_provider: "password", identities: {} } };
      const elsewhere = { aud: "another", iss: "https://securetoken.google.com/another" };
      const notAGuest = ["permission-denied", "not-a-guest"] as const;
      const noToken = ["invalid-argument", "guest-token-invalid"] as const;
      await refusedWhole(adopt(idTokenOf(one.uid, person)), ...notAGuest);
      await refusedWhole(adopt(idTokenOf(one.uid, elsewhere)), ...noToken);
      await refusedWhole(adopt(one.uid), ...noToken);
      await refusedWhole(() => callWith(adoptGuest, thief, { uid: one.uid }), ...badInput);
    },

    "a stranger's mailbox": async () => {
      const [stranger, newcomer] = [`${randomUUID()}@example.com`, await guest()];
      const name = "You have won: evil.example";
      const input = await request({ email: stranger, shipTo: { ...shipTo, name } });
      const { orderId } = await call(placeOrder, newcomer, input);
      await call(cancelOrder, newcomer, { orderId });
      assert.equal((await orderOf(orderId)).state, "cancelled");
      assert.equal((await mails.where("to", "==", stranger).get()).size, 0);
    },
  });
});
