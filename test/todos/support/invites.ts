import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { inviteToList } from "../../../functions/src/todos/inviteToList.ts";
import { Invite, inviteOf, type ListRole } from "../../../functions/src/todos/schema.ts";
import { call, type Person } from "../../support/call.ts";
import { mailsTo } from "./lists.ts";

type InvitedRole = Exclude<ListRole, "owner">;

/** Invites an address as its owner would. Answers the code of the mail. */
export async function invited(
  owner: Person,
  listId: string,
  { token: { email } }: { token: { email: string } },
  role: InvitedRole = "writer",
): Promise<string> {
  await call(inviteToList, owner, { listId, email, role });
  return codeNow(listId, email);
}

/** The invitation of an address as it stands. Fails where there is none, or none as they have to be. */
export const inviteNow = async (listId: string, email: string): Promise<Invite> =>
  Invite.parse((await inviteOf(listId, email).get()).data());

/** The codes in all mails to an address that are about a list. */
export async function codesTo(listId: string, email: string): Promise<string[]> {
  const codes = (await mailsTo(email)).map(
    ({ message }) => /[A-Za-z0-9_-]{1,64}\.[A-Za-z0-9_-]{43}/.exec(message.text)?.[0] ?? "",
  );
  return codes.filter((code) => code.startsWith(`${listId}.`));
}

/** Of these codes the one that the invitation was made for last. */
export async function codeNow(listId: string, email: string): Promise<string> {
  const { tokenHash } = await inviteNow(listId, email);
  const codes = await codesTo(listId, email);
  const code = codes.find((one) => hashOf(one.split(".")[1] ?? "") === tokenHash);
  assert.ok(code, "no mail has the code of the invitation");
  return code;
}

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
