import { type DocumentSnapshot, FieldValue } from "firebase-admin/firestore";
import { type Account, accounts } from "../../core/accounts.ts";
import { db } from "../../core/db.ts";
import { ifUnchanged } from "../../core/ifUnchanged.ts";
import { type Staff, staff } from "../../core/roles.ts";
import { addressOf, auth, ifGone, type UserRecord, userOf, validSince } from "../../core/users.ts";
import { differences } from "./differences.ts";

/** After so many changes in the meantime it is left to the sweep. */
const ATTEMPTS = 5;

/**
 * Makes Firebase Authentication say what `accounts/{uid}` and `staff/{uid}` say: the custom claim
 * `role` (others stay), whether the account is disabled, since when sign-ins count. Then enters what
 * it has seen of the person, and that there is nothing left to do: on condition that all is as it
 * was read, else again. Who is gone there has nothing to agree with.
 *
 * Safe to run at any time, as often, and as often at once, as one likes. Billed two reads, and one
 * write where something was to do.
 */
export async function syncAuth(uid: string): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const [account, member] = (await db.getAll(accounts.doc(uid), staff.doc(uid))) as [
      DocumentSnapshot<Account>,
      DocumentSnapshot<Staff>,
    ];
    const user = await userOf(uid);
    const now = user && (await bringTo(account.data(), member.data(), user).catch(ifGone));
    if (await settle(account, user, now)) return;
  }
}

/**
 * Tells what it has to be told. Answers the user as they are then. Sessions end last: rules and
 * callables refuse their tokens already, and if something failed between that and `settle`, the next
 * sign-in would take it for a changed password.
 */
async function bringTo(
  account: Account | undefined,
  member: Staff | undefined,
  user: UserRecord,
): Promise<UserRecord> {
  const { disabled, revoked, claims } = differences(account, member, user);
  if (disabled !== undefined) await auth.updateUser(user.uid, { disabled });
  if (claims) await auth.setCustomUserClaims(user.uid, claims);
  if (!revoked) return user;
  await auth.revokeRefreshTokens(user.uid);
  return auth.getUser(user.uid);
}

/** So soon after our commit it is we who have ended the sessions, and died before we could say so. */
const OURS = 15;

/** Whether nothing of a password or an address has changed unseen: what moved, it was we who did. */
function hasSeen({ seenSince, validAfter, email }: Account, user: UserRecord): boolean {
  const since = validSince(user);
  if (seenSince === 0 || seenSince === since) return true;
  return since >= validAfter && since <= validAfter + OURS && addressOf(user) === email;
}

/**
 * Answers whether it is done. What has changed of a password or an address unseen is left to who
 * watches sign-ins, and writes to the person.
 */
async function settle(
  account: DocumentSnapshot<Account>,
  before: UserRecord | undefined,
  now: UserRecord | undefined,
): Promise<boolean> {
  const known = account.data();
  if (!known?.syncAt) return true;
  const isAllSeen = before && hasSeen(known, before);
  const seen = isAllSeen && now ? { email: addressOf(now), seenSince: validSince(now) } : {};
  const settled = { ...seen, syncAt: FieldValue.delete(), enabling: FieldValue.delete() };
  const unchanged = { lastUpdateTime: account.updateTime! };
  return (await ifUnchanged(account.ref.update(settled, unchanged))) !== undefined;
}
