import { DraftState } from "../../../functions/src/content/schema.ts";
import type { SiteRole } from "../../../functions/src/content/team/schema.ts";

/** What callables do to a draft; `save` is the restoring of a revision. */
export type CalledAction = "publish" | "unpublish" | "schedule" | "unschedule" | "save";

const always = DraftState.options;

/** In which states somebody may do it to their own; editors and owners may in all, to anybody's. */
const own: Record<"contributor" | "author", Record<CalledAction, readonly DraftState[]>> = {
  contributor: {
    publish: ["ready"],
    schedule: ["ready"],
    unschedule: [],
    unpublish: [],
    save: ["draft", "published"],
  },
  author: {
    publish: always,
    schedule: always,
    unschedule: always,
    unpublish: always,
    save: ["draft", "published"],
  },
};

/** Who may do what, said once more than in draft/states.ts. */
export function mayCall(
  role: SiteRole,
  isOwn: boolean,
  action: CalledAction,
  state: DraftState,
): boolean {
  if (role === "editor" || role === "owner") return true;
  return isOwn && role !== "reader" && own[role][action].includes(state);
}
