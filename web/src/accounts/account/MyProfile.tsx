import type { User } from "firebase/auth";
import { accounts } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { Loading, Refusal } from "../../core/ui/index.ts";
import { AccountPage } from "./AccountPage.tsx";
import { ProfileForm } from "./profile/ProfileForm.tsx";

export default function MyProfile() {
  return (
    <AccountPage title="Your profile" lead="What everybody sees of you.">
      {(user) => <Profile key={user.uid} user={user} />}
    </AccountPage>
  );
}

function Profile({ user }: { user: User }) {
  const { data, isLoading, problem } = useDocument(accounts.documents.profile(user.uid));
  if (isLoading) return <Loading what="Your profile is on its way" />;
  if (problem) return <Refusal problem={problem} />;
  return <ProfileForm user={user} profile={data} />;
}
