import { forgetInvitations } from "../../core/invitations/forget.ts";
import type { Person } from "../../core/personalData.ts";
import { isOurs, pathOf } from "../paths.ts";
import { mailOfInvite } from "../team/invites.ts";
import { allInvites, type SiteInvite } from "../team/schema.ts";

/**
 * Deletes the invitations to somebody, and puts their alias where they have invited others. Answers
 * whether any had to be left: see `forgetInvitations`.
 */
export const forgetInvites = (person: Person): Promise<boolean> =>
  forgetInvitations(person, {
    all: allInvites,
    isOurs,
    mailOf: (found) => mailOfInvite(pathOf(found.ref).siteId, found.data() as SiteInvite),
  });
