import assert from "node:assert/strict";
import { EmailAuthProvider, linkWithCredential, signInAnonymously } from "firebase/auth";
import { doc, getDoc, getDocs, limit, query, serverTimestamp, setDoc } from "firebase/firestore";
import { type App, openApp, signIn, signUp, verify } from "../../dev/app.ts";
import { running } from "../support/firestore.ts";
import { shipTo } from "./support/shelf.ts";

/** Seeded, with stock for many test runs. */
const [sku, other] = ["morning-blend-250", "pour-over-kettle"];
const password = "a long password";

describe("shop: a guest's app, through the whole platform", function () {
  this.timeout(60_000);
  const someone = (): string => `guest-${crypto.randomUUID()}@example.com`;
  let app: App;

  beforeEach(() => {
    app = openApp(running);
  });
  afterEach(() => app.close());

  const order = (email?: string) =>
    app.shop.call.placeOrder({
      requestId: crypto.randomUUID(),
      lines: [{ sku, quantity: 1 }],
      shipTo,
      ...(email === undefined ? {} : { email }),
    });

  /** What a guest does: fills a cart and orders part of it. */
  async function shop(email: string) {
    const { user } = await signInAnonymously(app.auth);
    const { cart, addresses, orders } = app.shop.documents;
    const lines = { [sku]: 1, [other]: 2 };
    await setDoc(cart(user.uid), { lines, updatedAt: serverTimestamp() });
    await setDoc(doc(addresses(user.uid), "home"), { ...shipTo, updatedAt: serverTimestamp() });
    const placed = await order(email);
    const mine = await getDoc(doc(orders, placed.orderId));
    assert.equal(mine.data()?.email, email);
    return { user, placed };
  }

  it("keeps cart and orders when the guest makes an account, and then uses its address", async () => {
    const [typed, email] = [someone(), someone()];
    const { user, placed } = await shop(typed);
    const { uid } = user;
    const linked = await linkWithCredential(user, EmailAuthProvider.credential(email, password));
    assert.equal(linked.user.uid, uid);
    await verify(linked.user, running.inboxUrl);

    const { cart, ordersOf, orders } = app.shop.documents;
    assert.deepEqual((await getDoc(cart(uid))).data()?.lines, { [other]: 2 });
    const second = await order();
    assert.equal((await getDoc(doc(orders, second.orderId))).data()?.email, email);
    const ids = (await getDocs(ordersOf(uid))).docs.map(({ id }) => id);
    assert.deepEqual(new Set(ids), new Set([placed.orderId, second.orderId]));
  });

  it("brings cart, orders and addresses along when the guest signs in to an account", async () => {
    const email = someone();
    const { uid } = await signUp(app, email, password);
    const { cart, addresses, ordersOf } = app.shop.documents;
    await setDoc(cart(uid), { lines: { [other]: 1 }, updatedAt: serverTimestamp() });
    await app.auth.signOut();

    const { user, placed } = await shop(email);
    const guestToken = await user.getIdToken();
    const owner = await signIn(app, email, password);
    const adopt = () => app.shop.call.adoptGuest({ guestToken });
    await assert.rejects(adopt(), { code: "permission-denied", reason: "unverified" });
    await verify(owner, running.inboxUrl);
    assert.deepEqual(await adopt(), { orders: 1 });
    assert.deepEqual(await adopt(), { orders: 0 });

    const [found] = (await getDocs(ordersOf(uid))).docs;
    assert.equal(found?.id, placed.orderId);
    assert.deepEqual((await getDoc(cart(uid))).data()?.lines, { [other]: 2 });
    assert.equal((await getDocs(query(addresses(uid), limit(50)))).size, 1);
  });

  it("takes nobody's things by the token of a person", async () => {
    const [victim, thief] = [openApp(running), someone()];
    try {
      const user = await signUp(victim, someone(), password);
      await verify(await signUp(app, thief, password), running.inboxUrl);
      const stolen = app.shop.call.adoptGuest({ guestToken: await user.getIdToken() });
      await assert.rejects(stolen, { code: "permission-denied", reason: "not-a-guest" });
      const made = app.shop.call.adoptGuest({ guestToken: "made up" });
      await assert.rejects(made, { code: "invalid-argument", reason: "guest-token-invalid" });
    } finally {
      await victim.close();
    }
  });
});
