import type { SiteRole } from "kindling-client";
import { useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { useAction } from "../../core/action.ts";
import { content } from "../../core/backend.ts";
import { Badge, Button, Confirm, Refusal, Select } from "../../core/ui/index.ts";
import { Name } from "../Name.tsx";
import { ROLE_NAMES, roleNamed, roleOptions } from "../roles.ts";

interface MemberProps {
  siteId: string;
  uid: string;
  role: SiteRole;
  isMe: boolean;
  mayChange: boolean;
  isLastOwner: boolean;
}

/** Somebody of a team: what they may, and the way out. */
export function Member({ siteId, uid, role, isMe, mayChange, isLastOwner }: MemberProps) {
  const { route } = useLocation();
  const [isLeaving, setLeaving] = useState(false);
  const change = useAction((next: SiteRole) => content.setSiteMember(siteId, uid, next));
  const leave = useAction(async () => {
    await content.setSiteMember(siteId, uid, null);
    if (isMe) route("/studio");
  });
  const verb = isMe ? "Leave the team" : "Take off the team";
  return (
    <li class="line">
      <h3 class="grow">{isMe ? "You" : <Name of={uid} />}</h3>
      <div class="row">
        {mayChange && !isLastOwner ? (
          <Select
            label="Role"
            isLabelHidden
            options={roleOptions.map(([name]) => [name, ROLE_NAMES[name]] as const)}
            value={role}
            onValue={(name) => {
              const next = roleNamed(name);
              if (next) change.run(next);
            }}
          />
        ) : (
          <Badge>{ROLE_NAMES[role]}</Badge>
        )}
        {(mayChange || isMe) && !isLastOwner && (
          <Button look="quiet" onClick={() => setLeaving(true)}>
            {isMe ? "Leave" : "Remove"}
          </Button>
        )}
      </div>
      <Refusal problem={change.problem} />
      {isLeaving && (
        <Confirm
          title={verb}
          confirm={verb}
          keep={isMe ? "Stay" : "Keep them"}
          action={leave}
          onClose={() => setLeaving(false)}
        >
          <p>
            What was written stays at the site. To come back takes an invitation of one of its
            owners.
          </p>
        </Confirm>
      )}
    </li>
  );
}
