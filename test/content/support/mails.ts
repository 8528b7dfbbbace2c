import { type Mail, mails } from "../../../functions/src/core/mail/schema.ts";
import type { Known } from "../../support/knownPeople.ts";

/** All mails to somebody, whatever came of them. */
export const mailsTo = async ({ token: { email } }: Known): Promise<Mail[]> =>
  (await mails.where("to", "==", email).get()).docs.map((mail) => mail.data());

/** What they are about, in alphabetical order. */
export const subjectsTo = async (person: Known): Promise<string[]> =>
  (await mailsTo(person)).map(({ message }) => message.subject).sort();
