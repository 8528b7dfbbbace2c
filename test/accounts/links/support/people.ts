import { randomUUID } from "node:crypto";
import { now, SECOND } from "../../../../functions/src/core/clock.ts";
import type { Person } from "../../../support/call.ts";
import { project, running } from "../../../support/firestore.ts";

/** Somebody signed in just now, whom the Auth emulator knows. */
export type Known = Person & {
  token: { email: string; email_verified: boolean; auth_time: number };
};

/** How somebody has signed up. Each may be disabled, or not confirmed. */
export type Sort = "password" | "google" | "no-password";

export const someone = (): string => `${randomUUID()}@example.com`;

export async function account(
  sort: Sort = "password",
  fields: { email?: string; emailVerified?: boolean } = {},
): Promise<Known> {
  const { email = someone(), emailVerified = false } = fields;
  const uid = `person-${randomUUID()}`;
  const password = sort === "password" ? { password: "a long password" } : {};
  await ask("", { localId: uid, email, emailVerified, ...password });
  if (sort === "google") {
    const linkProviderUserInfo = { providerId: "google.com", rawId: uid, email };
    await ask(":update", { localId: uid, linkProviderUserInfo });
  }
  return { uid, token: { email, email_verified: emailVerified, auth_time: seconds() } };
}

/** Somebody who has signed in without saying who they are. */
export const guest = (): Person & { token: { auth_time: number } } => ({
  uid: `guest-${randomUUID()}`,
  token: { auth_time: seconds() },
});

const seconds = (): number => Math.floor(now().getTime() / SECOND);

export const disable = (uid: string) => ask(":update", { localId: uid, disableUser: true });
export const confirm = (uid: string) => ask(":update", { localId: uid, emailVerified: true });
export const move = (uid: string, email: string) => ask(":update", { localId: uid, email });
export const drop = (uid: string) => ask(":delete", { localId: uid });

/** Whether the emulator tells who has an account. */
export async function protectAddresses(isOn: boolean): Promise<void> {
  const body = { emailPrivacyConfig: { enableImprovedEmailPrivacy: isOn } };
  await send(`emulator/v1/projects/${project}/config`, body, "PATCH");
}

/** The codes in the links that were made for `email`. */
export async function codesFor(email: string, of = project): Promise<string[]> {
  const path = `http://${running.hosts.auth}/emulator/v1/projects/${of}/oobCodes`;
  const { oobCodes = [] } = (await (await fetch(path)).json()) as {
    oobCodes?: { email: string; newEmail?: string; oobCode: string }[];
  };
  return oobCodes
    .filter((made) => (made.newEmail ?? made.email) === email)
    .map(({ oobCode }) => oobCode);
}

// https://cloud.google.com/identity-platform/docs/reference/rest/v1/projects.accounts
const ask = (method: string, body: object) =>
  send(`identitytoolkit.googleapis.com/v1/projects/${project}/accounts${method}`, body);

async function send(path: string, body: object, method = "POST"): Promise<void> {
  const answer = await fetch(`http://${running.hosts.auth}/${path}`, {
    method,
    headers: { authorization: "Bearer owner", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`The Auth emulator refused: ${await answer.text()}`);
}
