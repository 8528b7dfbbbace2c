import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { DAY, MINUTE, useClock } from "../../functions/src/core/clock.ts";
import { mails } from "../../functions/src/core/mail/schema.ts";
import { adjustStock } from "../../functions/src/shop/adjustStock.ts";
import { cancelOrder } from "../../functions/src/shop/cancelOrder.ts";
import { placeOrder } from "../../functions/src/shop/placeOrder.ts";
import { receiveStock } from "../../functions/src/shop/receiveStock.ts";
import { call, customer, type Person } from "../support/call.ts";
import { clearFirestore } from "../support/firestore.ts";
import { checkBooks } from "./support/invariants.ts";
import { member } from "./support/orders.ts";
import { shelve, shipTo } from "./support/shelf.ts";

describe("shop: the mail that says that stock is low", () => {
  const to = "warehouse@example.com";
  let manager: Person;
  let time = 0;
  let putBack = () => {};
  beforeEach(async () => {
    await clearFirestore();
    manager = await member("inventory_manager");
    process.env.STOCK_ALERTS_TO = to;
    time = Date.now();
    putBack = useClock(() => new Date(time));
  });
  afterEach(async () => {
    delete process.env.STOCK_ALERTS_TO;
    putBack();
    await checkBooks();
  });

  const alerts = async () => (await mails.where("to", "==", to).get()).docs.map((m) => m.data());
  /** Somebody orders so many, of whom it may be cancelled again. */
  async function order(sku: string, quantity: number) {
    const person = customer();
    const lines = [{ sku, quantity }];
    const { orderId } = await call(placeOrder, person, { requestId: randomUUID(), lines, shipTo });
    return () => call(cancelOrder, person, { orderId });
  }
  const adjust = (sku: string, difference: number) =>
    call(adjustStock, manager, { requestId: randomUUID(), sku, difference, reason: "Counted" });

  it("is sent when the last piece above the line is sold, not before and not again", async () => {
    const sku = await shelve(10, { name: "Wool beanie" });
    await order(sku, 4);
    assert.deepEqual(await alerts(), []);
    await order(sku, 1);
    const [mail, ...more] = await alerts();
    assert.equal(more.length, 0);
    assert.equal(mail?.message.subject, "Low stock: Wool beanie");
    for (const word of [sku, "10", "5"]) assert.ok(mail?.message.text.includes(word), word);
    await order(sku, 1);
    assert.equal((await alerts()).length, 1);
  });

  it("is not sent again the same day, however often the line is crossed, and is the next day", async () => {
    const sku = await shelve(10);
    const cross = async () => (await order(sku, 5))();
    await cross();
    time += MINUTE;
    await cross();
    time += DAY - MINUTE - 1;
    await cross();
    assert.equal((await alerts()).length, 1);
    time += 1;
    await cross();
    assert.equal((await alerts()).length, 2);
  });

  it("is sent of each product of an order, and by a count as by an order", async () => {
    const [one, two] = [await shelve(10), await shelve(10)];
    const lines = [one, two].map((sku) => ({ sku, quantity: 6 }));
    await call(placeOrder, customer(), { requestId: randomUUID(), lines, shipTo });
    assert.equal((await alerts()).length, 2);
    await adjust(await shelve(10), -5);
    assert.equal((await alerts()).length, 3);
  });

  it("is one when many buy at once", async () => {
    const sku = await shelve(10);
    await Promise.all(Array.from({ length: 8 }, () => order(sku, 1)));
    assert.equal((await alerts()).length, 1);
  });

  it("is not sent when there is more than before", async () => {
    const sku = await shelve(2);
    await call(receiveStock, manager, { requestId: randomUUID(), sku, quantity: 1 });
    await adjust(sku, 2);
    await adjust(sku, 10);
    assert.deepEqual(await alerts(), []);
  });

  it("is not sent where nobody is named to read it", async () => {
    for (const nobody of ["", undefined]) {
      if (nobody === undefined) delete process.env.STOCK_ALERTS_TO;
      else process.env.STOCK_ALERTS_TO = nobody;
      await order(await shelve(10), 6);
    }
    assert.deepEqual((await mails.get()).docs, []);
  });
});
