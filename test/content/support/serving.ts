import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type RequestListener, request } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { siteUrl } from "../../../functions/src/content/pages/addresses.ts";
import { type Article, articlesOf, slugsOf } from "../../../functions/src/content/schema.ts";
import { serveSite } from "../../../functions/src/content/serveSite.ts";
import { stamp } from "../../../functions/src/core/clock.ts";
import { db } from "../../../functions/src/core/db.ts";
import type { Person } from "../../support/call.ts";
import { all, attributeOf, pageOf } from "./htmlPages.ts";

// What the platform hands to a function is made by this.
const express = createRequire(new URL("../../../functions/package.json", import.meta.url))(
  "express",
) as () => RequestListener & { use(handler: unknown): void };

/** What came over the wire. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export type Ask = (
  path: string,
  said?: { method?: string; headers?: Record<string, string> },
) => Promise<Answer>;

/** The function of the public pages, asked over HTTP, each path as it stands, during one `describe`. */
export function useSites(): { ask: Ask } {
  const app = express();
  app.use(serveSite);
  const server = createServer(app);
  before(async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
  });
  after(() => server.close());
  const ask: Ask = async (path, { method = "GET", headers = {} } = {}) => {
    const { port } = server.address() as AddressInfo;
    const asked = request({ host: "127.0.0.1", port, path, method, headers }).end();
    const [answer] = await once(asked, "response");
    return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
  };
  return { ask };
}

/** The path of something of a site: `at(siteId, "/rss.xml")`; the whole address is `siteUrl`'s. */
export const at = (siteId: string, path = ""): string => `/sites/${siteId}${path}`;

/** How a whole address of a site is asked for. */
export const askedFor = (siteId: string, address: string): string =>
  address.replace(siteUrl(siteId), at(siteId));

/** Where a page says that it is. */
export function canonicalOf(html: string): string | undefined {
  const [link] = all(pageOf(html), "link", { rel: "canonical" });
  return link && attributeOf(link, "href");
}

/** Where the page before a page of a list is, or the one after it. */
export function wayOf(html: string, rel: "prev" | "next"): string | undefined {
  const [way] = all(pageOf(html), "a", { rel });
  return way && attributeOf(way, "href");
}

/** The slugs of the articles that a page of a list has, in its order. */
export const slugsIn = (html: string): string[] =>
  all(pageOf(html), "h2").flatMap((heading) =>
    all(heading, "a").map((link) => attributeOf(link, "href")?.split("/").at(-1) ?? ""),
  );

/** Puts published articles there with their addresses, and nothing else; each is called by its address. */
export async function putAll(
  siteId: string,
  { uid: authorId }: Person,
  articles: Record<string, Partial<Article>>,
): Promise<void> {
  const entries = Object.entries(articles);
  for (let start = 0; start < entries.length; start += 200) {
    const batch = db.batch();
    for (const [slug, fields] of entries.slice(start, start + 200)) {
      batch.set(articlesOf(siteId).doc(slug), {
        ...{ siteId, kind: "article", title: slug, slug, summary: "", html: "<p>A loaf.</p>\n" },
        ...{ tags: [], cover: null, byline: "Ada Oven", authorId, version: 1, published: true },
        ...{ commentsOpen: true, likes: 0, comments: 0 },
        ...{ firstPublishedAt: stamp(), updatedAt: stamp() },
        ...fields,
      });
      batch.set(slugsOf(siteId).doc(slug), { articleId: slug, createdAt: stamp() });
    }
    await batch.commit();
  }
}
