import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import * as accountsModule from "../../functions/src/accounts/index.ts";
import { accounts } from "../../functions/src/core/accounts.ts";
import { MINUTE } from "../../functions/src/core/clock.ts";
import { reasonOf } from "../../functions/src/core/refuse.ts";
import { type Role, staff } from "../../functions/src/core/roles.ts";
import { callWith, customer, type Person, signedInAt } from "../support/call.ts";
import { documentsHolding } from "../support/everything.ts";
import { clearFirestore } from "../support/firestore.ts";
import { withoutAuth } from "./support/auth.ts";

/** Who is let in by which callable, and with what input. A callable without a row fails. */
const rows: Record<
  string,
  { whom: "anyone" | "signed-in" | "admin"; recent?: true; input: object }
> = {
  sendVerification: { whom: "signed-in", input: {} },
  requestPasswordReset: { whom: "anyone", input: { email: "nobody@example.com" } },
  changeEmail: { whom: "signed-in", recent: true, input: { email: "next@example.com" } },
  changePassword: { whom: "signed-in", recent: true, input: { password: "a long password" } },
  signOutEverywhere: { whom: "signed-in", input: {} },
  exportMyData: { whom: "signed-in", recent: true, input: {} },
  deleteAccount: { whom: "signed-in", recent: true, input: {} },
  keepAccount: { whom: "signed-in", input: {} },
  setRole: { whom: "admin", recent: true, input: { uid: "somebody", role: "admin" } },
  disableUser: { whom: "admin", recent: true, input: { uid: "somebody", reason: "Spam" } },
  enableUser: { whom: "admin", recent: true, input: { uid: "somebody" } },
  inviteUser: { whom: "admin", input: { email: "invited@example.com" } },
  withdrawInvitation: { whom: "admin", input: { email: "invited@example.com" } },
};

const callables = Object.entries(accountsModule).filter(([, one]) => "stream" in one);

interface Somebody {
  person: Person | undefined;
  /** Why they get into nothing, or into nothing that is for admins. */
  shutOut?: string;
  noAdmin?: string;
  stale?: true;
}

const token = (person: Person, fields: object): Person => ({
  ...person,
  token: { ...person.token, ...fields },
});
const hourAgo = () => signedInAt(customer(), new Date(Date.now() - 60 * MINUTE));

async function member(role: Role, disabled = false): Promise<Person> {
  const person = customer();
  await staff.doc(person.uid).set({ role, disabled });
  return person;
}

async function account(person: Person, fields: object): Promise<Person> {
  const known = { disabled: false, validAfter: 0, email: null, seenSince: 0, ...fields };
  await accounts.doc(person.uid).set(known);
  return person;
}

const future = () => Math.floor(Date.now() / 1000) + 3600;

const people: Record<string, () => Promise<Somebody>> = {
  nobody: async () => ({ person: undefined, noAdmin: "signed-out" }),
  "a guest": async () => ({
    person: token({ uid: `guest-${randomUUID()}`, token: {} }, { auth_time: future() - 3600 }),
    noAdmin: "unverified",
  }),
  "an unverified person": async () => ({
    person: token(customer(), { email_verified: false }),
    noAdmin: "unverified",
  }),
  "a verified person": async () => ({ person: customer(), noAdmin: "not-staff" }),
  "a person with a forged claim": async () => ({
    person: token(customer(), { role: "admin", admin: true }),
    noAdmin: "not-staff",
  }),
  "a person who signed in an hour ago": async () => ({
    person: hourAgo(),
    noAdmin: "not-staff",
    stale: true,
  }),
  "a disabled person": async () => ({
    person: await account(customer(), { disabled: true }),
    shutOut: "disabled",
    noAdmin: "disabled",
  }),
  "a person signed out everywhere": async () => ({
    person: await account(customer(), { validAfter: future() }),
    shutOut: "signed-out-everywhere",
    noAdmin: "signed-out-everywhere",
  }),
  "an order manager": async () => ({
    person: await member("order_manager"),
    noAdmin: "wrong-role",
  }),
  "an inventory manager": async () => ({
    person: await member("inventory_manager"),
    noAdmin: "wrong-role",
  }),
  "an admin": async () => ({ person: await member("admin") }),
  "an admin who signed in an hour ago": async () => {
    const person = hourAgo();
    await staff.doc(person.uid).set({ role: "admin", disabled: false });
    return { person, stale: true };
  },
  "a disabled admin": async () => ({
    person: await account(await member("admin", true), { disabled: true }),
    shutOut: "disabled",
    noAdmin: "disabled",
  }),
  "an admin whose account alone is disabled": async () => ({
    person: await account(await member("admin"), { disabled: true }),
    shutOut: "disabled",
    noAdmin: "disabled",
  }),
};

/** All that turns somebody away for who they are. */
const admission = new Set([
  "signed-out",
  "unverified",
  "disabled",
  "signed-out-everywhere",
  "not-staff",
  "wrong-role",
  "recent-sign-in-required",
]);

function expected(row: (typeof rows)[string], { person, shutOut, noAdmin, stale }: Somebody) {
  if (row.whom === "admin" && noAdmin !== undefined) return noAdmin;
  if (shutOut !== undefined) return shutOut;
  if (row.whom === "signed-in" && person === undefined) return "signed-out";
  return row.recent && stale ? "recent-sign-in-required" : undefined;
}

describe("accounts: who may call what", () => {
  before(() => clearFirestore());

  it("is said for each callable", () => {
    assert.deepEqual(callables.map(([name]) => name).sort(), Object.keys(rows).sort());
  });

  for (const [name, callable] of callables) {
    const row = rows[name];
    if (!row) continue;
    describe(name, () => {
      for (const [who, make] of Object.entries(people)) {
        it(`answers ${who} as the table says`, async () => {
          const somebody = await make();
          const reason = expected(row, somebody);
          // Firebase Authentication is for the tests of each: here it fails, whoever gets so far.
          const outcome = await withoutAuth(["updateUser", "revokeRefreshTokens"], () =>
            callWith<Promise<unknown>>(callable as never, somebody.person, row.input),
          ).then(
            () => undefined,
            (error) => reasonOf(error) ?? "no refusal",
          );
          if (reason !== undefined) assert.equal(outcome, reason);
          else assert.ok(outcome === undefined || !admission.has(outcome), outcome);
          if (reason === undefined || !somebody.person) return;
          const left = await documentsHolding(somebody.person.uid);
          const own = [`accounts/${somebody.person.uid}`, `staff/${somebody.person.uid}`];
          assert.deepEqual(
            left.filter((path) => !own.includes(path)),
            [],
          );
        });
      }

      it("takes no field that it does not know, such as a role", async () => {
        const admin = await member("admin");
        const input = { ...row.input, admin: true };
        const attempt = callWith(callable as never, admin, input) as Promise<unknown>;
        await assert.rejects(attempt, (error) => reasonOf(error) === "invalid-input");
      });
    });
  }
});
