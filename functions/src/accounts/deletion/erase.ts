import { record } from "../../core/audit.ts";
import { DAY, MINUTE, stamp } from "../../core/clock.ts";
import { decide, update } from "../../core/decide.ts";
import { queueMail } from "../../core/mail/queue.ts";
import { auth, ifGone } from "../../core/users.ts";
import { type Deletion, deletions } from "../schema.ts";
import { withoutOthers } from "./addresses.ts";
import { eraseEverywhere } from "./eraseEverywhere.ts";
import { accountDeleted } from "./mails.ts";
import { putOff } from "./putOff.ts";

/** An ID token lives for an hour; the clocks of two machines differ. */
const TOKENS_GONE = 70 * MINUTE;

/**
 * Deletes the account at Firebase Authentication, then what is kept about it. What has to be left
 * for now ("later") is met again a day later. When nothing is left the person is told, once, if
 * their confirmed address is not another account's by now, and the audit trail, under the alias; what keeps
 * living tokens out stays until there are none.
 */
export async function erase(uid: string, found: Deletion, now: Date): Promise<"later" | "closing"> {
  await auth.revokeRefreshTokens(uid).catch(ifGone);
  await auth.deleteUser(uid).catch(ifGone);
  if ((await eraseEverywhere(uid, found)) === "later") {
    await putOff(uid, now, DAY);
    return "later";
  }
  const [to] = await withoutOthers(uid, found.notify === null ? [] : [found.notify]);
  return decide(async (read) => {
    const [deletion] = await read(deletions.doc(uid));
    const erasing = deletion.data();
    if (erasing?.state !== "erasing") return { answer: "closing" };
    const { alias } = erasing;
    const entry = { action: "account-deleted", actor: alias, subject: `accounts/${alias}` };
    const writes = [
      update(deletion, { state: "closing", nextAt: stamp(TOKENS_GONE) }),
      record(entry, alias),
    ];
    if (to) writes.push(queueMail("account-deleted", alias, to, accountDeleted()));
    return { answer: "closing", writes };
  });
}
