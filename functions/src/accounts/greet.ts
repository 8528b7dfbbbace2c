import { onDocumentCreated } from "firebase-functions/firestore";
import { accounts } from "../core/accounts.ts";
import { record } from "../core/audit.ts";
import { now, stamp } from "../core/clock.ts";
import { create, decide, update } from "../core/decide.ts";
import { mailOf, queueMail } from "../core/mail/queue.ts";
import { staff } from "../core/roles.ts";
import { verificationLink } from "./links/authLinks.ts";
import { invitationOf } from "./schema.ts";
import { type AuthRecord, authRecordOf } from "./signIn/authRecord.ts";
import { welcome } from "./signIn/mails.ts";
import { isLive, mayJoin, policyNow } from "./signIn/policy.ts";

/**
 * Welcomes, once, who has made a profile; to an address that is not confirmed, with the link that
 * confirms it. Guests have none and are written nothing. Disables the account of who was never
 * admitted: a guest may come by an address of which nobody was asked.
 */
export const greet = onDocumentCreated({ document: "users/{uid}", retry: true }, async (event) => {
  const { uid } = event.params;
  const auth = await authRecordOf(uid);
  if (!auth || auth.email === null) return;
  const newcomer = { ...auth, email: auth.email };
  const refusal = await refusalOf(uid, newcomer.email);
  await (refusal ? turnOut(uid, newcomer, refusal) : sendWelcome(uid, newcomer));
});

type Newcomer = AuthRecord & { email: string };

async function refusalOf(uid: string, email: string): Promise<ReturnType<typeof mayJoin>> {
  const policy = policyNow();
  const refusal = mayJoin(email, { ...policy, invited: false });
  if (refusal !== "invitation-needed") return refusal;
  const [account, invitation] = await Promise.all([
    accounts.doc(uid).get(),
    invitationOf(email).get(),
  ]);
  return account.data()?.admitted || isLive(invitation.data()) ? undefined : refusal;
}

async function sendWelcome(uid: string, { email, verified }: Newcomer): Promise<void> {
  const verification = verified ? undefined : await verificationLink(email);
  // The account is gone, or has another address, by now.
  if (!verified && !verification) return;
  await decide(async (read) => {
    const [sent] = await read(mailOf("welcome", uid, email));
    if (sent.exists) return { answer: undefined };
    return {
      answer: undefined,
      writes: [queueMail("welcome", uid, email, welcome(verification))],
    };
  });
}

/** Firebase Authentication is told by the sweep that looks at `syncAt`. Staff are let be. */
const turnOut = (uid: string, { email, since }: Newcomer, reason: string): Promise<void> =>
  decide(async (read) => {
    const [account, member] = await read(accounts.doc(uid), staff.doc(uid));
    if (account.data()?.disabled || member.exists) return { answer: undefined };
    const shut = { disabled: true, syncAt: stamp() };
    const entry = { action: "sign-up-refused", actor: uid, subject: account.ref.path, reason };
    return {
      answer: undefined,
      writes: [
        account.exists
          ? update(account, shut)
          : create(account.ref, { validAfter: 0, email, seenSince: since, ...shut }),
        record(entry, now().toISOString()),
      ],
    };
  });
