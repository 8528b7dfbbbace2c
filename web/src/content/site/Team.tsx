import { isAtLeast } from "../roles.ts";
import { Invitations } from "./Invitations.tsx";
import { Member } from "./Member.tsx";
import { type AtSite, SitePage } from "./SitePage.tsx";

/** Who works at a site. */
export default function TeamPage() {
  return <SitePage>{(at) => <Members {...at} />}</SitePage>;
}

function Members({ siteId, team, role, user }: AtSite) {
  const isOwner = isAtLeast(role, "owner");
  const owners = Object.values(team.roles).filter((one) => one === "owner").length;
  return (
    <>
      <h2>Team</h2>
      <ul class="lines">
        {team.memberIds.map((uid) => (
          <Member
            key={uid}
            siteId={siteId}
            uid={uid}
            role={team.roles[uid] ?? "reader"}
            isMe={uid === user.uid}
            mayChange={isOwner}
            isLastOwner={owners === 1 && team.roles[uid] === "owner"}
          />
        ))}
      </ul>
      {isOwner && <Invitations siteId={siteId} />}
    </>
  );
}
