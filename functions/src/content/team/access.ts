import type { DocumentSnapshot } from "firebase-admin/firestore";
import type { Caller } from "../../core/caller.ts";
import { refuse } from "../../core/refuse.ts";
import { isAtLeast } from "../draft/states.ts";
import type { SiteRole, Team } from "./schema.ts";

/** What somebody is at a site; nothing if they are not of its team. */
export const roleIn = (team: Team, uid: string): SiteRole | undefined =>
  Object.hasOwn(team.roles, uid) ? team.roles[uid] : undefined;

/**
 * What the caller is at a site, which must be `least` or more.
 * Refuses `not-found`/`no-such-site` where there is none, and in the same words where they are not of
 * its team; `permission-denied`/`role-too-low` with `role` and `needed`.
 */
export function requireSiteRole(
  found: DocumentSnapshot<Team>,
  { uid }: Caller,
  least: SiteRole,
): { team: Team; role: SiteRole } {
  const team = found.data();
  const role = team && roleIn(team, uid);
  if (!team || !role)
    refuse("not-found", "no-such-site", "You are not of the team of such a site.");
  if (!isAtLeast(role, least)) refuseRole(role, least);
  return { team, role };
}

/** Refuses `permission-denied`/`role-too-low`. */
export function refuseRole(role: SiteRole, needed: SiteRole): never {
  refuse("permission-denied", "role-too-low", `This takes the role ${needed}; yours is ${role}.`, {
    role,
    needed,
  });
}
