import { ArticleComment } from "../../../functions/src/content/comments/schema.ts";
import type {
  ArticleView,
  CommentView,
  ListView,
  SiteView,
} from "../../../functions/src/content/pages/views.ts";
import { htmlOf } from "../../../functions/src/content/publishing/markdown.ts";
import { Article, Site } from "../../../functions/src/content/schema.ts";
import { stamp, useClock } from "../../../functions/src/core/clock.ts";

// What pages are made of, as the database has it, for what looks at it and at nothing else.

/** A moment, as Firestore keeps it: `at("2026-02-28T09:30:00Z")`. */
export function at(moment: string): ReturnType<typeof stamp> {
  const putBack = useClock(() => new Date(moment));
  try {
    return stamp();
  } finally {
    putBack();
  }
}

/** A site that the schema takes. */
export const siteOf = (fields: Partial<Site> = {}): SiteView => ({
  id: "the-long-table",
  url: "https://example.com/sites/the-long-table",
  tags: ["bread", "tea"],
  site: {
    ...Site.parse({
      title: "The Long Table",
      description: "Notes on food that takes its time.",
      language: "en",
      theme: { accent: "#0b6e4f", font: "serif", scheme: "auto", logo: null },
      navigation: [
        { label: "Home", to: "/" },
        { label: "About", to: "/about" },
        { label: "Tea", to: "/tag/tea" },
        { label: "Elsewhere", to: "https://elsewhere.example/table" },
      ],
      comments: { open: true, slowSeconds: 0, hideAt: 3 },
      followers: 7,
      version: 4,
      deletedAt: null,
      createdAt: at("2026-01-01T00:00:00Z"),
      updatedAt: at("2026-01-02T00:00:00Z"),
    }),
    ...fields,
  },
});

/** An article that the schema takes, its HTML made of Markdown. */
export const articleOf = (
  { body = "A loaf takes *two days*.", ...fields }: Partial<Article> & { body?: string } = {},
  id = "article-1",
): ArticleView => ({
  id,
  article: {
    ...Article.parse({
      siteId: "the-long-table",
      kind: "article",
      title: "Two days of bread",
      slug: "two-days-of-bread",
      summary: "A loaf takes two days, most of which it needs nobody.",
      html: htmlOf(body),
      tags: ["bread"],
      cover: null,
      byline: "Ada Oven",
      authorId: "ada",
      version: 3,
      published: true,
      commentsOpen: true,
      likes: 12,
      comments: 0,
      firstPublishedAt: at("2026-03-01T23:30:00Z"),
      updatedAt: at("2026-03-01T23:30:00Z"),
    }),
    ...fields,
  },
});

/** A comment that the schema takes. */
export const commentOf = (fields: Partial<ArticleComment> = {}, id = "comment-1"): CommentView => ({
  id,
  comment: {
    ...ArticleComment.parse({
      text: "Mine took three.",
      authorId: "ben",
      byline: "Ben Crumb",
      replyTo: null,
      hidden: null,
      approved: false,
      createdAt: at("2026-03-02T08:00:00Z"),
      updatedAt: at("2026-03-02T08:00:00Z"),
    }),
    ...fields,
  },
});

/** The first page of all of a site's articles, or another. */
export const listOf = (
  articles: readonly ArticleView[] = [articleOf()],
  fields: Partial<ListView> = {},
): ListView => ({
  listing: { of: "site" },
  articles,
  after: undefined,
  next: undefined,
  ...fields,
});
