import { FieldPath, type Query, type WriteBatch } from "firebase-admin/firestore";
import { decide } from "../decide.ts";
import { pagesOf } from "../pagesOf.ts";
import { type Mail, mails } from "./schema.ts";

/** Whether a mail is still to be sent, or being sent. */
export const isUnderWay = (mail: Mail | undefined): boolean =>
  ["PENDING", "PROCESSING", "RETRY"].includes(mail?.delivery?.state ?? "");

/**
 * Deletes all mails to an address but those under way. Answers whether there were such. Safe to run
 * again after any step.
 */
export const forgetMails = (to: string): Promise<boolean> => forget(mails.where("to", "==", to));

/** The same of all mails of an event about an entity, whoever they went to: see `mailOf`. */
export function forgetMailsAbout(event: string, entity: string): Promise<boolean> {
  const start = `${event}_${entity}_`;
  return forget(mails.orderBy(FieldPath.documentId()).startAt(start).endBefore(`${start}~`));
}

async function forget(which: Query<Mail>): Promise<boolean> {
  let left = false;
  for await (const page of pagesOf(which.select("delivery.state") as Query<Mail>)) {
    const over = page.filter((mail) => !isUnderWay(mail.data()));
    left ||= over.length < page.length;
    const writes = over.map(
      ({ ref }) =>
        (batch: WriteBatch) =>
          void batch.delete(ref),
    );
    await decide(async () => ({ answer: undefined, writes }));
  }
  return left;
}
