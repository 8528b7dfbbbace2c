import { documentOf } from "./document.ts";
import { titleOf } from "./head.ts";
import { hrefOf } from "./links.ts";
import { html } from "./markup.ts";
import type { SiteView } from "./views.ts";

const WORDS = {
  "not-found": {
    title: "Not found",
    text: "There is nothing at this address. It may have been mistyped.",
  },
  gone: {
    title: "Not here any more",
    text: "What was at this address has been taken down.",
  },
};

/** What is shown where nothing is, or nothing any more; no search engine is to list it. */
export function missingPage(site: SiteView | undefined, why: "not-found" | "gone"): string {
  const { title, text } = WORDS[why];
  const head = html`${site ? titleOf(site, title) : html`<title>${title}</title>`}
<meta name="robots" content="noindex">`;
  const main = html`<header class="intro"><h1>${title}</h1><p>${text}</p></header>
${site && html`<p><a href="${hrefOf(site, "/")}">All articles of ${site.site.title}</a></p>`}`;
  return documentOf(site, { path: "", head, main });
}
