import { uid } from "../../core/schema.ts";
import { articleSlug } from "../schema.ts";

/** What a path asks for, of the site `siteId`. */
export type Route = { siteId: string } & (
  | { asks: "list"; tag?: string; authorId?: string; after: string | undefined }
  | { asks: "article"; slug: string }
  | { asks: "feed" }
  | { asks: "sitemap" }
);

/** Below /sites, as firebase.json says. */
const PREFIX = "/sites/";

/**
 * What is asked for by `/sites/{site}`, `…/{slug}`, `…/tag/{tag}`, `…/author/{uid}`, `…/rss.xml` and
 * `…/sitemap.xml`; nothing where it can be nothing of ours. `after` is of lists alone.
 */
export function routeOf(path: string, after?: unknown): Route | undefined {
  if (!path.startsWith(PREFIX)) return undefined;
  const [siteId = "", ...rest] = path.slice(PREFIX.length).split("/");
  if (!isSlug(siteId)) return undefined;
  const [first, second, ...more] = rest;
  if (more.length > 0 || (after !== undefined && !isSlug(after))) return undefined;
  if (first === undefined) return { siteId, asks: "list", after };
  if (second !== undefined) return listOf(siteId, first, second, after);
  if (after !== undefined) return undefined;
  if (first === "rss.xml") return { siteId, asks: "feed" };
  if (first === "sitemap.xml") return { siteId, asks: "sitemap" };
  return isSlug(first) ? { siteId, asks: "article", slug: first } : undefined;
}

function listOf(siteId: string, of: string, name: string, after?: string): Route | undefined {
  if (of === "tag" && isSlug(name)) return { siteId, asks: "list", tag: name, after };
  const authorId = of === "author" ? uid.safeParse(decoded(name)).data : undefined;
  return authorId === undefined ? undefined : { siteId, asks: "list", authorId, after };
}

const isSlug = (value: unknown): value is string => articleSlug.safeParse(value).success;

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return "";
  }
}
