import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { changeEmail } from "../../../functions/src/accounts/changeEmail.ts";
import { changePassword } from "../../../functions/src/accounts/changePassword.ts";
import { inviteUser } from "../../../functions/src/accounts/inviteUser.ts";
import { askForLink, linkRequestOf } from "../../../functions/src/accounts/links/askForLink.ts";
import { invitationOf } from "../../../functions/src/accounts/schema.ts";
import { signOutEverywhere } from "../../../functions/src/accounts/signOutEverywhere.ts";
import { Account, accounts } from "../../../functions/src/core/accounts.ts";
import { stamp } from "../../../functions/src/core/clock.ts";
import { call, refused, signedInAt, signedInNow } from "../../support/call.ts";
import { clearFirestore, firestore } from "../../support/firestore.ts";
import { type LogEntry, logs } from "../../support/logs.ts";
import { failing, silent, withoutAuth } from "../support/auth.ts";
import { signsIn, signsUp } from "./support/events.ts";
import {
  accountOf,
  BORN,
  changeAuth,
  employee,
  eventsTo,
  guest,
  recordedOf,
  secondsNow,
  someone,
  useSettings,
} from "./support/people.ts";

const isRefused = (attempt: Promise<unknown>, reason: string) =>
  refused(attempt, "permission-denied", reason);

/** Somebody who has signed in before. */
async function member() {
  const one = await someone();
  await signsIn(one);
  return one;
}

const invite = async (email: string) => call(inviteUser, await employee("admin"), { email });

const sixTimes = (work: () => Promise<unknown>) => Promise.all(Array.from({ length: 6 }, work));

