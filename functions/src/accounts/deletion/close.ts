import { accounts } from "../../core/accounts.ts";
import { HOUR } from "../../core/clock.ts";
import { decide, remove } from "../../core/decide.ts";
import { forgetMails } from "../../core/mail/forgetMails.ts";
import { type Deletion, deletions } from "../schema.ts";
import { eraseEverywhere } from "./eraseEverywhere.ts";
import { putOff } from "./putOff.ts";

/**
 * Ends a deletion, when no token of the account is alive any more. Everything is erased once more:
 * a call that was let in just before the account was shut out, a trigger or an event of a payment
 * may have written behind the first time. Then go the mails to its addresses (if one is not sent
 * yet: an hour later), and last, in one commit, what kept it out and the deletion itself.
 */
export async function close(uid: string, found: Deletion, now: Date): Promise<"later" | "deleted"> {
  const erased = await eraseEverywhere(uid, found);
  let isSending = false;
  // Also to what is somebody else's address by now: what was sent there was about this account.
  for (const email of found.emails) if (await forgetMails(email)) isSending = true;
  if (isSending || erased === "later") {
    await putOff(uid, now, HOUR);
    return "later";
  }
  return decide(async (read) => {
    const [deletion, account] = await read(deletions.doc(uid), accounts.doc(uid));
    const writes = [
      ...(account.exists ? [remove(account)] : []),
      ...(deletion.exists ? [remove(deletion)] : []),
    ];
    return { answer: "deleted", writes };
  });
}
