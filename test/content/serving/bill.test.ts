import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../dev/paths.ts";
import { articlesOf, sites, tagsOf } from "../../../functions/src/content/schema.ts";
import { serve } from "../../../functions/src/content/serving/serve.ts";
import { MINUTE, stamp } from "../../../functions/src/core/clock.ts";
import { customer } from "../../support/call.ts";
import { costs } from "../../support/costs.ts";
import { useStillClock } from "../../support/time.ts";
import { putComment, putComments } from "../support/published.ts";
import { at, putAll } from "../support/serving.ts";
import { type OpenSite, openSite } from "../support/sites.ts";

/** The figures of docs/operations.md, "Sites", and rows of docs/architecture.md, "What it costs". */
describe("content: what a page is billed that an instance has not kept", () => {
  const { pass } = useStillClock();
  let site: OpenSite;
  let siteId = "";
  beforeEach(async () => {
    site = await openSite();
    siteId = site.siteId;
  });

  const puts = (n: number) => {
    const articles = Array.from({ length: n }, (_, nth) => [
      `a-${nth}`,
      { firstPublishedAt: stamp(-nth * MINUTE), tags: ["t0"] },
    ]);
    return putAll(siteId, site.author, Object.fromEntries(articles));
  };
  const putTags = async (n: number) => {
    for (let nth = 0; nth < n; nth++) await tagsOf(siteId).doc(`t${nth}`).set({ count: 1 });
  };
  const paid = (reads: number, path = "", after?: string) =>
    costs({ reads }, () => serve(at(siteId, path), after));

  it("is, of a list, 1 and its articles, 21 where there are more; 2 more for a later page", async () => {
    await puts(45);
    await paid(1 + 1 + 21);
    await paid(1 + 21, "/tag/t0");
    await paid(1 + 21, `/author/${site.author.uid}`);
    await paid(1 + 2 + 21, "", "a-19");
    await paid(1 + 2 + 5, "", "a-39");
  });

  it("is, of the first one for a version of the site, its tags, too", async () => {
    await putTags(3);
    await puts(2);
    await paid(1 + 3 + 2);
    await paid(1 + 2, "/tag/t0");
    await sites.doc(siteId).update({ version: 9 });
    await paid(1 + 3 + 2, "/tag/t0");
    await paid(1 + 2);
  });

  it("is, of an article, 3 and its comments, of which 100 are shown", async () => {
    await puts(3);
    await serve(at(siteId));
    await putComments(siteId, "a-1", customer(), 7);
    await putComments(siteId, "a-2", customer(), 101);
    await putComment(siteId, "a-1", customer(), { hidden: "reports" });
    // What nobody has said costs as much as one comment.
    await paid(3 + 1, "/a-0");
    await paid(3 + 7, "/a-1");
    await paid(3 + 100, "/a-2");
    // It is looked at once more where it has changed.
    await articlesOf(siteId).doc("a-1").update({ likes: 1 });
    await paid(1 + 3 + 7, "/a-1");
  });

  it("is, of the feed, 1 and 20 articles, and of the sitemap all articles", async () => {
    await puts(23);
    await serve(at(siteId));
    await paid(1 + 20, "/rss.xml");
    await paid(1 + 23, "/sitemap.xml");
  });

  it("is 2 where there is nothing, each time; 3 where it has moved or is gone", async () => {
    await putAll(siteId, site.author, { old: { slug: "new" }, gone: { published: false } });
    await serve(at(siteId));
    for (const _again of [1, 2]) await paid(2, "/nothing");
    await paid(2, "/tag/nothing");
    await paid(2, "/author/nobody");
    await paid(2, "", "nothing");
    await paid(3, "/old");
    await paid(3, "/gone");
  });

  it("is 1 where there is no site, or none any more, and nothing where there can be none", async () => {
    await costs({ reads: 1 }, () => serve(at("nowhere")));
    await sites.doc(siteId).update({ deletedAt: stamp() });
    await paid(1);
    await paid(0, "/Nothing");
    await paid(0, "/bread/");
  });

  it("is at most 24 of a list, 4 and its comments of an article, 21 of the feed, as the docs say", async () => {
    await putTags(13);
    await puts(45);
    await putComments(siteId, "a-0", customer(), 4);
    const [list, article, feed, tags] = [24, 4, 21, 12];
    await paid(list + tags, "", "a-0");
    await paid(list, "", "a-1");
    await paid(article + 3, "/a-0");
    await articlesOf(siteId).doc("a-0").update({ likes: 1 });
    await paid(article + 4, "/a-0");
    await paid(feed, "/rss.xml");
    pass(6 * MINUTE);
    await paid(list, "", "a-0");
    const said = readFileSync(join(root, "docs/operations.md"), "utf8").replace(/\s+/g, " ");
    assert.ok(said.includes(`a list page ${list} at most, an article ${article} and its comments`));
    assert.ok(said.includes(`the feed ${feed},`));
    assert.ok(said.includes(`its tags, ${tags} at most`));
  });
});
