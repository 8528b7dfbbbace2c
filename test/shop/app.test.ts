import assert from "node:assert/strict";
import { signInAnonymously } from "firebase/auth";
import {
  doc,
  getDoc,
  getDocs,
  onSnapshot,
  serverTimestamp,
  setDoc,
  writeBatch,
} from "firebase/firestore";
import { KindlingError } from "../../client/src/index.ts";
import { type App, openApp, signIn, signUp, verify } from "../../dev/app.ts";
import { mailsTo, waitForMail } from "../../dev/mailbox.ts";
import { payAsBrowser } from "../../dev/payer.ts";
import { PASSWORD } from "../../dev/seed/people.ts";
import { running } from "../support/firestore.ts";
import { until } from "../support/until.ts";
import { shipTo } from "./support/shelf.ts";

/** The seeded SKU with stock for many test runs. */
const sku = "morning-blend-250";

/** Pays an order of the app's, as a browser does, and waits until the order says so. */
async function payFor({ shop }: App, orderId: string): Promise<void> {
  await payAsBrowser(running, await shop.call.pay({ orderId }));
  const order = doc(shop.documents.orders, orderId);
  await until(async () => (await getDoc(order)).data()?.state === "paid", 30_000);
}

/** Somebody without an account orders, pays and is sent one piece of `sku`. */
async function buy(app: App, staff: App, sku: string): Promise<void> {
  const { orderId } = await app.shop.call.placeOrder({
    requestId: crypto.randomUUID(),
    lines: [{ sku, quantity: 1 }],
    shipTo,
    email: `guest-${crypto.randomUUID()}@example.com`,
  });
  await payFor(app, orderId);
  const parcel = { requestId: crypto.randomUUID(), carrier: "DHL", trackingNumber: "JD01" };
  await staff.shop.call.shipOrder({ ...parcel, orderId });
  await staff.shop.call.deliverOrder({ orderId });
}

