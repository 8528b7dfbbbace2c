import * as z from "zod";
import { documents, documentsNamed } from "../core/db.ts";
import {
  documentId,
  line,
  optionalLine,
  optionalText,
  slug,
  timestamp,
  webAddress,
} from "../core/schema.ts";

/** How a site looks. Each value is one of few, or of a form that can't hold CSS of its own. */
export const Theme = z.strictObject({
  /** Of links and headings: "#0b6e4f". */
  accent: z.string().regex(/^#[0-9a-f]{6}$/, "must be a colour like #0b6e4f"),
  font: z.enum(["sans", "serif", "mono"]),
  /** Light, dark, or as the reader's device has it. */
  scheme: z.enum(["auto", "light", "dark"]),
  logo: webAddress.nullable(),
});
export type Theme = z.output<typeof Theme>;

/** A way of the navigation: within the site ("/about", "/tag/tea"), or elsewhere on the web. */
export const NavigationItem = z.strictObject({
  label: line(40),
  to: z.union([
    z
      .string()
      .regex(
        /^\/([a-z0-9][a-z0-9-]{0,79}(\/[a-z0-9][a-z0-9-]{0,79})?)?$/,
        'must be a path within the site like "/about"',
      ),
    webAddress,
  ]),
});
export type NavigationItem = z.output<typeof NavigationItem>;

export const CommentSettings = z.strictObject({
  open: z.boolean(),
  /** Slow mode: how many seconds somebody waits between two comments. */
  slowSeconds: z.int().min(0).max(86_400),
  /** After so many reports a comment is hidden until an editor has looked at it. */
  hideAt: z.int().min(1).max(100),
});
export type CommentSettings = z.output<typeof CommentSettings>;

/**
 * `sites/{site}`: what everybody sees of a site. The id is its address. Written by content-createSite
 * and content-updateSite; `followers` moves under rules, with who follows; `version` with all that
 * its pages show.
 */
export const Site = z.strictObject({
  title: line(120),
  description: optionalLine(300),
  /** BCP 47: "en", "de-AT". */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/, 'must be like "en" or "de-AT"'),
  theme: Theme,
  navigation: z.array(NavigationItem).max(12),
  comments: CommentSettings,
  followers: z.int().min(0),
  version: z.int().min(1),
  /** Being taken down: nothing can be written to it any more. */
  deletedAt: timestamp.nullable(),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type Site = z.output<typeof Site>;

/** Where an article is found: "how-to-roast". Longer than other slugs, since titles are. */
export const articleSlug = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,79}$/, "must be 1 to 80 lower-case letters, digits or hyphens");

export const MAX_BODY = 50_000;

/** The name that something is said under, in public: no address. Rules: isByline. */
export const byline = line(80).refine(
  (name) => !name.includes("@"),
  "must not be an e-mail address",
);

/** What somebody writes: as `drafts` have it for their authors, and `revisions` as it was. */
const writing = {
  title: optionalLine(200),
  /** Where it is to be found; empty: by its title. */
  slug: articleSlug.or(z.literal("")),
  /** What lists, feeds and search engines show of it; empty: how it begins. */
  summary: optionalLine(500),
  /** Markdown. */
  body: optionalText(MAX_BODY),
  tags: z
    .array(slug)
    .max(10)
    .refine((tags) => new Set(tags).size === tags.length, "must not name a tag twice"),
  cover: z.strictObject({ url: webAddress, alt: optionalLine(200) }).nullable(),
  byline,
};

/** Where a draft stands. What may be done to it is in draft/states.ts. */
export const DraftState = z.enum(["draft", "in_review", "ready", "scheduled", "published"]);
export type DraftState = z.output<typeof DraftState>;

/**
 * `sites/{site}/drafts/{article}`: an article or page as its people work on it, and the last word on
 * what becomes of it; members alone read it. Rules: section content.
 */
