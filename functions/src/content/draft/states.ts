import type { DraftState } from "../schema.ts";
import { type SiteRole, siteRoles } from "../team/schema.ts";

/**
 * What can be done to a draft, or happen to it. `publish` is also the clock's, of what is scheduled.
 */
export type DraftAction =
  | "save"
  | "submit"
  | "withdraw"
  | "reject"
  | "approve"
  | "schedule"
  | "unschedule"
  | "publish"
  | "unpublish";

/**
 * What may be done to a draft in a state, and where it is then. The one table: callables go by it, the
 * rules say the same of save, submit, withdraw, reject and approve, tests and docs are made of it.
 *
 * What is scheduled goes out as it is: it is taken back before it is changed. What is taken from its
 * readers does not come out again by itself. What is published and
 * then edited is a draft again, and stays published as it was.
 */
export const draftTransitions: Record<DraftState, Partial<Record<DraftAction, DraftState>>> = {
  draft: {
    save: "draft",
    submit: "in_review",
    schedule: "scheduled",
    publish: "published",
    unpublish: "draft",
  },
  in_review: {
    save: "in_review",
    withdraw: "draft",
    reject: "draft",
    approve: "ready",
    schedule: "scheduled",
    publish: "published",
    unpublish: "in_review",
  },
  ready: {
    save: "ready",
    withdraw: "draft",
    schedule: "scheduled",
    publish: "published",
    unpublish: "ready",
  },
  scheduled: { unschedule: "ready", publish: "published", unpublish: "ready" },
  published: { save: "draft", publish: "published", unpublish: "draft" },
};

/** Whether a role may at least what `least` may. */
export const isAtLeast = (role: SiteRole, least: SiteRole): boolean =>
  siteRoles.indexOf(role) >= siteRoles.indexOf(least);

/**
 * Whether somebody may do it: editors and owners all of it to anything. Who wrote it writes and submits
 * it, and an author publishes it; a contributor publishes what an editor has approved. What is under
 * review or approved changes under no other hands than an editor's.
 */
export function mayDo(
  action: DraftAction,
  { role, isOwn, state }: { role: SiteRole; isOwn: boolean; state: DraftState },
): boolean {
  if (isAtLeast(role, "editor")) return true;
  if (!isOwn || !isAtLeast(role, "contributor")) return false;
  switch (action) {
    case "save":
      return state === "draft" || state === "published";
    case "submit":
    case "withdraw":
      return true;
    case "publish":
    case "schedule":
      return role === "author" || state === "ready";
    case "unschedule":
    case "unpublish":
      return role === "author";
    case "reject":
    case "approve":
      return false;
  }
}
