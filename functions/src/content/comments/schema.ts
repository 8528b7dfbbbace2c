import * as z from "zod";
import { documents, documentsNamed } from "../../core/db.ts";
import { documentId, optionalText, text, timestamp } from "../../core/schema.ts";
import { byline } from "../schema.ts";

/**
 * `sites/{site}/articles/{article}/articleComments/{comment}`: what a reader says. Everybody reads what
 * is not hidden. Rules: section content. The collection's name is its own, so that queries over all
 * of them meet no other module's comments.
 */
export const ArticleComment = z.strictObject({
  /** Plain text. */
  text: text(2_000),
  authorId: z.string(),
  /** The name that it is said under. */
  byline,
  /** The comment that it answers, which itself answers none. */
  replyTo: documentId.nullable(),
  /** By whom; the server's word (content-moderateComment, content-followReport). */
  hidden: z.enum(["reports", "moderator"]).nullable(),
  /** An editor has looked at it and lets it stand, whatever reports come. */
  approved: z.boolean(),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type ArticleComment = z.output<typeof ArticleComment>;

/**
 * `sites/{site}/commenters/{uid}`: what somebody has just done at a site, written in the same commit:
 * by it the rules tie the count of an article to the comment, and know slow mode.
 */
export const Commenter = z.strictObject({
  uid: z.string(),
  articleId: documentId,
  commentId: documentId,
  /** The moment of the commit that has written it. */
  at: timestamp,
  /** When they said something last. */
  commentedAt: timestamp,
});
export type Commenter = z.output<typeof Commenter>;

/**
 * `…/articleComments/{comment}/reports/{uid}`: one of each person. Editors read. Rules: section
 * content.
 */
export const Report = z.strictObject({
  uid: z.string(),
  reason: z.enum(["spam", "abuse", "off_topic", "other"]),
  note: optionalText(500),
  createdAt: timestamp,
});
export type Report = z.output<typeof Report>;

/**
 * `sites/{site}/reported/{article}.{comment}`: what editors should look at. They read it; the server
 * writes.
 */
export const Reported = z.strictObject({
  articleId: documentId,
  commentId: documentId,
  reports: z.int().min(1),
  hidden: z.boolean(),
  reportedAt: timestamp,
});
export type Reported = z.output<typeof Reported>;

export const commentsOf = (siteId: string, articleId: string) =>
  documents(`sites/${siteId}/articles/${articleId}/articleComments`, ArticleComment);
export const reportsOf = (siteId: string, articleId: string, commentId: string) =>
  documents(`sites/${siteId}/articles/${articleId}/articleComments/${commentId}/reports`, Report);
export const commentersOf = (siteId: string) => documents(`sites/${siteId}/commenters`, Commenter);
export const reportedOf = (siteId: string) => documents(`sites/${siteId}/reported`, Reported);
/** By both ids: clients choose that of a comment, and it is new in its article alone. */
export const reportedComment = (siteId: string, articleId: string, commentId: string) =>
  reportedOf(siteId).doc(`${articleId}.${commentId}`);

/** On whatever article, at whatever site. */
export const allComments = documentsNamed("articleComments", ArticleComment);
export const allCommenters = documentsNamed("commenters", Commenter);
export const allReports = documentsNamed("reports", Report);
