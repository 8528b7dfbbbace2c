import { content } from "../../core/backend.ts";
import { useDocument } from "../../core/live.ts";
import { useSession } from "../../core/session.tsx";
import { isAtLeast } from "../roles.ts";

/** Whether whoever looks is of the site's team, and moderates. */
export function useIsEditor(siteId: string): boolean {
  const { user } = useSession();
  const team = useDocument(user ? content.documents.team(siteId) : null);
  const role = user && team.data?.roles[user.uid];
  return role !== undefined && isAtLeast(role, "editor");
}
