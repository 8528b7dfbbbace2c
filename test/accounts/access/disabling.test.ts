import assert from "node:assert/strict";
import { disableUser } from "../../../functions/src/accounts/disableUser.ts";
import { enableUser } from "../../../functions/src/accounts/enableUser.ts";
import { deletions } from "../../../functions/src/accounts/schema.ts";
import { signOutEverywhere } from "../../../functions/src/accounts/signOutEverywhere.ts";
import { Account } from "../../../functions/src/core/accounts.ts";
import { admit } from "../../../functions/src/core/caller.ts";
import { stamp, useClock } from "../../../functions/src/core/clock.ts";
import { staff } from "../../../functions/src/core/roles.ts";
import { auth, userOf } from "../../../functions/src/core/users.ts";
import { call, callWith, refused } from "../../support/call.ts";
import { clearFirestore, firestore } from "../../support/firestore.ts";
import { withoutAuth } from "../support/auth.ts";
import {
  accountOf,
  actionsOf,
  assertAgreed,
  employed,
  entriesOf,
  guest,
  mailsTo,
  memberOf,
  nowInSeconds,
  type SignedIn,
  signedIn,
  somebody,
  subjectsTo,
} from "./people.ts";

let admin: SignedIn;
const disable = (uid: string, reason = "Spam") => call(disableUser, admin, { uid, reason });
const enable = (uid: string) => call(enableUser, admin, { uid });

/** Lets a token in or not, as any callable for who is signed in does. */
const enter = (person: SignedIn) =>
  admit(person as unknown as Parameters<typeof admit>[0], "signed-in");

describe("accounts: disabling somebody", () => {
  beforeEach(async () => {
    await clearFirestore();
    admin = await employed("admin");
  });

  it("refuses the tokens they hold at once, and has them sign in no more", async () => {
    const one = await somebody();
    await enter(one);
    const before = nowInSeconds();
    assert.deepEqual(await disable(one.uid), { uid: one.uid, disabled: true });
    await refused(enter(one), "permission-denied", "disabled");
    await refused(enter(signedIn(one, 60)), "permission-denied", "disabled");
    const { validAfter, email } = Account.parse(await accountOf(one.uid));
    assert.ok(validAfter >= before && validAfter <= nowInSeconds());
    assert.equal(email, one.email);
    assert.equal((await auth.getUser(one.uid)).disabled, true);
    await assertAgreed(one.uid);
  });

  it("is recorded with the reason, of which the person is not told", async () => {
    const one = await somebody();
    await disable(one.uid, "Spam in reviews");
    const [{ at, ...entry } = assert.fail(), ...more] = await entriesOf(one.uid);
    assert.deepEqual(
      [entry, more],
      [
        {
          action: "account-disabled",
          actor: admin.uid,
          subject: `accounts/${one.uid}`,
          reason: "Spam in reviews",
        },
        [],
      ],
    );
    const [mail] = await mailsTo(one.email);
    assert.match(mail?.message.text ?? "", /has been disabled/);
    assert.doesNotMatch(mail?.message.text ?? "", /Spam/);
  });

  it("goes for the document before Firebase Authentication, at a known price", async () => {
    const one = await employed("order_manager");
    const bill = await firestore.costOf(() => disable(one.uid));
    // The caller's two; account, staff, the caller as staff; the first two for the sync. Account,
    // staff, the caller's, audit trail, mail; the account again.
    assert.deepEqual(bill, { reads: 7, writes: 6, deletes: 0 });
    const again = await firestore.costOf(() => disable(one.uid));
    assert.deepEqual(again, { reads: 7, writes: 0, deletes: 0 });
  });

  it("takes the claim from staff, and keeps the role for when they are back", async () => {
    const one = await employed("order_manager");
    await disable(one.uid);
    assert.deepEqual(await memberOf(one.uid), { role: "order_manager", disabled: true });
    await assertAgreed(one.uid);
    await enable(one.uid);
    assert.deepEqual(await memberOf(one.uid), { role: "order_manager", disabled: false });
    await assertAgreed(one.uid);
  });

  it("again, and ten times at once, is one entry and one mail", async () => {
    const one = await employed("admin");
    const answers = await Promise.all(Array.from({ length: 10 }, () => disable(one.uid)));
    assert.deepEqual([...new Set(answers.map(({ disabled }) => disabled))], [true]);
    await disable(one.uid, "Another reason");
    assert.deepEqual(await actionsOf(one.uid), ["account-disabled"]);
    assert.equal((await mailsTo(one.email)).length, 1);
    await assertAgreed(one.uid);
  });

  for (const [name, code] of Object.entries({ DEADLINE_EXCEEDED: 4, INTERNAL: 13 })) {
    it(`is done once when the answer to its commit is lost (${name})`, async () => {
      const one = await somebody();
      const met = firestore.inject({ method: "Commit", kind: "lost-answer", code });
      await disable(one.uid);
      assert.ok(met(), "the fault was not met");
      assert.deepEqual(await actionsOf(one.uid), ["account-disabled"]);
      await assertAgreed(one.uid);
    });
  }

  it("works for guests and for who has not confirmed an address, without a mail", async () => {
    const people = [await guest(), await somebody({ verified: false })];
    for (const { uid } of people) {
      await disable(uid);
      await assertAgreed(uid);
      await enable(uid);
      await assertAgreed(uid);
    }
    assert.deepEqual(await mailsTo(`${people[1]?.uid}@example.com`), []);
  });

  it("works for who is gone but for a token that lives on", async () => {
    const one = await employed("order_manager");
    await auth.deleteUser(one.uid);
    await disable(one.uid);
    await refused(enter(one), "permission-denied", "disabled");
    assert.equal((await accountOf(one.uid))?.syncAt, undefined);
  });

  it("never lets those in again who had been signed out later by another clock", async () => {
    const one = await somebody();
    const later = nowInSeconds() + 30;
    const putBack = useClock(() => new Date(later * 1000));
    await call(signOutEverywhere, one, {});
    putBack();
    await disable(one.uid);
    assert.equal((await accountOf(one.uid))?.validAfter, later);
  });

  it("is refused of oneself and of nobody, and leaves nothing", async () => {
    await refused(disable(admin.uid), "invalid-argument", "self");
    await refused(disable("nobody-at-all"), "not-found", "no-such-user");
    assert.equal(await accountOf(admin.uid), undefined);
    assert.equal(await accountOf("nobody-at-all"), undefined);
  });

  const good = { uid: "somebody", reason: "Spam" };
  const inputs = {
    "no reason": { uid: "somebody" },
    "a blank reason": { ...good, reason: "\n" },
    "a path for a uid": { ...good, uid: "a/b/c" },
    "another field": { ...good, role: "admin" },
  };
  for (const [what, input] of Object.entries(inputs)) {
    it(`is refused for ${what}`, () =>
      refused(callWith(disableUser, admin, input), "invalid-argument", "invalid-input"));
  }
});

