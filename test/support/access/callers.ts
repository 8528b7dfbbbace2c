import { randomUUID } from "node:crypto";
import { accounts } from "../../../functions/src/core/accounts.ts";
import { MINUTE } from "../../../functions/src/core/clock.ts";
import { type Role, staff } from "../../../functions/src/core/roles.ts";
import { customer, type Person, signedInAt } from "../call.ts";

/** What callables ask of who calls: each asks all that those before it do. */
export const levels = ["anyone", "signed-in", "verified", "staff"] as const;
export type Level = (typeof levels)[number];

/** Somebody at the door: where they are turned away, and why. */
export interface Caller {
  person: Person | undefined;
  from?: Level;
  why?: string;
  /** For which they are let in all the same, where it is asked for. */
  role?: Role | undefined;
  /** Signed in an hour ago. */
  isStale?: true;
}

const withToken = (person: Person, token: object): Person => ({
  ...person,
  token: { ...person.token, ...token },
});
const seconds = () => Math.floor(Date.now() / 1000);
const longAgo = (person: Person) => signedInAt(person, new Date(Date.now() - 60 * MINUTE));

async function member(role: Role, disabled = false): Promise<Person> {
  const person = customer();
  await staff.doc(person.uid).set({ role, disabled });
  return person;
}

async function shutOut(person: Person, fields: object): Promise<Person> {
  const account = { disabled: false, validAfter: 0, email: null, seenSince: 0, ...fields };
  await accounts.doc(person.uid).set(account);
  return person;
}

const awayFrom = (from: Level, why: string, person: Person | undefined, role?: Role): Caller => ({
  person,
  from,
  why,
  role,
});
const guest = () => ({ uid: `guest-${randomUUID()}`, token: { auth_time: seconds() } });
const unverified = () => withToken(customer(), { email_verified: false });
const withoutAddress = () => withToken(customer(), { email: undefined });
const forger = () => withToken(customer(), { role: "admin", admin: true });
const disabled = { disabled: true };

/** All whom callables tell apart, each new. */
export const everybody = async (): Promise<Record<string, Caller>> => ({
  "who is not signed in": awayFrom("signed-in", "signed-out", undefined),
  "a guest": awayFrom("verified", "unverified", guest()),
  "who has not confirmed an address": awayFrom("verified", "unverified", unverified()),
  "who is verified without an address": awayFrom("verified", "unverified", withoutAddress()),
  "a customer": awayFrom("staff", "not-staff", customer()),
  "a customer with forged claims": awayFrom("staff", "not-staff", forger()),
  "a customer who signed in an hour ago": {
    ...awayFrom("staff", "not-staff", longAgo(customer())),
    isStale: true,
  },
  "a customer whose account is disabled": awayFrom(
    "anyone",
    "disabled",
    await shutOut(customer(), disabled),
  ),
  "a customer who was signed out everywhere": awayFrom(
    "anyone",
    "signed-out-everywhere",
    await shutOut(customer(), { validAfter: seconds() + 3600 }),
  ),
  "an order manager": awayFrom(
    "staff",
    "wrong-role",
    await member("order_manager"),
    "order_manager",
  ),
  "an inventory manager": awayFrom(
    "staff",
    "wrong-role",
    await member("inventory_manager"),
    "inventory_manager",
  ),
  "an admin": { person: await member("admin") },
  "an admin who signed in an hour ago": { person: longAgo(await member("admin")), isStale: true },
  "an admin who was dismissed": awayFrom("staff", "disabled", await member("admin", true)),
  "an admin whose account is disabled": awayFrom(
    "anyone",
    "disabled",
    await shutOut(await member("admin"), disabled),
  ),
});
