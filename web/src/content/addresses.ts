/** The public page of a site, or of an article of it. The server makes it: it is outside the app. */
export const publicPath = (siteId: string, slug = ""): string =>
  slug === "" ? `/sites/${siteId}` : `/sites/${siteId}/${slug}`;

export const draftPath = (siteId: string, draftId: string): string =>
  `/studio/${siteId}/drafts/${draftId}`;

/** Where an article is read and talked about in the app. */
export const articlePath = (siteId: string, articleId: string): string =>
  `/studio/${siteId}/articles/${articleId}`;

/** What may be typed for a title: "How hot for green tea?" is "how-hot-for-green-tea". */
export const slugOf = (title: string, longest = 40): string =>
  title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, longest)
    .replace(/^-+|-+$/g, "");
