import type { DocumentSnapshot } from "firebase-admin/firestore";
import type { Caller } from "../../core/caller.ts";
import { refuse } from "../../core/refuse.ts";
import type { Draft, DraftState } from "../schema.ts";
import { requireSiteRole } from "../team/access.ts";
import type { SiteRole, Team } from "../team/schema.ts";
import { type DraftAction, draftTransitions, mayDo } from "./states.ts";

/**
 * A draft of a site that the caller is of the team of. Refuses what `requireSiteRole` refuses, and
 * `not-found`/`no-such-draft`.
 */
export function draftSeenBy(
  caller: Caller,
  found: DocumentSnapshot<Draft>,
  team: DocumentSnapshot<Team>,
): { draft: Draft; role: SiteRole } {
  const { role } = requireSiteRole(team, caller, "reader");
  const draft = found.data();
  if (!draft) refuse("not-found", "no-such-draft", "There is no such draft.");
  return { draft, role };
}

/**
 * Where `action` by the caller leads, by draft/states.ts. Refuses `permission-denied`/`not-yours`,
 * `failed-precondition` with `in-bin` and, with the `state`, `wrong-state`.
 */
export function stateAfter(
  action: DraftAction,
  { draft, role }: { draft: Draft; role: SiteRole },
  { uid }: Caller,
): DraftState {
  const { state } = draft;
  if (!mayDo(action, { role, isOwn: draft.authorId === uid, state })) {
    refuse("permission-denied", "not-yours", `Who is ${role} at this site may not ${action} it.`, {
      role,
      state,
    });
  }
  return leadsTo(action, draft);
}

/** Refuses `failed-precondition` with `in-bin` and, with the `state`, `wrong-state`. */
function leadsTo(action: DraftAction, { state, deletedAt }: Draft): DraftState {
  if (deletedAt) {
    refuse("failed-precondition", "in-bin", "It is in the bin: take it out first.");
  }
  const next = draftTransitions[state][action];
  if (next) return next;
  refuse("failed-precondition", "wrong-state", `What is ${state} can't ${action}.`, { state });
}

/**
 * Refuses a version that the caller has not seen the end of: `failed-precondition`/`version-conflict`
 * with the `version` there is, and who made it (`updatedBy`).
 */
export function refuseOtherVersion({ version, updatedBy }: Draft, seen: number): void {
  if (version === seen) return;
  refuse(
    "failed-precondition",
    "version-conflict",
    `It was saved again since: version ${version}. Look at it first.`,
    { version, updatedBy },
  );
}
