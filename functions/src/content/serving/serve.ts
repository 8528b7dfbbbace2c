import { LRUCache } from "lru-cache";
import { MINUTE, now } from "../../core/clock.ts";
import { siteUrl } from "../pages/addresses.ts";
import { missingPage } from "../pages/missingPage.ts";
import type { SiteView } from "../pages/views.ts";
import { type Site, sites } from "../schema.ts";
import { make } from "./make.ts";
import { htmlPage, movedTo, type Page } from "./page.ts";
import { readSite } from "./read.ts";
import { type Route, routeOf } from "./route.ts";

interface Kept {
  page: Page;
  /** Of the site. */
  version: number;
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

const views = new LRUCache<string, SiteView>({ max: 200 });

/**
 * The page that a path asks for. An instance keeps what it has made for as long as the site has the same
 * version, the article has not changed, and five minutes: then it is billed one read, and another for
 * an article.
 */
export async function serve(path: string, after?: unknown): Promise<Page> {
  if (path.length > 1 && path.endsWith("/")) return plain(path, after);
  const route = routeOf(path, after);
  const id = route?.siteId;
  const site = id === undefined ? undefined : (await sites.doc(id).get()).data();
  if (!route || !site) return htmlPage(undefined, missingPage(undefined, "not-found"), 404);
  if (site.deletedAt) return htmlPage(undefined, missingPage(undefined, "gone"), 410);
  const key = JSON.stringify(route);
  const known = kept.get(key);
  if (known && (await isFresh(known, site.version))) return known.page;
  const page = await make(await viewOf(route.siteId, site), route);
  // What is not there has addresses without end.
  if (page.status !== 404) kept.set(key, { page, version: site.version, madeAt: now().getTime() });
  return page;
}

/** The site as all its pages show it, which is read once for each version. */
async function viewOf(siteId: string, site: Site): Promise<SiteView> {
  const key = `${siteId} ${site.version}`;
  const known = views.get(key);
  if (known) return known;
  const view = await readSite(siteId, site);
  views.set(key, view);
  return view;
}

async function isFresh({ page, version, madeAt }: Kept, current: number): Promise<boolean> {
  if (version !== current || now().getTime() - madeAt > LONGEST) return false;
  if (!page.made) return true;
  const { updateTime } = await page.made.of.get();
  return updateTime !== undefined && page.made.at?.isEqual(updateTime) === true;
}

/**
 * Leads to the one address that a page has: no slash at its end, and no query that says nothing. No
 * read.
 */
export function plain(path: string, after: unknown): Page {
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
