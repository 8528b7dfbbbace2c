import assert from "node:assert/strict";
import {
  addDoc,
  collection,
  collectionGroup,
  deleteDoc,
  doc,
  type Firestore,
  getDoc,
  getDocs,
  limit,
  query,
  serverTimestamp,
  setDoc,
  updateDoc,
  where,
} from "firebase/firestore/lite";
import { accounts } from "../../functions/src/core/accounts.ts";
import { deliver } from "../../functions/src/core/mail/deliver.ts";
import { sendAgain } from "../../functions/src/core/mail/sendAgain.ts";
import { link, paragraph, render } from "../../functions/src/core/mail/template.ts";
import { type Role, staff } from "../../functions/src/core/roles.ts";
import { play } from "../support/attacks.ts";
import { call, callWith, customer, type Person, refused, signedInNow } from "../support/call.ts";
import { firestore } from "../support/firestore.ts";
import { queued, someone, useOutbox } from "../support/mail.ts";
import { claimsOf, everybody, guarded } from "../support/rules.ts";
import { past } from "../support/rulesShape.ts";
import { whereIs, wire } from "../support/rulesWire.ts";
import { allDenied, barred, refusedWhole, untouched } from "../support/untouched.ts";
import { attacks } from "./attacks.ts";

const admin = { role: "admin", disabled: false };
const entry = { action: "role-changed", actor: "admin", subject: "accounts/friend", at: past };
const mail = {
  to: "customer@example.com",
  message: { subject: "Your link", text: "https://app.example/?code=1", html: "" },
  confidential: true,
};
const payment = { uid: "other-customer", amount: 4153, captured: 0, state: "created" };
const counter = { calls: 20, lastCall: "a-call", expiresAt: past };

