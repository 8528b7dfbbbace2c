import assert from "node:assert/strict";
import { doc, getDocs, onSnapshot, serverTimestamp, setDoc, writeBatch } from "firebase/firestore";
import { KindlingError } from "../../client/src/index.ts";
import { type App, openApp, signIn, signUp, verify } from "../../dev/app.ts";
import { mailsTo, waitForMail } from "../../dev/mailbox.ts";
import { PASSWORD } from "../../dev/seed/people.ts";
import { running } from "../support/firestore.ts";
import { until } from "../support/until.ts";
import { shipTo } from "./support/shelf.ts";

/** The seeded SKU with stock for many test runs. */
const sku = "morning-blend-250";

describe("shop: an app, through the whole platform", function () {
  this.timeout(60_000);
  const email = `app-${crypto.randomUUID()}@example.com`;
  let app: App;
  let staff: App;

  before(() => {
    [app, staff] = [openApp(running), openApp(running)];
  });
  after(() => Promise.all([app.close(), staff.close()]));

  it("signs up, confirms the address from the inbox, orders what is in its cart, gets one mail", async () => {
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
