import { doc, getDoc, getDocs, serverTimestamp, setDoc } from "firebase/firestore";
import { formatMoney } from "../../functions/src/core/money.ts";
import { type App, openApp, signUp, verify } from "../app.ts";
import type { Running } from "../running.ts";
import type { Narrator } from "./narrator.ts";
import { type Bought, followOrder } from "./shop/order.ts";

const money = (amount: number) => formatMoney(amount, "EUR");

/** An app's first order: from sign-up by way of a cart, payment and parcel to a refund. */
export async function tourShop(running: Running, tell: Narrator): Promise<void> {
  const [app, stranger, staff] = [openApp(running), openApp(running), openApp(running)];
  try {
    const bought = await buy(app, stranger, running, tell);
    await followOrder(bought, { app, staff }, running, tell);
  } finally {
    await Promise.all([app.close(), stranger.close(), staff.close()]);
  }
}

async function buy(app: App, stranger: App, running: Running, tell: Narrator): Promise<Bought> {
  const { call, documents } = app.shop;
  const email = `tour-${Date.now()}@example.com`;
  const shipTo = {
    name: "A newcomer",
    line1: "Lindenweg 4",
    line2: "",
    postalCode: "20095",
    city: "Hamburg",
    country: "DE",
  } as const;

  tell.step("Sign up");
  const user = await signUp(app, email, "a long password");
  tell.say(`${email} has an account, its address is not confirmed yet.`);

  tell.step("Look around the catalogue");
  const found = await getDocs(documents.catalogue({ category: "coffee", pageSize: 5 }));
  for (const { id, data } of found.docs.map((product) => ({
    id: product.id,
    data: product.data(),
  }))) {
    tell.say(`${data.name.padEnd(28)} from ${money(data.priceFrom).padStart(8)}   ${id}`);
  }
  tell.expect(found.size === 5, "five coffees, the cheapest first, one document read for each");

  tell.step("Fill the cart, under the rules");
  const cart = documents.cart(user.uid);
  const filled = { "morning-blend-250": 2, "pour-over-kettle": 1 };
  await setDoc(cart, { lines: filled, updatedAt: serverTimestamp() });
  tell.say("2 × morning-blend-250, 1 × pour-over-kettle");
  await tell.refused("A cart with −3 kettles", "permission-denied", () =>
    setDoc(cart, { lines: { "pour-over-kettle": -3 }, updatedAt: serverTimestamp() }),
  );
  await tell.refused("A cart with a price of its own", "permission-denied", () =>
    setDoc(doc(app.db, "carts", user.uid), {
      lines: filled,
      price: 1,
      updatedAt: serverTimestamp(),
    }),
  );

  tell.step("Ask what it costs");
  const lines = Object.entries(filled).map(([sku, quantity]) => ({ sku, quantity }));
  const quoted = await call.quote({ lines, country: "DE" });
  for (const line of quoted.lines) {
    tell.say(
      `${line.quantity} × ${line.name.padEnd(24)} ${money(line.amount).padStart(9)}   ${line.availability}`,
    );
  }
  tell.say(
    `shipping ${money(quoted.totals.shipping)}, tax ${money(quoted.totals.tax)}, total ${money(quoted.totals.total)}`,
  );

  tell.step("Order");
  const requestId = crypto.randomUUID();
  const request = { requestId, lines, shipTo, shownTotal: quoted.totals.total };
  await tell.refused("An order that nobody could write to", "email-needed", () =>
    call.placeOrder(request),
  );
  await verify(user, running.inboxUrl);
  tell.say("The confirmation link came to the inbox and was followed.");
  await tell.refused("A forged price", "price-changed", () =>
    call.placeOrder({ ...request, shownTotal: 100 }),
  );
  await tell.refused("An order written past the server", "permission-denied", () =>
    setDoc(doc(app.db, "orders/mine"), { uid: user.uid, totals: { total: 1 } }),
  );
  const placed = await call.placeOrder(request);
  tell.say(`Order ${placed.number} is placed: ${money(placed.totals.total)}, ${placed.state}.`);
  tell.expect(placed.totals.total === quoted.totals.total, "the total is the one that was quoted");
  const again = await call.placeOrder(request);
  tell.expect(again.orderId === placed.orderId, "the same request, sent again, is the same order");
  const left = (await getDoc(cart)).data();
  tell.expect(Object.keys(left?.lines ?? {}).length === 0, "the cart is empty");

  tell.step("A stranger looks for the order");
  await signUp(stranger, `stranger-${Date.now()}@example.com`, "a long password");
  await tell.refused("Reading another's order", "permission-denied", () =>
    getDoc(doc(stranger.shop.documents.orders, placed.orderId)),
  );
  await tell.refused("Listing another's orders", "permission-denied", () =>
    getDocs(stranger.shop.documents.ordersOf(user.uid)),
  );

  return { orderId: placed.orderId, number: placed.number, total: placed.totals.total, email };
}
