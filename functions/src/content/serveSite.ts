import { createHash } from "node:crypto";
import { onRequest } from "firebase-functions/https";
import { plain, serve } from "./serving/serve.ts";

/**
 * `GET /sites/{site}` and below, by way of Hosting: the public pages of sites, their feeds and sitemaps.
 * 301 leads from an address that an article had to the one that it has; 404 says that there is nothing,
 * 410 that it is gone; 405 is for any other method.
 *
 * Hosting and others keep a page for a minute and ask again by its ETag; what was published or taken
 * back is seen by then everywhere.
 */
export const serveSite = onRequest(
  // Pages of long articles, some at a time.
  { invoker: "public", memory: "512MiB", concurrency: 20 },
  async (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.status(405).set("Allow", "GET, HEAD").end();
      return;
    }
    const { after } = request.query;
    const [, query] = request.url.split("?");
    // What the page does not depend on would have it made again for each word that one thinks of.
    const isPlain = query === undefined || query === `after=${after}`;
    const page = isPlain ? await serve(request.path, after) : plain(request.path, after);
    if (page.location !== undefined) response.set("Location", page.location);
    response
      .status(page.status)
      .set("Cache-Control", "public, max-age=0, s-maxage=60, must-revalidate")
      .set("ETag", `"${createHash("sha256").update(page.body).digest("base64url")}"`)
      .set("Content-Security-Policy", page.policy)
      .set("X-Content-Type-Options", "nosniff")
      .set("Referrer-Policy", "strict-origin-when-cross-origin")
      .type(`${page.type}; charset=utf-8`)
      // Answers 304 to who has this very page.
      .send(page.body);
  },
);
