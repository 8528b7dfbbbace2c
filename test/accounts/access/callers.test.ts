import assert from "node:assert/strict";
import { disableUser } from "../../../functions/src/accounts/disableUser.ts";
import { enableUser } from "../../../functions/src/accounts/enableUser.ts";
import { setRole } from "../../../functions/src/accounts/setRole.ts";
import { signOutEverywhere } from "../../../functions/src/accounts/signOutEverywhere.ts";
import { accounts } from "../../../functions/src/core/accounts.ts";
import { staff } from "../../../functions/src/core/roles.ts";
import { auth } from "../../../functions/src/core/users.ts";
import { call, callWith, type Person, refused } from "../../support/call.ts";
import { clearFirestore } from "../../support/firestore.ts";
import {
  accountOf,
  actionsOf,
  employed,
  guest,
  mailsTo,
  memberOf,
  nowInSeconds,
  type SignedIn,
  signedIn,
  somebody,
} from "./people.ts";

const SIGNED_OUT = "unauthenticated/signed-out";
const SHUT_OUT = "unauthenticated/signed-out-everywhere";
const UNVERIFIED = "permission-denied/unverified";
const NOT_STAFF = "permission-denied/not-staff";
const DISABLED = "permission-denied/disabled";
const WRONG_ROLE = "permission-denied/wrong-role";
const OLD = "failed-precondition/recent-sign-in-required";

const withToken = (person: SignedIn, fields: object): SignedIn => ({
  ...person,
  token: { ...person.token, ...fields },
});

async function shutOut(person: SignedIn, fields: object): Promise<SignedIn> {
  const account = { disabled: false, validAfter: 0, email: null, seenSince: 0, ...fields };
  await accounts.doc(person.uid).set(account);
  return person;
}

/** Who calls; what they get of what is for admins, and of what is for all. None: let in. */
const callers: Record<string, [() => Promise<Person | undefined>, string?, string?]> = {
  nobody: [async () => undefined, SIGNED_OUT, SIGNED_OUT],
  "a guest": [guest, UNVERIFIED],
  "who has not confirmed an address": [() => somebody({ verified: false }), UNVERIFIED],
  "a customer": [somebody, NOT_STAFF],
  "a customer with forged claims": [
    async () => withToken(await somebody(), { role: "admin", admin: true, staff: true }),
    NOT_STAFF,
  ],
  "a customer with a claim left from when they were admin": [
    async () => {
      const person = await employed("admin");
      await staff.doc(person.uid).delete();
      return withToken(person, { role: "admin" });
    },
    NOT_STAFF,
  ],
  "a customer who calls themselves admin in their profile": [
    async () => {
      const person = await somebody();
      await staff.firestore.doc(`users/${person.uid}`).set({ role: "admin", disabled: false });
      return person;
    },
    NOT_STAFF,
  ],
  "an order manager": [() => employed("order_manager"), WRONG_ROLE],
  "an inventory manager": [() => employed("inventory_manager"), WRONG_ROLE],
  "a disabled customer": [
    async () => shutOut(await somebody(), { disabled: true }),
    DISABLED,
    DISABLED,
  ],
  "a disabled admin": [
    async () => shutOut(await employed("admin"), { disabled: true }),
    DISABLED,
    DISABLED,
  ],
  "an admin whose staff document is disabled": [
    async () => {
      const person = await employed("admin");
      await staff.doc(person.uid).update({ disabled: true });
      return person;
    },
    DISABLED,
  ],
  "an admin who has signed out everywhere": [
    async () => shutOut(await employed("admin"), { validAfter: nowInSeconds() + 1 }),
    SHUT_OUT,
    SHUT_OUT,
  ],
  "an admin who has signed out everywhere before": [
    async () => shutOut(await employed("admin"), { validAfter: nowInSeconds() - 60 }),
  ],
  "an admin who has signed in ten minutes ago": [
    async () => signedIn(await employed("admin"), -600),
    OLD,
  ],
  "an admin whose token does not say when they signed in": [
    async () => withToken(await employed("admin"), { auth_time: undefined }),
    OLD,
  ],
  "an admin with an address not confirmed": [
    async () => withToken(await employed("admin"), { email_verified: false }),
    UNVERIFIED,
  ],
  "an admin": [() => employed("admin")],
};

const forAdmins: Record<string, (caller: Person | undefined, uid: string) => Promise<unknown>> = {
  setRole: (caller, uid) => call(setRole, caller, { uid, role: "admin" }),
  disableUser: (caller, uid) => call(disableUser, caller, { uid, reason: "Spam" }),
  enableUser: (caller, uid) => call(enableUser, caller, { uid }),
};

/** All that is known of somebody. */
const all = async (uid: string, email: string) => {
  const { disabled, customClaims, tokensValidAfterTime } = await auth.getUser(uid);
  return [
    { disabled, customClaims, tokensValidAfterTime },
    await accountOf(uid),
    await memberOf(uid),
    await actionsOf(uid),
    await mailsTo(email),
  ];
};

describe("accounts: who may say who gets in", () => {
  before(() => clearFirestore());

  for (const [who, [caller, refusal, ofOwn]] of Object.entries(callers)) {
    for (const [name, attempt] of Object.entries(forAdmins)) {
      it(`${name}: ${who}${refusal ? ` may not, ${refusal}` : " may"}`, async () => {
        const person = await caller();
        const target = await employed("order_manager");
        if (name === "enableUser") await auth.updateUser(target.uid, { disabled: true });
        const before = await all(target.uid, target.email);
        if (refusal === undefined) {
          await attempt(person, target.uid);
          assert.notDeepEqual(await all(target.uid, target.email), before);
          return;
        }
        const [code = "", reason = ""] = refusal.split("/");
        await refused(attempt(person, target.uid), code, reason);
        assert.deepEqual(await all(target.uid, target.email), before);
        if (!person) return;
        // Nor of themselves.
        const own = await memberOf(person.uid);
        await refused(attempt(person, person.uid), code, reason);
        assert.deepEqual(await memberOf(person.uid), own);
      });
    }

    it(`signOutEverywhere: ${who}${ofOwn ? ` may not, ${ofOwn}` : " may"}`, async () => {
      const person = await caller();
      const attempt = call(signOutEverywhere, person, {});
      if (ofOwn === undefined) {
        const { validAfter } = await attempt;
        assert.equal((await accountOf(person?.uid ?? ""))?.validAfter, validAfter);
        return;
      }
      const [code = "", reason = ""] = ofOwn.split("/");
      await refused(attempt, code, reason);
    });
  }

  it("nobody raises themselves by fields that are not asked for", async () => {
    const person = await somebody();
    const more = { role: "admin", claims: { role: "admin" }, actor: "command" };
    const attempt = callWith(signOutEverywhere, person, more);
    await refused(attempt, "invalid-argument", "invalid-input");
    assert.equal(await memberOf(person.uid), undefined);
    assert.equal((await auth.getUser(person.uid)).customClaims, undefined);
  });

  it("an admin who is none any more by the time of the commit takes nobody's role", async () => {
    const [one, two, three] = [
      await employed("admin"),
      await employed("admin"),
      await employed("admin"),
    ];
    await Promise.allSettled([
      call(setRole, one, { uid: two.uid, role: null }),
      call(setRole, two, { uid: three.uid, role: null }),
      call(setRole, three, { uid: one.uid, role: null }),
    ]);
    const left = await Promise.all([one, two, three].map(({ uid }) => memberOf(uid)));
    assert.ok(left.some((member) => member?.role === "admin"));
  });
});