describe("accounts: the first sign-in", () => {
  before(() => clearFirestore());

  it("with an address makes the account, and is recorded", async () => {
    const one = await someone();
    const bill = await firestore.costOf(() => signsIn(one));
    const made = {
      disabled: false,
      validAfter: 0,
      email: one.email,
      seenSince: BORN,
      admitted: true,
    };
    assert.deepEqual(Account.parse(await accountOf(one.uid)), made);
    assert.deepEqual(await recordedOf(one.uid), ["signed-up"]);
    assert.deepEqual(await eventsTo(one.email), []);
    assert.deepEqual(bill, { reads: 2, writes: 2, deletes: 0 });
  });

  it("counts once, by six at once and when the answer is lost", async () => {
    const [one, other] = [await someone(), await someone()];
    await sixTimes(() => signsIn(one));
    const met = firestore.inject({ method: "Commit", kind: "lost-answer", code: 4 });
    await signsIn(other);
    assert.ok(met());
    for (const { uid } of [one, other]) assert.deepEqual(await recordedOf(uid), ["signed-up"]);
  });

  it("without an address keeps nothing", async () => {
    const one = await guest();
    await signsIn(one);
    assert.equal(await accountOf(one.uid), undefined);
  });

  it("before Firebase Authentication has made the account is no change of the password", async () => {
    const uid = `new-${randomUUID()}`;
    const email = `${uid}@example.com`;
    await signsIn({ uid, email });
    assert.ok(((await accountOf(uid))?.seenSince ?? 0) > secondsNow());
    await someone({ email, validSince: String(secondsNow() + 2) }, uid);
    await signsIn({ uid, email });
    assert.deepEqual(await eventsTo(email), []);
    await changeAuth(uid, { validSince: String(secondsNow() + 60) });
    await signsIn({ uid, email });
    assert.deepEqual(await eventsTo(email), ["password-changed"]);
  });

  it("of a guest who gives an address is one, too, and no change of the password", async () => {
    const one = await guest();
    const email = `${one.uid}@example.com`;
    await signsIn({ uid: one.uid, email });
    await changeAuth(one.uid, { email, validSince: String(secondsNow() + 2) });
    await signsIn({ uid: one.uid, email });
    assert.deepEqual(await recordedOf(one.uid), ["signed-up"]);
    assert.deepEqual(await eventsTo(email), []);
  });

  it("gives the address to an account that was kept without one", async () => {
    const one = await someone();
    const kept = { disabled: false, validAfter: 7, email: null, seenSince: 0 };
    await accounts.doc(one.uid).set(kept);
    await signsIn(one);
    const now = { ...kept, email: one.email, seenSince: BORN, admitted: true };
    assert.deepEqual(await accountOf(one.uid), now);
    assert.deepEqual(await eventsTo(one.email), []);
  });

  it("uses the invitation up, also while sign-up is open", async () => {
    const one = await someone();
    await invite(one.email.toUpperCase());
    const bill = await firestore.costOf(() => signsIn(one));
    assert.equal((await invitationOf(one.email).get()).exists, false);
    assert.deepEqual(bill, { reads: 2, writes: 2, deletes: 1 });
  });

  describe("where it takes an invitation", () => {
    useSettings({ SIGN_UP: "invited" });

    it("uses it up: nobody else signs up with it", async () => {
      const one = await someone();
      await invite(one.email);
      await signsUp(one.email, one.uid);
      await signsIn(one);
      assert.equal((await accountOf(one.uid))?.email, one.email);
      await isRefused(signsUp(one.email), "invitation-needed");
      await signsIn(one);
    });

    it("is refused to a guest who gives an address that has none", async () => {
      const one = await guest();
      const email = `${one.uid}@example.com`;
      await isRefused(signsIn({ uid: one.uid, email }), "invitation-needed");
      assert.equal(await accountOf(one.uid), undefined);
      await invite(email);
      await signsIn({ uid: one.uid, email });
      assert.equal((await accountOf(one.uid))?.email, email);
    });

    it("is not refused to who was let in before it took one", async () => {
      process.env.SIGN_UP = "open";
      const one = await member();
      process.env.SIGN_UP = "invited";
      await signsIn(one);
    });

    it("is refused to a guest who has got an address past us, whatever else they have done", async () => {
      const one = await guest();
      const email = `${one.uid}@example.com`;
      await changeAuth(one.uid, { email });
      const linked = { ...one, email };
      await isRefused(signsIn(linked), "invitation-needed");
      await call(signOutEverywhere, signedInNow(one), {});
      assert.equal((await accountOf(one.uid))?.email, email);
      await isRefused(signsIn(linked), "invitation-needed");
      const later = new Date(Date.now() + 2_000);
      await call(changePassword, signedInAt(one, later), { password: "a long password" });
      await isRefused(signsIn(linked), "invitation-needed");
      await invite(email);
      await signsIn(linked);
      await signsIn(linked);
    });

    it("is refused to who has moved from an invited address to one that is not, past us", async () => {
      const one = await someone();
      await invite(one.email);
      await signsIn(one);
      const moved = { ...one, email: `moved-${one.email}` };
      await changeAuth(one.uid, { email: moved.email });
      await isRefused(signsIn(moved), "invitation-needed");
      assert.equal((await accountOf(one.uid))?.email, one.email);
      await askForLink("change", moved.email, "somebody-else");
      await isRefused(signsIn(moved), "invitation-needed");
      await linkRequestOf("change", moved.email).update({ uid: one.uid });
      await signsIn(moved);
      assert.equal((await accountOf(one.uid))?.email, moved.email);
    });

    it("is no way to another address, before the invited one is confirmed", async () => {
      const one = await someone();
      const token = { email: one.email, email_verified: false };
      const attempt = (verified: boolean) =>
        call(changeEmail, signedInNow({ ...one, token: { ...token, email_verified: verified } }), {
          email: `next-${one.email}`,
        });
      await refused(attempt(false), "permission-denied", "unverified");
      assert.deepEqual(await attempt(true), {});
    });
  });
});

