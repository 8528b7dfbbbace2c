import { Badge, Notice } from "../../core/ui/index.ts";
import { day } from "../../core/words.ts";
import { roleNames } from "./roles.ts";
import type { Somebody } from "./usePerson.ts";

/** Who somebody is, as far as the house knows. */
export function PersonFacts({ uid, person }: { uid: string; person: Somebody }) {
  const { profile, account, member, deletion, isDisabled } = person;
  return (
    <>
      {deletion && (
        <Notice tone="warn">
          {deletion.state === "requested"
            ? `They have asked for their account to be deleted. Until ${day(deletion.dueAt)} they may change their mind.`
            : "Their account is being deleted."}
        </Notice>
      )}
      <dl class="card staff-facts">
        <dt>How it stands</dt>
        <dd class="row">
          <Badge tone={isDisabled ? "bad" : "good"}>{isDisabled ? "Disabled" : "Active"}</Badge>
          <Badge>{member ? roleNames[member.role] : "No role"}</Badge>
        </dd>
        {account?.email && (
          <>
            <dt>E-mail address</dt>
            <dd>{account.email}</dd>
          </>
        )}
        {account?.former && account.former.length > 0 && (
          <>
            <dt>Earlier addresses</dt>
            <dd>{account.former.join(", ")}</dd>
          </>
        )}
        {profile && (
          <>
            <dt>Username</dt>
            <dd>
              <a href={`/people/${uid}`}>@{profile.username}</a>, since {day(profile.createdAt)}
            </dd>
          </>
        )}
        <dt>User ID</dt>
        <dd>
          <code>{uid}</code>
        </dd>
      </dl>
    </>
  );
}
