import { accounts } from "../../core/accounts.ts";
import { entryOf, record } from "../../core/audit.ts";
import type { Write } from "../../core/decide.ts";
import { queueMail } from "../../core/mail/queue.ts";
import { passwordChanged } from "./mails.ts";

const EVENT = "password-changed";

export interface Address {
  email: string;
  /** Whether it is the person's beyond doubt. */
  verified: boolean;
}

/**
 * Records a change of the password, which is known by the second since which older sessions have
 * ended, and writes of it to the address. To one that is confirmed: else whoever signs up with a
 * stranger's could have them written to as often as they like.
 */
export function tellPasswordChanged(
  uid: string,
  { email, verified }: Address,
  since: number,
): Write[] {
  const entry = record({ action: EVENT, actor: uid, subject: subjectOf(uid) }, String(since));
  if (!verified) return [entry];
  return [entry, queueMail(EVENT, `${uid}_${since}`, email, passwordChanged())];
}

/** What `tellPasswordChanged` records: there, where it has told. */
export const passwordChangeEntry = (uid: string, since: number) =>
  entryOf(EVENT, subjectOf(uid), String(since));

const subjectOf = (uid: string): string => accounts.doc(uid).path;
