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
import { InviteToSite } from "./inputs.ts";
import { requireSiteRole } from "./team/access.ts";
import { entityOf, INVITATION, refuseFull } from "./team/invites.ts";
import { invitedToSite } from "./team/mails.ts";
import { inviteOf, type SiteInvite, teams } from "./team/schema.ts";

/**
 * Invites the owner of an address to the team of a site, for seven days, and writes them so. Again
 * within a minute, and for the same role, it changes nothing and sends nothing; later the mail of
 * before counts no more. Answers `{ expiresAt }`, as ISO 8601, whether the address is known or not.
 *
 * For owners with a verified address. Refuses what `requireSiteRole` refuses, and
 * `failed-precondition`/`too-many-members`, `own-address`; `resource-exhausted`/`too-many-requests`
 * after 30 a day, or 5 a day to one address, by whomever.
 */
export const inviteToSite = callable(
  { access: "verified", input: InviteToSite, limit: INVITE_LIMIT },
  ({ siteId, email, role }, caller) => {
    const token = newSecret();
    refuseOwnAddress(caller, email);
    return decide(async (read) => {
      const [found, earlier, counter] = await read(
        teams.doc(siteId),
        inviteOf(siteId, email),
        timesInvited(email),
      );
      const { team } = requireSiteRole(found, caller, "owner");
      refuseFull(team);
      const last = earlier.data();
      const invite: SiteInvite = { ...newInvitation(email, caller.uid, token), role };
      if (last && isRepeated(last, invite.tokenHash, last.role === role)) {
        return { answer: { expiresAt: last.expiresAt.toDate().toISOString() } };
      }
      const mail = invitedToSite(siteId, role, caller.email ?? "", `${siteId}.${token}`);
      return {
        answer: { expiresAt: invite.expiresAt.toDate().toISOString() },
        writes: [
          ...spend(counter, ADDRESS_LIMIT, invite.tokenHash),
          last ? update(earlier, invite) : create(earlier.ref, invite),
          queueMail(INVITATION, entityOf(siteId, invite), email, mail),
        ],
      };
    });
  },
);
