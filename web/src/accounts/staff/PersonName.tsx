import { accounts } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";

interface PersonNameProps {
  uid: string;
  /** What to call who has given themselves no name; without it, their uid. */
  otherwise?: string | undefined;
}

/** What somebody calls themselves. */
export function PersonName({ uid, otherwise = uid }: PersonNameProps) {
  const { data: profile, isLoading } = useDocument(accounts.documents.profile(uid));
  return <>{profile?.displayName ?? (isLoading ? "…" : otherwise)}</>;
}

/** Where staff look at somebody. */
export const personPath = (uid: string): string => `/staff/people/${encodeURIComponent(uid)}`;
