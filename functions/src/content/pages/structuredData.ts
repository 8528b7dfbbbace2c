import type { BlogPosting, BreadcrumbList, Graph, Organization, Person, Thing } from "schema-dts";
import type { Article } from "../schema.ts";
import { articlePath, authorPath } from "./addresses.ts";
import { coverOf } from "./cover.ts";
import { isoOf, languageOf } from "./language.ts";
import { addressOf, listPath } from "./links.ts";
import { themeOf } from "./theme.ts";
import type { ArticleView, ListView, SiteView } from "./views.ts";

// What a page is, in the words of schema.org: for search engines.

/** Of a list: a blog with its articles, or a collection of some of them. */
export function dataOfList(view: SiteView, list: ListView, title: string): Graph {
  const address = addressOf(view, listPath(list.listing));
  const posts = list.articles.map((article) => posting(view, article));
  const about = { url: address, inLanguage: languageOf(view.site.language) };
  if (list.listing.of === "site") {
    const { title: name, description } = view.site;
    const blog = { ...about, name, ...(description !== "" && { description }) };
    return graphOf({ "@type": "Blog", ...blog, publisher: publisher(view), blogPost: posts });
  }
  const collection = { "@type": "CollectionPage", ...about, name: title, hasPart: posts } as const;
  return graphOf(collection, wayTo(view, title, address));
}

/** Of an article: a post of the blog; of a page: a page of the site. */
export function dataOfArticle(view: SiteView, shown: ArticleView): Graph {
  const { article } = shown;
  const address = addressOf(view, articlePath(article.slug));
  const way = wayTo(view, article.title, address);
  if (article.kind === "article") return graphOf(posting(view, shown), way);
  const page = {
    url: address,
    name: article.title,
    inLanguage: languageOf(view.site.language),
    dateModified: isoOf(article.updatedAt),
    ...(article.summary !== "" && { description: article.summary }),
  };
  return graphOf({ "@type": "WebPage", ...page, publisher: publisher(view) }, way);
}

function posting(view: SiteView, { article }: ArticleView): BlogPosting {
  const address = addressOf(view, articlePath(article.slug));
  const cover = coverOf(article);
  return {
    "@type": "BlogPosting",
    headline: article.title,
    url: address,
    mainEntityOfPage: address,
    inLanguage: languageOf(view.site.language),
    datePublished: isoOf(article.firstPublishedAt),
    dateModified: isoOf(article.updatedAt),
    commentCount: article.comments,
    interactionStatistic: {
      "@type": "InteractionCounter",
      interactionType: { "@type": "LikeAction" },
      userInteractionCount: article.likes,
    },
    publisher: publisher(view),
    ...(article.byline !== "" && { author: author(view, article) }),
    ...(article.summary !== "" && { description: article.summary }),
    ...(article.tags.length > 0 && { keywords: article.tags }),
    ...(cover && { image: cover.url }),
  };
}

const author = (view: SiteView, { byline, authorId }: Article): Person => ({
  "@type": "Person",
  name: byline,
  url: addressOf(view, authorPath(authorId)),
});

function publisher(view: SiteView): Organization {
  const { logo } = themeOf(view.site.theme);
  const { title: name } = view.site;
  return { "@type": "Organization", name, url: view.url, ...(logo !== null && { logo }) };
}

const wayTo = (view: SiteView, name: string, item: string): BreadcrumbList => ({
  "@type": "BreadcrumbList",
  itemListElement: [
    { "@type": "ListItem", position: 1, name: view.site.title, item: view.url },
    { "@type": "ListItem", position: 2, name, item },
  ],
});

const graphOf = (...things: Thing[]): Graph => ({
  "@context": "https://schema.org",
  "@graph": things,
});