describe("accounts: a later sign-in", () => {
  before(() => clearFirestore());

  it("tells nobody anything where all is as it was, and costs one read", async () => {
    const one = await member();
    const bill = await firestore.costOf(() => signsIn(one));
    assert.deepEqual(bill, { reads: 1, writes: 0, deletes: 0 });
    await signsIn({ ...one, email: one.email.toUpperCase() });
    assert.deepEqual(await eventsTo(one.email), []);
  });

  it("tells once that the password was changed, and shuts older sessions out", async () => {
    const one = await member();
    await changeAuth(one.uid, { password: "another one" });
    const earlier = secondsNow() - 60;
    await changeAuth(one.uid, { validSince: String(earlier) });
    await sixTimes(() => signsIn(one));
    await signsIn(one);
    assert.deepEqual(await eventsTo(one.email), ["password-changed"]);
    assert.deepEqual(await recordedOf(one.uid), ["password-changed", "signed-up"]);
    const { seenSince, validAfter } = (await accountOf(one.uid)) ?? {};
    assert.deepEqual({ seenSince, validAfter }, { seenSince: earlier, validAfter: earlier - 1 });
    await changeAuth(one.uid, { validSince: String(earlier + 1) });
    await signsIn(one);
    assert.equal((await eventsTo(one.email)).length, 2);
  });

  it("tells nobody of a changed password whose address may be a stranger's, and records it", async () => {
    const one = await someone({ emailVerified: false });
    await signsIn(one);
    for (const later of [10, 20]) {
      await changeAuth(one.uid, { validSince: String(BORN + later) });
      await signsIn(one);
    }
    assert.deepEqual(await eventsTo(one.email), []);
    const changes = ["password-changed", "password-changed"];
    assert.deepEqual(await recordedOf(one.uid), [...changes, "signed-up"]);
    assert.equal((await accountOf(one.uid))?.validAfter, BORN + 19);
    await changeAuth(one.uid, { emailVerified: true, validSince: String(BORN + 30) });
    await signsIn(one);
    assert.deepEqual(await eventsTo(one.email), ["password-changed"]);
  });

  it("tells once when the answer is lost", async () => {
    const one = await member();
    await changeAuth(one.uid, { password: "another one" });
    const met = firestore.inject({ method: "Commit", kind: "lost-answer", code: 13 });
    await signsIn(one);
    assert.ok(met());
    assert.deepEqual(await eventsTo(one.email), ["password-changed"]);
  });

  it("tells the old address and the new one of a change, once, and not of the password", async () => {
    const one = await member();
    const email = `new-${one.email}`;
    await changeAuth(one.uid, { email });
    await sixTimes(() => signsIn({ uid: one.uid, email }));
    assert.deepEqual(await eventsTo(one.email), ["address-changed"]);
    assert.deepEqual(await eventsTo(email), ["address-confirmed"]);
    assert.deepEqual(await recordedOf(one.uid), ["address-changed", "signed-up"]);
    assert.equal((await accountOf(one.uid))?.email, email);
  });

  it("tells of each change where an address comes back within a second", async () => {
    const one = await member();
    const email = `new-${one.email}`;
    for (const address of [email, one.email, email]) {
      await changeAuth(one.uid, { email: address, validSince: String(BORN) });
      await signsIn({ uid: one.uid, email: address });
    }
    const twice = ["address-changed", "address-changed", "address-confirmed"];
    assert.deepEqual(await eventsTo(one.email), twice);
  });

  it("remembers the addresses before, the last twenty, each once", async () => {
    const one = await member();
    const email = `new-${one.email}`;
    for (const address of [email, one.email, email]) {
      await changeAuth(one.uid, { email: address });
      await signsIn({ uid: one.uid, email: address });
    }
    assert.deepEqual((await accountOf(one.uid))?.former, [email, one.email]);
    const many = Array.from({ length: 20 }, (_, n) => `${n}@example.com`);
    await accounts.doc(one.uid).update({ former: many });
    await changeAuth(one.uid, { email: one.email });
    await signsIn(one);
    const known = Account.parse(await accountOf(one.uid));
    assert.deepEqual(known.former, [...many.slice(1), email]);
  });

  it("tells the old address that there is none any more", async () => {
    const one = await member();
    await changeAuth(one.uid, { deleteAttribute: ["EMAIL"] });
    await signsIn({ uid: one.uid });
    await signsIn({ uid: one.uid });
    assert.deepEqual(await eventsTo(one.email), ["address-changed"]);
    assert.equal((await accountOf(one.uid))?.email, null);
  });

  it("believes Firebase Authentication, not an event that comes late", async () => {
    const one = await member();
    const email = `new-${one.email}`;
    await changeAuth(one.uid, { email });
    await signsIn({ uid: one.uid, email });
    await signsIn(one);
    assert.equal((await accountOf(one.uid))?.email, email);
    assert.deepEqual(await eventsTo(email), ["address-confirmed"]);
  });

  it("says nothing of sessions that we are ending ourselves", async () => {
    const one = await member();
    await accounts.doc(one.uid).update({ syncAt: stamp() });
    await changeAuth(one.uid, { validSince: String(secondsNow()) });
    await signsIn(one);
    assert.deepEqual(await eventsTo(one.email), []);
    assert.equal((await accountOf(one.uid))?.seenSince, BORN);
  });

  it("is refused to who is disabled, before Firebase Authentication knows", async () => {
    const one = await member();
    await accounts.doc(one.uid).update({ disabled: true });
    await isRefused(signsIn(one), "disabled");
    await accounts.doc(one.uid).update({ disabled: false });
    await signsIn(one);
  });

  it("is refused to a guest who is disabled", async () => {
    const one = await guest();
    const shut = { disabled: true, validAfter: 0, email: null, seenSince: 0 };
    await accounts.doc(one.uid).set(shut);
    await isRefused(signsIn(one), "disabled");
  });

  describe("from a domain that is blocked", () => {
    useSettings({ BLOCKED_DOMAINS: '["bad.example"]' });

    it("is refused, to who is known and to who came by it since, and nothing is kept", async () => {
      const one = await member();
      const bad = { uid: one.uid, email: `${one.uid}@x.bad.example` };
      await changeAuth(one.uid, { email: bad.email });
      await isRefused(signsIn(bad), "domain-blocked");
      assert.equal((await accountOf(one.uid))?.email, one.email);
      const newcomer = await someone({ email: `${randomUUID()}@bad.example` });
      await isRefused(signsIn(newcomer), "domain-blocked");
      assert.equal(await accountOf(newcomer.uid), undefined);
    });
  });
});

