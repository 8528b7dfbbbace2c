import { randomUUID } from "node:crypto";
import { accounts } from "../../functions/src/core/accounts.ts";
import { type Person, signedInNow } from "./call.ts";
import { project, running } from "./firestore.ts";

// Where Firebase Authentication is not asked, `customer` of call.ts will do.

/** Somebody with an address, whom Firebase Authentication knows. */
export type Known = Person & { token: { email: string } };

/** Somebody with a verified address, signed in just now. `fields` are those of the account. */
export async function somebody(fields: object = {}): Promise<Known> {
  const uid = `person-${randomUUID()}`;
  const email = `${uid}@example.com`;
  await ask("", { localId: uid, email, emailVerified: true, ...fields });
  return signedInNow({ uid, token: { email, email_verified: true } });
}

/** Shuts somebody out of Firebase Authentication. */
export const disable = ({ uid }: Person): Promise<void> =>
  ask(":update", { localId: uid, disableUser: true });

/** Shuts somebody out by what the server keeps of them; Firebase Authentication does not know yet. */
export const shutOut = async ({ uid }: Person): Promise<void> => {
  const fields = { disabled: true, validAfter: 0, email: null, seenSince: 0 };
  await accounts.doc(uid).set(fields);
};

/** Takes somebody's word for their address no more. */
export const unconfirm = ({ uid }: Person): Promise<void> =>
  ask(":update", { localId: uid, emailVerified: false });

/** As a client's own `user.delete()` does. */
export const drop = ({ uid }: Person): Promise<void> => ask(":delete", { localId: uid });

// https://cloud.google.com/identity-platform/docs/reference/rest/v1/projects.accounts
async function ask(method: string, body: object): Promise<void> {
  const path = `identitytoolkit.googleapis.com/v1/projects/${project}/accounts${method}`;
  const answer = await fetch(`http://${running.hosts.auth}/${path}`, {
    method: "POST",
    headers: { authorization: "Bearer owner", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`The Auth emulator refused: ${await answer.text()}`);
}
