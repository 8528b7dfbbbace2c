import { callable } from "../core/callable.ts";
import { HOUR, SECOND, stamp } from "../core/clock.ts";
import { decide, update } from "../core/decide.ts";
import { refuseSpent, refuseUnknown, soughtInvitation } from "../core/invitations/accept.ts";
import { isAtLeast } from "./draft/states.ts";
import { AcceptSiteInvite } from "./inputs.ts";
import { roleIn } from "./team/access.ts";
import { refuseFull } from "./team/invites.ts";
import { inviteOf, type SiteRole, type Team, teams } from "./team/schema.ts";

/**
 * Puts the caller into the team that they were invited to. An invitation works once, for seven
 * days, and for who has the address that it was sent to. Who is of the team already keeps what they
 * may do, or may do more. Again by the same person, it answers the same. Answers
 * `{ siteId, role }`.
 *
 * For whoever has a verified address. Refuses `not-found`/`no-such-invite` (a wrong code, another's
 * address, taken back, by who is no owner any more: in the same words) and `failed-precondition`
 * with `invite-expired`, `invite-used`, `too-many-members`.
 */
export const acceptSiteInvite = callable(
  {
    access: "verified",
    input: AcceptSiteInvite,
    limit: { calls: 60, seconds: HOUR / SECOND },
  },
  ({ code }, { uid, email = "" }) => {
    const [siteId = "", token = ""] = code.split(".");
    // Written out: the client's declarations can't follow a name into this folder.
    return decide<{
      siteId: string;
      role: "reader" | "contributor" | "author" | "editor" | "owner";
    }>(async (read) => {
      const [found, sent] = await read(teams.doc(siteId), inviteOf(siteId, email));
      const team = found.data();
      if (!team) refuseUnknown(email);
      const invite = soughtInvitation(sent.data(), token, email);
      const current = roleIn(team, uid);
      if (invite.accepted && current) return { answer: { siteId, role: current } };
      refuseSpent(invite);
      // Else who is no owner any more could come back by an address of their own.
      if (roleIn(team, invite.invitedBy) !== "owner") refuseUnknown(email);
      if (!current) refuseFull(team);
      const role = current && isAtLeast(current, invite.role) ? current : invite.role;
      return {
        answer: { siteId, role },
        writes: [
          update(found, { ...joined(team, uid, role), updatedAt: stamp() }),
          update(sent, { accepted: true }),
        ],
      };
    });
  },
);

const joined = ({ roles, memberIds }: Team, uid: string, role: SiteRole) => ({
  roles: { ...roles, [uid]: role },
  memberIds: [...new Set([...memberIds, uid])],
});
