import { accounts } from "../core/accounts.ts";
import { record } from "../core/audit.ts";
import { callable } from "../core/callable.ts";
import { type Decision, decide, type Read, update } from "../core/decide.ts";
import { queueMail } from "../core/mail/queue.ts";
import { refuse } from "../core/refuse.ts";
import { staff } from "../core/roles.ts";
import { askForUser, confirmedAddressOf } from "../core/users.ts";
import { adminStays } from "./access/adminStays.ts";
import { agree } from "./access/agree.ts";
import { changeAccount, occasionOf } from "./access/change.ts";
import { accountEnabled } from "./access/mails.ts";
import { EnableUser } from "./inputs.ts";
import { deletions } from "./schema.ts";

/**
 * Lets somebody in again who was disabled, here or by hand in the console: they may sign in, and
 * have the role that they had. Tokens of the time before stay dead. Recorded, and the person is
 * written to at a confirmed address. Answers `{ uid, disabled: false }`; calling again, and of who
 * was not disabled, answers the same and tells nobody. For admins.
 *
 * Refuses `invalid-argument`/`self`, `not-found`/`no-such-user`,
 * `failed-precondition`/`deletion-requested` of an account that is being deleted by now, and
 * `unavailable`/`sign-in-unavailable`.
 */
export const enableUser = callable(
  { access: ["admin"], recentSignIn: true, input: EnableUser },
  async ({ uid }, caller) => {
    if (uid === caller.uid) refuse("invalid-argument", "self", "You can't enable yourself.");
    await decide((read) => enable(read, uid, caller.uid));
    await agree(uid);
    return { uid, disabled: false };
  },
);

async function enable(read: Read, uid: string, actor: string): Promise<Decision<void>> {
  const [account, member, deletion, acting] = await read(
    accounts.doc(uid),
    staff.doc(uid),
    deletions.doc(uid),
    staff.doc(actor),
  );
  // After the account: by the time that says no more that it is being enabled, it is so there.
  const user = await askForUser(uid);
  if (!user) refuse("not-found", "no-such-user", "There is no such user.");
  const known = account.data();
  const isDisabled =
    known?.disabled || member.data()?.disabled || (user.disabled && !known?.enabling);
  if (!isDisabled) return { answer: undefined };
  if (deletion.exists && deletion.data()?.state !== "requested") {
    refuse("failed-precondition", "deletion-requested", "This account is being deleted.");
  }
  const occasion = occasionOf(account);
  const address = confirmedAddressOf(user);
  const entry = { action: "account-enabled", actor, subject: account.ref.path };
  return {
    answer: undefined,
    writes: [
      changeAccount(account, { disabled: false, enabling: true }),
      ...(member.exists ? [update(member, { disabled: false })] : []),
      await adminStays(uid, acting),
      record(entry, occasion),
      ...(address ? [queueMail("account-enabled", occasion, address, accountEnabled())] : []),
    ],
  };
}
