import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { now, stamp, useClock } from "../../functions/src/core/clock.ts";
import { idOf } from "../../functions/src/core/id.ts";
import { mails } from "../../functions/src/core/mail/schema.ts";
import { Order, orders } from "../../functions/src/shop/order/schema.ts";
import { ORDER_LIMIT, placeOrder } from "../../functions/src/shop/placeOrder.ts";
import { carts, stock, variants } from "../../functions/src/shop/schema.ts";
import { call, callWith, customer, type Person, refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";
import { shelve, shipTo, stockOf } from "./support/shelf.ts";

const request = (lines: { sku: string; quantity: number; shownPrice?: number }[]) => ({
  requestId: randomUUID(),
  lines,
  shipTo,
});

describe("shop: placing an order", () => {
  before(() => clearFirestore());

  it("fixes the prices, reserves the stock, keeps a snapshot; nothing is mailed before it is paid", async () => {
    const person = customer();
    const [beanie, tea] = [
      await shelve(10, { name: "Beanie", price: 2500 }),
      await shelve(50, { name: "Tea", price: 1200, taxClass: "reduced" }),
    ];
    const input = request([
      { sku: beanie, quantity: 1 },
      { sku: tea, quantity: 3 },
    ]);
    const placed = await call(placeOrder, person, input);

    // 25.00 + 36.00 goods, free shipping from 50.00, 19 % of 25.00 and 7 % of 36.00.
    const totals = { lines: 6100, discount: 0, shipping: 0, tax: 475 + 252, total: 6827 };
    assert.deepEqual(placed.totals, totals);
    assert.match(placed.number, /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/);

    const order = Order.parse((await orders.doc(placed.orderId).get()).data());
    assert.equal(order.uid, person.uid);
    assert.equal(order.email, person.token.email);
    assert.deepEqual(order.shipTo, shipTo);
    assert.deepEqual(
      order.lines.map(({ sku, name, quantity, price, amount, tax }) => [
        sku,
        name,
        quantity,
        price,
        amount,
        tax,
      ]),
      [
        [beanie, "Beanie", 1, 2500, 2500, 475],
        [tea, "Tea", 3, 1200, 3600, 252],
      ],
    );
    assert.deepEqual(
      order.timeline.map(({ event }) => event),
      ["placed"],
    );
    assert.deepEqual(await stockOf(beanie), { onHand: 10, reserved: 1, lowAt: 5 });
    assert.deepEqual(await stockOf(tea), { onHand: 50, reserved: 3, lowAt: 5 });

    assert.equal((await mails.where("to", "==", person.token.email).get()).size, 0);
  });

  it("takes the ordered lines out of the cart and leaves what was added meanwhile", async () => {
    const person = customer();
    const [ordered, added] = [await shelve(), await shelve()];
    await carts.doc(person.uid).set({ lines: { [ordered]: 2, [added]: 1 }, updatedAt: stamp() });
    await call(placeOrder, person, request([{ sku: ordered, quantity: 2 }]));
    assert.deepEqual((await carts.doc(person.uid).get()).data()?.lines, { [added]: 1 });
  });

  it("without a cart leaves one that apps read as empty", async () => {
    const [person, sku] = [customer(), await shelve()];
    await call(placeOrder, person, request([{ sku, quantity: 1 }]));
    assert.deepEqual(Object.keys((await carts.doc(person.uid).get()).data() ?? {}), ["updatedAt"]);
  });

  it("tells customers when stock runs low and when it is gone", async () => {
    const sku = await shelve(7);
    const label = async () => (await variants.doc(sku).get()).data()?.availability;
    assert.equal(await label(), "in_stock");
    await call(placeOrder, customer(), request([{ sku, quantity: 2 }]));
    assert.equal(await label(), "low");
    await call(placeOrder, customer(), request([{ sku, quantity: 5 }]));
    assert.equal(await label(), "out_of_stock");
  });

  describe("sent again with the same request id", () => {
    it("answers with the same order, also when the stock is gone by then", async () => {
      const [person, sku] = [customer(), await shelve(2)];
      const input = request([{ sku, quantity: 2 }]);
      const first = await call(placeOrder, person, input);
      assert.deepEqual(await call(placeOrder, person, input), first);
      assert.equal((await stockOf(sku)).reserved, 2);
    });

    it("ten times at once makes one order", async () => {
      const [person, sku] = [customer(), await shelve(100)];
      const input = request([{ sku, quantity: 3 }]);
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => call(placeOrder, person, input)),
      );
      assert.equal(new Set(answers.map(({ orderId }) => orderId)).size, 1);
      assert.equal((await stockOf(sku)).reserved, 3);
      assert.equal((await orders.where("uid", "==", person.uid).get()).size, 1);
    });

    it("is refused if the lines or the address are other ones", async () => {
      const [person, sku] = [customer(), await shelve()];
      const input = request([{ sku, quantity: 1 }]);
      await call(placeOrder, person, input);
      const others = [
        { ...input, lines: [{ sku, quantity: 2 }] },
        { ...input, shipTo: { ...shipTo, city: "Bremen" } },
      ];
      for (const other of others) {
        await refused(call(placeOrder, person, other), "already-exists", "request-id-reused");
      }
      assert.equal((await stockOf(sku)).reserved, 1);
    });

    it("by somebody else is another order", async () => {
      const sku = await shelve();
      const input = request([{ sku, quantity: 1 }]);
      const [mine, theirs] = [
        await call(placeOrder, customer(), input),
        await call(placeOrder, customer(), input),
      ];
      assert.notEqual(mine.orderId, theirs.orderId);
    });
  });

  describe("when the answer to the commit is lost", () => {
    for (const [name, code] of Object.entries({
      DEADLINE_EXCEEDED: 4,
      ABORTED: 10,
      INTERNAL: 13,
      UNAVAILABLE: 14,
    })) {
      it(`(${name}) takes the stock once and still answers with the order`, async () => {
        const [person, sku] = [customer(), await shelve(10)];
        const input = request([{ sku, quantity: 2 }]);
        const happened = firestore.inject({ method: "Commit", kind: "lost-answer", code });
        const placed = await call(placeOrder, person, input);
        assert.ok(happened(), "the fault was not met");
        assert.deepEqual(await stockOf(sku), { onHand: 10, reserved: 2, lowAt: 5 });
        assert.deepEqual(await call(placeOrder, person, input), placed);
      });
    }

    it("and was not carried out either, tries again", async () => {
      const [person, sku] = [customer(), await shelve(10)];
      const happened = firestore.inject({ method: "Commit", kind: "refused", code: 4 });
      await call(placeOrder, person, request([{ sku, quantity: 2 }]));
      assert.ok(happened());
      assert.equal((await stockOf(sku)).reserved, 2);
    });
  });

  describe("refuses, and writes nothing", () => {
    it("what is not for sale, naming the line", async () => {
      const [good, retired] = [await shelve(), await shelve(10, { active: false })];
      for (const sku of [retired, "no-such-sku"]) {
        const lines = [
          { sku: good, quantity: 1 },
          { sku, quantity: 1 },
        ];
        const attempt = call(placeOrder, customer(), request(lines));
        const { line } = await refused(attempt, "failed-precondition", "not-for-sale");
        assert.equal(line, sku);
      }
      assert.equal((await stockOf(good)).reserved, 0);
    });

    it("more than there is, naming the line and what is left", async () => {
      const [good, scarce] = [await shelve(), await shelve(3, { name: "Pen" })];
      const person = customer();
      const lines = [
        { sku: good, quantity: 1 },
        { sku: scarce, quantity: 4 },
      ];
      const attempt = call(placeOrder, person, request(lines));
      const { line, left } = await refused(attempt, "failed-precondition", "out-of-stock");
      assert.deepEqual([line, left], [scarce, 3]);
      assert.equal((await stockOf(good)).reserved, 0);
      assert.equal((await orders.where("uid", "==", person.uid).get()).size, 0);
      assert.equal((await mails.where("to", "==", person.token.email).get()).size, 0);
    });

    it("a SKU that was never stocked", async () => {
      const sku = await shelve();
      await stock.doc(sku).delete();
      const attempt = call(placeOrder, customer(), request([{ sku, quantity: 1 }]));
      assert.equal((await refused(attempt, "failed-precondition", "out-of-stock")).left, 0);
    });

    it("another price than the one shown, naming the line and the price", async () => {
      const sku = await shelve(10, { price: 1000 });
      const attempt = call(
        placeOrder,
        customer(),
        request([{ sku, quantity: 1, shownPrice: 900 }]),
      );
      const { line, price } = await refused(attempt, "failed-precondition", "price-changed");
      assert.deepEqual([line, price], [sku, 1000]);
    });

    it("a forged total, and takes the right one", async () => {
      const [person, sku] = [customer(), await shelve(10, { price: 1000 })];
      const input = request([{ sku, quantity: 1 }]);
      const forged = call(placeOrder, person, { ...input, shownTotal: 1 });
      const { total } = await refused(forged, "failed-precondition", "price-changed");
      assert.equal((await stockOf(sku)).reserved, 0);
      const right = { ...input, shownTotal: Number(total) };
      assert.equal((await call(placeOrder, person, right)).totals.total, total);
    });

    it("the twenty-first order of a person in an hour, and takes it an hour later", async () => {
      const [person, sku] = [customer(), await shelve(1000)];
      const order = () => call(placeOrder, person, request([{ sku, quantity: 1 }]));
      for (let n = 0; n < ORDER_LIMIT.calls; n++) await order();
      const { retryAfterSeconds } = await refused(
        order(),
        "resource-exhausted",
        "too-many-requests",
      );
      assert.ok(Number(retryAfterSeconds) > 3500 && Number(retryAfterSeconds) <= 3600);
      const inAnHour = now().getTime() + 3_600_000;
      const putBack = useClock(() => new Date(inAnHour));
      try {
        await order();
      } finally {
        putBack();
      }
    });

    const sku = "a-sku";
    const good = request([{ sku, quantity: 1 }]);
    const wrong: Record<string, unknown> = {
      nothing: null,
      "an empty cart": { ...good, lines: [] },
      "51 lines": {
        ...good,
        lines: Array.from({ length: 51 }, (_, n) => ({ sku: `s${n}`, quantity: 1 })),
      },
      "a SKU twice": { ...good, lines: [...good.lines, ...good.lines] },
      "no quantity": { ...good, lines: [{ sku }] },
      "a quantity of 0": { ...good, lines: [{ sku, quantity: 0 }] },
      "a negative quantity": { ...good, lines: [{ sku, quantity: -1 }] },
      "a fractional quantity": { ...good, lines: [{ sku, quantity: 1.5 }] },
      "a quantity of 100": { ...good, lines: [{ sku, quantity: 100 }] },
      "a quantity in words": { ...good, lines: [{ sku, quantity: "1" }] },
      "no number": { ...good, lines: [{ sku, quantity: Number.NaN }] },
      "a price of one's own": { ...good, lines: [{ sku, quantity: 1, price: 1 }] },
      "a total of one's own": { ...good, total: 1 },
      "another's uid": { ...good, uid: "somebody-else" },
      "a SKU that is a path": { ...good, lines: [{ sku: "../orders/x", quantity: 1 }] },
      "a short request id": { ...good, requestId: "1" },
      "a request id that is a path": { ...good, requestId: "aaaaaaaaaaaaaaaa/b" },
      "a country not served": { ...good, shipTo: { ...shipTo, country: "XX" } },
      "a name of 121 characters": { ...good, shipTo: { ...shipTo, name: "x".repeat(121) } },
      "a name of two lines": { ...good, shipTo: { ...shipTo, name: "x\r\nTotal: free" } },
      "half a surrogate pair": { ...good, shipTo: { ...shipTo, name: "a\ud800b" } },
      "a blank name": { ...good, shipTo: { ...shipTo, name: "  " } },
    };
    for (const [what, input] of Object.entries(wrong)) {
      it(`${what}, as invalid-argument with the field`, async () => {
        const attempt = callWith(placeOrder, customer(), input);
        const { fields } = await refused(attempt, "invalid-argument", "invalid-input");
        assert.ok(Array.isArray(fields) && fields.length > 0);
      });
    }

    it("a huge string", async () => {
      const input = { ...good, shipTo: { ...shipTo, line2: "x".repeat(70_000) } };
      await refused(callWith(placeOrder, customer(), input), "invalid-argument", "too-large");
    });

    it("who is not signed in, and a guest who gives no address", async () => {
      await refused(call(placeOrder, undefined, good), "unauthenticated", "signed-out");
      const guest = { uid: "guest", token: {} };
      const unverified = { uid: "new", token: { email: "new@example.com", email_verified: false } };
      for (const person of [guest, unverified]) {
        await refused(call(placeOrder, person, good), "invalid-argument", "email-needed");
      }
    });
  });

  it("takes a guest's order with the address they give, and a customer's own address always", async () => {
    const [sku, email] = [await shelve(), "other@example.com"];
    const input = () => ({ ...request([{ sku, quantity: 1 }]), email });
    const addressOf = async (person: Person) => {
      const { orderId } = await call(placeOrder, person, input());
      return (await orders.doc(orderId).get()).data()?.email;
    };
    const known = customer();
    assert.equal(await addressOf({ uid: `guest-${randomUUID()}`, token: {} }), email);
    assert.equal(await addressOf(known), known.token.email);
  });

  it("derives the order's id from the caller and the request id alone", async () => {
    const [person, sku] = [customer(), await shelve()];
    const input = request([{ sku, quantity: 1 }]);
    const { orderId } = await call(placeOrder, person, input);
    assert.equal(orderId, idOf(person.uid, input.requestId));
  });
});
