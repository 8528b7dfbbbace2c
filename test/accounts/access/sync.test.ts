import assert from "node:assert/strict";
import { agree } from "../../../functions/src/accounts/access/agree.ts";
import { sweepSyncs } from "../../../functions/src/accounts/access/sweepSyncs.ts";
import { syncAuth } from "../../../functions/src/accounts/access/syncAuth.ts";
import { disableUser } from "../../../functions/src/accounts/disableUser.ts";
import { enableUser } from "../../../functions/src/accounts/enableUser.ts";
import { setRole } from "../../../functions/src/accounts/setRole.ts";
import { signOutEverywhere } from "../../../functions/src/accounts/signOutEverywhere.ts";
import { syncAccount } from "../../../functions/src/accounts/syncAccount.ts";
import { accounts } from "../../../functions/src/core/accounts.ts";
import { MINUTE, stamp } from "../../../functions/src/core/clock.ts";
import { staff } from "../../../functions/src/core/roles.ts";
import { auth } from "../../../functions/src/core/users.ts";
import { call, customer } from "../../support/call.ts";
import { dyingAt } from "../../support/commits.ts";
import { clearFirestore, firestore } from "../../support/firestore.ts";
import { logs } from "../../support/logs.ts";
import { changeAuth } from "../signIn/support/people.ts";
import { silent, withoutAuth } from "../support/auth.ts";
import {
  accountOf,
  actionsOf,
  assertAgreed,
  claimsOf,
  employed,
  memberOf,
  nowInSeconds,
  type SignedIn,
  somebody,
} from "./people.ts";

const sweep = (limit = 100) => sweepSyncs(new Date(Date.now() + 2 * MINUTE), limit);
const writing = ["updateUser", "revokeRefreshTokens", "setCustomUserClaims"] as const;

let admin: SignedIn;
const operations: Record<string, (person: SignedIn) => Promise<unknown>> = {
  "a role is given": ({ uid }) => call(setRole, admin, { uid, role: "inventory_manager" }),
  "a role is taken": ({ uid }) => call(setRole, admin, { uid, role: null }),
  "somebody is disabled": ({ uid }) => call(disableUser, admin, { uid, reason: "Spam" }),
  "somebody is enabled": async ({ uid }) => call(enableUser, admin, { uid }),
  "somebody signs out everywhere": (person) => call(signOutEverywhere, person, {}),
};

/** Staff to whom it can happen. */
async function ready(what: string): Promise<SignedIn> {
  const person = await employed("order_manager");
  if (what === "somebody is enabled") {
    await call(disableUser, admin, { uid: person.uid, reason: "Spam" });
  }
  return person;
}

/** What a trigger is told. */
const written = (uid: string) =>
  syncAccount.run({ params: { uid } } as unknown as Parameters<typeof syncAccount.run>[0]);

