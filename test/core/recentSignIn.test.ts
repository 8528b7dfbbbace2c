import assert from "node:assert/strict";
import { accounts } from "../../functions/src/core/accounts.ts";
import { callable } from "../../functions/src/core/callable.ts";
import { type Access, refuseOldSignIn } from "../../functions/src/core/caller.ts";
import { MINUTE, now, SECOND, useClock } from "../../functions/src/core/clock.ts";
import { limitsOf } from "../../functions/src/core/limits.ts";
import { Staff, staff } from "../../functions/src/core/roles.ts";
import {
  call,
  callWith,
  customer,
  type Person,
  refused,
  signedInAt,
  signedInNow,
} from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";

type SignedIn = Exclude<Access, "anyone">;

// Schemas grow out of one of the functions': zod is a package of theirs alone.
const Nothing = Staff.pick({});

const levels = {
  "who is signed in": "signed-in",
  "who is verified": "verified",
  staff: ["order_manager"],
} as const satisfies Record<string, SignedIn>;

describe("core: a callable function that takes a recent sign-in", () => {
  let time = 0;
  let putBack = () => {};
  before(() => clearFirestore());
  beforeEach(() => {
    time = Date.parse("2026-11-22T10:00:00Z");
    putBack = useClock(() => new Date(time));
  });
  afterEach(() => putBack());

  function vault(access: SignedIn = "signed-in") {
    const ran = { times: 0 };
    const limit = { calls: 100, seconds: 60 };
    const open = callable({ access, input: Nothing, recentSignIn: true, limit }, async () => {
      ran.times++;
      return "open";
    });
    return { ran, open };
  }

  const ago = (milliseconds: number): Person =>
    signedInAt(customer(), new Date(time - milliseconds));
  const tooOld = (attempt: Promise<unknown>) =>
    refused(attempt, "failed-precondition", "recent-sign-in-required");

  for (const [whom, access] of Object.entries(levels)) {
    it(`for ${whom} opens for five minutes, to the millisecond, and after signing in again`, async () => {
      const { ran, open } = vault(access);
      const person = customer();
      await staff.doc(person.uid).set({ role: "order_manager", disabled: false });
      assert.equal(await call(open, person, {}), "open");
      time += 5 * MINUTE;
      assert.equal(await call(open, person, {}), "open");
      time += 1;
      await tooOld(call(open, person, {}));
      time += 365 * 24 * 60 * MINUTE;
      await tooOld(call(open, person, {}));
      assert.equal(ran.times, 2);
      assert.equal(await call(open, signedInNow(person), {}), "open");
    });
  }

  it("does not take a token's word that does not say when it was", async () => {
    const { ran, open } = vault();
    const { uid, token } = customer();
    const silent = { ...token, auth_time: undefined, iat: Math.floor(time / SECOND) };
    await tooOld(call(open, { uid, token: silent }, {}));
    await tooOld(call(open, { uid, token: {} }, {}));
    assert.equal(ran.times, 0);
  });

  it("takes no renewed token for a sign-in", async () => {
    const person = ago(5 * MINUTE + SECOND);
    const seconds = Math.floor(time / SECOND);
    const renewed = { ...person, token: { ...person.token, iat: seconds, exp: seconds + 3600 } };
    await tooOld(call(vault().open, renewed, {}));
  });

  it("is opened by nobody who is not signed in, by whatever way they came", async () => {
    await tooOld((async () => refuseOldSignIn(undefined))());
  });

  it("takes who signed in a moment ago by a clock that is ahead", async () => {
    assert.equal(await call(vault().open, ago(-2 * SECOND), {}), "open");
  });

  it("says first who has to sign in, to confirm, is shut out, or has no role", async () => {
    const old = ago(6 * MINUTE);
    await refused(call(vault().open, undefined, {}), "unauthenticated", "signed-out");
    const unverified = { ...old, token: { ...old.token, email_verified: false } };
    const confirming = call(vault("verified").open, unverified, {});
    await refused(confirming, "permission-denied", "unverified");
    const staffAlone = call(vault(["order_manager"]).open, old, {});
    await refused(staffAlone, "permission-denied", "not-staff");
    const account = { disabled: false, validAfter: now().getTime() / SECOND, email: null };
    await accounts.doc(old.uid).set({ ...account, seenSince: 0 });
    await refused(call(vault().open, old, {}), "unauthenticated", "signed-out-everywhere");
    await accounts.doc(old.uid).update({ disabled: true });
    await refused(call(vault().open, old, {}), "permission-denied", "disabled");
  });

  it("says that before it looks at the input, and counts no call", async () => {
    const old = ago(6 * MINUTE);
    await tooOld(callWith(vault().open, old, "nonsense"));
    assert.equal((await limitsOf(old.uid).get()).size, 0);
    const recent = callWith(vault().open, signedInNow(old), "nonsense");
    await refused(recent, "invalid-argument", "invalid-input");
    await call(vault().open, signedInNow(old), {});
    assert.equal((await limitsOf(old.uid).get()).size, 1);
  });

  it("costs no read more", async () => {
    const old = ago(6 * MINUTE);
    const cost = await firestore.costOf(() => tooOld(call(vault().open, old, {})));
    assert.deepEqual(cost, { reads: 1, writes: 0, deletes: 0 });
  });

  it("is not every function: others take a sign-in of any age", async () => {
    const others = callable({ access: "signed-in", input: Nothing }, async () => "open");
    assert.equal(await call(others, ago(3600 * MINUTE), {}), "open");
  });
});
