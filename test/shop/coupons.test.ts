import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { DAY, stamp } from "../../functions/src/core/clock.ts";
import { mails } from "../../functions/src/core/mail/schema.ts";
import { placeOrder } from "../../functions/src/shop/placeOrder.ts";
import { quote } from "../../functions/src/shop/quote.ts";
import { rates } from "../../functions/src/shop/rates.ts";
import { Coupon, coupons } from "../../functions/src/shop/schema.ts";
import { call, callWith, customer, refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";
import { at, issue } from "./support/coupons.ts";
import { orderOf } from "./support/orders.ts";
import { shelve, shipTo, stockOf } from "./support/shelf.ts";

/** What goods of 20.00 cost with a coupon: the totals of a quote, which must be those of an order. */
async function totalsWith(coupon: string, price = 2000) {
  const lines = [{ sku: await shelve(10, { price }), quantity: 1 }];
  const { totals } = await call(quote, customer(), { lines, country: "DE", coupon });
  const request = { requestId: randomUUID(), lines, shipTo, coupon, shownTotal: totals.total };
  const placed = await call(placeOrder, customer(), request);
  assert.deepEqual(placed.totals, totals);
  return totals;
}

/** The refusal that a coupon is met with, by a quote and by an order, which takes nothing. */
async function refusedWith(coupon: string, reason: string, price = 2000) {
  const sku = await shelve(10, { price });
  const lines = [{ sku, quantity: 1 }];
  const asked = call(quote, customer(), { lines, country: "DE", coupon });
  const about = await refused(asked, "failed-precondition", reason);
  const request = { requestId: randomUUID(), lines, shipTo, coupon };
  const attempt = call(placeOrder, customer(), request);
  assert.deepEqual(await refused(attempt, "failed-precondition", reason), about);
  assert.equal((await stockOf(sku)).reserved, 0);
  return about;
}

describe("shop: a coupon", () => {
  before(() => clearFirestore());

  it("of 10 % takes a tenth off the goods, before tax and without the shipping", async () => {
    assert.deepEqual(await totalsWith(await issue({ kind: "percent", value: 1000 })), {
      lines: 2000,
      discount: 200,
      shipping: 490,
      // 19 % of 18.00 and of 4.90.
      tax: 342 + 93,
      total: 2725,
    });
  });

  it("of 5.00 takes that off", async () => {
    assert.deepEqual(await totalsWith(await issue({ kind: "fixed", value: 500 })), {
      lines: 2000,
      discount: 500,
      shipping: 490,
      tax: 285 + 93,
      total: 2368,
    });
  });

  it("never takes off more than the goods are worth", async () => {
    const { discount, total } = await totalsWith(await issue({ kind: "fixed", value: 9900 }));
    assert.deepEqual([discount, total], [2000, 490 + 93]);
  });

  it("can take goods below the worth from which shipping is free", async () => {
    const code = await issue({ kind: "fixed", value: 1 });
    assert.equal((await totalsWith(code, 5001)).shipping, 0);
    assert.equal((await totalsWith(code, 5000)).shipping, 490);
  });

  it("gives an order and its quote the same totals, for 20 coupons at random", async () => {
    const some = fc.oneof(
      fc.record({ kind: fc.constant("percent" as const), value: fc.integer({ min: 1, max: 1e4 }) }),
      fc.record({ kind: fc.constant("fixed" as const), value: fc.integer({ min: 1, max: 5000 }) }),
    );
    await fc.assert(
      fc.asyncProperty(some, fc.integer({ min: 1, max: 9000 }), async (fields, price) => {
        const totals = await totalsWith(await issue(fields), price);
        const { lines, discount, shipping, tax, total } = totals;
        assert.equal(total, lines - discount + shipping + tax);
        assert.ok(0 <= discount && discount <= lines, `${discount} off ${lines}`);
      }),
      { numRuns: 20 },
    );
  });

  it("is for orders from a minimum, which the refusal names", async () => {
    const code = await issue({ minimum: 2000 });
    assert.equal((await totalsWith(code, 2000)).discount, 200);
    assert.equal((await refusedWith(code, "coupon-minimum", 1999)).minimum, 2000);
  });

  it("is valid from its first moment, and until its last, which is too late", async () => {
    const start = Date.now() + 7 * DAY;
    const code = await issue({ startsAt: stamp(7 * DAY), endsAt: stamp(9 * DAY) });
    const { startsAt, endsAt } = (await coupons.doc(code).get()).data() as Coupon;
    assert.ok(Math.abs(startsAt.toMillis() - start) < 10_000);
    await at(startsAt.toMillis() - 1, () => refusedWith(code, "coupon-not-valid"));
    await at(startsAt.toMillis(), () => totalsWith(code));
    await at(endsAt.toMillis() - 1, () => totalsWith(code));
    await at(endsAt.toMillis(), () => refusedWith(code, "coupon-not-valid"));
  });

  it("that is not active, or of which nobody has heard, is not valid; nor is it told which", async () => {
    const [off, unknown] = [await issue({ active: false }), "NO-SUCH-COUPON"];
    assert.deepEqual(
      await refusedWith(off, "coupon-not-valid"),
      await refusedWith(unknown, "coupon-not-valid"),
    );
    await coupons.doc(off).update({ active: true });
    await totalsWith(off);
  });

  it("may be written in small letters, with blanks around it", async () => {
    const code = await issue({}, `SUMMER-${randomUUID().slice(0, 4).toUpperCase()}`);
    for (const typed of [code.toLowerCase(), ` ${code} `, `\t${code.toLowerCase()}\n`]) {
      assert.equal((await totalsWith(typed)).discount, 200);
    }
    const [person, lines] = [customer(), [{ sku: await shelve(), quantity: 1 }]];
    const input = { requestId: randomUUID(), lines, shipTo };
    const placed = await call(placeOrder, person, { ...input, coupon: code });
    const again = { ...input, coupon: ` ${code.toLowerCase()}` };
    assert.deepEqual(await call(placeOrder, person, again), placed);
    assert.equal((await orderOf(placed.orderId)).coupon, code);
    const without = call(placeOrder, person, input);
    await refused(without, "already-exists", "request-id-reused");
  });

  for (const wrong of ["", "AB", "A/B/C", "-ABC", "SUMMER 26", "ÄÖÜ", "X".repeat(31), 7, null]) {
    it(`is never called ${JSON.stringify(wrong)}, and nothing is read but who asks`, async () => {
      const request = { lines: [{ sku: "a-sku", quantity: 1 }], coupon: wrong };
      const bill = await firestore.costOf(async () => {
        const order = { ...request, requestId: randomUUID(), shipTo };
        for (const attempt of [
          callWith(quote, undefined, { ...request, country: "DE" }),
          callWith(placeOrder, customer(), order),
        ]) {
          const { fields } = await refused(attempt, "invalid-argument", "invalid-input");
          assert.equal((fields as { field: string }[])[0]?.field, "coupon");
        }
      });
      assert.equal(bill.reads, 1);
    });
  }

  it("can't be of more than 100 %, of nothing, or over before it begins", async () => {
    const good = (await coupons.doc(await issue()).get()).data() as Coupon;
    assert.ok(Coupon.safeParse({ ...good, value: 10_000 }).success);
    const { startsAt } = good;
    for (const wrong of [{ value: 10_001 }, { value: 0 }, { endsAt: startsAt }]) {
      assert.ok(!Coupon.safeParse({ ...good, ...wrong }).success, JSON.stringify(wrong));
    }
    assert.ok(Coupon.safeParse({ ...good, kind: "fixed", value: 10_001 }).success);
  });

  describe("of 100 %", () => {
    it("leaves the shipping to be paid", async () => {
      const totals = await totalsWith(await issue({ value: 10_000 }));
      assert.deepEqual(totals, { lines: 2000, discount: 2000, shipping: 490, tax: 93, total: 583 });
    });

    it("where shipping is free makes an order that is paid at once, and says so by mail", async () => {
      const { shipping } = rates.DE;
      rates.DE.shipping = { fee: 490, freeFrom: 0 };
      try {
        const [person, sku] = [customer(), await shelve(10)];
        const coupon = await issue({ value: 10_000 });
        const lines = [{ sku, quantity: 2 }];
        const input = { requestId: randomUUID(), lines, shipTo, coupon };
        const placed = await call(placeOrder, person, input);
        assert.deepEqual([placed.state, placed.totals.total], ["paid", 0]);
        const { closeAt, timeline } = await orderOf(placed.orderId);
        assert.equal(closeAt, undefined);
        assert.deepEqual(
          timeline.map(({ event }) => event),
          ["placed", "paid"],
        );
        assert.equal((await stockOf(sku)).reserved, 2);
        const sent = await mails.where("to", "==", person.token.email).get();
        assert.deepEqual(
          sent.docs.map((mail) => mail.data().message.subject),
          [`Your order ${placed.number}`],
        );
        assert.deepEqual(await call(placeOrder, person, input), placed);
      } finally {
        rates.DE.shipping = shipping;
      }
    });
  });
});
