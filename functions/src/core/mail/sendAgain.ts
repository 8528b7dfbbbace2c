import type { QueryDocumentSnapshot } from "firebase-admin/firestore";
import { error as logError } from "firebase-functions/logger";
import * as z from "zod";
import { entryOf, record } from "../audit.ts";
import { callable } from "../callable.ts";
import { stamp } from "../clock.ts";
import { type Decision, decide, type Read, update } from "../decide.ts";
import { idOf } from "../id.ts";
import { refuse } from "../refuse.ts";
import { smtpPassword } from "../settings.ts";
import { deliver } from "./deliver.ts";
import { KEPT } from "./queue.ts";
import { type Mail, mails } from "./schema.ts";

const ACTION = "mail-sent-again";

/** Input of `sendAgain`. */
const MailReference = z.strictObject({
  mailId: z
    .string()
    .regex(/^(?!\.{1,2}$)(?!__)[^/]{1,500}$/, "must be the id of a mail")
    .refine((value) => value.isWellFormed(), "must be the id of a mail"),
});

/**
 * Has a mail sent again that was given up (`ERROR`): its attempts begin anew, the first of them at
 * once, and it is kept for another 30 days. Recorded. Answers `{ mailId }`; calling again answers the
 * same and sends nothing, unless it was given up once more. What came of it is seen in the mail. For
 * admins.
 *
 * Refuses `not-found`/`no-such-mail` (one that is confidential, too: nobody sees it, and what it said
 * is gone) and `failed-precondition`/`wrong-state` of what was sent already or goes out by itself.
 */
export const sendAgain = callable(
  { access: ["admin"], input: MailReference, options: { secrets: [smtpPassword] } },
  async ({ mailId }, caller) => {
    await decide((read) => putBack(read, mailId, caller.uid));
    await sendNow(mailId);
    return { mailId };
  },
);

async function putBack(read: Read, mailId: string, actor: string): Promise<Decision<void>> {
  const [mail] = await read(mails.doc(mailId));
  const current = mail.data();
  if (current?.confidential !== false) {
    refuse("not-found", "no-such-mail", "There is no such mail.");
  }
  const subject = subjectOf(mailId);
  if (current.delivery?.state !== "ERROR") {
    const begun = String(current.delivery?.startTime.toMillis());
    const [again] = await read(entryOf(ACTION, subject, begun));
    if (again.exists) return { answer: undefined };
    refuse("failed-precondition", "wrong-state", "Only a mail that was given up is sent again.");
  }
  const begins = stamp();
  return {
    answer: undefined,
    writes: [
      update(mail, {
        "delivery.state": "PENDING",
        "delivery.startTime": begins,
        "delivery.attempts": 0,
        "delivery.endTime": null,
        "delivery.error": null,
        nextAt: begins,
        expiresAt: stamp(KEPT),
      }),
      record({ action: ACTION, actor, subject }, String(begins.toMillis())),
    ],
  };
}

/** The trail outlives the mail, and a mail's id may hold a uid: a hash stands in its place. */
const subjectOf = (mailId: string): string => {
  const [event = ""] = mailId.split("_");
  return `mail/${event}_${idOf("mail", mailId).slice(0, 12)}`;
};

/** The mail waits in any case: what can't be done now, the sweep does. */
async function sendNow(mailId: string): Promise<void> {
  try {
    const mail = await mails.doc(mailId).get();
    if (mail.exists) await deliver(mail as QueryDocumentSnapshot<Mail>);
  } catch (error) {
    logError("send", { path: mails.doc(mailId).path, error: String(error) });
  }
}
