import { accounts } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { Loading, Refusal } from "../../core/ui/index.ts";
import { AccountPage } from "./AccountPage.tsx";
import { DetailsForm } from "./profile/DetailsForm.tsx";

export default function Details() {
  return (
    <AccountPage title="Your details" lead="For you alone: nobody else reads this.">
      {({ uid }) => <Loaded key={uid} uid={uid} />}
    </AccountPage>
  );
}

function Loaded({ uid }: { uid: string }) {
  const { data, isLoading, problem } = useDocument(accounts.documents.privateProfile(uid));
  if (isLoading) return <Loading what="Your details are on their way" />;
  if (problem) return <Refusal problem={problem} />;
  return <DetailsForm uid={uid} kept={data} />;
}
