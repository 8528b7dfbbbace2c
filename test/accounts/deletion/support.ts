import { randomUUID } from "node:crypto";
import { deleteAccount, GRACE } from "../../../functions/src/accounts/deleteAccount.ts";
import { sweepDeletions } from "../../../functions/src/accounts/deletion/sweepDeletions.ts";
import { type Deletion, deletions } from "../../../functions/src/accounts/schema.ts";
import { audit } from "../../../functions/src/core/audit.ts";
import { HOUR, MINUTE, now } from "../../../functions/src/core/clock.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { userOf } from "../../../functions/src/core/users.ts";
import "../../../functions/src/index.ts";
import {
  holdPersonalData,
  type PersonalData,
  personalDataHolders,
} from "../../../functions/src/core/personalData.ts";
import { callWith, type Person } from "../../support/call.ts";
import { project, running } from "../../support/firestore.ts";

/** For the tests of a `describe`: somebody else who keeps data about people, and does as told. */
export function useHolder(): { erase: PersonalData["erase"]; held: PersonalData["held"] } {
  const holder: ReturnType<typeof useHolder> = {
    held: () => ({}),
    erase: async () => "erased",
  };
  beforeEach(() => {
    Object.assign(holder, { held: () => ({}), erase: async () => "erased" });
    const [held, erase]: [PersonalData["held"], PersonalData["erase"]] = [
      (person) => holder.held(person),
      (person) => holder.erase(person),
    ];
    holdPersonalData({ another: { held, erase } });
  });
  afterEach(() => (personalDataHolders() as Map<string, PersonalData>).delete("another"));
  return holder;
}

type Somebody = Person & { token: { email: string } };

/** Somebody with an account. */
export async function signedUp(fields: object = {}): Promise<Somebody> {
  const uid = `person-${randomUUID()}`;
  const email = `${randomUUID()}@example.com`;
  await authAccounts("", { localId: uid, email, password: "a long password", ...fields });
  await changeAuth(uid, { emailVerified: true });
  return { uid, token: { email, email_verified: true } };
}

export async function guest(): Promise<Person> {
  const uid = `guest-${randomUUID()}`;
  await authAccounts("", { localId: uid });
  return { uid, token: {} };
}

/** Changes what Firebase Authentication knows of somebody. */
export const changeAuth = (uid: string, fields: object): Promise<void> =>
  authAccounts(":update", { localId: uid, ...fields });

/** As a client's own `user.delete()` does. */
export const removeAuth = (uid: string): Promise<void> => authAccounts(":delete", { localId: uid });

export const hasAuth = async (uid: string): Promise<boolean> => (await userOf(uid)) !== undefined;

// https://cloud.google.com/identity-platform/docs/reference/rest/v1/projects.accounts
async function authAccounts(method: string, body: object): Promise<void> {
  const path = `identitytoolkit.googleapis.com/v1/projects/${project}/accounts${method}`;
  const answer = await fetch(`http://${running.hosts.auth}/${path}`, {
    method: "POST",
    headers: { authorization: "Bearer owner", "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`The Auth emulator refused: ${await answer.text()}`);
}

/** Calls as somebody who has signed in `ago` milliseconds ago: this second, unless told otherwise. */
export const callFresh = <Answer>(
  // biome-ignore lint/suspicious/noExplicitAny: bad inputs, too
  fn: { run(request: any): Answer },
  person: Person | undefined,
  input: unknown = {},
  ago = 0,
): Answer => {
  const auth_time = Math.floor((now().getTime() - ago) / 1000);
  return callWith(
    fn,
    person && { ...person, token: { ...person.token, auth_time } as object },
    input,
  );
};

/** And the mail about it is sent: one that is under way is waited for. */
export async function requestDeletion(person: Person): Promise<{ dueAt: string }> {
  const answer = await callFresh(deleteAccount, person);
  await sendMails();
  return answer;
}

export const deletionOf = async ({ uid }: Person): Promise<Deletion | undefined> =>
  (await deletions.doc(uid).get()).data();

export const sweep = () => sweepDeletions(now(), 100);

/** A sweep each hour, until nothing is on its way out any more; mails are sent meanwhile. */
export async function sweepToTheEnd(pass: (milliseconds: number) => void): Promise<void> {
  pass(GRACE);
  for (let hours = 0; (await deletions.get()).size > 0; hours++) {
    if (hours > 5 * 24) throw new Error("It does not end.");
    await sweep();
    await sendMails();
    pass(HOUR + MINUTE);
  }
}

/** As the outbox has them when they are sent. */
export async function sendMails(): Promise<void> {
  for (const mail of (await mails.get()).docs) {
    const { nextAt: _, delivery, ...rest } = mail.data();
    if (delivery) await mail.ref.set({ ...rest, delivery: { ...delivery, state: "SUCCESS" } });
  }
}

/** The events of the mails to somebody, oldest first. */
export async function mailsTo(address: string): Promise<string[]> {
  const found = await mails.where("to", "==", address).get();
  return found.docs.map(({ id }) => id.split("_")[0] ?? "").sort();
}

export const trailOf = async (uid: string): Promise<string[]> => {
  const found = await audit.where("subject", "==", `accounts/${uid}`).get();
  return found.docs.map((entry) => entry.data().action).sort();
};
