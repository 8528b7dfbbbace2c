import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { accounts } from "../../../functions/src/core/accounts.ts";
import { AuditEntry, audit } from "../../../functions/src/core/audit.ts";
import { type Mail, mails } from "../../../functions/src/core/mail/schema.ts";
import { type Role, staff } from "../../../functions/src/core/roles.ts";
import { auth } from "../../../functions/src/core/users.ts";
import type { Person } from "../../support/call.ts";

export const nowInSeconds = (): number => Math.floor(Date.now() / 1000);

/** Who has signed in, and when, in seconds. */
export type SignedIn = Person & { token: { auth_time: number } };

/** Somebody whom Firebase Authentication knows, who has just signed in. */
export async function somebody({
  verified = true,
  uid = `person-${randomUUID()}`,
} = {}): Promise<SignedIn & { email: string }> {
  const email = `${uid}@example.com`;
  await auth.createUser({ uid, email, emailVerified: verified });
  return { uid, email, token: { email, email_verified: verified, auth_time: nowInSeconds() } };
}

export async function guest(): Promise<SignedIn> {
  const { uid } = await auth.createUser({});
  return { uid, token: { auth_time: nowInSeconds() } };
}

/** Staff, claim and all. */
export async function employed(role: Role): Promise<SignedIn & { email: string }> {
  const person = await somebody();
  await staff.doc(person.uid).set({ role, disabled: false });
  await auth.setCustomUserClaims(person.uid, { role });
  return person;
}

/** The same person with a sign-in so many seconds later, or earlier. */
export const signedIn = (person: SignedIn, later: number): SignedIn => ({
  ...person,
  token: { ...person.token, auth_time: person.token.auth_time + later },
});

export async function entriesOf(uid: string): Promise<AuditEntry[]> {
  const found = await audit.where("subject", "==", `accounts/${uid}`).get();
  return found.docs
    .map((entry) => AuditEntry.parse(entry.data()))
    .sort((a, b) => a.at.toMillis() - b.at.toMillis());
}

export const actionsOf = async (uid: string): Promise<string[]> =>
  (await entriesOf(uid)).map(({ action }) => action);

export async function mailsTo(email: string): Promise<Mail[]> {
  const found = await mails.where("to", "==", email).get();
  return found.docs.map((mail) => mail.data());
}

export const subjectsTo = async (email: string): Promise<string[]> =>
  (await mailsTo(email)).map(({ message }) => message.subject).sort();

export const accountOf = async (uid: string) => (await accounts.doc(uid).get()).data();
export const memberOf = async (uid: string) => (await staff.doc(uid).get()).data();
export const claimsOf = async (uid: string) => (await auth.getUser(uid)).customClaims ?? {};

/** That Firebase Authentication says of `uid` what the documents say, and nothing is left to do. */
export async function assertAgreed(uid: string): Promise<void> {
  const [user, account, member] = [
    await auth.getUser(uid),
    await accountOf(uid),
    await memberOf(uid),
  ];
  const isShutOut = account?.disabled || member?.disabled;
  const { role } = user.customClaims ?? {};
  assert.equal(role, isShutOut ? undefined : member?.role);
  assert.equal(user.disabled, account?.disabled ?? false);
  const validAfter = account?.validAfter ?? 0;
  const since = Date.parse(user.tokensValidAfterTime ?? "1970-01-01") / 1000;
  assert.ok(since >= validAfter, `refresh tokens since ${since}, not ${validAfter}`);
  assert.deepEqual([account?.syncAt, account?.enabling], [undefined, undefined]);
}
