import { setTimeout as pause } from "node:timers/promises";
import { accounts } from "../core/accounts.ts";
import { callable } from "../core/callable.ts";
import { now, SECOND } from "../core/clock.ts";
import { create, decide, update } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { auth, codeOf } from "../core/users.ts";
import { ChangePassword } from "./inputs.ts";
import { asAuthRecord, authRecordOf } from "./signIn/authRecord.ts";
import { type Address, passwordChangeEntry, tellPasswordChanged } from "./signIn/passwordChange.ts";

/**
 * Gives the caller's account another password, or its first, and writes so to its address, if that
 * is confirmed. All sessions end at once, the caller's too: sign in again with the new password.
 * Answers `{ changed: true }` when a sign-in counts as later, which takes up to a second.
 *
 * Takes a sign-in of the last five minutes. Refuses `failed-precondition`/`email-needed` to who has
 * no address, such as a guest, and `not-found`/`no-such-account`. If it dies half-way the password
 * may be the new one; the next sign-in then writes of it.
 */
export const changePassword = callable(
  {
    access: "signed-in",
    input: ChangePassword,
    recentSignIn: true,
    limit: { calls: 10, seconds: 3600 },
  },
  async ({ password }, { uid }) => {
    const { email, verified } = (await authRecordOf(uid)) ?? noSuchAccount();
    if (email === null) {
      refuse(
        "failed-precondition",
        "email-needed",
        "An account without an address has no password.",
      );
    }
    const since = await setPassword(uid, password);
    await endSessions(uid, { email, verified }, since);
    await secondAfter(since);
    return { changed: true };
  },
);

/** Answers since when, in seconds, sessions count. Firebase Authentication keeps a hash alone. */
async function setPassword(uid: string, password: string): Promise<number> {
  try {
    return asAuthRecord(await auth.updateUser(uid, { password })).since;
  } catch (error) {
    const code = codeOf(error);
    if (code === "auth/user-not-found") noSuchAccount();
    // What was sent stands in some errors, and errors are logged.
    throw new Error(`The password could not be set: ${code}`);
  }
}

const endSessions = (uid: string, address: Address, since: number): Promise<void> =>
  decide(async (read) => {
    const [account, told] = await read(accounts.doc(uid), passwordChangeEntry(uid, since));
    const known = account.data();
    const isDone = known !== undefined && known.validAfter >= since;
    if (isDone && told.exists) return { answer: undefined };
    const fields = {
      validAfter: Math.max(known?.validAfter ?? 0, since),
      seenSince: Math.max(known?.seenSince ?? 0, since),
    };
    return {
      answer: undefined,
      writes: [
        known
          ? update(account, fields)
          : create(account.ref, { disabled: false, email: address.email, ...fields }),
        ...(told.exists ? [] : tellPasswordChanged(uid, address, since)),
      ],
    };
  });

/** Tokens know the second in which their owner signed in: one of this second is shut out. */
async function secondAfter(since: number): Promise<void> {
  const left = (since + 1) * SECOND - now().getTime();
  if (left > 0) await pause(Math.min(left, SECOND));
}

const noSuchAccount = (): never =>
  refuse("not-found", "no-such-account", "This account is not there any more.");
