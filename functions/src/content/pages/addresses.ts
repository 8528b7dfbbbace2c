import { sitesUrl } from "../settings.ts";

// Where pages are: relative to the site's own address, which `siteUrl` tells.

/**
 * The address of a site, without a slash at its end. Set, and not taken from the request: whoever
 * asks could say anything.
 */
export const siteUrl = (siteId: string): string =>
  `${(sitesUrl.value() || `https://${process.env.GCLOUD_PROJECT}.web.app/sites`).replace(/\/+$/, "")}/${siteId}`;

export const articlePath = (slug: string): string => `/${slug}`;
export const tagPath = (tag: string): string => `/tag/${tag}`;
export const authorPath = (authorId: string): string => `/author/${encodeURIComponent(authorId)}`;
export const FEED_PATH = "/rss.xml";
export const SITEMAP_PATH = "/sitemap.xml";
