import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { AuditEntry, audit, record } from "../../functions/src/core/audit.ts";
import { stamp } from "../../functions/src/core/clock.ts";
import { decide } from "../../functions/src/core/decide.ts";
import { charge, limitsOf } from "../../functions/src/core/limits.ts";
import { Mail, mails } from "../../functions/src/core/mail/schema.ts";
import { personalData } from "../../functions/src/core/ownData.ts";
import { openPayment } from "../../functions/src/core/payments/openPayment.ts";
import { Payment, payments, Refund, refunds } from "../../functions/src/core/payments/schema.ts";
import { type Person, withoutPerson } from "../../functions/src/core/personalData.ts";
import { dyingAt } from "../support/commits.ts";
import { documentsHolding } from "../support/everything.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";
import { putByHand, queued } from "../support/mail.ts";

function somebody(): Person {
  const uid = `person-${randomUUID()}`;
  const emails = [`${uid}@example.com`, `Old.${uid}@example.com`];
  return { uid, emails, alias: `deleted-${randomUUID()}` };
}

/** A payment of theirs, and a refund that `by` has made of it. Answers their ids. */
async function pays({ uid }: Person, by = "somebody", reason = ""): Promise<[string, string]> {
  const subject = `orders/${randomUUID()}`;
  const { paymentId, write } = openPayment({ subject, uid, amount: 1000, currency: "EUR" });
  await decide(async () => ({ answer: null, writes: [write] }));
  const refund = Refund.parse({
    payment: paymentId,
    subject,
    uid,
    amount: 100,
    currency: "EUR",
    state: "succeeded",
    reason,
    by,
    providerId: "re_1",
    attempts: 1,
    createdAt: stamp(),
  });
  await refunds.doc(paymentId).set(refund);
  return [paymentId, paymentId];
}

/** Puts an entry into the audit trail. Answers how it is read there. */
async function does(actor: string, subject: string, reason?: string) {
  const entry = { action: "did", actor, subject, ...(reason === undefined ? {} : { reason }) };
  const occasion = randomUUID();
  await decide(async () => ({ answer: null, writes: [record(entry, occasion)] }));
  const found = await audit.where("subject", "==", subject).get();
  const ref = found.docs.findLast((one) => one.get("actor") === actor)?.ref;
  return async () => AuditEntry.parse((await ref?.get())?.data());
}

/** A mail that stands so with its delivery. */
async function mailed(to: string, state: string): Promise<void> {
  const mail = await queued(to);
  await mail.ref.update({ "delivery.state": state });
}

const mailsTo = async (to: string): Promise<(string | undefined)[]> =>
  (await mails.where("to", "==", to).get()).docs
    .map((one) => one.data().delivery?.state)
    .toSorted();

/** Something of each kind. */
async function moveIn(person: Person): Promise<void> {
  const { uid, emails } = person;
  await pays(person, uid, `says ${emails[0]}`);
  await pays({ ...person, uid: "another" }, uid);
  await does(uid, "products/tea");
  await does("an-admin", `accounts/${uid}`, `${emails[1]} asked for it, says ${uid}`);
  await does(uid, `accounts/${uid}`);
  await charge("shop.pay", uid, { calls: 5, seconds: 60 });
  await charge("shop.orders", uid, { calls: 5, seconds: 60 });
  for (const email of emails) await mailed(email, "SUCCESS");
}

const namesOf = ({ uid, emails }: Person): string[] => [uid, ...emails];

const { erase, held } = personalData;

