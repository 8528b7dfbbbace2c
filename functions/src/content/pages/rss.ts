import { Feed } from "feed";
import { withoutControls } from "../publishing/controls.ts";
import { articlePath, FEED_PATH } from "./addresses.ts";
import { coverOf } from "./cover.ts";
import { languageOf } from "./language.ts";
import { addressOf, linked } from "./links.ts";
import { html } from "./markup.ts";
import type { ArticleView, SiteView } from "./views.ts";

/**
 * The feed of a site (RSS 2.0): its articles in the order given, each whole, known by its id wherever it
 * moves. Pages are not in it.
 */
export function rssOf(view: SiteView, articles: readonly ArticleView[]): string {
  const shown = articles.filter(({ article }) => article.kind === "article");
  const changes = shown.map(({ article }) => article.updatedAt.toDate());
  const feed = new Feed({
    id: view.url,
    title: text(view.site.title),
    description: text(view.site.description),
    link: view.url,
    feed: addressOf(view, FEED_PATH),
    language: languageOf(view.site.language),
    updated: new Date(Math.max(...[view.site.updatedAt.toDate(), ...changes].map(Number))),
    copyright: "",
    generator: false,
  });
  for (const shownOne of shown) {
    const { id, article } = shownOne;
    feed.addItem({
      id: text(id),
      title: section(article.title),
      link: addressOf(view, articlePath(article.slug)),
      date: article.updatedAt.toDate(),
      published: article.firstPublishedAt.toDate(),
      description: section(html`${article.summary}`.toString()),
      content: section(contentOf(view, shownOne)),
      category: article.tags.map((tag) => ({ name: text(tag) })),
      extensions:
        article.byline === ""
          ? []
          : [{ name: "dc:creator", objects: { _text: text(article.byline) } as never }],
    });
  }
  return feed.rss2();
}

/** The article with its cover before it, all links whole, those to its own headings, too. */
function contentOf(view: SiteView, shown: ArticleView): string {
  const cover = coverOf(shown.article);
  const picture = cover ? html`<p><img src="${cover.url}" alt="${cover.alt}"></p>\n` : "";
  const own = html`<a href="${addressOf(view, articlePath(shown.article.slug))}#`.toString();
  const body = linked(shown, (path) => addressOf(view, path));
  return `${picture}${body.replaceAll('<a href="#', () => own)}`;
}

/** Text as the library wants it, which takes each "&amp;" for an ampersand that was escaped. */
const text = (value: string): string => withoutControls(value).replaceAll("&", "&amp;");

/** What goes into a CDATA section. The library escapes but the first end of one in it. */
const section = (value: string): string => withoutControls(value).replaceAll("]]>", "]] >");
