import { LRUCache } from "lru-cache";
import { MINUTE, now } from "../../core/clock.ts";
import { siteUrl } from "../pages/addresses.ts";
import { missingPage } from "../pages/missingPage.ts";
import { type Site, sites } from "../schema.ts";
import { make } from "./make.ts";
import { htmlPage, movedTo, type Page } from "./page.ts";
import { readSite } from "./read.ts";
import { type Route, routeOf } from "./route.ts";

interface Kept {
  page: Page;
  /** Of the site: see `editionOf`. */
  edition: string;
  madeAt: number;
}

/** Bytes of pages that an instance keeps. */
const ROOM = 32 * 1024 * 1024;

/** What tells nobody that it has changed, such as an edit of a comment, is seen after so long. */
const LONGEST = 5 * MINUTE;

const kept = new LRUCache<string, Kept>({
  maxSize: ROOM,
  sizeCalculation: ({ page }) => 1_000 + 2 * page.body.length,
});

/**
 * The page that a path asks for. An instance keeps what it has made for as long as the site has the same
 * version, the article has not changed, and five minutes: then it is billed one read, and another for
 * an article.
 */
export async function serve(path: string, after?: unknown): Promise<Page> {
  if (path.length > 1 && path.endsWith("/")) return withoutSlash(path, after);
  const route = routeOf(path, after);
  const id = route?.siteId;
  const site = id === undefined ? undefined : (await sites.doc(id).get()).data();
  if (!route || !site) return htmlPage(undefined, missingPage(undefined, "not-found"), 404);
  if (site.deletedAt) return htmlPage(undefined, missingPage(undefined, "gone"), 410);
  const key = JSON.stringify(route);
  const known = kept.get(key);
  const edition = editionOf(site);
  if (known && (await isFresh(known, edition))) return known.page;
  const page = await make(await readSite(route.siteId, site), route);
  kept.set(key, { page, edition, madeAt: now().getTime() });
  return page;
}

/** What pages are kept by. A site that is made anew at an address begins to count anew. */
const editionOf = ({ createdAt, version }: Site): string => `${createdAt.toMillis()}.${version}`;

async function isFresh({ page, edition, madeAt }: Kept, current: string): Promise<boolean> {
  if (edition !== current || now().getTime() - madeAt > LONGEST) return false;
  if (!page.made) return true;
  const { updateTime } = await page.made.of.get();
  return updateTime?.toMillis() === page.made.at?.toMillis();
}

/** Each page has one address. */
function withoutSlash(path: string, after: unknown): Page {
  // By no expression: one would take long where there are thousands.
  const segments = path.split("/");
  while (segments.at(-1) === "") segments.pop();
  const route: Route | undefined = routeOf(segments.join("/"), after);
  if (!route) return htmlPage(undefined, missingPage(undefined, "not-found"), 404);
  const [, , , ...below] = segments;
  const address = [siteUrl(route.siteId), ...below].join("/");
  const isLater = route.asks === "list" && route.after !== undefined;
  return movedTo(isLater ? `${address}?after=${route.after}` : address);
}