describe("core: an attacker", () => {
  const { smtp } = useOutbox();
  const { project, as } = guarded("core-attacks", {
    "audit/entry": entry,
    "mail/verify_1_customer": mail,
    "payments/one": payment,
    "payments/own": { ...payment, uid: "customer" },
    "refunds/one": { uid: "other-customer", amount: 100, state: "pending" },
    "users/customer/limits/shop.orders": counter,
  });
  const { query: ask } = wire(project, claimsOf);
  const denied = (attempts: Record<string, () => Promise<unknown>>) => allDenied(project, attempts);
  const pageOf = (db: Firestore, folder: string) => query(collection(db, folder), limit(50));

  async function member(role: Role): Promise<Person> {
    const person = customer();
    await staff.doc(person.uid).set({ role, disabled: false });
    return person;
  }
  const mailId = "order-confirmed_1_somebody";
  const again = (person: Person | undefined) => call(sendAgain, person, { mailId });

  play(attacks, {
    "a staff document of their own": () =>
      denied(
        Object.fromEntries(
          everybody.flatMap((person) => {
            const own = doc(as(person), `staff/${person}`);
            return [
              [`${person} writes it`, () => setDoc(own, admin)],
              [`${person} adds to it`, () => setDoc(own, admin, { merge: true })],
              [`${person} raises it`, () => updateDoc(own, { role: "admin" })],
              [`${person} lifts the ban`, () => updateDoc(own, { disabled: false })],
            ];
          }),
        ),
      ),

    "a role that their token claims": async () => {
      const db = as("forged-admin");
      await denied({
        "reads the trail": () => getDoc(doc(db, "audit/entry")),
        "lists the staff": () => getDocs(pageOf(db, "staff")),
        "lists the accounts": () => getDocs(pageOf(db, "accounts")),
      });
      const forged = customer();
      Object.assign(forged.token, { role: "admin", admin: true });
      await refusedWhole(() => again(forged), "permission-denied", "not-staff");
    },

    "a role that was taken from them": async () => {
      const person = await member("admin");
      Object.assign(person.token, { role: "admin" });
      const reasons = {
        disabled: { role: "admin", disabled: true },
        "wrong-role": { role: "order_manager", disabled: false },
      } as const;
      for (const [reason, now] of Object.entries(reasons)) {
        await staff.doc(person.uid).set(now);
        await refusedWhole(() => again(person), "permission-denied", reason);
      }
      await staff.doc(person.uid).delete();
      await refusedWhole(() => again(person), "permission-denied", "not-staff");
    },

    "a role with an address that nobody has confirmed": async () => {
      const db = as("unverified-admin");
      await denied({
        "reads the trail": () => getDoc(doc(db, "audit/entry")),
        "lists the accounts": () => getDocs(pageOf(db, "accounts")),
      });
      const { uid, token } = await member("admin");
      const unconfirmed = { uid, token: { ...token, email_verified: false } };
      await refusedWhole(() => again(unconfirmed), "permission-denied", "unverified");
    },

    "an account that is disabled": async () => {
      const db = as("shut-out-admin");
      const own = doc(db, "accounts/shut-out-admin");
      await denied({
        "reads the trail": () => getDoc(doc(db, "audit/entry")),
        "reads what they are": () => getDoc(doc(db, "staff/shut-out-admin")),
        "pardons themselves": () => updateDoc(own, { disabled: false }),
        "is forgotten": () => deleteDoc(own),
      });
      const person = await member("admin");
      const account = { disabled: true, validAfter: 0, email: null, seenSince: 0 };
      await accounts.doc(person.uid).set(account);
      await refusedWhole(() => again(person), "permission-denied", "disabled");
    },

    "a session of before everybody was signed out": async () => {
      const db = as("signed-out");
      await denied({
        "reads what they are": () => getDoc(doc(db, "staff/signed-out")),
        "has never been signed out": () =>
          updateDoc(doc(db, "accounts/signed-out"), { validAfter: 0 }),
      });
      const person = await member("admin");
      const account = { disabled: false, email: null, seenSince: 0 };
      const validAfter = person.token.auth_time ?? 0;
      await accounts.doc(person.uid).set({ ...account, validAfter });
      await refusedWhole(() => again(person), "unauthenticated", "signed-out-everywhere");
      await accounts.doc(person.uid).update({ validAfter: validAfter - 1 });
      await refused(again(signedInNow(person)), "not-found", "no-such-mail");
    },

    "a link in the outbox that lets them in as somebody else": async () => {
      const db = as("admin");
      const mails = collection(db, "mail");
      await denied({
        "by its id": () => getDoc(doc(db, "mail/verify_1_customer")),
        "in a list": () => getDocs(query(mails, limit(1))),
        "in a list of such": () =>
          getDocs(query(mails, where("confidential", "==", true), limit(1))),
        "in a list by its address": () =>
          getDocs(query(mails, where("to", "==", "customer@example.com"), limit(1))),
      });
      const person = await member("admin");
      const { id } = await queued(someone(), {
        subject: "Your link",
        blocks: [link("Open", "https://app.example/?code=1")],
        confidential: true,
      });
      const attempt = () => call(sendAgain, person, { mailId: id });
      await refusedWhole(attempt, "not-found", "no-such-mail");
    },

    "a mail in their own words": () => {
      const words = { ...mail, to: "victim@example.com", confidential: false };
      return denied(
        Object.fromEntries(
          (["customer", "guest", "admin"] as const).flatMap((person) => [
            [`${person} queues it`, () => addDoc(collection(as(person), "mail"), words)],
            [
              `${person} sends another's to themselves`,
              () => updateDoc(doc(as(person), "mail/verify_1_customer"), { to: "me@example.com" }),
            ],
          ]),
        ),
      );
    },

    "the audit trail": () => {
      const noted = doc(as("admin"), "audit/entry");
      return denied({
        "is deleted": () => deleteDoc(noted),
        "names another": () => updateDoc(noted, { actor: "somebody-else" }),
        "is written over": () => setDoc(noted, { ...entry, subject: "accounts/nobody" }),
        "is made longer": () => addDoc(collection(as("admin"), "audit"), entry),
      });
    },

    "a payment that is made on paper": () => {
      const own = doc(as("customer"), "payments/own");
      const refund = { uid: "customer", payment: "own", amount: 4153, state: "pending" };
      return denied({
        "is captured": () => updateDoc(own, { state: "succeeded", captured: 4153 }),
        "costs a cent": () => updateDoc(own, { amount: 1 }),
        "is another's": () => updateDoc(own, { uid: "other-customer" }),
        "is given back": () => addDoc(collection(as("customer"), "refunds"), refund),
        "is given back by staff": () => setDoc(doc(as("order-manager"), "refunds/new"), refund),
      });
    },

    "the payments of everybody": () => {
      const db = as("customer");
      const payments = collection(db, "payments");
      const own = where("uid", "==", "customer");
      const second = {
        ...{ from: [{ collectionId: "payments" }], limit: 1, offset: 1 },
        where: whereIs("uid", "customer"),
      };
      return denied({
        "without a bound": () => getDocs(query(payments, limit(1))),
        "by another's uid": () =>
          getDocs(query(payments, where("uid", "==", "other-customer"), limit(1))),
        "by one's own uid or another's": () =>
          getDocs(query(payments, where("uid", "in", ["customer", "other-customer"]), limit(1))),
        "by what is owed": () => getDocs(query(payments, where("amount", ">", 0), limit(1))),
        "their own, all at once": () => getDocs(query(payments, own)),
        "their own, 51 to the page": () => getDocs(query(payments, own, limit(51))),
        "their own, by skipping": () => barred(ask(second, "customer")),
        "wherever they are": () => getDocs(query(collectionGroup(db, "payments"), own, limit(1))),
        "their refunds": () => getDocs(query(collection(db, "refunds"), limit(1))),
      });
    },

    "their counter of calls": () => {
      const own = doc(as("customer"), "users/customer/limits/shop.orders");
      return denied({
        "is read": () => getDoc(own),
        "is set back": () => updateDoc(own, { calls: 0 }),
        "has run out": () => updateDoc(own, { expiresAt: past }),
        "is deleted": () => deleteDoc(own),
        "is replaced": () => setDoc(own, { ...counter, calls: -1_000 }),
        "is filled up for another": () =>
          setDoc(doc(as("customer"), "users/other-customer/limits/shop.orders"), counter),
      });
    },

    "a collection that nobody has heard of": () => {
      const paths = ["secrets/one", "paymentEvents/evt_1", "users/admin/secrets/one"];
      const below = ["staff/admin/staff/admin", "audit/entry/notes/one", "mail/a/mail/b/mail/c"];
      const document = { uid: "admin", createdAt: serverTimestamp() };
      const everything = { from: [{ allDescendants: true }], limit: 1 };
      return denied({
        ...Object.fromEntries(
          [...paths, ...below].flatMap((path) => [
            [`reads ${path}`, () => getDoc(doc(as("admin"), path))],
            [`writes ${path}`, () => setDoc(doc(as("admin"), path), document)],
          ]),
        ),
        "asks for all there is": () => barred(ask(everything, "admin")),
      });
    },

    "an input that is huge or bottomless": async () => {
      let deep: unknown = {};
      for (let n = 0; n < 20_000; n++) deep = { deep };
      const inputs = [{ mailId: "x".repeat(40_000_000) }, { mailId: deep }, deep];
      for (const person of [undefined, customer(), await member("admin")]) {
        for (const input of inputs) {
          const cost = await firestore.costOf(() =>
            refused(callWith(sendAgain, person, input), "invalid-argument", "too-large"),
          );
          assert.deepEqual(cost, { reads: 0, writes: 0, deletes: 0 });
        }
      }
    },

    "fields that nobody asked for": async () => {
      const person = await member("admin");
      const inputs = [
        { mailId, role: "admin" },
        { mailId, uid: "somebody-else" },
        JSON.parse(`{"mailId": "${mailId}", "__proto__": {"role": "admin"}}`),
        { mailId, constructor: { prototype: { role: "admin" } } },
        ...["../staff/x", "a/b", ".", "..", "__name__", "", 7, null, [mailId], { mailId }].map(
          (wrong) => ({ mailId: wrong }),
        ),
        [mailId],
        mailId,
        null,
      ];
      await untouched(async () => {
        for (const input of inputs) {
          const attempt = callWith(sendAgain, person, input);
          await refused(attempt, "invalid-argument", "invalid-input");
        }
      });
      assert.equal(({} as { role?: string }).role, undefined);
    },

    "another recipient in the subject of a mail": async () => {
      const subject = "Hello\r\nBcc: victim@example.com\r\n\r\nBuy!";
      const to = someone();
      await deliver(await queued(to, { subject, blocks: [paragraph("Good morning.")] }));
      const [accepted] = smtp.accepted;
      assert.deepEqual(smtp.asked, [to]);
      assert.equal(accepted?.mail.subject, "Hello Bcc: victim@example.com Buy!");
      assert.deepEqual([accepted?.mail.bcc, accepted?.mail.headers.has("bcc")], [undefined, false]);
    },

    "script in a mail": async () => {
      const words = `<script>alert(1)</script><img src=x onerror="alert(1)">'\``;
      const addresses = ["javascript:alert(1)", "data:text/html,x", `https://x.example/"onclick="`];
      const blocks = [paragraph(words), ...addresses.map((address) => link(words, address))];
      const { html } = render({ subject: words, blocks });
      const harmless = render({
        subject: "x",
        blocks: [paragraph("x"), link("x", "x"), link("x", "x"), link("x", "https://x.example/x")],
      });
      const tagsOf = (page: string) => page.match(/<[^>]*>/g)?.map((tag) => tag.split('"')[0]);
      assert.deepEqual(tagsOf(html), tagsOf(harmless.html));
      assert.doesNotMatch(html, /href="(?!https:)|"onclick/);
    },
  });
});
