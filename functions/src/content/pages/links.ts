import { authorPath, tagPath } from "./addresses.ts";
import type { ArticleView, Listing, SiteView } from "./views.ts";

/** What is at a path of a site, for links on its own pages: "/sites/the-long-table/about". */
export const hrefOf = ({ url }: SiteView, path: string): string =>
  under(new URL(url).pathname.replace(/\/$/, ""), path) || "/";

/** What is at a path of a site, whole: for whoever is elsewhere. */
export const addressOf = ({ url }: SiteView, path: string): string => under(url, path);

/** Where a list is. */
export function listPath(listing: Listing): string {
  switch (listing.of) {
    case "site":
      return "/";
    case "tag":
      return tagPath(listing.tag);
    case "author":
      return authorPath(listing.authorId);
  }
}

/** The page of a list that begins after an article; the first one without. */
export const pageOf = (listing: Listing, after: string | undefined): string =>
  after === undefined
    ? listPath(listing)
    : `${listPath(listing)}?after=${encodeURIComponent(after)}`;

/**
 * The HTML of an article, in which links within the site ("/about") have become `to` of their path.
 */
export const linked = ({ article }: ArticleView, to: (path: string) => string): string =>
  // The sanitiser writes links so, and no other text can look like one.
  article.html.replace(/<a href="(\/[^"]*)"/g, (_, path: string) => `<a href="${to(path)}"`);

const under = (root: string, path: string): string =>
  path === "/" || path.startsWith("/?") ? `${root}${path.slice(1)}` : `${root}${path}`;