describe("accounts: enabling somebody again", () => {
  beforeEach(async () => {
    await clearFirestore();
    admin = await employed("admin");
  });

  it("lets them sign in, but not with a token of the time before", async () => {
    const one = await somebody();
    await disable(one.uid);
    const validAfter = (await accountOf(one.uid))?.validAfter;
    assert.deepEqual(await enable(one.uid), { uid: one.uid, disabled: false });
    assert.equal((await accountOf(one.uid))?.validAfter, validAfter);
    await refused(enter(one), "unauthenticated", "signed-out-everywhere");
    await enter(signedIn(one, 60));
    await assertAgreed(one.uid);
    assert.deepEqual(await actionsOf(one.uid), ["account-disabled", "account-enabled"]);
    assert.equal((await subjectsTo(one.email)).filter((line) => /again$/.test(line)).length, 1);
  });

  it("again, ten times at once, and of who was not disabled, tells nobody", async () => {
    const [one, other] = [await somebody(), await somebody()];
    await disable(one.uid);
    await Promise.all(Array.from({ length: 10 }, () => enable(one.uid)));
    assert.deepEqual(await enable(one.uid), { uid: one.uid, disabled: false });
    assert.equal((await actionsOf(one.uid)).length, 2);
    assert.equal((await mailsTo(one.email)).length, 2);
    assert.deepEqual(await enable(other.uid), { uid: other.uid, disabled: false });
    assert.deepEqual([await accountOf(other.uid), await actionsOf(other.uid)], [undefined, []]);
  });

  it("by somebody else while one asks for the account tells of it once", async () => {
    const one = await somebody();
    await disable(one.uid);
    const stale = await userOf(one.uid);
    let isFirst = true;
    const overtaken = async () => {
      if (!isFirst) return (await auth.getUsers([{ uid: one.uid }])).users[0];
      isFirst = false;
      await enable(one.uid);
      return stale;
    };
    await withoutAuth(["getUser"], () => enable(one.uid), overtaken);
    assert.equal((await actionsOf(one.uid)).length, 2);
    assert.equal((await mailsTo(one.email)).length, 2);
  });

  it("and disabling them once more are told each time", async () => {
    const one = await somebody();
    for (let round = 0; round < 2; round++) {
      await disable(one.uid);
      await enable(one.uid);
    }
    assert.equal((await actionsOf(one.uid)).length, 4);
    assert.equal((await mailsTo(one.email)).length, 4);
    await assertAgreed(one.uid);
  });

  it("works for who was disabled by hand: in the console, or in the staff document", async () => {
    const [one, two] = [await somebody(), await employed("order_manager")];
    await auth.updateUser(one.uid, { disabled: true });
    await staff.doc(two.uid).update({ disabled: true });
    for (const { uid } of [one, two]) {
      await enable(uid);
      assert.deepEqual(await actionsOf(uid), ["account-enabled"]);
      await assertAgreed(uid);
    }
  });

  it("is the only way back for who was disabled in the console", async () => {
    const one = await employed("order_manager");
    await auth.updateUser(one.uid, { disabled: true });
    await call(signOutEverywhere, one, {});
    assert.equal((await auth.getUser(one.uid)).disabled, true);
  });

  it("is refused of nobody, and of who is being deleted by now", async () => {
    await refused(enable("nobody-at-all"), "not-found", "no-such-user");
    const times = { requestedAt: stamp(), dueAt: stamp(), nextAt: stamp() };
    const deletion = { ...times, alias: "somebody", notify: null, emails: [] };
    for (const state of ["requested", "erasing", "closing"] as const) {
      const { uid } = await somebody();
      await disable(uid);
      await deletions.doc(uid).set({ ...deletion, state });
      if (state === "requested") await enable(uid);
      else await refused(enable(uid), "failed-precondition", "deletion-requested");
      assert.equal((await accountOf(uid))?.disabled, state !== "requested");
    }
  });

  it("is refused for another field", () =>
    refused(
      callWith(enableUser, admin, { uid: "somebody", validAfter: 0 }),
      "invalid-argument",
      "invalid-input",
    ));
});

