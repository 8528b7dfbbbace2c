import { articlePath, authorPath } from "./addresses.ts";
import { coverOf } from "./cover.ts";
import { documentOf } from "./document.ts";
import { headOf } from "./head.ts";
import { dayOf } from "./language.ts";
import { addressOf, hrefOf, listPath, pageOf } from "./links.ts";
import { html, joined, type Markup } from "./markup.ts";
import { tagLinks } from "./site.ts";
import { dataOfList } from "./structuredData.ts";
import type { ArticleView, Listing, ListView, SiteView } from "./views.ts";

/** A page of a site's articles: of all, of a tag, or of an author, newest first. */
export function listPage(site: SiteView, list: ListView): string {
  const title = titleOfList(site, list.listing);
  const path = listPath(list.listing);
  const head = headOf(site, {
    title,
    description: list.listing.of === "site" ? site.site.description : "",
    address: addressOf(site, pageOf(list.listing, list.after)),
    image: null,
    graph: dataOfList(site, list, title),
  });
  const main = html`${introduction(site, list.listing, title)}
${list.articles.map((view) => entry(site, view))}
${list.articles.length === 0 && html`<p>There are no articles here yet.</p>`}
${pages(site, list)}`;
  return documentOf(site, { path, head, main });
}

function titleOfList({ site }: SiteView, listing: Listing): string {
  switch (listing.of) {
    case "site":
      return site.title;
    case "tag":
      return `Articles on ${listing.tag}`;
    case "author":
      return listing.byline === "" ? "Articles of one author" : `Articles by ${listing.byline}`;
  }
}

/** The site's own title stands above, as its name. */
function introduction({ site }: SiteView, listing: Listing, title: string): Markup | false {
  if (listing.of !== "site") return html`<header class="intro"><h1>${title}</h1></header>`;
  return site.description !== "" && html`<div class="intro"><p>${site.description}</p></div>`;
}

function entry(site: SiteView, { article }: ArticleView): Markup {
  const cover = coverOf(article);
  return html`<article class="entry${cover && " with-cover"}">
${cover && html`<img src="${cover.url}" alt="${cover.alt}" loading="lazy">`}
<div class="entry-text">
${byline(site, { article })}
<h2><a href="${hrefOf(site, articlePath(article.slug))}">${article.title}</a></h2>
${article.summary !== "" && html`<p>${article.summary}</p>`}
${tagLinks(site, article.tags)}
</div>
</article>
`;
}

/** When an article came out, and by whom it is. */
export const byline = (site: SiteView, { article }: Pick<ArticleView, "article">): Markup => {
  const day = dayOf(article.firstPublishedAt, site.site.language);
  const by = html`<a rel="author" href="${hrefOf(site, authorPath(article.authorId))}">${article.byline}</a>`;
  return html`<p class="meta">${joined([day, article.byline !== "" && by], html` · `)}</p>`;
};

/** A list knows where it goes on, and not where the page before began: back is to its first page. */
function pages(site: SiteView, { listing, after, next }: ListView): Markup | false {
  if (after === undefined && next === undefined) return false;
  return html`<nav class="pages" aria-label="Pages">
${after !== undefined && html`<a rel="prev" href="${hrefOf(site, pageOf(listing, undefined))}">← Newest articles</a>`}
${next !== undefined && html`<a rel="next" href="${hrefOf(site, pageOf(listing, next))}">Older articles →</a>`}
</nav>`;
}
