import { useState } from "preact/hooks";
import { Choice, useChosen } from "../../core/staff/Choice.tsx";
import { StaffPage } from "../../core/staff/StaffPage.tsx";
import { Button } from "../../core/ui/index.ts";
import { Everybody } from "./Everybody.tsx";
import { Invitations } from "./Invitations.tsx";
import { Leaving } from "./Leaving.tsx";
import { StaffMembers } from "./StaffMembers.tsx";

const OPTIONS = [
  ["everybody", "Everybody"],
  ["staff", "Staff"],
  ["leaving", "Leaving"],
] as const;

const LISTS = { everybody: Everybody, staff: StaffMembers, leaving: Leaving };

/** Who has an account, who is staff, and who has asked to be forgotten. */
export default function People() {
  const [isInviting, setInviting] = useState(false);
  const chosen = useChosen(OPTIONS);
  const List = LISTS[chosen];
  return (
    <StaffPage
      title="People"
      roles={[]}
      lead="Who has an account, in which role, and whether they may log in."
      actions={
        <Button look="primary" onClick={() => setInviting(true)}>
          Invite somebody
        </Button>
      }
    >
      <Choice label="Which people" options={OPTIONS} chosen={chosen} />
      <List />
      {isInviting && <Invitations onClose={() => setInviting(false)} />}
    </StaffPage>
  );
}
