import type { Graph } from "schema-dts";
import { languageOf } from "./language.ts";
import { asIs, html, type Markup } from "./markup.ts";
import type { SiteView } from "./views.ts";

/** What search engines and who links to a page are told of it. */
export interface Description {
  title: string;
  /** Empty: none. */
  description: string;
  /** Where it is, whole, whatever address it was asked for at. */
  address: string;
  image: { url: string; alt: string } | null;
  /** Of an article: when it came out and was changed (ISO 8601), and what it is about. */
  article?: { published: string; changed: string; tags: readonly string[] };
  graph: Graph;
}

/**
 * The head of a page: its title, and what it is by the standards that search engines and networks
 * read.
 */
export const headOf = (
  view: SiteView,
  page: Description,
): Markup => html`${titleOf(view, page.title)}
${page.description !== "" && html`<meta name="description" content="${page.description}">`}
<link rel="canonical" href="${page.address}">
${property("og:site_name", view.site.title)}
${property("og:type", page.article ? "article" : "website")}
${property("og:title", page.title)}
${page.description !== "" && property("og:description", page.description)}
${property("og:url", page.address)}
${property("og:locale", languageOf(view.site.language).replaceAll("-", "_"))}
${page.image && [property("og:image", page.image.url), page.image.alt !== "" && property("og:image:alt", page.image.alt)]}
${
  page.article && [
    property("article:published_time", page.article.published),
    property("article:modified_time", page.article.changed),
    page.article.tags.map((tag) => property("article:tag", tag)),
  ]
}
<meta name="twitter:card" content="${page.image ? "summary_large_image" : "summary"}">
<script type="application/ld+json">${asIs(inScript(page.graph))}</script>`;

/** A page's title with the site's after it, where that is another. */
export const titleOf = ({ site }: SiteView, title: string): Markup =>
  html`<title>${title === site.title ? title : `${title} – ${site.title}`}</title>`;

const property = (name: string, content: string): Markup =>
  html`<meta property="${name}" content="${content}">`;

/** JSON in which nothing can end a script element, begin a comment in one, or end a line. */
const inScript = (graph: Graph): string =>
  JSON.stringify(graph).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
