import { accounts } from "../../core/accounts.ts";
import { record } from "../../core/audit.ts";
import type { Write } from "../../core/decide.ts";
import { mailOf, queueMail } from "../../core/mail/queue.ts";
import { passwordChanged } from "./mails.ts";

const EVENT = "password-changed";

/** One change is known by the second since which older sessions have ended. */
const entityOf = (uid: string, since: number): string => `${uid}_${since}`;

/** Records a change of the password at `since`, and writes of it to `email`. */
export const tellPasswordChanged = (uid: string, email: string, since: number): Write[] => [
  record({ action: EVENT, actor: uid, subject: accounts.doc(uid).path }, String(since)),
  queueMail(EVENT, entityOf(uid, since), email, passwordChanged()),
];

/** The mail of `tellPasswordChanged`: there, where it has been told. */
export const passwordChangeMail = (uid: string, email: string, since: number) =>
  mailOf(EVENT, entityOf(uid, since), email);
