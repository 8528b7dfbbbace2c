import type { Query, WriteBatch } from "firebase-admin/firestore";
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
export async function forgetMails(to: string): Promise<boolean> {
  let left = false;
  const found = mails.where("to", "==", to).select("delivery.state") as Query<Mail>;
  for await (const page of pagesOf(found)) {
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
