import { callable } from "../core/callable.ts";
import { create, decide, update } from "../core/decide.ts";
import {
  ADDRESS_LIMIT,
  INVITE_LIMIT,
  isRepeated,
  newInvitation,
  refuseOwnAddress,
  timesInvited,
} from "../core/invitations/invite.ts";
import { spend } from "../core/limits.ts";
import { queueMail } from "../core/mail/queue.ts";
import { newSecret } from "../core/secret.ts";
import { InviteToList } from "./inputs.ts";
import { ownedList } from "./list/access.ts";
import { entityOf, INVITATION, refuseFull } from "./list/invites.ts";
import { invitedToList } from "./list/mails.ts";
import { type Invite, inviteOf, lists } from "./schema.ts";

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
    refuseOwnAddress(caller, email);
    return decide(async (read) => {
      const [found, earlier, counter] = await read(
        lists.doc(listId),
        inviteOf(listId, email),
        timesInvited(email),
      );
      const list = ownedList(found, caller);
      refuseFull(list);
      const last = earlier.data();
      const invite: Invite = { ...newInvitation(email, caller.uid, token), role };
      if (last && isRepeated(last, invite.tokenHash, last.role === role)) {
        return { answer: { expiresAt: last.expiresAt.toDate().toISOString() } };
      }
      const mail = invitedToList(list.title, caller.email ?? "", `${listId}.${token}`);
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