export const Draft = z.strictObject({
  ...writing,
  /** A page is not in lists and feeds: "About us". */
  kind: z.enum(["article", "page"]),
  authorId: z.string(),
  /** One more with each save: who saves on top of another's is refused. */
  version: z.int().min(1),
  /** Who saved last. */
  updatedBy: z.string(),
  state: DraftState,
  /** What the reviewer said. */
  note: optionalText(1_000),
  /** Of what is scheduled: when it goes out. Written by the server alone, as is `live`. */
  publishAt: timestamp.nullable(),
  /** What readers see of it: this version, here. */
  live: z.strictObject({ version: z.int(), slug: articleSlug, at: timestamp }).nullable(),
  /** In the bin since; gone for good 30 days later. */
  deletedAt: timestamp.nullable(),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type Draft = z.output<typeof Draft>;

/** So many are kept of a draft. */
export const MAX_REVISIONS = 25;

/**
 * `sites/{site}/drafts/{article}/revisions/{version}`: a draft as it was. Members read; the server
 * writes.
 */
export const Revision = z.strictObject({
  ...writing,
  version: z.int().min(1),
  /** Who saved it, and when. */
  savedBy: z.string(),
  savedAt: timestamp,
});
export type Revision = z.output<typeof Revision>;

/**
 * `sites/{site}/articles/{article}`: the live copy. Everybody reads what is published. Written by the
 * server (content-publishArticle and what undoes it), but for the counters, which move under rules
 * with what they count.
 */
export const Article = z.strictObject({
  siteId: slug,
  kind: Draft.shape.kind,
  title: line(200),
  slug: articleSlug,
  summary: optionalLine(500),
  /** Made of the Markdown, and sanitised: safe to show as it is. */
  html: z.string(),
  tags: writing.tags,
  cover: writing.cover,
  byline: optionalLine(80),
  authorId: z.string(),
  /** That of the draft it was made of. */
  version: z.int().min(1),
  /** Not any more: it was unpublished. */
  published: z.boolean(),
  commentsOpen: z.boolean(),
  /** How many have it among their favourites, and how many comments are to be seen. */
  likes: z.int().min(0),
  comments: z.int().min(0),
  /** Never changes. */
  firstPublishedAt: timestamp,
  /** When this version came out. */
  updatedAt: timestamp,
});
export type Article = z.output<typeof Article>;

/**
 * `sites/{site}/slugs/{slug}`: whose an address is, and was. Server only writes; one article for
 * each.
 */
export const SlugClaim = z.strictObject({ articleId: documentId, createdAt: timestamp });
export type SlugClaim = z.output<typeof SlugClaim>;

/** `sites/{site}/tags/{tag}`: how many published articles have it. Server only writes. */
export const Tag = z.strictObject({ count: z.int() });
export type Tag = z.output<typeof Tag>;

/** `users/{uid}/favorites/{site}.{article}`: what somebody likes. Rules: section content. */
export const Favorite = z.strictObject({
  siteId: slug,
  articleId: documentId,
  createdAt: timestamp,
});
export type Favorite = z.output<typeof Favorite>;

/** `users/{uid}/follows/{site}`: whose articles somebody wants to see. Rules: section content. */
export const Follow = z.strictObject({ siteId: slug, createdAt: timestamp });
export type Follow = z.output<typeof Follow>;

export const sites = documents("sites", Site);
/**
 * `formerSites/{site}`: an address that a site had. Nobody gets it again: its readers would be theirs, too.
 * Server only.
 */
export const FormerSite = z.strictObject({ deletedAt: timestamp });

export const formerSites = documents("formerSites", FormerSite);
export const draftsOf = (siteId: string) => documents(`sites/${siteId}/drafts`, Draft);
export const revisionsOf = (siteId: string, articleId: string) =>
  documents(`sites/${siteId}/drafts/${articleId}/revisions`, Revision);
export const articlesOf = (siteId: string) => documents(`sites/${siteId}/articles`, Article);
export const slugsOf = (siteId: string) => documents(`sites/${siteId}/slugs`, SlugClaim);
export const tagsOf = (siteId: string) => documents(`sites/${siteId}/tags`, Tag);
export const favoritesOf = (uid: string) => documents(`users/${uid}/favorites`, Favorite);
export const followsOf = (uid: string) => documents(`users/${uid}/follows`, Follow);

/** At whatever site. */
export const allDrafts = documentsNamed("drafts", Draft);
export const allRevisions = documentsNamed("revisions", Revision);
export const allArticles = documentsNamed("articles", Article);
