import { accounts } from "../core/accounts.ts";
import { record } from "../core/audit.ts";
import { callable } from "../core/callable.ts";
import { type Decision, decide, type Read, update } from "../core/decide.ts";
import { queueMail } from "../core/mail/queue.ts";
import { refuse } from "../core/refuse.ts";
import { staff } from "../core/roles.ts";
import { askForUser, confirmedAddressOf, type UserRecord } from "../core/users.ts";
import { adminStays } from "./access/adminStays.ts";
import { agree } from "./access/agree.ts";
import { changeAccount, nobodyYet, occasionOf } from "./access/change.ts";
import { accountDisabled } from "./access/mails.ts";
import { DisableUser } from "./inputs.ts";

/**
 * Shuts somebody out, a guest too: from this moment rules and callables refuse the tokens they
 * hold, and they can't sign in. Their documents and their role stay as they are. The audit trail has
 * the `reason`, which the person is not told; they are written to at a confirmed address. Answers
 * `{ uid, disabled: true }`; calling again answers the same and tells nobody again. For admins.
 *
 * Refuses `invalid-argument`/`self`, `not-found`/`no-such-user` and
 * `unavailable`/`sign-in-unavailable`; there always stays an admin, since nobody disables
 * themselves.
 */
export const disableUser = callable(
  { access: ["admin"], recentSignIn: true, input: DisableUser },
  async ({ uid, reason }, caller) => {
    if (uid === caller.uid) refuse("invalid-argument", "self", "You can't disable yourself.");
    const user = await askForUser(uid);
    await decide((read) => disable(read, uid, user, { actor: caller.uid, reason }));
    await agree(uid);
    return { uid, disabled: true };
  },
);

async function disable(
  read: Read,
  uid: string,
  user: UserRecord | undefined,
  by: { actor: string; reason: string },
): Promise<Decision<void>> {
  const [account, member, actor] = await read(
    accounts.doc(uid),
    staff.doc(uid),
    staff.doc(by.actor),
  );
  if (account.data()?.disabled) return { answer: undefined };
  if (!user && !account.exists && !member.exists) {
    refuse("not-found", "no-such-user", "There is no such user.");
  }
  const occasion = occasionOf(account);
  const address = confirmedAddressOf(user);
  return {
    answer: undefined,
    writes: [
      changeAccount(account, { disabled: true, validAfter: nobodyYet(account.data()) }),
      ...(member.exists ? [update(member, { disabled: true })] : []),
      await adminStays(uid, actor),
      record({ action: "account-disabled", subject: account.ref.path, ...by }, occasion),
      ...(address ? [queueMail("account-disabled", occasion, address, accountDisabled())] : []),
    ],
  };
}
