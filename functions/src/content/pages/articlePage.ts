import { articlePath } from "./addresses.ts";
import { comments as commentSection } from "./comments.ts";
import { coverOf } from "./cover.ts";
import { documentOf } from "./document.ts";
import { headOf } from "./head.ts";
import { countOf, dayOf, isoOf } from "./language.ts";
import { addressOf, hrefOf, linked } from "./links.ts";
import { byline } from "./listPage.ts";
import { asIs, html, type Markup } from "./markup.ts";
import { tagLinks } from "./site.ts";
import { dataOfArticle } from "./structuredData.ts";
import type { ArticleView, CommentView, SiteView } from "./views.ts";

/**
 * An article with what readers have said of it; or a page, which has neither a date nor an author.
 */
export function articlePage(
  site: SiteView,
  view: ArticleView,
  comments: readonly CommentView[],
): string {
  const { article } = view;
  const path = articlePath(article.slug);
  const isArticle = article.kind === "article";
  const cover = coverOf(article);
  const head = headOf(site, {
    title: article.title,
    description: article.summary,
    address: addressOf(site, path),
    image: cover,
    ...(isArticle && {
      article: {
        published: isoOf(article.firstPublishedAt),
        changed: isoOf(article.updatedAt),
        tags: article.tags,
      },
    }),
    graph: dataOfArticle(site, view),
  });
  const main = html`<article>
<header class="opening">
<h1>${article.title}</h1>
${isArticle && byline(site, view)}
</header>
${cover && html`<img class="cover" src="${cover.url}" alt="${cover.alt}">`}
<div class="prose">
${asIs(linked(view, (to) => hrefOf(site, to)))}
</div>
${isArticle && closing(site, view)}
</article>
${commentSection(site, view, comments)}`;
  return documentOf(site, { path, head, main });
}

/** What stands under an article: its tags, how it was taken, and when it was changed since. */
function closing(site: SiteView, { article }: ArticleView): Markup {
  const { language } = site.site;
  const isChanged =
    isoOf(article.updatedAt).slice(0, 10) > isoOf(article.firstPublishedAt).slice(0, 10);
  const counts = `${countOf(article.likes, "like", language)} · ${countOf(article.comments, "comment", language)}`;
  return html`<footer class="closing">
${tagLinks(site, article.tags)}
<p class="counts">${counts}${isChanged && html` · updated ${dayOf(article.updatedAt, language)}`}</p>
</footer>`;
}