describe("core: what it keeps about people", function () {
  this.timeout(60_000);
  let person: Person;
  beforeEach(async () => {
    await clearFirestore();
    person = somebody();
  });

  it("is theirs to take along: what they paid, got back, and did; of another nothing", async () => {
    const [[paid], [others]] = [await pays(person), await pays(somebody(), person.uid)];
    const own = await does(person.uid, "products/tea");
    await does("an-admin", `accounts/${person.uid}`);
    await mailed(person.emails[0] ?? "", "SUCCESS");
    const found: Record<string, object[]> = {};
    for (const [name, source] of Object.entries(await held(person))) {
      const snapshot = await source.get();
      assert.ok("docs" in snapshot);
      found[name] = snapshot.docs.map((one) => (name === "actions" ? one.data() : [one.id]));
    }
    assert.deepEqual(found, { payments: [[paid]], refunds: [[paid]], actions: [await own()] });
    assert.notEqual(paid, others);
  });

  it("is nothing of somebody who was never there, and takes no writes to erase", async () => {
    const bill = await firestore.costOf(async () => {
      assert.equal(await erase(person), "erased");
    });
    assert.equal(bill.writes + bill.deletes, 0);
  });

  it("is gone when they leave, in every document there is, and another's stays as it is", async () => {
    const other = somebody();
    for (const one of [person, other]) await moveIn(one);
    const before = await Promise.all(
      (await documentsHolding(...namesOf(other))).map(async (path) => [
        path,
        (await audit.firestore.doc(path).get()).data(),
      ]),
    );
    assert.ok(before.length > 8);
    assert.equal(await erase(person), "erased");
    assert.deepEqual(await documentsHolding(...namesOf(person)), []);
    for (const [path, data] of before as [string, object][]) {
      assert.deepEqual((await audit.firestore.doc(path).get()).data(), data, path);
    }
  });

  it("keeps payments and refunds, as they were, under the alias", async () => {
    const { uid, alias } = person;
    const [paymentId, refundId] = await pays(person, uid, "Broken");
    const [payment, refund] = [
      (await payments.doc(paymentId).get()).data(),
      (await refunds.doc(refundId).get()).data(),
    ];
    await erase(person);
    const kept = Payment.parse((await payments.doc(paymentId).get()).data());
    assert.deepEqual(kept, { ...payment, uid: alias });
    const given = Refund.parse((await refunds.doc(refundId).get()).data());
    assert.deepEqual(given, { ...refund, uid: alias, by: alias });
  });

  it("keeps who made another's refund, under the alias", async () => {
    const other = somebody();
    const [, refundId] = await pays(other, person.uid);
    await erase(person);
    const { uid, by } = (await refunds.doc(refundId).get()).data() ?? {};
    assert.deepEqual([uid, by], [other.uid, person.alias]);
  });

  it("keeps what they did and what was done to them in the audit trail, under the alias", async () => {
    const { uid, alias } = person;
    const did = await does(uid, "products/tea", "Sold out");
    const done = [];
    for (const collection of ["accounts", "staff", "users"]) {
      done.push(await does("an-admin", `${collection}/${uid}`, `Asked by ${person.emails[0]}.`));
    }
    const [both, near] = [
      await does(uid, `accounts/${uid}`),
      await does("an-admin", `accounts/${uid}x`),
    ];
    await erase(person);
    const words = async (entry: typeof did) => {
      const { actor, subject, reason } = await entry();
      return [actor, subject, reason];
    };
    assert.deepEqual(await words(did), [alias, "products/tea", "Sold out"]);
    for (const [n, collection] of ["accounts", "staff", "users"].entries()) {
      const expected = ["an-admin", `${collection}/${alias}`, `Asked by ${alias}.`];
      assert.deepEqual(await words(done[n] ?? did), expected);
    }
    assert.deepEqual(await words(both), [alias, `accounts/${alias}`, undefined]);
    assert.deepEqual(await words(near), ["an-admin", `accounts/${uid}x`, undefined]);
  });

  it("keeps a reason within what the trail takes, however long the alias", async () => {
    const reason = `${person.uid} `.repeat(10).padEnd(500, "x").slice(0, 500);
    const entry = await does("an-admin", `staff/${person.uid}`, reason);
    const [, refundId] = await pays(person, "somebody", reason.slice(0, 200));
    await erase({ ...person, alias: `deleted-${"a".repeat(100)}` });
    assert.equal((await entry()).reason?.length, 500);
    Refund.parse((await refunds.doc(refundId).get()).data());
    assert.deepEqual(await documentsHolding(person.uid), []);
  });

  it("forgets what was counted of them", async () => {
    const other = somebody();
    for (const { uid } of [person, other]) await charge("x", uid, { calls: 1, seconds: 60 });
    await erase(person);
    assert.equal((await limitsOf(person.uid).get()).size, 0);
    assert.equal((await limitsOf(other.uid).get()).size, 1);
  });

  describe("of mails", () => {
    for (const state of ["SUCCESS", "ERROR"]) {
      it(`deletes what is ${state}, to each of their addresses, however it is written`, async () => {
        const [, old = ""] = person.emails;
        for (const to of [...person.emails, old.toLowerCase()]) await mailed(to, state);
        assert.equal(await erase(person), "erased");
        assert.equal((await mails.get()).size, 0);
      });
    }

    for (const state of ["PENDING", "PROCESSING", "RETRY"]) {
      it(`leaves what is ${state}, for later, and takes the rest`, async () => {
        const [first = "", second = ""] = person.emails;
        await mailed(first, state);
        await mailed(first, "SUCCESS");
        await mailed(second, "SUCCESS");
        assert.equal(await erase(person), "later");
        assert.deepEqual(await mailsTo(first), [state]);
        assert.deepEqual(await mailsTo(second), []);
        const [left] = (await mails.get()).docs;
        await left?.ref.update({ "delivery.state": "SUCCESS" });
        assert.equal(await erase(person), "erased");
        assert.equal((await mails.get()).size, 0);
      });
    }

    it("deletes what was put there by hand and nobody has tried", async () => {
      const message = { subject: "Hello", text: "Hello", html: "<p>Hello</p>" };
      await putByHand(Mail.parse({ to: person.emails[0], message }));
      assert.equal(await erase(person), "erased");
      assert.equal((await mails.get()).size, 0);
    });

    it("goes through more than a page, also of mails that it leaves", async () => {
      const [to = ""] = person.emails;
      const mail = await queued(to);
      const pattern = mail.data();
      await mail.ref.delete();
      const writer = mails.firestore.bulkWriter();
      for (let n = 100; n < 350; n++) {
        const state = n < 220 ? "RETRY" : "SUCCESS";
        const delivery = { ...pattern.delivery, state };
        writer.set(mails.doc(`mail-${n}`), { ...pattern, delivery } as Mail);
      }
      await writer.close();
      assert.equal(await erase(person), "later");
      assert.deepEqual(await mailsTo(to), Array(120).fill("RETRY"));
    });
  });

  for (const moment of ["before", "after"] as const) {
    it(`is gone after another try when somebody dies ${moment} a commit, whichever it is`, async () => {
      for (let n = 1, died = true; died; n++) {
        const one = somebody();
        await moveIn(one);
        died = await dyingAt(n, moment, () => erase(one));
        assert.equal(await erase(one), "erased");
        assert.deepEqual(await documentsHolding(...namesOf(one)), [], `died at ${n}`);
        if (!died) assert.ok(n > 7, `only ${n} commits`);
      }
    });
  }

  it("is gone, once, when several erase it at once", async () => {
    await moveIn(person);
    await Promise.all(Array.from({ length: 6 }, () => erase(person)));
    assert.deepEqual(await documentsHolding(...namesOf(person)), []);
    assert.equal((await audit.get()).size, 3);
    assert.equal((await payments.get()).size, 2);
  });

  it("is gone when no commit is answered at first", async () => {
    await moveIn(person);
    const met = [4, 14, 13].map((code) =>
      firestore.inject({ method: "Commit", kind: "lost-answer", code }),
    );
    assert.equal(await erase(person), "erased");
    assert.ok(met.every((one) => one()));
    assert.deepEqual(await documentsHolding(...namesOf(person)), []);
  });
});

