import type { Draft, DraftState, SiteRole } from "kindling-client";
import { isAtLeast } from "../roles.ts";

/** What somebody may do to a draft. */
export type Step =
  | "save"
  | "submit"
  | "withdraw"
  | "approve"
  | "reject"
  | "publish"
  | "schedule"
  | "unschedule"
  | "unpublish"
  | "bin"
  | "takeOut";

const STEPS: Record<DraftState, readonly Step[]> = {
  draft: ["save", "submit", "publish", "schedule", "unpublish", "bin"],
  in_review: ["save", "withdraw", "approve", "reject", "publish", "schedule", "unpublish", "bin"],
  ready: ["save", "withdraw", "publish", "schedule", "unpublish", "bin"],
  scheduled: ["unschedule", "publish", "unpublish"],
  published: ["save", "unpublish", "bin"],
};

/**
 * What is possible with a draft as it stands, to somebody of this role: the buttons that are shown. The
 * back end decides by its own table (docs/architecture.md).
 */
export function stepsOf(draft: Draft, role: SiteRole, uid: string): ReadonlySet<Step> {
  const isOwn = draft.authorId === uid;
  if (draft.deletedAt) {
    return new Set(mayTouch(role, isOwn) ? ["takeOut" as const] : []);
  }
  return new Set(
    STEPS[draft.state].filter((step) => isSensible(step, draft) && may(step, draft, role, isOwn)),
  );
}

/** Nothing is taken back that is not out, and nothing binned that is. */
const isSensible = (step: Step, { live }: Draft): boolean =>
  step === "unpublish" ? live !== null : step !== "bin" || live === null;

const mayTouch = (role: SiteRole, isOwn: boolean): boolean =>
  isAtLeast(role, isOwn ? "contributor" : "editor");

function may(step: Step, { state }: Draft, role: SiteRole, isOwn: boolean): boolean {
  if (!mayTouch(role, isOwn)) return false;
  if (isAtLeast(role, "editor")) return true;
  switch (step) {
    case "save":
      return state === "draft" || state === "published";
    case "publish":
    case "schedule":
      return role === "author" || state === "ready";
    case "unschedule":
    case "unpublish":
      return role === "author";
    case "approve":
    case "reject":
      return false;
    default:
      return true;
  }
}
