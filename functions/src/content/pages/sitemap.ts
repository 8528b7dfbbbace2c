import { articlePath } from "./addresses.ts";
import { isoOf } from "./language.ts";
import { addressOf } from "./links.ts";
import type { ArticleView, SiteView } from "./views.ts";

/**
 * What search engines are to look at: the site's first page, then each article and page, with its
 * last change.
 */
export async function sitemapOf(view: SiteView, entries: readonly ArticleView[]): Promise<string> {
  // Only this needs it.
  const { ErrorLevel, SitemapStream, streamToPromise } = await import("sitemap");
  const none = { news: false, xhtml: false, image: false, video: false };
  const sitemap = new SitemapStream({ level: ErrorLevel.SILENT, xmlns: none });
  const written = streamToPromise(sitemap);
  sitemap.write({ url: view.url });
  for (const { article } of entries) {
    const url = addressOf(view, articlePath(article.slug));
    sitemap.write({ url, lastmod: isoOf(article.updatedAt) });
  }
  sitemap.end();
  return (await written).toString();
}
