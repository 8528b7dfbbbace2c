import type { DocumentSnapshot } from "firebase-admin/firestore";
import { type Account, accounts } from "../../core/accounts.ts";
import { record } from "../../core/audit.ts";
import { now, SECOND } from "../../core/clock.ts";
import {
  create,
  type Decision,
  decide,
  type Read,
  remove,
  update,
  type Write,
} from "../../core/decide.ts";
import { queueMail } from "../../core/mail/queue.ts";
import { invitationOf } from "../schema.ts";
import { authRecordOrSilence } from "./authRecord.ts";
import { addressChanged, addressConfirmed } from "./mails.ts";
import { newsOf, type Shown, shownBy } from "./news.ts";
import { tellPasswordChanged } from "./passwordChange.ts";
import { isLive, mayJoin, policyNow, turnAway } from "./policy.ts";

/** Less than `beforeSignIn` waits for. */
const PATIENCE = 3 * SECOND;

const NOTHING: Decision<void> = { answer: undefined };

/**
 * Compares a sign-in with what is known of the account. The first one with an address makes
 * `accounts/{uid}` and takes the invitation away. Later, another address is told to the old one and
 * to the new one, a changed password to the address if it is confirmed, each once.
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
    const policy = policyNow();
    if (mayJoin(email, { ...policy, invited: true })) turnAway("domain-blocked");
    const auth = await asked;
    const shown = shownBy(email, auth, Math.floor(now().getTime() / SECOND));
    const isKnown = known !== undefined && known.email !== null;
    if (isKnown)
      return auth === "no answer" ? NOTHING : tell(account, known, shown, auth?.verified);
    if (shown.email === null) return NOTHING;
    // Of everybody else `beforeCreate` was asked.
    const wasGuest = typeof auth === "object" && auth.email === null;
    return join(read, account, shown.email, shown.since, wasGuest);
  }, PATIENCE);
}

async function join(
  read: Read,
  account: DocumentSnapshot<Account>,
  email: string,
  seenSince: number,
  wasGuest: boolean,
): Promise<Decision<void>> {
  const [invitation] = await read(invitationOf(email));
  const invited = !wasGuest || isLive(invitation.data());
  const refusal = mayJoin(email, { ...policyNow(), invited });
  if (refusal) turnAway(refusal);
  const entry = { action: "signed-up", actor: account.id, subject: account.ref.path };
  return {
    answer: undefined,
    writes: [
      account.exists
        ? update(account, { email, seenSince })
        : create(account.ref, { disabled: false, validAfter: 0, email, seenSince }),
      record(entry, now().toISOString()),
      ...(invitation.exists ? [remove(invitation)] : []),
    ],
  };
}

function tell(
  account: DocumentSnapshot<Account>,
  known: Account,
  shown: Shown,
  verified = false,
): Decision<void> {
  const news = newsOf(known, shown);
  const old = known.email;
  if (!news || old === null) return NOTHING;
  const writes =
    news.kind === "password-changed"
      ? tellPasswordChanged(account.id, { email: old, verified }, shown.since)
      : tellAddressChanged(account, old, shown.email);
  return { answer: undefined, writes: [update(account, news.fields), ...writes] };
}

function tellAddressChanged(
  { id, ref, updateTime }: DocumentSnapshot<Account>,
  old: string,
  email: string | null,
): Write[] {
  // An address may come back: each change of it begins at another state of the document.
  const occasion = updateTime?.toDate().toISOString() ?? "";
  const event = `${id}_${occasion}`;
  return [
    record({ action: "address-changed", actor: id, subject: ref.path }, occasion),
    queueMail("address-changed", event, old, addressChanged()),
    ...(email === null ? [] : [queueMail("address-confirmed", event, email, addressConfirmed())]),
  ];
}