describe("core: a text without a person", () => {
  const person = { uid: "a.b|c", emails: ["x+y@example.com", "z@example.com"], alias: "$& gone" };
  const texts: [string, string][] = [
    ["", ""],
    ["nobody", "nobody"],
    ["a.b|c and X+Y@Example.com", "$& gone and $& gone"],
    ["<z@example.com>, z@example.com", "<$& gone>, $& gone"],
    ["aXb|c xxy@example.com", "aXb|c xxy@example.com"],
  ];
  for (const [text, expected] of texts) {
    it(`of "${text}" is "${expected}"`, () => assert.equal(withoutPerson(text, person), expected));
  }
});

describe("core: the search for what is left of a person", () => {
  before(() => clearFirestore());

  it("finds them in names, values and paths, below documents that are not there, too", async () => {
    const db = audit.firestore;
    await db.doc("a/b/c/NEEDLE/e/f").set({ x: 1 });
    await db.doc("a/value").set({ deep: [{ in: "a needle@x" }] });
    await db.doc("a/reference").set({ to: db.doc("q/needle") });
    await db.doc("a/bytes").set({ bytes: Buffer.from("needle") });
    await db.doc("a/name").set({ needle: 1 });
    await db.doc("a/nothing").set({ at: stamp(), nobody: null });
    assert.deepEqual(await documentsHolding("no", "needle"), [
      "a/b/c/NEEDLE/e/f",
      "a/bytes",
      "a/name",
      "a/nothing",
      "a/reference",
      "a/value",
    ]);
    assert.deepEqual(await documentsHolding("haystack"), []);
    await assert.rejects(documentsHolding(""), /what to look for/);
  });
});
