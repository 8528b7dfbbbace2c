import type { ArticleComment } from "../comments/schema.ts";
import type { Article, Site } from "../schema.ts";

// What pages are made of. They are pure: what reads is in serving/.

/** The site that a page is of. */
export interface SiteView {
  id: string;
  site: Site;
  /** Absolute, without a slash at its end: "https://example.com/sites/the-long-table". */
  url: string;
  /** The tags that most articles have, those with most first. */
  tags: readonly string[];
}

/** An article (or page) with its id. */
export interface ArticleView {
  id: string;
  article: Article;
}

/** A comment with its id; the answers to it, oldest first. */
export interface CommentView {
  id: string;
  comment: ArticleComment;
}

/** What a list of articles is of: of all, of a tag, of somebody. */
export type Listing =
  | { of: "site" }
  | { of: "tag"; tag: string }
  | { of: "author"; authorId: string; byline: string };

/** A page of a list, newest first. */
export interface ListView {
  listing: Listing;
  articles: readonly ArticleView[];
  /** The slug after which this page begins; the first page has none. */
  after: string | undefined;
  /** The slug after which the next one begins, if there is more. */
  next: string | undefined;
}
