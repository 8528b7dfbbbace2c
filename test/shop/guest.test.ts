import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { mails } from "../../functions/src/core/mail/schema.ts";
import { adoptGuest } from "../../functions/src/shop/adoptGuest.ts";
import { pay } from "../../functions/src/shop/pay.ts";
import { placeOrder } from "../../functions/src/shop/placeOrder.ts";
import { call, customer, type Person, refused } from "../support/call.ts";
import { clearFirestore } from "../support/firestore.ts";
import { confirm, untilPayment, useProvider } from "../support/payments.ts";
import { guest } from "./support/guests.ts";
import { orderOf } from "./support/orders.ts";
import { shelve, shipTo, stockOf } from "./support/shelf.ts";

const request = async (email?: string) => ({
  requestId: randomUUID(),
  lines: [{ sku: await shelve(10), quantity: 1 }],
  shipTo,
  ...(email === undefined ? {} : { email }),
});

async function payFor(person: Person, orderId: string): Promise<void> {
  const { paymentId, intent } = await call(pay, person, { orderId });
  await confirm(intent);
  await untilPayment(paymentId, "succeeded");
}

describe("shop: a guest", () => {
  useProvider();
  beforeEach(() => clearFirestore());

  it("orders, pays and has the confirmation sent where they said", async () => {
    const [one, email] = [await guest(), `${randomUUID()}@example.com`];
    const { orderId, number } = await call(placeOrder, one, await request(email));
    await payFor(one, orderId);
    assert.equal((await orderOf(orderId)).state, "paid");
    const sent = await mails.where("to", "==", email).get();
    assert.deepEqual(
      sent.docs.map((mail) => mail.data().message.subject),
      [`Your order ${number}`],
    );
  });

  it("has to say where to, in an address that is one", async () => {
    const one = await guest();
    const attempt = call(placeOrder, one, await request());
    await refused(attempt, "invalid-argument", "email-needed");
    for (const email of ["", "guest", "a@b@c", "a@b, c@d", "a@b\r\nBcc: c@d"]) {
      const wrong = call(placeOrder, one, await request(email));
      await refused(wrong, "invalid-argument", "invalid-input");
    }
  });

  it("pays for no order of another guest", async () => {
    const { orderId } = await call(placeOrder, await guest(), await request("a@example.com"));
    const attempt = call(pay, await guest(), { orderId });
    await refused(attempt, "not-found", "no-such-order");
  });

  it("who becomes a person keeps the orders, and is written to at the confirmed address", async () => {
    const one = await guest();
    const first = await request("typed@example.com");
    const { orderId } = await call(placeOrder, one, first);
    const token = { email: "own@example.com", email_verified: false };
    const person = { uid: one.uid, token };
    await refused(call(placeOrder, person, await request()), "invalid-argument", "email-needed");
    token.email_verified = true;
    assert.equal((await call(placeOrder, person, first)).orderId, orderId, "the same request");
    await payFor(person, orderId);
    assert.equal((await orderOf(orderId)).email, "typed@example.com");
    const next = await call(placeOrder, person, await request("typed@example.com"));
    assert.equal((await orderOf(next.orderId)).email, "own@example.com");
  });

  it("who has been adopted gets the same order for the same request; the account, another", async () => {
    const [one, caller] = [await guest(), customer()];
    const input = await request("typed@example.com");
    const placed = await call(placeOrder, one, input);
    await call(adoptGuest, caller, { guestToken: one.idToken });
    assert.deepEqual(await call(placeOrder, one, input), placed);
    const sku = input.lines[0]?.sku ?? "";
    assert.equal((await stockOf(sku)).reserved, 1);
    assert.notEqual((await call(placeOrder, caller, input)).orderId, placed.orderId);
    assert.equal((await stockOf(sku)).reserved, 2);
  });
});
