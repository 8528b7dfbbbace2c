import { linkRequestOf } from "../../../../functions/src/accounts/links/askForLink.ts";
import {
  type LinkKind,
  LinkRequest,
  linkRequests,
} from "../../../../functions/src/accounts/schema.ts";
import { sendLink } from "../../../../functions/src/accounts/sendLink.ts";
import { type Mail, mails } from "../../../../functions/src/core/mail/schema.ts";

/** A request as it stands, which must be what its schema says. */
export async function requestOf(kind: LinkKind, email: string): Promise<LinkRequest | undefined> {
  const found = (await linkRequestOf(kind, email).get()).data();
  return found && LinkRequest.parse(found);
}

/** Does `work`. Answers what tells `sendLink` what it made of the request, as often as one likes. */
export async function eventOf(
  kind: LinkKind,
  email: string,
  work: () => Promise<unknown>,
): Promise<() => Promise<unknown>> {
  const request = linkRequestOf(kind, email);
  const before = await request.get();
  await work();
  const event = { data: { before, after: await request.get() }, params: { id: request.id } };
  return async () => sendLink.run(event as unknown as Parameters<typeof sendLink.run>[0]);
}

export const requestCount = async (): Promise<number> => (await linkRequests.get()).size;

/** All mails to an address, whatever came of them. */
export const mailsTo = async (to: string): Promise<Mail[]> =>
  (await mails.where("to", "==", to).get()).docs.map((found) => found.data());

/** The link in a mail. */
export function linkIn(mail: Mail | undefined): URL {
  const [link] = /https?:\S+/.exec(mail?.message.text ?? "") ?? [];
  if (link === undefined) throw new Error("no link in the mail");
  return new URL(link);
}
