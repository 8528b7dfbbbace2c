import { randomUUID } from "node:crypto";
import { type Account, accounts } from "../../../../functions/src/core/accounts.ts";
import { audit } from "../../../../functions/src/core/audit.ts";
import { type Mail, mails } from "../../../../functions/src/core/mail/schema.ts";
import { type Role, staff } from "../../../../functions/src/core/roles.ts";
import { project, running } from "../../../support/firestore.ts";

export const PASSWORD = "correct horse";

export const secondsNow = (): number => Math.floor(Date.now() / 1000);

/** Somebody whom Firebase Authentication knows, signed in just now. */
export interface Member {
  uid: string;
  token: { email?: string; email_verified?: boolean; auth_time: number };
  /** Empty for a guest. */
  email: string;
}

interface AuthFields {
  email?: string;
  emailVerified?: boolean;
  password?: string;
  /** Seconds, in digits. */
  validSince?: string;
  deleteAttribute?: string[];
}

/** The second in which those who sign up here did so. */
export const BORN = 1_700_000_000;

/** With an address and a password, of old. */
export async function someone(
  fields: AuthFields = {},
  uid = `member-${randomUUID()}`,
): Promise<Member> {
  const email = fields.email ?? `${uid}@example.com`;
  await ask("", { localId: uid, email, password: PASSWORD, emailVerified: true, ...fields });
  await changeAuth(uid, { validSince: fields.validSince ?? String(BORN) });
  return asMember(uid, email);
}

/** Somebody without an address. */
export async function guest(): Promise<Member> {
  const uid = `guest-${randomUUID()}`;
  await ask("", { localId: uid });
  return { uid, token: { auth_time: secondsNow() }, email: "" };
}

export const asMember = (uid: string, email: string): Member => ({
  uid,
  email,
  token: { email, email_verified: true, auth_time: secondsNow() },
});

/** Somebody of that role, signed in just now. */
export async function employee(role: Role): Promise<Member> {
  const member = asMember(`staff-${randomUUID()}`, `${randomUUID()}@example.com`);
  await staff.doc(member.uid).set({ role, disabled: false });
  return member;
}

/** What the person themselves, or a link in a mail, does to their account. */
export const changeAuth = (uid: string, fields: AuthFields): Promise<unknown> =>
  ask(":update", { localId: uid, ...fields });

/** Whether one gets in so. */
export async function canSignIn(email: string, password: string): Promise<boolean> {
  const answer = await post(":signInWithPassword?key=x", { email, password });
  return answer.ok;
}

// https://cloud.google.com/identity-platform/docs/reference/rest/v1/projects.accounts
async function ask(method: string, body: object): Promise<unknown> {
  const answer = await post(method, body);
  if (!answer.ok) throw new Error(`The Auth emulator refused: ${await answer.text()}`);
  return answer.json();
}

const post = (method: string, body: object): Promise<Response> => {
  const isPublic = method.includes("?key=");
  const path = isPublic ? `v1/accounts${method}` : `v1/projects/${project}/accounts${method}`;
  return fetch(`http://${running.hosts.auth}/identitytoolkit.googleapis.com/${path}`, {
    method: "POST",
    headers: { authorization: "Bearer owner", "content-type": "application/json" },
    body: JSON.stringify(isPublic ? { ...body, targetProjectId: project } : body),
  });
};

export const accountOf = async (uid: string): Promise<Account | undefined> =>
  (await accounts.doc(uid).get()).data();

export async function mailsTo(email: string): Promise<Mail[]> {
  return (await mails.where("to", "==", email).get()).docs.map((one) => one.data());
}

/** What was written to an address: "password-changed" and so on, in alphabetical order. */
export async function eventsTo(email: string): Promise<string[]> {
  const found = await mails.where("to", "==", email).get();
  return found.docs.map(({ id }) => id.split("_")[0] ?? "").sort();
}

/** What is recorded of an account, in alphabetical order. */
export async function recordedOf(uid: string): Promise<string[]> {
  const found = await audit.where("subject", "==", `accounts/${uid}`).get();
  return found.docs.map((entry) => entry.data().action).sort();
}

/** Gives settings a value for the tests of a `describe`. */
export function useSettings(values: Record<string, string>): void {
  const before: Record<string, string | undefined> = {};
  beforeEach(() => {
    for (const [name, value] of Object.entries(values)) {
      before[name] = process.env[name];
      process.env[name] = value;
    }
  });
  afterEach(() => {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
}
