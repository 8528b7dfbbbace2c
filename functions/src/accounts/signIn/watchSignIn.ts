import type { DocumentSnapshot } from "firebase-admin/firestore";
import { type Account, accounts } from "../../core/accounts.ts";
import { record } from "../../core/audit.ts";
import { now, SECOND } from "../../core/clock.ts";
import { create, type Decision, decide, type Read, remove, update } from "../../core/decide.ts";
import { queueMail } from "../../core/mail/queue.ts";
import { invitationOf } from "../schema.ts";
import { type AuthRecord, authRecordOrSilence } from "./authRecord.ts";
import { addressChanged, addressConfirmed } from "./mails.ts";
import { tellPasswordChanged } from "./passwordChange.ts";
import { isLive, mayJoin, policyNow, turnAway } from "./policy.ts";

/** Together with the commit's own retries less than a blocking function has. */
const PATIENCE = 3 * SECOND;

/** Within so long of our answer Firebase Authentication has made what it asks about. */
const SETTLING = 10;

/** What a sign-in shows. */
interface Shown {
  uid: string;
  email: string | null;
  auth: AuthRecord | undefined | "no answer";
}

/**
 * Compares a sign-in with what is known of the account. The first one with an address makes
 * `accounts/{uid}` and takes the invitation away. Later, another address is told to the old one and
 * to the new one, a changed password to the address, each once; sessions that Firebase
 * Authentication has ended with it are shut out at once. Not while `syncAt` is set: that we did.
 *
 * Refuses `permission-denied` with `disabled`, also before Firebase Authentication knows;
 * `domain-blocked`; and `invitation-needed` to a guest who gives an address. Billed one read; two
 * where somebody is new.
 */
export function watchSignIn(uid: string, email: string | null): Promise<void> {
  const asked = authRecordOrSilence(uid);
  return decide(async (read) => {
    const [account] = await read(accounts.doc(uid));
    const known = account.data();
    if (known?.disabled) turnAway("disabled");
    const refusal = mayJoin(email, { ...policyNow(), invited: true });
    if (refusal) turnAway(refusal);
    const shown = { uid, email, auth: await asked };
    if (known && known.email !== null) return compare(account, known, shown);
    return email === null ? { answer: undefined } : join(read, account, { ...shown, email });
  }, PATIENCE);
}

async function join(
  read: Read,
  account: DocumentSnapshot<Account>,
  { uid, email, auth }: Shown & { email: string },
): Promise<Decision<void>> {
  const [invitation] = await read(invitationOf(email));
  // Of everybody else `beforeCreate` was asked.
  const wasGuest = typeof auth === "object" && auth.email === null;
  const invited = !wasGuest || isLive(invitation.data());
  const refusal = mayJoin(email, { ...policyNow(), invited });
  if (refusal) turnAway(refusal);
  const seen = { email, seenSince: sinceOf(auth, email) };
  const entry = { action: "signed-up", actor: uid, subject: account.ref.path };
  return {
    answer: undefined,
    writes: [
      account.exists
        ? update(account, seen)
        : create(account.ref, { disabled: false, validAfter: 0, ...seen }),
      record(entry, now().toISOString()),
      ...(invitation.exists ? [remove(invitation)] : []),
    ],
  };
}

function compare(
  account: DocumentSnapshot<Account>,
  known: Account & { email: string | null },
  { uid, email, auth }: Shown,
): Decision<void> {
  const old = known.email ?? "";
  const moved = email?.toLowerCase() !== old.toLowerCase();
  const since = auth === "no answer" ? known.seenSince : sinceOf(auth, email);
  const isNews = since > known.seenSince && known.syncAt === undefined;
  if (!moved && !(isNews && isSettled(auth, email))) return { answer: undefined };
  const seen = {
    ...(moved && { email }),
    ...(isNews && { seenSince: since }),
    // Those that Authentication has ended are older than `since`; this one is not.
    ...(isNews && isSettled(auth, email) && { validAfter: Math.max(known.validAfter, since - 1) }),
  };
  const writes = moved
    ? tellAddressChanged(account, uid, old, email)
    : tellPasswordChanged(uid, old, since);
  return { answer: undefined, writes: [update(account, seen), ...writes] };
}

function tellAddressChanged(
  account: DocumentSnapshot<Account>,
  uid: string,
  old: string,
  email: string | null,
) {
  const occasion = account.updateTime?.toDate().toISOString() ?? "";
  const entry = { action: "address-changed", actor: uid, subject: account.ref.path };
  const event = `${uid}_${occasion}`;
  return [
    record(entry, occasion),
    queueMail("address-changed", event, old, addressChanged()),
    ...(email === null ? [] : [queueMail("address-confirmed", event, email, addressConfirmed())]),
  ];
}

/** Whether Firebase Authentication has it as the sign-in says; not in the midst of a sign-up or link. */
const isSettled = (auth: Shown["auth"], email: string | null): auth is AuthRecord =>
  typeof auth === "object" && auth.email?.toLowerCase() === email?.toLowerCase();

/** `validSince`; where it is about to move for what is under way, a time after that. */
function sinceOf(auth: Shown["auth"], email: string | null): number {
  if (isSettled(auth, email)) return auth.since;
  return Math.floor(now().getTime() / SECOND) + SETTLING;
}
