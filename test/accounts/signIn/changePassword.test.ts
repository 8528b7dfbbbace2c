import assert from "node:assert/strict";
import { changePassword } from "../../../functions/src/accounts/changePassword.ts";
import { accounts } from "../../../functions/src/core/accounts.ts";
import { useClock } from "../../../functions/src/core/clock.ts";
import { db } from "../../../functions/src/core/db.ts";
import { call, callWith, type Person, refused } from "../../support/call.ts";
import { dyingAt, hookCommits } from "../../support/commits.ts";
import { clearFirestore, firestore } from "../../support/firestore.ts";
import { logs } from "../../support/logs.ts";
import { withoutAuth } from "../support/auth.ts";
import { signsIn } from "./support/events.ts";
import {
  accountOf,
  asMember,
  BORN,
  canSignIn,
  changeAuth,
  eventsTo,
  guest,
  PASSWORD,
  recordedOf,
  secondsNow,
  someone,
} from "./support/people.ts";

const NEW = "a new pass phrase";

const change = (person: Person | undefined, password: string = NEW) =>
  call(changePassword, person, { password });

/** Somebody who has signed in before. */
async function member() {
  const one = await someone();
  await signsIn(one);
  return one;
}

/** Every document there is, as text. */
async function everything(): Promise<string> {
  const all = (await db.listCollections()).map(({ id }) => db.collectionGroup(id).get());
  return JSON.stringify((await Promise.all(all)).flatMap(({ docs }) => docs.map((d) => d.data())));
}