describe("accounts: Firebase Authentication agrees with the documents", () => {
  beforeEach(async () => {
    await clearFirestore();
    admin = await employed("admin");
  });

  for (const [what, operation] of Object.entries(operations)) {
    describe(`when ${what}`, () => {
      it("at once", async () => {
        const person = await ready(what);
        await operation(person);
        await assertAgreed(person.uid);
        assert.deepEqual(await sweep(), []);
      });

      for (const method of ["getUser", ...writing] as const) {
        it(`after a sweep, if it could not be reached (${method}), and nobody sees more`, async () => {
          const person = await ready(what);
          const before = (await actionsOf(person.uid)).length;
          let calls = 0;
          // Whom a call is about is looked up before it begins.
          const isLater = method !== "getUser" || what === "somebody signs out everywhere";
          const getUser = auth.getUser.bind(auth);
          await withoutAuth([method], () => operation(person), (async (uid: string) => {
            if (!isLater && calls++ === 0) return getUser(uid);
            throw new Error("no answer");
          }) as never);
          assert.equal((await actionsOf(person.uid)).length, before + 1);
          await sweep();
          await assertAgreed(person.uid);
          assert.equal((await actionsOf(person.uid)).length, before + 1);
        });
      }

      it("after a sweep, if the call dies between its commit and telling it", async () => {
        const person = await ready(what);
        const before = await auth.getUser(person.uid);
        assert.ok(await dyingAt(1, "after", () => operation(person)));
        const { disabled, customClaims } = await auth.getUser(person.uid);
        assert.deepEqual([disabled, customClaims], [before.disabled, before.customClaims]);
        assert.ok((await accountOf(person.uid))?.syncAt);
        assert.deepEqual(await sweep(), ["synced"]);
        await assertAgreed(person.uid);
      });

      it("not at all, if the call dies before its commit", async () => {
        const person = await ready(what);
        const before = [await accountOf(person.uid), await memberOf(person.uid)];
        assert.ok(await dyingAt(1, "before", () => operation(person)));
        assert.deepEqual([await accountOf(person.uid), await memberOf(person.uid)], before);
        assert.deepEqual(await sweep(), []);
      });

      it("when it is called again after that", async () => {
        const person = await ready(what);
        if (what === "somebody signs out everywhere") return;
        await dyingAt(1, "after", () => operation(person));
        const before = await actionsOf(person.uid);
        await operation(person);
        await assertAgreed(person.uid);
        assert.deepEqual(await actionsOf(person.uid), before);
      });
    });
  }

  it("or the caller is told to come again, where it can't be asked who that is", async () => {
    const person = await ready("a role is given");
    for (const what of ["a role is given", "somebody is disabled", "somebody is enabled"]) {
      const attempt = withoutAuth(["getUser"], () => operations[what]!(person));
      await assert.rejects(attempt, { code: "unavailable" });
    }
    assert.deepEqual(await actionsOf(person.uid), []);
  });

  it("without keeping who calls waiting for one that is silent", async () => {
    const person = await ready("somebody is disabled");
    await accounts.doc(person.uid).set({
      disabled: true,
      validAfter: 0,
      email: null,
      seenSince: 0,
      syncAt: stamp(),
    });
    logs.length = 0;
    await withoutAuth(["updateUser"], () => agree(person.uid, 20), silent);
    const errors = logs.filter(({ severity }) => severity === "ERROR");
    assert.deepEqual(
      errors.map(({ path, error }) => [path, error]),
      [[`accounts/${person.uid}`, "late"]],
    );
    await sweep();
    assert.equal((await auth.getUser(person.uid)).disabled, true);
  });

  describe("by the sweep", () => {
    const pending = async (at = stamp()) => {
      const { uid } = await employed("order_manager");
      const account = { disabled: true, validAfter: 0, email: null, seenSince: 0, syncAt: at };
      await accounts.doc(uid).set(account);
      return uid;
    };

    it("that takes what is due and no more, oldest first, and reads one document for nothing", async () => {
      const uids = [await pending(stamp(-3)), await pending(stamp(-2)), await pending(stamp(-1))];
      const later = await pending(stamp(10 * MINUTE));
      assert.deepEqual(await sweepSyncs(new Date(), 2), ["synced", "synced"]);
      const disabled = async (uid: string) => (await auth.getUser(uid)).disabled;
      assert.deepEqual(await Promise.all(uids.map(disabled)), [true, true, false]);
      assert.deepEqual(await sweepSyncs(new Date(), 2), ["synced"]);
      const bill = await firestore.costOf(() => sweepSyncs(new Date(), 2));
      assert.deepEqual(bill, { reads: 1, writes: 0, deletes: 0 });
      assert.equal(await disabled(later), false);
    });

    it("that leaves to whoever has called what they have just changed", async () => {
      const person = await ready("somebody is disabled");
      await withoutAuth(writing, () => operations["somebody is disabled"]!(person));
      assert.deepEqual(await sweepSyncs(new Date(), 10), []);
      assert.deepEqual(await sweep(), ["synced"]);
    });

    it("at the same time as others, each of them once", async () => {
      const uids = await Promise.all(Array.from({ length: 6 }, () => pending()));
      const ends = await Promise.all(Array.from({ length: 4 }, () => sweep()));
      assert.equal(ends.flat().filter((end) => end === "synced").length, uids.length);
      assert.ok(!ends.flat().includes("failed"));
      for (const uid of uids) assert.equal((await auth.getUser(uid)).disabled, true);
    });

    it("that one failure does not stop, and that comes back to it after five minutes", async () => {
      const [bad, good] = [await pending(stamp(-1)), await pending()];
      const updateUser = auth.updateUser.bind(auth);
      await withoutAuth(
        ["updateUser"],
        async () => assert.deepEqual(await sweep(), ["failed", "synced"]),
        (async (uid: string, fields: object) => {
          if (uid === bad) throw new Error("no answer");
          return updateUser(uid, fields);
        }) as never,
      );
      assert.equal((await auth.getUser(good)).disabled, true);
      assert.deepEqual(await sweepSyncs(new Date(Date.now() + 4 * MINUTE), 10), []);
      assert.deepEqual(await sweepSyncs(new Date(Date.now() + 6 * MINUTE), 10), ["synced"]);
      assert.equal((await auth.getUser(bad)).disabled, true);
    });

    it("that settles who is gone", async () => {
      const uid = await pending();
      await auth.deleteUser(uid);
      assert.deepEqual(await sweep(), ["synced"]);
      assert.equal((await accountOf(uid))?.syncAt, undefined);
    });

    it("that settles who goes while it is at it", async () => {
      const uid = await pending();
      const updateUser = auth.updateUser.bind(auth);
      await withoutAuth(
        ["updateUser"],
        async () => assert.deepEqual(await sweep(), ["synced"]),
        (async (...words: Parameters<typeof updateUser>) => {
          await auth.deleteUser(uid);
          return updateUser(...words);
        }) as never,
      );
      assert.equal((await accountOf(uid))?.syncAt, undefined);
    });
  });

  describe("when something changes in the meantime", () => {
    it("with what came last, and is not settled before", async () => {
      const person = await employed("order_manager");
      const setClaims = auth.setCustomUserClaims.bind(auth);
      let hasChanged = false;
      await withoutAuth(
        ["setCustomUserClaims"],
        () => call(setRole, admin, { uid: person.uid, role: "inventory_manager" }),
        (async (uid: string, claims: object) => {
          if (!hasChanged) {
            hasChanged = true;
            await dyingAt(1, "after", () => call(setRole, admin, { uid, role: "admin" }));
          }
          return setClaims(uid, claims);
        }) as never,
      );
      assert.deepEqual(await claimsOf(person.uid), { role: "admin" });
      await assertAgreed(person.uid);
    });

    it("what has moved of an address or a password is left to who tells the person", async () => {
      const person = await employed("order_manager");
      await call(setRole, admin, { uid: person.uid, role: "inventory_manager" });
      await accounts.doc(person.uid).update({ seenSince: 1_000 });
      const email = `new-${person.uid}@example.com`;
      await auth.updateUser(person.uid, { email, emailVerified: true });
      await call(setRole, admin, { uid: person.uid, role: "order_manager" });
      const account = await accountOf(person.uid);
      assert.deepEqual([account?.email, account?.seenSince], [`${person.uid}@example.com`, 1_000]);
      assert.equal(account?.syncAt, undefined);
    });

    it("what it moves itself it has seen", async () => {
      const person = await somebody();
      await call(setRole, admin, { uid: person.uid, role: "order_manager" });
      await call(disableUser, admin, { uid: person.uid, reason: "Spam" });
      const { tokensValidAfterTime = "" } = await auth.getUser(person.uid);
      const seen = (await accountOf(person.uid))?.seenSince;
      assert.equal(seen, Date.parse(tokensValidAfterTime) / 1000);
      assert.ok(seen > 0);
    });

    it("what it moves itself it has seen, also where a part of it had to be done later", async () => {
      const person = await employed("order_manager");
      await changeAuth(person.uid, { validSince: "1000" });
      await call(setRole, admin, { uid: person.uid, role: "inventory_manager" });
      const disable = () => call(disableUser, admin, { uid: person.uid, reason: "Spam" });
      await withoutAuth(["setCustomUserClaims"], disable);
      await sweep();
      const since = Date.parse((await auth.getUser(person.uid)).tokensValidAfterTime ?? "") / 1000;
      assert.ok(since > 1_000);
      assert.equal((await accountOf(person.uid))?.seenSince, since);
    });
  });

  describe("when somebody has died who had just ended the sessions", () => {
    const diedAfter = async (seconds: number, fields = {}) => {
      const person = await somebody();
      const since = nowInSeconds();
      await auth.updateUser(person.uid, fields);
      await changeAuth(person.uid, { validSince: String(since) });
      await accounts.doc(person.uid).set({
        disabled: false,
        validAfter: since - seconds,
        email: person.email,
        seenSince: 1_000,
        syncAt: stamp(),
      });
      assert.deepEqual(await sweep(), ["synced"]);
      return { seen: (await accountOf(person.uid))?.seenSince, since };
    };

    it("the sweep takes it for ours, so that nobody is told of a changed password", async () => {
      for (const seconds of [0, 15]) {
        const { seen, since } = await diedAfter(seconds);
        assert.equal(seen, since);
      }
    });

    it("but not what has moved later, nor what moved with the address", async () => {
      assert.equal((await diedAfter(16)).seen, 1_000);
      const email = `other-${Date.now()}@example.com`;
      assert.equal((await diedAfter(0, { email })).seen, 1_000);
    });
  });

  describe("when a staff document is written by hand", () => {
    it("however often that is told", async () => {
      const { uid } = await somebody();
      await staff.doc(uid).set({ role: "order_manager", disabled: false });
      await Promise.all([written(uid), written(uid), written(uid)]);
      assert.deepEqual(await claimsOf(uid), { role: "order_manager" });
      await assertAgreed(uid);
      await staff.doc(uid).update({ disabled: true });
      await written(uid);
      assert.deepEqual(await claimsOf(uid), {});
      await staff.doc(uid).delete();
      for (let n = 0; n < 2; n++) await written(uid);
      assert.deepEqual(await claimsOf(uid), {});
    });

    it("after a sweep, if it could not be reached", async () => {
      const { uid } = await somebody();
      await staff.doc(uid).set({ role: "order_manager", disabled: false });
      await withoutAuth(["setCustomUserClaims"], () => written(uid));
      assert.deepEqual(await claimsOf(uid), {});
      assert.deepEqual(await sweep(), ["synced"]);
      await assertAgreed(uid);
    });

    it("without a claim for who is disabled", async () => {
      const { uid } = await somebody();
      await call(disableUser, admin, { uid, reason: "Spam" });
      await staff.doc(uid).set({ role: "admin", disabled: false });
      await written(uid);
      assert.deepEqual(await claimsOf(uid), {});
    });

    it("but for who is deleted: nothing of them comes back", async () => {
      const { uid } = customer();
      await written(uid);
      assert.equal(await accountOf(uid), undefined);
      const known = await employed("order_manager");
      await staff.doc(known.uid).delete();
      await written(known.uid);
      assert.deepEqual(await claimsOf(known.uid), {});
      assert.equal(await accountOf(known.uid), undefined);
    });
  });

  it("without signing anybody out a second time", async () => {
    const person = await employed("order_manager");
    const { validAfter } = await call(signOutEverywhere, person, {});
    const give = () => call(setRole, admin, { uid: person.uid, role: "inventory_manager" });
    await withoutAuth(["revokeRefreshTokens"], give);
    await assertAgreed(person.uid);
    assert.equal((await accountOf(person.uid))?.validAfter, validAfter);
  });

  it("so far that nothing but the staff document makes a claim", async () => {
    const { uid } = await somebody();
    await staff.firestore.doc(`users/${uid}`).set({ role: "admin", disabled: false });
    await auth.setCustomUserClaims(uid, { role: "admin", plan: "gold" });
    await syncAuth(uid);
    assert.deepEqual(await claimsOf(uid), { plan: "gold" });
  });
});
