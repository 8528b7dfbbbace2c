import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { reasonOf } from "../../functions/src/core/refuse.ts";
import { placeOrder } from "../../functions/src/shop/placeOrder.ts";
import { quote } from "../../functions/src/shop/quote.ts";
import { coupons } from "../../functions/src/shop/schema.ts";
import { call, customer, type Person, refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";
import { issue, usesOf } from "./support/coupons.ts";
import { shelve, shipTo, stockOf } from "./support/shelf.ts";

const counted = { maxUses: 5, maxUsesPerUser: 2 };

async function requestWith(coupon: string) {
  const lines = [{ sku: await shelve(1000), quantity: 1 }];
  return { requestId: randomUUID(), lines, shipTo, coupon };
}

const order = async (coupon: string, person: Person = customer()) =>
  call(placeOrder, person, await requestWith(coupon));

/** What becomes of 20 orders with a coupon that are placed at once. */
async function rush(coupon: string, buyer: () => Person): Promise<Record<string, number>> {
  const request = await requestWith(coupon);
  const outcomes: Record<string, number> = {};
  const buy = async () => {
    const placed = call(placeOrder, buyer(), { ...request, requestId: randomUUID() });
    const outcome = await placed.then(() => "ok", reasonOf);
    outcomes[String(outcome)] = (outcomes[String(outcome)] ?? 0) + 1;
  };
  await Promise.all(Array.from({ length: 20 }, buy));
  assert.equal((await stockOf(request.lines[0]?.sku ?? "")).reserved, outcomes.ok);
  return outcomes;
}

describe("shop: the uses of a coupon", function () {
  this.timeout(60_000);
  before(() => clearFirestore());

  it("are counted where there is a limit, and nowhere else", async () => {
    for (const maxUses of [null, 5]) {
      for (const maxUsesPerUser of [null, 2]) {
        const [code, person] = [await issue({ maxUses, maxUsesPerUser }), customer()];
        await order(code, person);
        assert.deepEqual(await usesOf(code, person.uid), [
          maxUses === null ? 0 : 1,
          maxUsesPerUser === null ? undefined : 1,
        ]);
      }
    }
  });

  it("end with the last of them, and are told apart from a coupon that is not valid", async () => {
    const code = await issue({ maxUses: 2 });
    await order(code);
    await order(code);
    await refused(order(code), "failed-precondition", "coupon-used-up");
    const { lines } = await requestWith(code);
    const asked = call(quote, customer(), { lines, country: "DE", coupon: code });
    await refused(asked, "failed-precondition", "coupon-used-up");
    await coupons.doc(code).update({ maxUses: 3 });
    await order(code);
    assert.deepEqual(await usesOf(code), [3]);
  });

  it("of one person end while others have theirs left", async () => {
    const [code, person] = [await issue({ maxUsesPerUser: 1 }), customer()];
    await order(code, person);
    await refused(order(code, person), "failed-precondition", "coupon-used");
    await order(code);
    assert.deepEqual(await usesOf(code, person.uid), [0, 1]);
  });

  it("are exactly as many as there are, when 20 people order at once", async () => {
    const code = await issue(counted);
    assert.deepEqual(await rush(code, customer), { ok: 5, "coupon-used-up": 15 });
    assert.deepEqual(await usesOf(code), [5]);
  });

  it("are exactly as many as one person has, when they order 20 times at once", async () => {
    const [code, person] = [await issue({ ...counted, maxUsesPerUser: 3 }), customer()];
    assert.deepEqual(await rush(code, () => person), { ok: 3, "coupon-used": 17 });
    assert.deepEqual(await usesOf(code, person.uid), [3, 3]);
  });

  it("are no guest's where they are counted by person: they would be somebody new each time", async () => {
    const guest = { uid: `guest-${randomUUID()}`, token: {} };
    const buy = async (code: string) =>
      call(placeOrder, guest, { ...(await requestWith(code)), email: "guest@example.com" });
    const code = await issue(counted);
    await refused(buy(code), "permission-denied", "coupon-needs-account");
    assert.deepEqual(await usesOf(code, guest.uid), [0, undefined]);
    const open = await issue({ maxUses: 5 });
    await buy(open);
    assert.deepEqual(await usesOf(open), [1]);
  });

  it("are counted once for one request, however often it is sent", async () => {
    const [code, person] = [await issue(counted), customer()];
    const request = await requestWith(code);
    await Promise.all(Array.from({ length: 5 }, () => call(placeOrder, person, request)));
    await call(placeOrder, person, request);
    assert.deepEqual(await usesOf(code, person.uid), [1, 1]);
  });

  it("are no reason to refuse the request that took the last of them, when it is sent twice", async () => {
    const [code, person] = [await issue({ maxUses: 1, maxUsesPerUser: 1 }), customer()];
    const request = await requestWith(code);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => call(placeOrder, person, request)),
    );
    assert.equal(new Set(answers.map(({ orderId }) => orderId)).size, 1);
    assert.deepEqual(await usesOf(code, person.uid), [1, 1]);
  });

  for (const [name, code] of Object.entries({ DEADLINE_EXCEEDED: 4, UNAVAILABLE: 14 })) {
    it(`are counted once when the answer to the commit is lost (${name})`, async () => {
      const [coupon, person] = [await issue(counted), customer()];
      const request = await requestWith(coupon);
      const happened = firestore.inject({ method: "Commit", kind: "lost-answer", code });
      await call(placeOrder, person, request);
      assert.ok(happened());
      assert.deepEqual(await usesOf(coupon, person.uid), [1, 1]);
    });
  }
});
