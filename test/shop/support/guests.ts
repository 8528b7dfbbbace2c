import { randomUUID } from "node:crypto";
import type { Person } from "../../support/call.ts";
import { project, running } from "../../support/firestore.ts";

/** Somebody who has signed in without saying who they are. */
export type Guest = Person & { idToken: string };

/** A guest whom the identity provider knows. */
export async function guest(): Promise<Guest> {
  const uid = `guest-${randomUUID()}`;
  await accounts("", { localId: uid });
  return { uid, token: {}, idToken: idTokenOf(uid) };
}

/** Changes what the identity provider knows of somebody. */
export const changeAccount = (uid: string, fields: object): Promise<void> =>
  accounts(":update", { localId: uid, ...fields });

export const deleteAccount = (uid: string): Promise<void> => accounts(":delete", { localId: uid });

// https://cloud.google.com/identity-platform/docs/reference/rest/v1/projects.accounts
async function accounts(method: string, body: object): Promise<void> {
  const path = `identitytoolkit.googleapis.com/v1/projects/${project}/accounts${method}`;
  const answer = await fetch(`http://${running.hosts.auth}/${path}`, {
    method: "POST",
    headers: { authorization: "Bearer owner", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`The Auth emulator refused: ${await answer.text()}`);
}

/** A guest's ID token, as the emulator takes it: unsigned. Bad ones are this with one thing wrong. */
export function idTokenOf(uid: string, claims: object = {}): string {
  const seconds = Math.floor(Date.now() / 1000);
  const all = {
    sub: uid,
    user_id: uid,
    iss: `https://securetoken.google.com/${project}`,
    aud: project,
    iat: seconds - 10,
    exp: seconds + 3600,
    auth_time: seconds - 10,
    provider_id: "anonymous",
    firebase: { sign_in_provider: "anonymous", identities: {} },
    jti: randomUUID(),
    ...claims,
  };
  return `${[{ alg: "none", typ: "JWT" }, all].map(base64).join(".")}.`;
}

const base64 = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
