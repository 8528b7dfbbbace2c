import { FEED_PATH } from "./addresses.ts";
import { directionOf, languageOf } from "./language.ts";
import { addressOf } from "./links.ts";
import { asIs, html, type Markup } from "./markup.ts";
import { footer, masthead } from "./site.ts";
import { defaultStyles, stylesOf } from "./styles.ts";
import { themeOf } from "./theme.ts";
import type { SiteView } from "./views.ts";

/** What is of one page alone. */
export interface Page {
  /** Its path within the site: its way of the navigation is marked. */
  path: string;
  /** The title, and what else is in the head of this page. */
  head: Markup;
  main: Markup;
}

/** A whole page of a site, or of none: complete without a script, its styles in it. */
export const documentOf = (site: SiteView | undefined, { path, head, main }: Page): string => {
  const language = site?.site.language ?? "en";
  return html`<!doctype html>
<html lang="${languageOf(language)}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${head}
${site && ofSite(site)}
<style>${asIs(site ? stylesOf(site.site.theme) : defaultStyles())}</style>
</head>
<body>
<a class="skip" href="#content">Skip to content</a>
${site && masthead(site, path)}
<main id="content" tabindex="-1">
${main}
</main>
${site && footer(site)}
</body>
</html>
`.toString();
};

function ofSite(view: SiteView): Markup {
  const { logo } = themeOf(view.site.theme);
  const feed = addressOf(view, FEED_PATH);
  return html`<link rel="alternate" type="application/rss+xml" title="${view.site.title}" href="${feed}">
${logo !== null && html`<link rel="icon" href="${logo}">`}`;
}
