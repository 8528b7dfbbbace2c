import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { COUPON_LIMIT } from "../../functions/src/shop/coupons.ts";
import { placeOrder } from "../../functions/src/shop/placeOrder.ts";
import { quote } from "../../functions/src/shop/quote.ts";
import { call, customer, type Person, refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";
import { issue } from "./support/coupons.ts";
import { shelve, shipTo } from "./support/shelf.ts";

describe("shop: guessing coupons", () => {
  before(() => clearFirestore());

  const guess = (person: Person | undefined, coupon = "NO-SUCH-COUPON") =>
    call(quote, person, { lines: [{ sku: "a-sku", quantity: 1 }], country: "DE", coupon });

  it("takes signing in: nobody learns of a coupon before", async () => {
    const cost = await firestore.costOf(() =>
      refused(guess(undefined), "unauthenticated", "signed-out"),
    );
    assert.deepEqual(cost, { reads: 0, writes: 0, deletes: 0 });
  });

  it("ends after 60 an hour, of quotes and orders together, whether there is such a coupon or not", async () => {
    const person = customer();
    const [coupon, sku] = [await issue(), await shelve(100)];
    const order = () =>
      call(placeOrder, person, {
        requestId: randomUUID(),
        lines: [{ sku, quantity: 1 }],
        shipTo,
        coupon,
      });
    await order();
    for (let n = 1; n < COUPON_LIMIT.calls; n++) {
      await refused(guess(person), "failed-precondition", "not-for-sale");
    }
    await refused(guess(person, coupon), "resource-exhausted", "too-many-requests");
    await refused(order(), "resource-exhausted", "too-many-requests");
    await call(quote, person, { lines: [{ sku, quantity: 1 }], country: "DE" });
  });
});
