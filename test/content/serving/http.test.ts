import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { commentsOf } from "../../../functions/src/content/comments/schema.ts";
import { moderateComment } from "../../../functions/src/content/moderateComment.ts";
import { articlesOf } from "../../../functions/src/content/schema.ts";
import { updateSite } from "../../../functions/src/content/updateSite.ts";
import { MINUTE } from "../../../functions/src/core/clock.ts";
import { call, customer } from "../../support/call.ts";
import { costs } from "../../support/costs.ts";
import { useStillClock } from "../../support/time.ts";
import { all, pageOf, rawText } from "../support/htmlPages.ts";
import { putComment } from "../support/published.ts";
import { publishNow, unpublishNow } from "../support/publishing.ts";
import { useReaders } from "../support/readers.ts";
import { at, putAll, useSites } from "../support/serving.ts";
import { type OpenSite, openSite, putDraft, putPublished } from "../support/sites.ts";

describe("content: a page over HTTP", () => {
  const { pass } = useStillClock();
  const { ask } = useSites();
  const { as } = useReaders();
  let site: OpenSite;
  let siteId = "";
  let articleId = "";
  beforeEach(async () => {
    const theme = { accent: "#7a4b12", font: "serif", scheme: "dark", logo: null } as const;
    site = await openSite({ theme });
    siteId = site.siteId;
    articleId = await putPublished(siteId, site.author, { slug: "bread", tags: ["tea"] });
    await putAll(siteId, site.author, { gone: { published: false }, old: { slug: "bread" } });
  });

  /** One of each kind of answer. */
  const paths = ["", "/bread", "/rss.xml", "/sitemap.xml", "/nothing", "/gone", "/old", "/bread/"];
  const askFor = (path: string, headers = {}, method = "GET") =>
    ask(at(siteId, path), { headers, method });

  it("is kept by caches in between for a minute, and by nobody else unasked", async () => {
    for (const path of [...paths, "/Nowhere"]) {
      const { headers } = await askFor(path);
      const said = headers["cache-control"];
      assert.equal(said, "public, max-age=0, s-maxage=60, must-revalidate", path);
      assert.equal(headers["set-cookie"], undefined);
    }
  });

  it("says what it is, lets no script run and is not framed", async () => {
    const types = { "/rss.xml": "application/rss+xml", "/sitemap.xml": "application/xml" };
    for (const path of paths) {
      const { headers, body } = await askFor(path);
      const type = types[path as keyof typeof types] ?? "text/html";
      assert.equal(headers["content-type"], `${type}; charset=utf-8`, path);
      assert.equal(headers["x-content-type-options"], "nosniff");
      assert.equal(headers["referrer-policy"], "strict-origin-when-cross-origin");
      const policy = String(headers["content-security-policy"]);
      assert.match(policy, /^default-src 'none'/, path);
      if (body === "" || type !== "text/html") continue;
      assert.match(policy, /frame-ancestors 'none'/);
      assert.doesNotMatch(policy, /script-src|unsafe/);
      const styles = all(pageOf(body), "style").map(rawText).join();
      const hash = createHash("sha256").update(styles).digest("base64");
      assert.ok(policy.includes(`style-src 'sha256-${hash}'`), path);
    }
  });

  it("comes once: who has it gets 304 and nothing, from another instance, too", async () => {
    for (const path of ["", "/bread", "/rss.xml", "/sitemap.xml"]) {
      const { headers, body } = await askFor(path);
      const etag = headers.etag ?? assert.fail("no ETag");
      // Strong, and made of the page alone.
      assert.match(etag, /^"[\w-]{43}"$/);
      assert.equal(etag, `"${createHash("sha256").update(body).digest("base64url")}"`);
      pass(6 * MINUTE);
      for (const known of [etag, `"other", ${etag}`, `W/${etag}`, "*"]) {
        const again = await askFor(path, { "if-none-match": known });
        assert.deepEqual([again.status, again.body, again.headers.etag], [304, "", etag]);
        assert.equal(again.headers["cache-control"], headers["cache-control"]);
      }
      const other = await askFor(path, { "if-none-match": '"other"' });
      assert.deepEqual([other.status, other.body], [200, body]);
    }
  });

  it("is never 304 where there is none, or where it has moved", async () => {
    for (const [path, status] of [
      ["/nothing", 404],
      ["/gone", 410],
      ["/old", 301],
    ] as const) {
      const etag = String((await askFor(path)).headers.etag);
      assert.equal((await askFor(path, { "if-none-match": etag })).status, status);
    }
  });

  it("is, to HEAD, all but itself", async () => {
    for (const path of paths) {
      const [whole, head] = [await askFor(path), await askFor(path, {}, "HEAD")];
      assert.deepEqual([head.status, head.body], [whole.status, ""], path);
      for (const { headers } of [whole, head]) delete headers.date;
      assert.deepEqual(head.headers, whole.headers, path);
    }
  });

  it("is not answered to any other method, and at no cost", async () => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]) {
      await costs({}, async () => {
        const { status, headers, body } = await askFor("/bread", {}, method);
        assert.deepEqual([status, headers.allow, body], [405, "GET, HEAD", ""], method);
      });
    }
  });

  it("begins a list after what the address says once", async () => {
    assert.equal((await askFor("?after=bread")).status, 404);
    for (const query of ["after=gone&after=gone", "after=", "after"]) {
      assert.equal((await askFor(`?${query}`)).status, 404, query);
    }
    assert.equal((await askFor("?after=gone")).status, 200);
  });

  it("is another, by its ETag, after all that it shows", async () => {
    const reader = as(customer());
    let known = await etagsNow();
    const changes: [() => Promise<unknown>, ...string[]][] = [
      [() => call(updateSite, site.owner, { siteId, title: "Another" }), "", "/bread", "/rss.xml"],
      [() => reader.comment(siteId, articleId, reader.uid, said), "/bread"],
      [() => moderate("hide"), "/bread"],
      [() => moderate("show"), "/bread"],
      [() => reader.like(siteId, articleId, reader.uid, true), "/bread"],
      [() => publishAnother(), "", "/bread", "/rss.xml", "/sitemap.xml"],
      [() => unpublishNow(site.author, siteId, "second"), "", "/bread", "/rss.xml", "/sitemap.xml"],
    ];
    for (const [change, ...changed] of changes) {
      await change();
      const now = await etagsNow();
      const others = Object.keys(now).filter((path) => now[path] !== known[path]);
      assert.deepEqual(others, changed, String(change));
      known = now;
    }
  });

  const said = { text: "Mine took three.", byline: "Ben Crumb" };
  async function moderate(action: "hide" | "show"): Promise<void> {
    const [comment] = (await commentsOf(siteId, articleId).get()).docs;
    const input = { siteId, articleId, commentId: comment?.id ?? "", reason: "" };
    const seen = action === "hide" ? { action } : { action, text: said.text };
    await call(moderateComment, site.editor, { ...input, ...seen });
  }
  /** Its tag is new, and stands under every page. */
  async function publishAnother(): Promise<void> {
    await putDraft(siteId, site.author, { title: "Second", tags: ["flour"] }, "second");
    await publishNow(site.author, siteId, "second");
  }
  async function etagsNow(): Promise<Record<string, string | undefined>> {
    const etags: Record<string, string | undefined> = {};
    for (const path of ["", "/bread", "/rss.xml", "/sitemap.xml"]) {
      etags[path] = (await askFor(path)).headers.etag;
    }
    return etags;
  }

  it("is the same from wherever it is made, as long as nothing has changed", async () => {
    await putComment(siteId, articleId, customer());
    await articlesOf(siteId).doc(articleId).update({ comments: 1 });
    const known = await etagsNow();
    pass(6 * MINUTE);
    assert.deepEqual(await etagsNow(), known);
  });
});
