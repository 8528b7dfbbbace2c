import type { DocumentData, DocumentReference } from "firebase/firestore";
import { SearchX } from "lucide";
import type { ComponentChildren } from "preact";
import { type LiveDocument, useDocument } from "../../core/live.ts";
import { useSession } from "../../core/session.tsx";
import { Empty, Loading, Refusal } from "../../core/ui/index.ts";

/** A document for staff alone. Who is none is told so by `StaffPage`, and asks for nothing. */
export function useStaffDocument<T extends DocumentData>(
  wanted: DocumentReference<T, T>,
): LiveDocument<T> {
  const { role } = useSession();
  return useDocument(role === undefined ? null : wanted);
}

interface FollowedProps<T extends DocumentData> {
  of: LiveDocument<T>;
  /** What is said where there is none, and what to do about it. */
  missing: string;
  instead: ComponentChildren;
  children: (data: T) => ComponentChildren;
}

/** A document once it is there; until then that it comes, or why it does not. */
export function Followed<T extends DocumentData>(props: FollowedProps<T>) {
  const { of: followed, missing, instead, children } = props;
  if (followed.isLoading) return <Loading rows={5} />;
  if (followed.problem) return <Refusal problem={followed.problem} />;
  if (followed.data) return <>{children(followed.data)}</>;
  return (
    <Empty icon={SearchX} title={missing}>
      {instead}
    </Empty>
  );
}
