import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { Account, accounts, refuseShutOut } from "../../functions/src/core/accounts.ts";
import { callable } from "../../functions/src/core/callable.ts";
import type { Access } from "../../functions/src/core/caller.ts";
import { stamp } from "../../functions/src/core/clock.ts";
import { db } from "../../functions/src/core/db.ts";
import { limitsOf } from "../../functions/src/core/limits.ts";
import { reasonOf } from "../../functions/src/core/refuse.ts";
import { type Role, Staff, staff } from "../../functions/src/core/roles.ts";
import { call, callWith, customer, type Person, refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";

const SIGNED_IN_AT = 1_800_000_000;
const good: Account = { disabled: false, validAfter: 0, email: null, seenSince: 0 };

/** What stands in somebody's document, and why it shuts out who signed in at `SIGNED_IN_AT`. */
const cases: Record<string, [account: Account | undefined, refusal?: string]> = {
  "of whom nothing is known": [undefined],
  "against whom nothing stands": [good],
  "who signed in a second after they were signed out": [{ ...good, validAfter: SIGNED_IN_AT - 1 }],
  "who signed in at the second in which they were signed out": [
    { ...good, validAfter: SIGNED_IN_AT },
    "unauthenticated/signed-out-everywhere",
  ],
  "who signed in a second before they were signed out": [
    { ...good, validAfter: SIGNED_IN_AT + 1 },
    "unauthenticated/signed-out-everywhere",
  ],
  "whose account is disabled": [{ ...good, disabled: true }, "permission-denied/disabled"],
  "whose account is disabled and signed out": [
    { ...good, disabled: true, validAfter: SIGNED_IN_AT },
    "permission-denied/disabled",
  ],
  "with whose account Authentication does not agree yet": [
    { ...good, disabled: true, syncAt: stamp() },
    "permission-denied/disabled",
  ],
};

const levels = {
  anyone: "anyone",
  "who is signed in": "signed-in",
  "who is verified": "verified",
  "order managers": ["order_manager"],
} as const satisfies Record<string, Access>;

const visitor = (): Person => {
  const { uid, token } = customer();
  return { uid, token: { ...token, auth_time: SIGNED_IN_AT } };
};

async function employed(role: Role = "order_manager"): Promise<Person> {
  const person = visitor();
  await staff.doc(person.uid).set({ role, disabled: false });
  return person;
}

// Schemas grow out of one of the functions': zod is a package of theirs alone.
const Nothing = Staff.pick({});

/** A function, and how often its handler was run. */
function door(access: Access) {
  const ran = { times: 0 };
  const open = callable({ access, input: Nothing }, async () => {
    ran.times++;
    return "in";
  });
  return { ran, open };
}

describe("core: an account", () => {
  it("is disabled or not, and says since when a sign-in is good", () => {
    for (const right of [
      good,
      { ...good, disabled: true, validAfter: SIGNED_IN_AT },
      { ...good, email: "ann@example.com", seenSince: SIGNED_IN_AT, syncAt: stamp() },
    ]) {
      assert.deepEqual(Account.parse(right), right);
    }
    for (const wrong of [
      { ...good, disabled: "no" },
      { ...good, validAfter: -1 },
      { ...good, validAfter: 0.5 },
      { ...good, validAfter: undefined },
      { ...good, email: "ann" },
      { ...good, email: undefined },
      { ...good, seenSince: null },
      { ...good, syncAt: 1 },
      { ...good, role: "admin" },
    ]) {
      assert.ok(!Account.safeParse(wrong).success, JSON.stringify(wrong));
    }
  });

  it("stands where the rules look for it", () => {
    assert.equal(accounts.doc("a-uid").path, "accounts/a-uid");
  });

  it("signed out everywhere refuses a token that does not say when it signed in", async () => {
    const { open } = door("signed-in");
    const { uid, token } = visitor();
    const silent = { uid, token: { ...token, auth_time: undefined } };
    await accounts.doc(uid).set({ ...good, validAfter: 1 });
    await refused(call(open, silent, {}), "unauthenticated", "signed-out-everywhere");
  });

  for (const [who, [account, refusal]] of Object.entries(cases)) {
    it(`${refusal ? `shuts out, by ${refusal},` : "lets in"} somebody ${who}`, async () => {
      const attempt = async () => refuseShutOut(account, SIGNED_IN_AT);
      if (!refusal) return attempt();
      const [code = "", reason = ""] = refusal.split("/");
      await refused(attempt(), code, reason);
    });
  }
});

describe("core: who is shut out", () => {
  before(() => clearFirestore());

  for (const [whom, access] of Object.entries(levels)) {
    describe(`of a function for ${whom}`, () => {
      for (const [who, [account, refusal]] of Object.entries(cases)) {
        it(`${refusal ? `is, by ${refusal},` : "is not"} somebody ${who}`, async () => {
          const { ran, open } = door(access);
          const person = await employed();
          if (account) await accounts.doc(person.uid).set(account);
          if (!refusal) return assert.equal(await call(open, person, {}), "in");
          const [code = "", reason = ""] = refusal.split("/");
          await refused(call(open, person, {}), code, reason);
          assert.equal(ran.times, 0, "the handler was run");
        });
      }

      it("is so from the next call on, alone, and until it is taken back", async () => {
        const { ran, open } = door(access);
        const [person, other] = [await employed(), await employed()];
        assert.equal(await call(open, person, {}), "in");
        await accounts.doc(person.uid).set({ ...good, disabled: true });
        await refused(call(open, person, {}), "permission-denied", "disabled");
        assert.equal(await call(open, other, {}), "in");
        await accounts.doc(person.uid).update({ disabled: false });
        assert.equal(await call(open, person, {}), "in");
        assert.equal(ran.times, 3);
      });

      it("is told so before the input is looked at", async () => {
        const { open } = door(access);
        const person = await employed();
        await accounts.doc(person.uid).set({ ...good, validAfter: SIGNED_IN_AT });
        const attempt = callWith(open, person, "nonsense");
        await refused(attempt, "unauthenticated", "signed-out-everywhere");
      });

      it("is everybody while that can't be looked up", async () => {
        const { ran, open } = door(access);
        const person = await employed();
        const { getAll } = db;
        db.getAll = () => Promise.reject(new Error("no database"));
        const attempt = call(open, person, {}).finally(() => {
          db.getAll = getAll;
        });
        await refused(attempt, "internal", "unexpected");
        assert.equal(ran.times, 0, "the handler was run");
        assert.equal(await call(open, person, {}), "in");
      });
    });
  }

  it("is never who is not signed in", async () => {
    const { open } = door("anyone");
    assert.equal(await call(open, undefined, {}), "in");
    await refused(call(door("signed-in").open, undefined, {}), "unauthenticated", "signed-out");
  });

  it("hears that before what their role allows", async () => {
    const { open } = door(["order_manager"]);
    const people = [visitor(), await employed("inventory_manager"), await employed("admin")];
    for (const { uid } of people)
      await accounts.doc(uid).set({ ...good, validAfter: SIGNED_IN_AT });
    for (const person of people) {
      await refused(call(open, person, {}), "unauthenticated", "signed-out-everywhere");
    }
    for (const { uid } of people) await accounts.doc(uid).set(good);
    const outcomes = await Promise.all(
      people.map((person) => call(open, person, {}).catch((error) => reasonOf(error))),
    );
    assert.deepEqual(outcomes, ["not-staff", "wrong-role", "in"]);
  });

  it("is not who is disabled as staff alone: only their role is gone", async () => {
    const person = await employed("admin");
    await staff.doc(person.uid).update({ disabled: true });
    await accounts.doc(person.uid).set(good);
    assert.equal(await call(door("verified").open, person, {}), "in");
    const attempt = call(door(["order_manager"]).open, person, {});
    await refused(attempt, "permission-denied", "disabled");
  });

  it("costs a read to hear it, two where it takes a role, and none who has to confirm first", async () => {
    const person = await employed();
    await accounts.doc(person.uid).set({ ...good, disabled: true });
    const costOf = async (access: Access, one: Person) => {
      const attempt = () => call(door(access).open, one, {}).catch(() => undefined);
      return (await firestore.costOf(attempt)).reads;
    };
    assert.equal(await costOf("anyone", person), 1);
    assert.equal(await costOf(["order_manager"], person), 2);
    const unverified = { ...person, token: { ...person.token, email_verified: false } };
    assert.equal(await costOf("verified", unverified), 0);
    assert.equal(await costOf(["order_manager"], unverified), 0);
    assert.equal(await costOf("signed-in", unverified), 1);
  });

  it("is looked up together with the role: callers wait once", async () => {
    const person = await employed();
    const { getAll } = db;
    let looks = 0;
    db.getAll = (...words: Parameters<typeof getAll>) => {
      looks++;
      return getAll.apply(db, words);
    };
    try {
      await call(door(["order_manager"]).open, person, {});
    } finally {
      db.getAll = getAll;
    }
    assert.equal(looks, 1);
  });

  it("is not counted", async () => {
    process.env.FUNCTION_TARGET = `function-${randomUUID()}`;
    try {
      const limit = { calls: 1, seconds: 60 };
      const ring = callable({ access: "signed-in", input: Nothing, limit }, async () => "rung");
      const person = visitor();
      await accounts.doc(person.uid).set({ ...good, disabled: true });
      await refused(call(ring, person, {}), "permission-denied", "disabled");
      assert.equal((await limitsOf(person.uid).get()).size, 0);
      await accounts.doc(person.uid).set(good);
      assert.equal(await call(ring, person, {}), "rung");
      assert.equal((await limitsOf(person.uid).get()).size, 1);
    } finally {
      delete process.env.FUNCTION_TARGET;
    }
  });
});