describe("accounts: changing the password", () => {
  before(() => clearFirestore());

  it("makes the new one the only one, writes to the address, and is recorded", async () => {
    const one = await member();
    assert.deepEqual(await change(one), { changed: true });
    assert.deepEqual(
      [await canSignIn(one.email, PASSWORD), await canSignIn(one.email, NEW)],
      [false, true],
    );
    assert.deepEqual(await eventsTo(one.email), ["password-changed"]);
    assert.deepEqual(await recordedOf(one.uid), ["password-changed", "signed-up"]);
  });

  it("costs a read of who calls, what its limit does, two reads and three writes", async () => {
    const one = await member();
    const bill = await firestore.costOf(() => change(one));
    assert.deepEqual(bill, { reads: 4, writes: 4, deletes: 0 });
  });

  it("ends every session at once, the caller's too; a sign-in after the answer counts", async () => {
    const one = await member();
    const elsewhere = asMember(one.uid, one.email);
    await change(one);
    for (const session of [one, elsewhere]) {
      await refused(change(session), "unauthenticated", "signed-out-everywhere");
    }
    await change(asMember(one.uid, one.email), "and another one");
  });

  it("is told by no sign-in after it", async () => {
    const one = await member();
    await change(one);
    await signsIn(one);
    await signsIn(one);
    assert.deepEqual(await eventsTo(one.email), ["password-changed"]);
  });

  it("gives a first password to who has an address, and writes to none that is not confirmed", async () => {
    const one = await guest();
    const email = `${one.uid}@example.com`;
    await changeAuth(one.uid, { email });
    await change(one);
    assert.ok(await canSignIn(email, NEW));
    assert.equal((await accountOf(one.uid))?.email, email);
    await signsIn({ ...one, email });
    assert.deepEqual(await eventsTo(email), []);
    assert.deepEqual(await recordedOf(one.uid), ["password-changed", "signed-up"]);
  });

  it("keeps what else is known of the account", async () => {
    const one = await member();
    const known = { disabled: false, validAfter: 3, email: "before@example.com", seenSince: BORN };
    await accounts.doc(one.uid).set(known);
    await change(one);
    const { seenSince, validAfter, ...rest } = (await accountOf(one.uid)) ?? {};
    assert.deepEqual(rest, { disabled: false, email: "before@example.com" });
    assert.equal(seenSince, validAfter);
    assert.ok(Math.abs((seenSince ?? 0) - secondsNow()) < 5);
  });

  it("writes of it where somebody has only just signed up", async () => {
    const one = await member();
    const ahead = secondsNow() + 10;
    await accounts.doc(one.uid).update({ seenSince: ahead });
    await change(one);
    assert.deepEqual(await eventsTo(one.email), ["password-changed"]);
    assert.equal((await accountOf(one.uid))?.seenSince, ahead);
  });

  it("leaves the password in no document, log or error", async () => {
    await clearFirestore();
    const one = await member();
    const secret = "hunter2-hunter2";
    await change(one, secret);
    const fresh = () => ({ ...one.token, auth_time: secondsNow() + 1 });
    const failures: unknown[] = [];
    const keep = (error: unknown) => failures.push(error);
    await change({ ...one, token: fresh() }, `${secret}${"x".repeat(200)}`).catch(keep);
    await callWith(changePassword, { ...one, token: fresh() }, { password: [secret] }).catch(keep);
    await change({ uid: "nobody", token: fresh() }, secret).catch(keep);
    const broken = () => change({ ...one, token: fresh() }, secret);
    await withoutAuth(["updateUser"], broken).catch(keep);
    assert.deepEqual(
      failures.map((error) => (error as { code?: string }).code),
      ["invalid-argument", "invalid-argument", "not-found", "internal"],
    );
    const told = failures.map((error) => [String(error), error, (error as Error).stack]);
    const places = [await everything(), JSON.stringify(logs), JSON.stringify(told)];
    assert.ok(places[0]?.includes(one.email));
    for (const place of places) assert.ok(!place.includes(secret));
  });

  describe("is told once", () => {
    it("when the answer to its commit is lost", async () => {
      const one = await member();
      await hookCommits(
        async (n, commit) => {
          const outcome = await commit();
          if (n === 2) throw Object.assign(new Error("no answer"), { code: 4 });
          return outcome;
        },
        () => change(one),
      );
      assert.deepEqual(await eventsTo(one.email), ["password-changed"]);
    });

    for (const moment of ["before", "after"] as const) {
      it(`when it dies ${moment} its commit: then the next sign-in tells`, async () => {
        const one = await member();
        // The first commit is that of the limit.
        assert.ok(await dyingAt(2, moment, () => change(one)));
        assert.ok(await canSignIn(one.email, NEW));
        assert.deepEqual(
          await eventsTo(one.email),
          moment === "before" ? [] : ["password-changed"],
        );
        await signsIn(one);
        await signsIn(one);
        assert.deepEqual(await eventsTo(one.email), ["password-changed"]);
        assert.deepEqual(await recordedOf(one.uid), ["password-changed", "signed-up"]);
      });
    }

    for (const emailVerified of [true, false]) {
      it(`when a sign-in comes in between, and has told already (confirmed: ${emailVerified})`, async () => {
        const one = await someone({ emailVerified });
        await signsIn(one);
        let commits = 0;
        await hookCommits(
          async (n, commit) => {
            commits = n;
            if (n === 2) await signsIn(one);
            return commit();
          },
          () => change(one),
        );
        assert.ok(commits > 3);
        assert.deepEqual(await eventsTo(one.email), emailVerified ? ["password-changed"] : []);
        assert.deepEqual(await recordedOf(one.uid), ["password-changed", "signed-up"]);
        const { validAfter, seenSince } = (await accountOf(one.uid)) ?? {};
        assert.equal(validAfter, seenSince);
      });
    }
  });

  describe("is refused", () => {
    it("to nobody, and to who signed in more than five minutes ago", async () => {
      const one = await member();
      await refused(change(undefined), "unauthenticated", "signed-out");
      const late = { ...one, token: { ...one.token, auth_time: secondsNow() - 301 } };
      await refused(change(late), "failed-precondition", "recent-sign-in-required");
      assert.ok(await canSignIn(one.email, PASSWORD));
    });

    it("to guests, whatever address their token claims", async () => {
      const one = await guest();
      await refused(change(one), "failed-precondition", "email-needed");
      const claiming = { uid: one.uid, token: { ...one.token, email: "a@example.com" } };
      await refused(change(claiming), "failed-precondition", "email-needed");
      assert.equal(await accountOf(one.uid), undefined);
    });

    it("to who is disabled, and to who is gone", async () => {
      const one = await member();
      await accounts.doc(one.uid).update({ disabled: true });
      await refused(change(one), "permission-denied", "disabled");
      assert.ok(await canSignIn(one.email, PASSWORD));
      await refused(change(asMember("nobody", "a@example.com")), "not-found", "no-such-account");
    });

    it("for another's account, which stays as it is", async () => {
      const [one, victim] = [await member(), await member()];
      for (const other of [{ uid: victim.uid }, { email: victim.email }, { localId: victim.uid }]) {
        const attempt = callWith(changePassword, one, { password: NEW, ...other });
        await refused(attempt, "invalid-argument", "invalid-input");
      }
      assert.ok(await canSignIn(victim.email, PASSWORD));
      assert.ok(await canSignIn(one.email, PASSWORD));
    });

    const bad: Record<string, unknown> = {
      "no password": {},
      "7 characters": { password: "x".repeat(7) },
      "129 characters": { password: "x".repeat(129) },
      "8 blanks": { password: " ".repeat(8) },
      "half a character": { password: "1234567\ud800" },
      "a number": { password: 12345678 },
      "a list": { password: ["12345678"] },
      null: { password: null },
      "other settings beside it": { password: NEW, emailVerified: true, customClaims: {} },
    };
    for (const [what, input] of Object.entries(bad)) {
      it(`for ${what}`, async () => {
        const one = await member();
        await refused(callWith(changePassword, one, input), "invalid-argument", "invalid-input");
        assert.ok(await canSignIn(one.email, PASSWORD));
      });
    }

    it("for none of 8 characters, 128, and all that people write", async () => {
      for (const password of ["12345678", "x".repeat(128), ' p ä 漢字 😀 " \\ ']) {
        const one = await someone();
        await change(one, password);
        assert.ok(await canSignIn(one.email, password));
      }
    });

    it("the eleventh time within an hour", async () => {
      const one = await someone();
      const putBack = useClock(() => new Date(Date.now() + 5_000));
      for (let n = 0; n < 10; n++) {
        const session = { ...one, token: { ...one.token, auth_time: secondsNow() + 1 + n } };
        await change(session, `${NEW} ${n}`);
      }
      const session = { ...one, token: { ...one.token, auth_time: secondsNow() + 20 } };
      await refused(change(session).finally(putBack), "resource-exhausted", "too-many-requests");
    });
  });
});
