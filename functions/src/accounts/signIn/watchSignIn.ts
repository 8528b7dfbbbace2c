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
import { linkRequestOf } from "../links/askForLink.ts";
import { invitationOf } from "../schema.ts";
import { authRecordOrSilence } from "./authRecord.ts";
import { addressChanged, addressConfirmed } from "./mails.ts";
import { newsOf, type Shown, shownBy } from "./news.ts";
import { tellPasswordChanged } from "./passwordChange.ts";
import { isLive, mayJoin, type Policy, policyNow, turnAway } from "./policy.ts";

/** Less than `beforeSignIn` waits for. */
const HURRY = 3 * SECOND;

/** So many former addresses are remembered: mails are kept for 30 days, and who has more in those? */
const FORMER = 20;

const NOTHING: Decision<void> = { answer: undefined };

/**
 * Compares a sign-in with what is known of the account. The first one with an address enters it in
 * `accounts/{uid}` and takes the invitation away. Later, another address is told to the old one and
 * to the new one, a changed password to the address if it is confirmed, each once.
 *
 * Refuses `permission-denied` with `disabled`, also before Firebase Authentication knows;
 * `domain-blocked`; and, while signing up takes an invitation, `invitation-needed` to who has not
 * been let in before (a guest who has got an address, somebody imported) or has moved to an address
 * other than by `changeEmail`. Billed one read; two where somebody is new.
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
    if (shown.email !== null && !known?.admitted) {
      return join(read, account, { ...shown, email: shown.email }, policy);
    }
    if (!known || auth === "no answer") return NOTHING;
    return tell(read, account, known, { ...shown, verified: auth?.verified ?? false }, policy);
  }, HURRY);
}

async function join(
  read: Read,
  account: DocumentSnapshot<Account>,
  { email, since: seenSince }: Shown & { email: string },
  policy: Policy,
): Promise<Decision<void>> {
  const [invitation] = await read(invitationOf(email));
  const refusal = mayJoin(email, { ...policy, invited: isLive(invitation.data()) });
  if (refusal) turnAway(refusal);
  const seen = { email, seenSince, admitted: true };
  const entry = { action: "signed-up", actor: account.id, subject: account.ref.path };
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

async function tell(
  read: Read,
  account: DocumentSnapshot<Account>,
  known: Account,
  shown: Shown & { verified: boolean },
  policy: Policy,
): Promise<Decision<void>> {
  const news = newsOf(known, shown);
  const old = known.email;
  if (!news || old === null) return NOTHING;
  if (news.kind === "password-changed") {
    const told = tellPasswordChanged(account.id, { ...shown, email: old }, shown.since);
    return { answer: undefined, writes: [update(account, news.fields), ...told] };
  }
  if (policy.signUp === "invited" && shown.email !== null) {
    await refuseUnasked(read, account.id, shown.email);
  }
  const former = [...(known.former ?? []).filter((one) => one !== old), old].slice(-FORMER);
  const moved = update(account, { ...news.fields, former });
  const told = tellAddressChanged(account, old, shown.email);
  return { answer: undefined, writes: [moved, ...told] };
}

/**
 * Whoever signs up with an invited address has not shown that it is theirs. They may move on from a
 * confirmed one, which `changeEmail` sees to, or to one that is invited as well.
 */
async function refuseUnasked(read: Read, uid: string, email: string): Promise<void> {
  const [request, invitation] = await read(linkRequestOf("change", email), invitationOf(email));
  const isAsked = request.data()?.uid === uid;
  if (!isAsked && !isLive(invitation.data())) turnAway("invitation-needed");
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
