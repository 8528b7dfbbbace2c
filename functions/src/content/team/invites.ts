import { mailOf } from "../../core/mail/queue.ts";
import { refuse } from "../../core/refuse.ts";
import { MAX_MEMBERS, type SiteInvite, type Team } from "./schema.ts";

/** The mail that has the token of an invitation in it: see `mailOf`. */
export const INVITATION = "site-invitation";
export const entityOf = (siteId: string, { tokenHash }: SiteInvite): string =>
  `${siteId}_${tokenHash.slice(0, 20)}`;
export const mailOfInvite = (siteId: string, invite: SiteInvite) =>
  mailOf(INVITATION, entityOf(siteId, invite), invite.email);

/** Refuses `failed-precondition`/`too-many-members`. */
export function refuseFull({ memberIds }: Team): void {
  if (memberIds.length < MAX_MEMBERS) return;
  refuse(
    "failed-precondition",
    "too-many-members",
    `There are ${MAX_MEMBERS} people in this team: no more find room.`,
  );
}