describe("accounts: signing out everywhere", () => {
  beforeEach(() => clearFirestore());

  it("refuses every token up to now, the caller's own too, and takes a new sign-in", async () => {
    const one = await somebody();
    const { validAfter } = await call(signOutEverywhere, one, {});
    await refused(enter(one), "unauthenticated", "signed-out-everywhere");
    const attempt = call(signOutEverywhere, one, {});
    await refused(attempt, "unauthenticated", "signed-out-everywhere");
    const again = (later: number): SignedIn => ({
      ...one,
      token: { ...one.token, auth_time: validAfter + later },
    });
    await refused(enter(again(0)), "unauthenticated", "signed-out-everywhere");
    await enter(again(1));
    await assertAgreed(one.uid);
    assert.deepEqual(await actionsOf(one.uid), ["signed-out-everywhere"]);
    assert.equal((await entriesOf(one.uid))[0]?.actor, one.uid);
  });

  it("leaves others, roles and claims alone", async () => {
    const [one, other] = [await employed("order_manager"), await somebody()];
    await call(signOutEverywhere, one, {});
    await enter(other);
    assert.deepEqual(await memberOf(one.uid), { role: "order_manager", disabled: false });
    await assertAgreed(one.uid);
  });

  it("is for guests, too", async () => {
    const one = await guest();
    await call(signOutEverywhere, one, {});
    await refused(enter(one), "unauthenticated", "signed-out-everywhere");
    await assertAgreed(one.uid);
  });

  it("is recorded once when the answer to its commit is lost, and once of five at once", async () => {
    const [one, two] = [await somebody(), await somebody()];
    const met = firestore.inject({ method: "Commit", kind: "lost-answer", code: 4 });
    await call(signOutEverywhere, one, {});
    assert.ok(met(), "the fault was not met");
    const time = new Date();
    const putBack = useClock(() => time);
    await Promise.allSettled(Array.from({ length: 5 }, () => call(signOutEverywhere, two, {})));
    putBack();
    for (const { uid } of [one, two]) assert.equal((await actionsOf(uid)).length, 1);
  });

  it("takes nothing: not whom", async () => {
    const one = await somebody();
    const attempt = callWith(signOutEverywhere, one, { uid: "somebody-else" });
    await refused(attempt, "invalid-argument", "invalid-input");
    await enter(one);
  });
});
