import { UserRoundX } from "lucide";
import { useRoute } from "preact-iso";
import { useSession } from "../../core/session.tsx";
import { StaffPage } from "../../core/staff/StaffPage.tsx";
import { Empty, Loading, Refusal } from "../../core/ui/index.ts";
import { Access } from "./Access.tsx";
import { History } from "./History.tsx";
import { PersonFacts } from "./PersonFacts.tsx";
import { RoleForm } from "./RoleForm.tsx";
import { type Somebody, usePerson } from "./usePerson.ts";

/** One person: who they are, what they may do, and whether they may come in. */
export default function OnePerson() {
  const { uid = "" } = useRoute().params;
  const { role } = useSession();
  const person = usePerson(role === "admin" ? uid : null);
  const { profile, account } = person;
  return (
    <StaffPage
      title={profile?.displayName ?? account?.email ?? "A person"}
      roles={[]}
      from={["People", "/staff/people"]}
    >
      <Shown uid={uid} person={person} />
    </StaffPage>
  );
}

function Shown({ uid, person }: { uid: string; person: Somebody }) {
  const { user } = useSession();
  if (person.isLoading) return <Loading what="Looking for them" />;
  if (person.problem) return <Refusal problem={person.problem} />;
  if (!person.isKnown) {
    return (
      <Empty icon={UserRoundX} title="There is nobody here">
        <p>They have never logged in, or their account is gone.</p>
      </Empty>
    );
  }
  const isSelf = user?.uid === uid;
  return (
    <>
      <PersonFacts uid={uid} person={person} />
      <div class="beside">
        <RoleForm uid={uid} role={person.member?.role} isSelf={isSelf} />
        <Access uid={uid} isDisabled={person.isDisabled} isSelf={isSelf} />
      </div>
      <History uid={uid} />
    </>
  );
}