describe("accounts: a sign-in while something is broken", () => {
  before(() => clearFirestore());
  const complaints = (): LogEntry[] =>
    logs.filter(({ message }) => message.includes("sign-in not watched"));

  it("lets people in within five seconds where the database does not answer, and logs it", async () => {
    const [reading, writing] = [await member(), await someone()];
    const before = complaints().length;
    const started = performance.now();
    const met = [
      firestore.inject({ method: "BatchGetDocuments", kind: "held", code: 0 }),
      firestore.inject({ method: "Commit", kind: "held", code: 0 }),
    ];
    await Promise.all([signsIn(reading), signsIn(writing), signsIn(await someone())]);
    assert.deepEqual(
      met.map((isMet) => isMet()),
      [true, true],
    );
    assert.ok(performance.now() - started < 5_000);
    const said = complaints().slice(before);
    assert.equal(said.length, 2);
    assert.ok(!JSON.stringify(said).includes("@"));
  });

  it("tells at the next sign-in what it has missed", async () => {
    const one = await member();
    await changeAuth(one.uid, { password: "another one" });
    const met = firestore.inject({ method: "Commit", kind: "refused", code: 7 });
    await signsIn(one);
    assert.ok(met());
    assert.deepEqual(await eventsTo(one.email), []);
    await signsIn(one);
    assert.deepEqual(await eventsTo(one.email), ["password-changed"]);
  });

  it("lets people in, but who is disabled, where a setting means nothing", async () => {
    const [one, other] = [await member(), await member()];
    await accounts.doc(other.uid).update({ disabled: true });
    process.env.SIGN_UP = "opne";
    try {
      await signsIn(one);
      await isRefused(signsIn(other), "disabled");
    } finally {
      process.env.SIGN_UP = "open";
    }
  });

  for (const [what, auth] of Object.entries({ fails: failing, "does not answer": silent })) {
    it(`lets people in, but who is disabled, where Firebase Authentication ${what}`, async () => {
      const [one, other, newcomer] = [await member(), await member(), await someone()];
      await accounts.doc(other.uid).update({ disabled: true });
      const all = () =>
        Promise.all([
          signsIn({ ...one, email: `new-${one.email}` }),
          signsIn(newcomer),
          isRefused(signsIn(other), "disabled"),
        ]);
      await withoutAuth(["getUser"], all, auth);
      assert.equal((await accountOf(one.uid))?.email, one.email);
      await signsIn(newcomer);
      assert.equal((await accountOf(newcomer.uid))?.email, newcomer.email);
      assert.deepEqual(await eventsTo(newcomer.email), []);
    });
  }
});
