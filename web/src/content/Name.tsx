import { accounts } from "../core/backend.ts";
import { useDocument } from "../core/live.ts";
import { useSession } from "../core/session.tsx";

/** What somebody is called, by the profile that everybody may see. */
export function Name({ of: uid }: { of: string }) {
  const { user } = useSession();
  const isMe = user?.uid === uid;
  const profile = useDocument(isMe ? null : accounts.documents.profile(uid));
  if (isMe) return <>you</>;
  if (profile.isLoading) return <>…</>;
  return <>{profile.data?.displayName ?? "somebody without a profile"}</>;
}
