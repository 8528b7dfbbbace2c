import { articlePath } from "../pages/addresses.ts";
import { articlePage } from "../pages/articlePage.ts";
import { listPage } from "../pages/listPage.ts";
import { missingPage } from "../pages/missingPage.ts";
import { sitemapOf } from "../pages/sitemap.ts";
import type { Listing, SiteView } from "../pages/views.ts";
import { htmlPage, movedTo, type Page, xmlPage } from "./page.ts";
import { readAt, readComments, readEntries, readList, readNewest } from "./read.ts";
import type { Route } from "./route.ts";

type RouteTo<Asked extends Route["asks"]> = Extract<Route, { asks: Asked }>;

/** Makes what a route asks for of a site that is there. */
export async function make(site: SiteView, route: Route): Promise<Page> {
  switch (route.asks) {
    case "list":
      return makeList(site, route);
    case "article":
      return makeArticle(site, route);
    case "feed": {
      // Only this needs it.
      const { rssOf } = await import("../pages/rss.ts");
      return xmlPage("application/rss+xml", rssOf(site, await readNewest(site.id)));
    }
    case "sitemap":
      return xmlPage("application/xml", await sitemapOf(site, await readEntries(site.id)));
  }
}

/** A tag and an author have a page for as long as there is something on it. */
async function makeList(site: SiteView, route: RouteTo<"list">): Promise<Page> {
  const { tag, authorId, after } = route;
  const found = await readList(site.id, route);
  const [first] = found?.articles ?? [];
  const isAll = tag === undefined && authorId === undefined;
  if (!found || (!first && (!isAll || after !== undefined))) return missing(site);
  const listing: Listing =
    tag !== undefined
      ? { of: "tag", tag }
      : authorId !== undefined
        ? { of: "author", authorId, byline: first?.article.byline ?? "" }
        : { of: "site" };
  const next = found.hasMore ? found.articles.at(-1)?.article.slug : undefined;
  return htmlPage(site, listPage(site, { listing, articles: found.articles, after, next }));
}

/** An address that an article had leads to the one that it has; what was taken back is gone. */
async function makeArticle(site: SiteView, { slug }: RouteTo<"article">): Promise<Page> {
  const found = await readAt(site.id, slug);
  const article = found?.data();
  if (!found || !article) return missing(site);
  const made = { of: found.ref, at: found.updateTime };
  if (!article.published) return { ...htmlPage(site, missingPage(site, "gone"), 410), made };
  if (article.slug !== slug) return { ...movedTo(`${site.url}${articlePath(article.slug)}`), made };
  const comments = await readComments(site.id, found.id);
  return { ...htmlPage(site, articlePage(site, { id: found.id, article }, comments)), made };
}

const missing = (site: SiteView): Page => htmlPage(site, missingPage(site, "not-found"), 404);
