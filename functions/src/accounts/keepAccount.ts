import { record } from "../core/audit.ts";
import { callable } from "../core/callable.ts";
import { decide, remove } from "../core/decide.ts";
import { queueMail } from "../core/mail/queue.ts";
import { refuse } from "../core/refuse.ts";
import { askForUser, confirmedAddressOf } from "../core/users.ts";
import { accountKept } from "./deletion/mails.ts";
import { Nothing } from "./inputs.ts";
import { deletions } from "./schema.ts";

/**
 * Takes back `deleteAccount`, until the deletion has begun. The caller is sent a mail, where they
 * have a confirmed address. Answers `{}`.
 *
 * Refuses `failed-precondition` with `not-requested` (also: kept already) or `too-late`, and
 * `unavailable`/`sign-in-unavailable`.
 */
export const keepAccount = callable({ access: "signed-in", input: Nothing }, async (_, { uid }) => {
  const to = confirmedAddressOf(await askForUser(uid));
  let tried = false;
  return decide(async (read) => {
    const [deletion] = await read(deletions.doc(uid));
    const requested = deletion.data();
    if (!requested) {
      // What was there a moment ago has been taken back, if by a commit that nobody heard of.
      if (tried) return { answer: {} };
      refuse("failed-precondition", "not-requested", "Nobody has asked to delete this account.");
    }
    if (requested.state !== "requested") {
      refuse("failed-precondition", "too-late", "The deletion of this account has begun.");
    }
    tried = true;
    const entry = { action: "deletion-withdrawn", actor: uid, subject: `accounts/${uid}` };
    const writes = [remove(deletion), record(entry, requested.alias)];
    if (to) writes.push(queueMail("deletion-withdrawn", requested.alias, to, accountKept()));
    return { answer: {}, writes };
  });
});
