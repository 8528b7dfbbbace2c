import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { inviteUser } from "../../../functions/src/accounts/inviteUser.ts";
import { invitationOf } from "../../../functions/src/accounts/schema.ts";
import { accounts } from "../../../functions/src/core/accounts.ts";
import { staff } from "../../../functions/src/core/roles.ts";
import { call } from "../../support/call.ts";
import { clearFirestore, firestore } from "../../support/firestore.ts";
import { withoutAuth } from "../support/auth.ts";
import { makesProfile, signsIn } from "./support/events.ts";
import {
  accountOf,
  BORN,
  changeAuth,
  employee,
  eventsTo,
  guest,
  mailsTo,
  recordedOf,
  someone,
  useSettings,
} from "./support/people.ts";

/** Somebody who never signed in with the address that they have come by. */
async function formerGuest(domain = "example.com") {
  const one = await guest();
  const email = `${one.uid}@${domain}`;
  await changeAuth(one.uid, { email });
  return { ...one, email };
}

describe("accounts: the welcome", () => {
  before(() => clearFirestore());
  useSettings({ APP_URL: "https://app.example/start" });

  it("is one mail, however often the event comes, at one read", async () => {
    const one = await someone();
    const bill = await firestore.costOf(() => makesProfile(one));
    assert.deepEqual(bill, { reads: 1, writes: 1, deletes: 0 });
    await Promise.all(Array.from({ length: 5 }, () => makesProfile(one)));
    assert.deepEqual(await eventsTo(one.email), ["welcome"]);
  });

  it("to a confirmed address holds no link that lets anybody in", async () => {
    const one = await someone();
    await makesProfile(one);
    const [mail] = await mailsTo(one.email);
    assert.ok(!mail?.message.text.includes("oobCode"));
    assert.equal(mail?.confidential, false);
  });

  it("to another address holds the link that confirms it, for its reader alone", async () => {
    const one = await someone({ emailVerified: false });
    await makesProfile(one);
    const [mail] = await mailsTo(one.email);
    const url = new URL(/http\S+oobCode\S+/.exec(mail?.message.text ?? "")?.[0] ?? "");
    assert.equal(url.searchParams.get("mode"), "verifyEmail");
    assert.equal(url.searchParams.get("continueUrl"), "https://app.example/start");
    assert.equal(mail?.confidential, true);
  });

  describe("without APP_URL", () => {
    useSettings({ APP_URL: "" });

    it("holds a link also where nobody knows where the app is", async () => {
      const one = await someone({ emailVerified: false });
      await makesProfile(one);
      const [mail] = await mailsTo(one.email);
      assert.ok(mail?.message.text.includes("oobCode"));
      assert.ok(!mail?.message.text.includes("continueUrl"));
    });
  });

  it("is not for guests, nor for who is gone by then", async () => {
    const one = await guest();
    const bill = await firestore.costOf(async () => {
      await makesProfile(one);
      await makesProfile({ uid: randomUUID() });
    });
    assert.deepEqual(bill, { reads: 0, writes: 0, deletes: 0 });
  });

  it("that can't be made is tried again, without the address in what is logged", async () => {
    const one = await someone({ emailVerified: false });
    const attempt = withoutAuth(["generateEmailVerificationLink"], () => makesProfile(one));
    const error = await attempt.then(
      () => assert.fail("went through"),
      (failure) => failure,
    );
    assert.equal(error.code, "auth/internal-error");
    assert.ok(!`${error.message} ${error.stack} ${JSON.stringify(error)}`.includes(one.email));
    await makesProfile(one);
    assert.deepEqual(await eventsTo(one.email), ["welcome"]);
  });

  describe("from a blocked domain", () => {
    useSettings({ BLOCKED_DOMAINS: '["bad.example"]' });

    it("is none: the account is disabled, once, and Firebase Authentication will hear of it", async () => {
      const one = await formerGuest("x.bad.example");
      await Promise.all([makesProfile(one), makesProfile(one), makesProfile(one)]);
      const { disabled, email, syncAt } = (await accountOf(one.uid)) ?? {};
      assert.deepEqual([disabled, email], [true, one.email]);
      assert.ok(syncAt && syncAt.toMillis() <= Date.now());
      assert.deepEqual(await recordedOf(one.uid), ["sign-up-refused"]);
      assert.deepEqual(await eventsTo(one.email), []);
    });

    it("keeps what is known of the account", async () => {
      const one = await formerGuest("bad.example");
      const known = { disabled: false, validAfter: 9, email: "old@example.com", seenSince: BORN };
      await accounts.doc(one.uid).set(known);
      await makesProfile(one);
      const { syncAt, ...now } = (await accountOf(one.uid)) ?? {};
      assert.ok(syncAt);
      assert.deepEqual(now, { ...known, disabled: true });
    });

    it("lets staff be", async () => {
      const one = await formerGuest("bad.example");
      await staff.doc(one.uid).set({ role: "admin", disabled: false });
      await makesProfile(one);
      assert.equal(await accountOf(one.uid), undefined);
    });
  });

  describe("where signing up takes an invitation", () => {
    useSettings({ SIGN_UP: "invited" });
    const invite = async (email: string) => call(inviteUser, await employee("admin"), { email });

    it("is for who was let in with one", async () => {
      const one = await someone();
      await invite(one.email);
      await signsIn(one);
      assert.equal((await invitationOf(one.email).get()).exists, false);
      await makesProfile(one);
      assert.deepEqual(await eventsTo(one.email), ["invited", "welcome"]);
    });

    it("is for a guest whose address has one, and for no other", async () => {
      const [invited, other] = [await formerGuest(), await formerGuest()];
      await invite(invited.email);
      for (const one of [invited, other]) await makesProfile(one);
      assert.deepEqual(await eventsTo(invited.email), ["invited", "welcome"]);
      assert.equal(await accountOf(invited.uid), undefined);
      assert.deepEqual(await eventsTo(other.email), []);
      assert.equal((await accountOf(other.uid))?.disabled, true);
    });
  });
});
