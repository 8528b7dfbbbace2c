import { type DocumentData, serverTimestamp } from "firebase/firestore/lite";
import type { SiteRole } from "../../../functions/src/content/team/schema.ts";
import { past } from "../../support/standing.ts";

// Good documents, as rules meet them: those that clients write as a client writes them. Bad ones
// derive from them.

const now = serverTimestamp();

export const draft = (authorId: string, fields: DocumentData = {}): DocumentData => ({
  title: "Two days of bread",
  slug: "",
  summary: "",
  body: "A loaf takes *two days*.",
  tags: ["bread"],
  cover: null,
  byline: "Ada Oven",
  kind: "article",
  authorId,
  version: 1,
  updatedBy: authorId,
  state: "draft",
  note: "",
  publishAt: null,
  live: null,
  deletedAt: null,
  createdAt: now,
  updatedAt: now,
  ...fields,
});

export const comment = (authorId: string, fields: DocumentData = {}): DocumentData => ({
  text: "Mine took three.",
  authorId,
  byline: "Ben Crumb",
  replyTo: null,
  hidden: null,
  approved: false,
  createdAt: now,
  updatedAt: now,
  ...fields,
});

/** The mark that is written with a comment that is new. */
export const mark = (
  uid: string,
  articleId: string,
  commentId: string,
  fields: DocumentData = {},
): DocumentData => ({ uid, articleId, commentId, at: now, commentedAt: now, ...fields });

/** A mark that stands: of a comment of long ago. */
export const oldMark = (uid: string, fields: DocumentData = {}): DocumentData =>
  mark(uid, "bread", "of-old", { at: past, commentedAt: past, ...fields });

export const report = (uid: string, fields: DocumentData = {}): DocumentData => ({
  uid,
  reason: "spam",
  note: "",
  createdAt: now,
  ...fields,
});

export const favorite = (siteId: string, articleId: string): DocumentData => ({
  siteId,
  articleId,
  createdAt: now,
});

export const follow = (siteId: string): DocumentData => ({ siteId, createdAt: now });

// What the server writes.

const times = { createdAt: past, updatedAt: past };

export const site = (fields: DocumentData = {}): DocumentData => ({
  title: "The Long Table",
  description: "",
  language: "en",
  theme: { accent: "#0b6e4f", font: "serif", scheme: "auto", logo: null },
  navigation: [],
  comments: { open: true, slowSeconds: 0, hideAt: 3 },
  followers: 7,
  version: 4,
  deletedAt: null,
  ...times,
  ...fields,
});

export const team = (roles: Readonly<Record<string, SiteRole>>): DocumentData => ({
  roles,
  memberIds: Object.keys(roles),
  ...times,
});

export const article = (siteId: string, fields: DocumentData = {}): DocumentData => ({
  siteId,
  kind: "article",
  title: "Two days of bread",
  slug: "two-days-of-bread",
  summary: "",
  html: "<p>A loaf takes <em>two days</em>.</p>",
  tags: ["bread"],
  cover: null,
  byline: "Ada Oven",
  authorId: "ada",
  version: 3,
  published: true,
  commentsOpen: true,
  likes: 12,
  comments: 5,
  firstPublishedAt: past,
  updatedAt: past,
  ...fields,
});

export const revision = (savedBy: string): DocumentData => ({
  title: "Two days of bread",
  slug: "",
  summary: "",
  body: "A loaf takes a day.",
  tags: [],
  cover: null,
  byline: "Ada Oven",
  version: 1,
  savedBy,
  savedAt: past,
});

export const invite = (): DocumentData => ({
  email: "friend@example.com",
  role: "author",
  invitedBy: "an-owner",
  tokenHash: "hash",
  createdAt: past,
  expiresAt: past,
  accepted: false,
});

export const reported = (articleId: string, commentId = articleId): DocumentData => ({
  articleId,
  commentId,
  reports: 1,
  hidden: false,
  reportedAt: past,
});
