import * as z from "zod";
import { invitationCode } from "../core/invitations/accept.ts";
import { documentId, mailAddress, optionalText, slug } from "../core/schema.ts";
import { Site } from "./schema.ts";
import { SiteRole } from "./team/schema.ts";

// What the callables take. Documents: schema.ts, comments/schema.ts.

/** What a site's owners say of it. */
const settings = {
  title: Site.shape.title,
  description: Site.shape.description,
  language: Site.shape.language,
  theme: Site.shape.theme,
  navigation: Site.shape.navigation,
  comments: Site.shape.comments,
};

/** Input of `createSite`: its address, and what it is like; what is not said is as usual. */
export const CreateSite = z.strictObject({
  siteId: slug,
  title: settings.title,
  ...z.strictObject(settings).omit({ title: true }).partial().shape,
});

/** Input of `updateSite`: what is to be otherwise. */
export const UpdateSite = z.strictObject({
  siteId: slug,
  ...z.strictObject(settings).partial().shape,
});

/** Input of what is about a site as a whole. */
export const OneSite = z.strictObject({ siteId: slug });

/**
 * Input of `inviteToSite`. The address in lower case, so that all that was sent there is found
 * again.
 */
export const InviteToSite = z.strictObject({
  siteId: slug,
  email: mailAddress.toLowerCase(),
  role: SiteRole,
});

/** Input of `acceptSiteInvite`: the site and the secret, as the mail has them. */
export const AcceptSiteInvite = z.strictObject({
  code: invitationCode,
});

/** Input of what is about an article (or page), whatever its version. */
export const OneArticle = z.strictObject({ siteId: slug, articleId: documentId });

const version = z.int().min(1);

/** Input of `publishArticle`: the version that the caller has seen. */
export const PublishArticle = OneArticle.extend({ version });

/** Input of `scheduleArticle`: the version, and when it is to go out. */
export const ScheduleArticle = PublishArticle.extend({
  /** ISO 8601 with an offset: "2026-12-01T09:00:00+01:00". */
  publishAt: z.iso.datetime({ offset: true }),
});

/** Input of `restoreRevision`: the version that is there now, and the one that it shall be as. */
export const RestoreRevision = OneArticle.extend({ version, revision: version });

const moderation = OneArticle.extend({
  commentId: documentId,
  /** For the audit trail. */
  reason: optionalText(500),
});

/**
 * Input of `moderateComment`. Who lets a comment stand says what they have seen: it may be changed
 * at any time.
 */
export const ModerateComment = z.discriminatedUnion("action", [
  moderation.extend({ action: z.literal("hide") }),
  moderation.extend({ action: z.literal("show"), text: optionalText(2_000) }),
]);
