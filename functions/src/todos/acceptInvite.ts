import { callable } from "../core/callable.ts";
import { HOUR, SECOND, stamp } from "../core/clock.ts";
import { decide, update } from "../core/decide.ts";
import { refuseSpent, refuseUnknown, soughtInvitation } from "../core/invitations/accept.ts";
import { AcceptInvite } from "./inputs.ts";
import { isWriter, roleIn } from "./list/access.ts";
import { refuseFull } from "./list/invites.ts";
import { inviteOf, type List, type ListRole, lists } from "./schema.ts";

/**
 * Puts the caller on the list that they were invited to. An invitation works once, for seven days,
 * and for who has the address that it was sent to. Who is on the list already keeps what they may do,
 * or may do more. Again by the same person, it answers the same. Answers `{ listId, role }`.
 *
 * For whoever has a verified address. Refuses `not-found`/`no-such-invite` (a wrong code, another's
 * address, taken back, by who may not write on the list any more: in the same words) and
 * `failed-precondition` with `invite-expired`, `invite-used`, `too-many-members`.
 */
export const acceptInvite = callable(
  {
    access: "verified",
    input: AcceptInvite,
    limit: { calls: 60, seconds: HOUR / SECOND },
  },
  ({ code }, { uid, email = "" }) => {
    const [listId = "", token = ""] = code.split(".");
    // Written out: the client's declarations can't follow a name into this folder.
    return decide<{ listId: string; role: "owner" | "writer" | "reader" }>(async (read) => {
      const [found, sent] = await read(lists.doc(listId), inviteOf(listId, email));
      const list = found.data();
      if (!list || list.deletedAt) refuseUnknown(email);
      const invite = soughtInvitation(sent.data(), token, email);
      const current = roleIn(list, uid);
      if (invite.accepted && current) return { answer: { listId, role: current } };
      refuseSpent(invite);
      // Else who was removed, or may read alone by now, could come back by an address of their own.
      if (!isWriter(list, invite.invitedBy)) refuseUnknown(email);
      if (!current) refuseFull(list);
      const role = current === undefined || current === "reader" ? invite.role : current;
      return {
        answer: { listId, role },
        writes: [
          update(found, { ...joined(list, uid, role), updatedAt: stamp() }),
          update(sent, { accepted: true }),
        ],
      };
    });
  },
);

const joined = ({ roles, memberIds }: List, uid: string, role: ListRole) => ({
  roles: { ...roles, [uid]: role },
  memberIds: [...new Set([...memberIds, uid])],
});
