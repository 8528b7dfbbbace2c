import { NavigationItem } from "../schema.ts";
import { FEED_PATH, tagPath } from "./addresses.ts";
import { hrefOf } from "./links.ts";
import { html, type Markup } from "./markup.ts";
import { themeOf } from "./theme.ts";
import type { SiteView } from "./views.ts";

/** The head of each page of a site: its name, which is the title of its first page, and its ways. */
export function masthead(view: SiteView, path: string): Markup {
  const { logo } = themeOf(view.site.theme);
  const name = html`<a href="${hrefOf(view, "/")}" rel="home">${
    logo !== null && html`<img src="${logo}" alt="" width="36" height="36">`
  }${view.site.title}</a>`;
  return html`<header class="masthead">
${path === "/" ? html`<h1 class="brand">${name}</h1>` : html`<p class="brand">${name}</p>`}
${ways(view, path)}
</header>`;
}

/** What of the navigation leads somewhere, by the schema and not on trust. */
function ways(view: SiteView, path: string): Markup | false {
  const items = view.site.navigation.filter((item) => NavigationItem.safeParse(item).success);
  const links = items.map(
    ({ label, to }) =>
      html`<li><a href="${to.startsWith("/") ? hrefOf(view, to) : to}"${
        to === path && html` aria-current="page"`
      }>${label}</a></li>`,
  );
  return (
    links.length > 0 &&
    html`<nav class="ways" aria-label="${view.site.title}"><ul class="plain">${links}</ul></nav>`
  );
}

export const footer = (view: SiteView): Markup => html`<footer class="colophon">
${view.tags.length > 0 && html`<nav aria-label="Topics">${tagLinks(view, view.tags)}</nav>`}
<p>${view.site.title} · <a href="${hrefOf(view, FEED_PATH)}" type="application/rss+xml">RSS feed</a></p>
</footer>`;

/** Tags, each as the way to all that have it. */
export const tagLinks = (view: SiteView, tags: readonly string[]): Markup | false =>
  tags.length > 0 &&
  html`<ul class="plain tags">${tags.map(
    (tag) => html`<li><a rel="tag" href="${hrefOf(view, tagPath(tag))}">${tag}</a></li>`,
  )}</ul>`;