describe("shop: an app, through the whole platform", function () {
  this.timeout(60_000);
  const email = `app-${crypto.randomUUID()}@example.com`;
  let app: App;
  let staff: App;
  let guest: App;

  before(() => {
    [app, staff, guest] = [openApp(running), openApp(running), openApp(running)];
  });
  after(() => Promise.all([app.close(), staff.close(), guest.close()]));

  it("signs up, confirms the address from the inbox, orders what is in its cart, pays, gets one mail", async () => {
    const user = await signUp(app, email, "a long password");
    await verify(user, running.inboxUrl);
    const cart = app.shop.documents.cart(user.uid);
    await setDoc(cart, { lines: { [sku]: 2 }, updatedAt: serverTimestamp() });

    const request = { requestId: crypto.randomUUID(), lines: [{ sku, quantity: 2 }], shipTo };
    const placed = await app.shop.call.placeOrder(request);
    assert.deepEqual(await app.shop.call.placeOrder(request), placed);

    const mine = await getDocs(app.shop.documents.ordersOf(user.uid));
    assert.deepEqual(
      mine.docs.map((order) => [order.id, order.data().number]),
      [[placed.orderId, placed.number]],
    );
    await payFor(app, placed.orderId);
    await waitForMail(running.inboxUrl, email, placed.number);
    assert.equal((await mailsTo(running.inboxUrl, email, placed.number)).length, 1);
  });

  it("sees its cart change while it looks, by way of a listener", async () => {
    const uid = app.auth.currentUser?.uid ?? "";
    const cart = app.shop.documents.cart(uid);
    const seen: number[] = [];
    const stop = onSnapshot(cart, (snapshot) => {
      seen.push(snapshot.data()?.lines[sku] ?? 0);
    });
    await until(() => seen.at(-1) === 0);
    await setDoc(cart, { lines: { [sku]: 7 }, updatedAt: serverTimestamp() });
    await until(() => seen.at(-1) === 7);
    stop();
  });

  it("may await, print and compare its callables like any object", async () => {
    const { call } = app.shop;
    assert.equal((await Promise.resolve(call)).quote, call.quote);
    assert.equal(JSON.stringify({ call }), '{"call":{}}');
  });

  it("is told why a call is refused, by code, reason and details", async () => {
    const request = {
      requestId: crypto.randomUUID(),
      lines: [{ sku, quantity: 1, shownPrice: 1 }],
      shipTo,
    };
    await assert.rejects(app.shop.call.placeOrder(request), (error) => {
      assert.ok(error instanceof KindlingError);
      assert.deepEqual(
        [error.code, error.reason, error.message, error.details],
        [
          "failed-precondition",
          "price-changed",
          "Morning Blend, 250 g costs €7.90 now.",
          { line: sku, price: 790 },
        ],
      );
      assert.equal(error.retryable, false);
      return true;
    });
  });

  it("of a guest orders, pays and reviews what was delivered, for all to see, until staff take it down", async () => {
    const { uid } = (await signInAnonymously(guest.auth)).user;
    const { products, reviews, reviewsOf } = guest.shop.documents;
    const product = "morning-blend";
    const opinion = { rating: 5, title: "Pours", text: "And pours.", author: "A guest" };
    const rating = async () => (await getDoc(doc(products, product))).data()?.rating;
    const before = (await rating()) ?? assert.fail("there is no such product");

    const early = guest.shop.review(product, uid, opinion);
    await assert.rejects(early, { code: "permission-denied" });
    await signIn(staff, "orders@example.com", PASSWORD);
    await buy(guest, staff, sku);
    await guest.shop.review(product, uid, { ...opinion, rating: 1 });
    await guest.shop.review(product, uid, opinion);
    assert.deepEqual(await rating(), { count: before.count + 1, sum: before.sum + 5 });
    const [newest] = (await getDocs(reviewsOf(product))).docs;
    assert.deepEqual([newest?.id, newest?.data().title], [uid, "Pours"]);

    const removal = { productId: product, uid, reason: "A test" };
    assert.deepEqual(await staff.shop.call.removeReview(removal), { removed: true });
    assert.deepEqual(await rating(), before);
    assert.equal((await getDoc(doc(reviews(product), uid))).exists(), false);

    for (let time = 0; time < 3; time++) {
      await guest.shop.review(product, uid, opinion);
      await Promise.all([
        guest.shop.review(product, uid, null),
        staff.shop.call.removeReview(removal),
      ]);
      assert.deepEqual(await rating(), before, "taken back and taken down at once counts once");
    }
  });

  it("of staff puts a product with a variant up for sale, and takes it down", async () => {
    await signIn(staff, "stock@example.com", PASSWORD);
    const { products, variants } = staff.shop.documents;
    const id = `test-${crypto.randomUUID().slice(0, 8)}`;
    const times = { createdAt: serverTimestamp(), updatedAt: serverTimestamp() };
    const shared = { currency: "EUR", active: true, ...times } as const;
    const batch = writeBatch(staff.db);
    batch.set(doc(products, id), {
      name: "A test product",
      description: "",
      category: "tests",
      keywords: ["test"],
      priceFrom: 100,
      rating: { count: 0, sum: 0 },
      ...shared,
    });
    batch.set(doc(variants, id), {
      productId: id,
      name: "A test product",
      price: 100,
      taxClass: "standard",
      availability: "out_of_stock",
      ...shared,
    });
    await batch.commit();

    const inCategory = () => getDocs(app.shop.documents.catalogue({ category: "tests" }));
    assert.ok((await inCategory()).docs.some((product) => product.id === id));
    assert.deepEqual(await staff.shop.call.retireProduct({ productId: id }), { retired: [id] });
    assert.ok(!(await inCategory()).docs.some((product) => product.id === id));
    const quote = app.shop.call.quote({ lines: [{ sku: id, quantity: 1 }], country: "DE" });
    await assert.rejects(quote, { reason: "not-for-sale" });
  });
});
