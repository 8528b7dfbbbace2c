import { record } from "../core/audit.ts";
import { callable } from "../core/callable.ts";
import { DAY, MINUTE, now, stamp } from "../core/clock.ts";
import { create, decide, update } from "../core/decide.ts";
import { queueMail } from "../core/mail/queue.ts";
import { refuse } from "../core/refuse.ts";
import { Address } from "./inputs.ts";
import { invitationOf } from "./schema.ts";
import { invited } from "./signIn/mails.ts";
import { mayJoin, policyNow } from "./signIn/policy.ts";

/** How long an invitation counts, and how long after one no other mail is sent. */
const VALID = 14 * DAY;
const REST = MINUTE;

/**
 * Invites the owner of an address, or renews their invitation, for 14 days, and writes them so.
 * Again within a minute, it changes nothing and sends nothing. Answers `{ expiresAt }`, as ISO 8601,
 * whether the address is known or not. For admins. Refuses `failed-precondition`/`domain-blocked`:
 * they could not sign up.
 */
export const inviteUser = callable({ access: ["admin"], input: Address }, ({ email }, caller) => {
  if (mayJoin(email, { ...policyNow(), invited: true })) {
    refuse("failed-precondition", "domain-blocked", "Addresses of this domain are not admitted.");
  }
  return decide(async (read) => {
    const [invitation] = await read(invitationOf(email));
    const last = invitation.data();
    if (last && last.createdAt.toMillis() + REST > now().getTime()) {
      return { answer: { expiresAt: last.expiresAt.toDate().toISOString() } };
    }
    const fresh = {
      email,
      invitedBy: caller.uid,
      createdAt: stamp(),
      expiresAt: stamp(VALID),
    };
    const occasion = String(fresh.createdAt.toMillis());
    const subject = invitation.ref.path;
    return {
      answer: { expiresAt: fresh.expiresAt.toDate().toISOString() },
      writes: [
        last ? update(invitation, fresh) : create(invitation.ref, fresh),
        record({ action: "invited", actor: caller.uid, subject }, occasion),
        queueMail("invited", `${invitation.id}_${occasion}`, email, invited()),
      ],
    };
  });
});
