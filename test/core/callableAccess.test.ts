import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { callable } from "../../functions/src/core/callable.ts";
import type { Access, Caller } from "../../functions/src/core/caller.ts";
import { type Role, Staff, staff } from "../../functions/src/core/roles.ts";
import { call, callWith, customer, type Person, refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";

const SIGNED_OUT = "unauthenticated/signed-out";
const UNVERIFIED = "permission-denied/unverified";
const NOT_STAFF = "permission-denied/not-staff";
const DISABLED = "permission-denied/disabled";
const WRONG_ROLE = "permission-denied/wrong-role";

const levels = {
  anyone: "anyone",
  "who is signed in": "signed-in",
  "who is verified": "verified",
  "inventory managers": ["inventory_manager"],
} as const satisfies Record<string, Access>;

// Schemas grow out of one of the functions': zod is a package of theirs alone.
const Nothing = Staff.pick({});

interface Case {
  person: Person | undefined;
  member?: { role: Role; disabled: boolean };
  /** Per access level, in the order of `levels`: `undefined` for let in. */
  refusals: [string?, string?, string?, string?];
}

const guest = (): Person => ({ uid: `guest-${randomUUID()}`, token: {} });
const tokenOf = (person: Person, fields: object): Person => ({
  ...person,
  token: { ...person.token, ...fields },
});
const member = (role: Role, disabled = false) => ({ role, disabled });

const cases: Record<string, Case> = {
  nobody: {
    person: undefined,
    refusals: [undefined, SIGNED_OUT, SIGNED_OUT, SIGNED_OUT],
  },
  "a guest without an address": {
    person: guest(),
    refusals: [undefined, undefined, UNVERIFIED, UNVERIFIED],
  },
  "a guest marked as verified": {
    person: tokenOf(guest(), { email_verified: true }),
    refusals: [undefined, undefined, UNVERIFIED, UNVERIFIED],
  },
  "who has not confirmed the address": {
    person: tokenOf(customer(), { email_verified: false }),
    refusals: [undefined, undefined, UNVERIFIED, UNVERIFIED],
  },
  "whose token does not say whether it is confirmed": {
    person: tokenOf(customer(), { email_verified: undefined }),
    refusals: [undefined, undefined, UNVERIFIED, UNVERIFIED],
  },
  "a customer": {
    person: customer(),
    refusals: [undefined, undefined, undefined, NOT_STAFF],
  },
  "a customer with a forged claim to be an admin": {
    person: tokenOf(customer(), { role: "admin", admin: true }),
    refusals: [undefined, undefined, undefined, NOT_STAFF],
  },
  "staff of another role": {
    person: customer(),
    member: member("order_manager"),
    refusals: [undefined, undefined, undefined, WRONG_ROLE],
  },
  "staff of another role with a forged claim": {
    person: tokenOf(customer(), { role: "inventory_manager" }),
    member: member("order_manager"),
    refusals: [undefined, undefined, undefined, WRONG_ROLE],
  },
  "staff of the role": {
    person: customer(),
    member: member("inventory_manager"),
    refusals: [],
  },
  "an admin": {
    person: customer(),
    member: member("admin"),
    refusals: [],
  },
  "staff of the role, disabled": {
    person: customer(),
    member: member("inventory_manager", true),
    refusals: [undefined, undefined, undefined, DISABLED],
  },
  "an admin, disabled": {
    person: customer(),
    member: member("admin", true),
    refusals: [undefined, undefined, undefined, DISABLED],
  },
  "staff of the role with an address not confirmed": {
    person: tokenOf(customer(), { email_verified: false }),
    member: member("inventory_manager"),
    refusals: [undefined, undefined, UNVERIFIED, UNVERIFIED],
  },
};

/** A function whose handler keeps whom it was run for. */
function door(access: Access) {
  const seen: (Caller | undefined)[] = [];
  const open = callable({ access, input: Nothing }, async (_, caller) => {
    seen.push(caller);
    return "in";
  });
  return { open, seen };
}

describe("core: who may call", () => {
  before(async () => {
    await clearFirestore();
    for (const { person, member } of Object.values(cases)) {
      if (person && member) await staff.doc(person.uid).set(member);
    }
  });

  for (const [index, [whom, access]] of Object.entries(levels).entries()) {
    describe(`a function for ${whom}`, () => {
      for (const [who, { person, refusals }] of Object.entries(cases)) {
        const refusal = refusals[index];
        if (refusal === undefined) {
          it(`lets in ${who}`, async () => {
            const { open, seen } = door(access);
            assert.equal(await call(open, person, {}), "in");
            assert.deepEqual(
              seen.map((caller) => caller?.uid),
              [person?.uid],
            );
          });
        } else {
          it(`refuses ${who}: ${refusal}`, async () => {
            const { open, seen } = door(access);
            const [code = "", reason = ""] = refusal.split("/");
            await refused(call(open, person, {}), code, reason);
            assert.deepEqual(seen, [], "the handler was run");
          });
        }
      }
    });
  }

  it("refuses who may not call before it looks at the input", async () => {
    const { open } = door("verified");
    await refused(callWith(open, undefined, "nonsense"), "unauthenticated", "signed-out");
    await refused(callWith(open, customer(), "nonsense"), "invalid-argument", "invalid-input");
  });

  it("names the roles that a function takes", async () => {
    const { open } = door(["order_manager", "inventory_manager"]);
    const person = customer();
    await refused(call(open, person, {}), "permission-denied", "not-staff");
    await staff.doc(person.uid).set(member("order_manager"));
    assert.equal(await call(open, person, {}), "in");

    const adminsAlone = door(["admin"]);
    const attempt = call(adminsAlone.open, person, {});
    const { roles } = await refused(attempt, "permission-denied", "wrong-role");
    assert.deepEqual(roles, ["admin"]);
  });

  it("takes away a role from the next call on", async () => {
    const { open, seen } = door(["inventory_manager"]);
    const person = customer();
    await staff.doc(person.uid).set(member("inventory_manager"));
    await call(open, person, {});
    await staff.doc(person.uid).set(member("inventory_manager", true));
    await refused(call(open, person, {}), "permission-denied", "disabled");
    await staff.doc(person.uid).delete();
    await refused(call(open, person, {}), "permission-denied", "not-staff");
    assert.equal(seen.length, 1);
  });

  it("tells the handler who calls, with the role of the staff document and no claim", async () => {
    const person = tokenOf(customer(), { role: "admin" });
    const known = { uid: person.uid, email: person.token.email, verified: true };
    const customers = door("verified");
    await call(customers.open, person, {});
    assert.deepEqual(customers.seen, [{ ...known, role: undefined }]);

    await staff.doc(person.uid).set(member("inventory_manager"));
    const managers = door(["inventory_manager"]);
    await call(managers.open, person, {});
    assert.deepEqual(managers.seen, [{ ...known, role: "inventory_manager" }]);

    const visitors = door("anyone");
    await call(visitors.open, undefined, {});
    assert.deepEqual(visitors.seen, [undefined]);
  });

  it("refuses what is too large before it looks at anybody", async () => {
    const input = { note: "x".repeat(64 * 1024) };
    for (const access of ["signed-in", ["admin"]] as const) {
      const cost = await firestore.costOf(() =>
        refused(callWith(door(access).open, customer(), input), "invalid-argument", "too-large"),
      );
      assert.deepEqual(cost, { reads: 0, writes: 0, deletes: 0 });
    }
  });

  it("costs two reads where it takes a role, else one, and none for nobody", async () => {
    const person = customer();
    await staff.doc(person.uid).set(member("admin"));
    const managers = await firestore.costOf(() =>
      call(door(["inventory_manager"]).open, person, {}),
    );
    assert.deepEqual(managers, { reads: 2, writes: 0, deletes: 0 });
    for (const access of ["verified", "signed-in", "anyone"] as const) {
      const others = await firestore.costOf(() => call(door(access).open, person, {}));
      assert.deepEqual(others, { reads: 1, writes: 0, deletes: 0 }, access);
    }
    const nobody = await firestore.costOf(() => call(door("anyone").open, undefined, {}));
    assert.deepEqual(nobody, { reads: 0, writes: 0, deletes: 0 });
  });
});
