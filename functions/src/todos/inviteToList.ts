import { callable } from "../core/callable.ts";
import { DAY, MINUTE, now, SECOND, stamp } from "../core/clock.ts";
import { create, decide, update } from "../core/decide.ts";
import { spend } from "../core/limits.ts";
import { queueMail } from "../core/mail/queue.ts";
import { refuse } from "../core/refuse.ts";
import { InviteToList } from "./inputs.ts";
import { ownedList } from "./list/access.ts";
import { entityOf, INVITATION, refuseFull, timesInvited } from "./list/invites.ts";
import { invitedToList } from "./list/mails.ts";
import { type Invite, inviteOf, lists } from "./schema.ts";
import { hashOf, newSecret } from "./secret.ts";

const VALID = 7 * DAY;

/** For so long after an invitation no other mail goes to the same address about the same list. */
const REST = MINUTE;

/** Each may send a mail to an address of the caller's choice. */
export const INVITE_LIMIT = { calls: 30, seconds: DAY / SECOND };

/** Nobody is invited more often, by whomever and to whatever list: they have not asked for it. */
export const ADDRESS_LIMIT = { calls: 5, seconds: DAY / SECOND };

/**
 * Invites the owner of an address to a list of the caller's, as writer or reader, for seven days,
 * and writes them so. Again within a minute, and for the same role, it changes nothing and sends
 * nothing; later the mail of before counts no more. Answers `{ expiresAt }`, as ISO 8601, whether the
 * address is known or not.
 *
 * For whoever has a verified address. Refuses what `ownedList` refuses, and
 * `failed-precondition`/`too-many-members`, `own-address`; `resource-exhausted`/`too-many-requests`
 * after 30 a day, or 5 a day to one address, by whomever.
 */
export const inviteToList = callable(
  { access: "verified", input: InviteToList, limit: INVITE_LIMIT },
  ({ listId, email, role }, caller) => {
    const token = newSecret();
    const inviter = caller.email ?? "";
    if (inviter.toLowerCase() === email) {
      refuse("failed-precondition", "own-address", "This is your own address.");
    }
    return decide(async (read) => {
      const [found, earlier, counter] = await read(
        lists.doc(listId),
        inviteOf(listId, email),
        timesInvited(email),
      );
      const list = ownedList(found, caller);
      refuseFull(list);
      const last = earlier.data();
      if (last && isRepeated(last, role, hashOf(token))) {
        return { answer: { expiresAt: last.expiresAt.toDate().toISOString() } };
      }
      const invite: Invite = {
        email,
        role,
        invitedBy: caller.uid,
        tokenHash: hashOf(token),
        createdAt: stamp(),
        expiresAt: stamp(VALID),
        accepted: false,
      };
      const mail = invitedToList(list.title, inviter, `${listId}.${token}`);
      return {
        answer: { expiresAt: invite.expiresAt.toDate().toISOString() },
        writes: [
          ...spend(counter, ADDRESS_LIMIT, invite.tokenHash),
          last ? update(earlier, invite) : create(earlier.ref, invite),
          queueMail(INVITATION, entityOf(listId, invite), email, mail),
        ],
      };
    });
  },
);

/** A commit of this call that went through unheard, or a call just now that was the same. */
const isRepeated = (last: Invite, role: Invite["role"], tokenHash: string): boolean =>
  last.tokenHash === tokenHash ||
  (!last.accepted && last.role === role && last.createdAt.toMillis() + REST > now().getTime());
