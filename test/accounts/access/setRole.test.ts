import assert from "node:assert/strict";
import { deletions } from "../../../functions/src/accounts/schema.ts";
import { setRole } from "../../../functions/src/accounts/setRole.ts";
import { Account, accounts } from "../../../functions/src/core/accounts.ts";
import { stamp } from "../../../functions/src/core/clock.ts";
import { type Role, staff } from "../../../functions/src/core/roles.ts";
import { auth } from "../../../functions/src/core/users.ts";
import { call, callWith, refused } from "../../support/call.ts";
import { beforeCommit } from "../../support/commits.ts";
import { clearFirestore, firestore } from "../../support/firestore.ts";
import {
  accountOf,
  actionsOf,
  claimsOf,
  employed,
  entriesOf,
  guest,
  mailsTo,
  memberOf,
  type SignedIn,
  somebody,
  subjectsTo,
} from "./people.ts";

const WRONG = "failed-precondition";

describe("accounts: giving a role", () => {
  let admin: SignedIn;
  beforeEach(async () => {
    await clearFirestore();
    admin = await employed("admin");
  });
  const give = (uid: string, role: Role | null, reason?: string) =>
    call(setRole, admin, { uid, role, ...(reason !== undefined && { reason }) });
  const requestDeletion = (uid: string) =>
    deletions.doc(uid).set({
      state: "requested",
      requestedAt: stamp(),
      dueAt: stamp(),
      nextAt: stamp(),
      alias: "somebody",
      notify: null,
      emails: [],
    });

  it("writes the staff document, the claim, the audit trail and a mail", async () => {
    const one = await somebody();
    await auth.revokeRefreshTokens(one.uid);
    const answer = await give(one.uid, "order_manager", "New here");
    assert.deepEqual(answer, { uid: one.uid, role: "order_manager" });
    assert.deepEqual(await memberOf(one.uid), { role: "order_manager", disabled: false });
    assert.deepEqual(await claimsOf(one.uid), { role: "order_manager" });
    const [{ at, ...entry } = assert.fail()] = await entriesOf(one.uid);
    assert.deepEqual(entry, {
      action: "role-set-to-order_manager",
      actor: admin.uid,
      subject: `accounts/${one.uid}`,
      reason: "New here",
    });
    const [mail] = await mailsTo(one.email);
    assert.match(mail?.message.text ?? "", /is now: order manager\./);
    assert.doesNotMatch(mail?.message.text ?? "", /New here/);
    const { syncAt, ...account } = Account.parse(await accountOf(one.uid));
    assert.equal(syncAt, undefined);
    const { tokensValidAfterTime = "" } = await auth.getUser(one.uid);
    const seenSince = Date.parse(tokensValidAfterTime) / 1000;
    assert.deepEqual(account, { disabled: false, validAfter: 0, email: one.email, seenSince });
  });

  it("changes one for another, and takes it, with what else the person was told kept", async () => {
    const one = await somebody();
    await auth.setCustomUserClaims(one.uid, { plan: "gold", role: "forged" });
    await give(one.uid, "inventory_manager");
    assert.deepEqual(await claimsOf(one.uid), { plan: "gold", role: "inventory_manager" });
    await give(one.uid, "admin");
    assert.deepEqual(await claimsOf(one.uid), { plan: "gold", role: "admin" });
    assert.deepEqual(await give(one.uid, null), { uid: one.uid, role: null });
    assert.equal(await memberOf(one.uid), undefined);
    assert.deepEqual(await claimsOf(one.uid), { plan: "gold" });
    assert.deepEqual(await actionsOf(one.uid), [
      "role-set-to-inventory_manager",
      "role-set-to-admin",
      "role-set-to-none",
    ]);
    assert.equal((await mailsTo(one.email)).length, 3);
  });

  it("signs nobody out, and leaves no empty claims", async () => {
    const one = await somebody();
    const before = await auth.getUser(one.uid);
    await give(one.uid, "admin");
    await give(one.uid, null);
    const after = await auth.getUser(one.uid);
    assert.equal(after.tokensValidAfterTime, before.tokensValidAfterTime);
    assert.deepEqual(after.customClaims ?? {}, {});
    assert.equal((await accountOf(one.uid))?.validAfter, 0);
  });

  it("tells nobody a second time, and costs little", async () => {
    const one = await somebody();
    const bill = await firestore.costOf(() => give(one.uid, "admin"));
    // The caller's two; staff, account, deletion, the caller as staff; staff and account for the
    // sync. The staff document, the caller's, the account, the audit trail, the mail; the account
    // again.
    assert.deepEqual(bill, { reads: 8, writes: 6, deletes: 1 });
    const again = await firestore.costOf(() => give(one.uid, "admin"));
    assert.deepEqual(again, { reads: 8, writes: 0, deletes: 0 });
    assert.equal((await actionsOf(one.uid)).length, 1);
    assert.equal((await mailsTo(one.email)).length, 1);
  });

  it("again to whom it was taken is told again", async () => {
    const one = await somebody();
    for (const role of ["admin", null, "admin"] as const) await give(one.uid, role);
    assert.equal((await actionsOf(one.uid)).length, 3);
    assert.equal((await subjectsTo(one.email)).length, 3);
  });

  it("ten times at once is one role, one entry and one mail", async () => {
    const one = await somebody();
    await Promise.all(Array.from({ length: 10 }, () => give(one.uid, "order_manager")));
    assert.deepEqual(await claimsOf(one.uid), { role: "order_manager" });
    assert.equal((await actionsOf(one.uid)).length, 1);
    assert.equal((await mailsTo(one.email)).length, 1);
    assert.equal((await accountOf(one.uid))?.syncAt, undefined);
  });

  it("of several kinds at once ends with one that document and claim agree on", async () => {
    const one = await somebody();
    const roles = ["admin", null, "order_manager", "inventory_manager", null, "admin"] as const;
    await Promise.all(roles.map((role) => give(one.uid, role)));
    const role = (await memberOf(one.uid))?.role;
    assert.deepEqual(await claimsOf(one.uid), role ? { role } : {});
    const told = await actionsOf(one.uid);
    assert.equal((await mailsTo(one.email)).length, told.length);
  });

  for (const [name, code] of Object.entries({ DEADLINE_EXCEEDED: 4, INTERNAL: 13 })) {
    it(`is told once when the answer to its commit is lost (${name})`, async () => {
      const one = await somebody();
      const met = firestore.inject({ method: "Commit", kind: "lost-answer", code });
      await give(one.uid, "admin");
      assert.ok(met(), "the fault was not met");
      assert.equal((await actionsOf(one.uid)).length, 1);
      assert.equal((await mailsTo(one.email)).length, 1);
      assert.deepEqual(await claimsOf(one.uid), { role: "admin" });
    });
  }

  it("keeps somebody disabled who is, and gives them no claim", async () => {
    const [one, two] = [await somebody(), await employed("order_manager")];
    await accounts.doc(one.uid).set({ disabled: true, validAfter: 0, email: null, seenSince: 0 });
    await staff.doc(two.uid).update({ disabled: true });
    for (const { uid } of [one, two]) {
      await give(uid, "inventory_manager");
      assert.deepEqual(await memberOf(uid), { role: "inventory_manager", disabled: true });
      assert.deepEqual(await claimsOf(uid), {});
    }
  });

  describe("is refused", () => {
    it("to nobody's uid", async () => {
      for (const role of ["admin", null] as const) {
        await refused(give("nobody-at-all", role), "not-found", "no-such-user");
      }
      assert.equal(await memberOf("nobody-at-all"), undefined);
      assert.equal(await accountOf("nobody-at-all"), undefined);
    });

    it("to who has not confirmed an address, and to guests; but taken it is", async () => {
      const [unverified, anonymous] = [await somebody({ verified: false }), await guest()];
      for (const { uid } of [unverified, anonymous]) {
        await refused(give(uid, "admin"), WRONG, "unverified-user");
        assert.equal(await memberOf(uid), undefined);
        await staff.doc(uid).set({ role: "order_manager", disabled: false });
        await give(uid, null);
        assert.equal(await memberOf(uid), undefined);
      }
      // The address may be a stranger's.
      assert.deepEqual(await mailsTo(unverified.email), []);
    });

    it("to who wants to be deleted; but taken it is", async () => {
      const one = await employed("order_manager");
      await requestDeletion(one.uid);
      await refused(give(one.uid, "admin"), WRONG, "deletion-requested");
      await give(one.uid, null);
      assert.ok((await deletions.doc(one.uid).get()).exists);
    });

    it("to who asks for their deletion in that very moment", async () => {
      const one = await somebody();
      await assert.rejects(
        beforeCommit(
          () => requestDeletion(one.uid),
          () => give(one.uid, "admin"),
        ),
        /about to be deleted/,
      );
      assert.equal(await memberOf(one.uid), undefined);
      assert.ok((await deletions.doc(one.uid).get()).exists);
    });

    const good = { uid: "somebody", role: "admin" };
    const inputs = {
      nothing: {},
      "no role": { uid: "somebody" },
      "a role that is none": { ...good, role: "owner" },
      "a path for a uid": { ...good, uid: "a/b/c" },
      "an empty uid": { ...good, uid: "" },
      "two dots for a uid": { ...good, uid: ".." },
      "an id of Firestore's own": { ...good, uid: "__id__" },
      "a blank reason": { ...good, reason: " " },
      "a reason of 501 letters": { ...good, reason: "x".repeat(501) },
      "whether they are disabled": { ...good, disabled: false },
      "another's name to act in": { ...good, actor: "somebody-else" },
    };
    for (const [what, input] of Object.entries(inputs)) {
      it(`for ${what}`, () =>
        refused(callWith(setRole, admin, input), "invalid-argument", "invalid-input"));
    }
  });

  it("is taken also from who is not known to Firebase Authentication any more", async () => {
    const one = await employed("admin");
    await auth.deleteUser(one.uid);
    await refused(give(one.uid, "order_manager"), "not-found", "no-such-user");
    await give(one.uid, null);
    assert.equal(await memberOf(one.uid), undefined);
    assert.equal((await accountOf(one.uid))?.syncAt, undefined);
  });
});
