import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { inviteToSite } from "../../../functions/src/content/inviteToSite.ts";
import { inviteOf, SiteInvite, type SiteRole } from "../../../functions/src/content/team/schema.ts";
import { type Mail, mails } from "../../../functions/src/core/mail/schema.ts";
import { call, type Person } from "../../support/call.ts";

/** Invites an address as the site's owner would. Answers the code of the mail. */
export async function invited(
  owner: Person,
  siteId: string,
  { token: { email } }: { token: { email: string } },
  role: SiteRole = "author",
): Promise<string> {
  await call(inviteToSite, owner, { siteId, email, role });
  return codeNow(siteId, email);
}

/** The invitation of an address as it stands. Fails where there is none, or none as they have to be. */
export const inviteNow = async (siteId: string, email: string): Promise<SiteInvite> =>
  SiteInvite.parse((await inviteOf(siteId, email).get()).data());

/** All mails to an address, whatever came of them. */
export const mailsTo = async (address: string): Promise<Mail[]> =>
  (await mails.where("to", "==", address).get()).docs.map((mail) => mail.data());

/** The codes in all mails to an address that are about a site. */
export async function codesTo(siteId: string, email: string): Promise<string[]> {
  const codes = (await mailsTo(email)).map(
    ({ message }) => /[A-Za-z0-9_-]{1,64}\.[A-Za-z0-9_-]{43}/.exec(message.text)?.[0] ?? "",
  );
  return codes.filter((code) => code.startsWith(`${siteId}.`));
}

/** Of these codes the one that the invitation was made for last. */
export async function codeNow(siteId: string, email: string): Promise<string> {
  const { tokenHash } = await inviteNow(siteId, email);
  const code = (await codesTo(siteId, email)).find(
    (one) => hashOf(one.split(".")[1] ?? "") === tokenHash,
  );
  assert.ok(code, "no mail has the code of the invitation");
  return code;
}

const hashOf = (token: string): string => createHash("sha256").update(token).digest("hex");
