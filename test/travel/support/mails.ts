import { type Mail, mails } from "../../../functions/src/core/mail/schema.ts";
import type { Person } from "../../support/call.ts";

/** All mails to somebody, by what they tell. */
export async function lettersTo({ token }: Person): Promise<Record<string, Mail>> {
  const { docs } = await mails.where("to", "==", token.email).get();
  return Object.fromEntries(docs.map((mail) => [mail.id.split("_")[0] ?? "", mail.data()]));
}

/** All that a mail says, in whatever part of it. */
export const wordsOf = ({ message }: Mail): string =>
  [
    message.subject,
    message.text,
    message.html,
    // Long lines are folded.
    ...(message.attachments ?? []).map(({ content }) => content.replaceAll("\r\n ", "")),
  ].join("\n");

/** What would be markup, or another header, if nobody looked. */
export const HOSTILE = `</td><script>alert(1)</script> & "Q'\`; \\n,BEGIN:VEVENT`;
