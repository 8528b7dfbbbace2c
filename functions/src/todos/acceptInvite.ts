import { callable } from "../core/callable.ts";
import { HOUR, now, SECOND, stamp } from "../core/clock.ts";
import { decide, update } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { AcceptInvite } from "./inputs.ts";
import { roleIn } from "./list/access.ts";
import { refuseFull } from "./list/invites.ts";
import { type Invite, inviteOf, type List, type ListRole, lists } from "./schema.ts";
import { isSecret } from "./secret.ts";

/**
 * Puts the caller on the list that they were invited to. An invitation works once, for seven days,
 * and for who has the address that it was sent to. Who is on the list already keeps what they may do,
 * or may do more. Again by the same person, it answers the same. Answers `{ listId, role }`.
 *
 * For whoever has a verified address. Refuses `not-found`/`no-such-invite` (a wrong code, another's
 * address, taken back: in the same words) and `failed-precondition` with `invite-expired`,
 * `invite-used`, `too-many-members`.
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
      const [list, invite] = [found.data(), sent.data()];
      if (!list || list.deletedAt || !invite || !isSecret(token, invite.tokenHash)) none(email);
      const current = roleIn(list, uid);
      if (invite.accepted && current) return { answer: { listId, role: current } };
      refuseSpent(invite);
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

function refuseSpent({ accepted, expiresAt }: Invite): void {
  if (accepted) {
    refuse("failed-precondition", "invite-used", "This invitation has been used. Ask for another.");
  }
  if (expiresAt.toMillis() <= now().getTime()) {
    refuse(
      "failed-precondition",
      "invite-expired",
      "This invitation has run out. Ask for another.",
    );
  }
}

function none(email: string): never {
  refuse(
    "not-found",
    "no-such-invite",
    `There is no such invitation for ${email}. Sign in with the address that it was sent to.`,
  );
}
