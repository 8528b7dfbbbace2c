import * as z from "zod";
import { documents, documentsNamed } from "../../core/db.ts";
import { idOf } from "../../core/id.ts";
import { invitation } from "../../core/invitations/schema.ts";
import { timestamp } from "../../core/schema.ts";

/**
 * What somebody may be at a site, from who may least to who may most. Each may what those before
 * may.
 */
export const siteRoles = ["reader", "contributor", "author", "editor", "owner"] as const;
export const SiteRole = z.enum(siteRoles);
export type SiteRole = z.output<typeof SiteRole>;

/** A team is read whole by each rule of its site. */
export const MAX_MEMBERS = 50;

/**
 * `siteTeams/{site}`: who works at a site. Members read it; owners change roles under rules, and
 * people come by content-acceptSiteInvite. Rules: section content.
 */
export const Team = z
  .strictObject({
    /** By uid. There is an owner at any time. */
    roles: z.record(z.string(), SiteRole),
    /** The keys of `roles`, so that everybody finds their sites. */
    memberIds: z.array(z.string()).max(MAX_MEMBERS),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .refine(({ roles }) => Object.values(roles).includes("owner"), {
    path: ["roles"],
    message: "must have an owner",
  })
  .refine(
    ({ memberIds, roles }) =>
      memberIds.length === Object.keys(roles).length &&
      new Set(memberIds).size === memberIds.length &&
      memberIds.every((uid) => Object.hasOwn(roles, uid)),
    { path: ["memberIds"], message: "must be those who have a role" },
  );
export type Team = z.output<typeof Team>;

/**
 * `sites/{site}/siteInvites/{hash of the address}`: who may join. Owners read and delete, the server
 * writes.
 */
export const SiteInvite = z.strictObject({ ...invitation, role: SiteRole });
export type SiteInvite = z.output<typeof SiteInvite>;

export const teams = documents("siteTeams", Team);
export const invitesOf = (siteId: string) => documents(`sites/${siteId}/siteInvites`, SiteInvite);
/** Two addresses that differ in case alone are one. */
export const inviteOf = (siteId: string, email: string) =>
  invitesOf(siteId).doc(idOf("site-invite", email.toLowerCase()));

/** To whatever site. */
export const allInvites = documentsNamed("siteInvites", SiteInvite);
