import assert from "node:assert/strict";
import { deleteSite } from "../../../functions/src/content/deleteSite.ts";
import { articlesOf } from "../../../functions/src/content/schema.ts";
import { serve } from "../../../functions/src/content/serving/serve.ts";
import { updateSite } from "../../../functions/src/content/updateSite.ts";
import { MINUTE, stamp } from "../../../functions/src/core/clock.ts";
import { call, customer, signedInNow } from "../../support/call.ts";
import { costs } from "../../support/costs.ts";
import { useStillClock } from "../../support/time.ts";
import { publishNow, unpublishNow } from "../support/publishing.ts";
import { useReaders } from "../support/readers.ts";
import { at, putAll } from "../support/serving.ts";
import { type OpenSite, openSite, putPublished, saveDraft } from "../support/sites.ts";

describe("content: what an instance keeps of pages", () => {
  const { pass } = useStillClock();
  const { as } = useReaders();
  let site: OpenSite;
  let siteId = "";
  let articleId = "";
  beforeEach(async () => {
    site = await openSite();
    siteId = site.siteId;
    articleId = await putPublished(siteId, site.author, { slug: "bread", tags: ["tea"] });
  });

  const bodyOf = async (path = "", after?: string) => (await serve(at(siteId, path), after)).body;

  it("is billed one read the next time, and two of an article, for five minutes", async () => {
    await putAll(siteId, site.author, {
      gone: { published: false },
      old: { slug: "bread" },
      older: { firstPublishedAt: stamp(-MINUTE) },
      last: { firstPublishedAt: stamp(-2 * MINUTE) },
    });
    const kept: Record<string, number> = {
      ...{ "": 1, "?older": 1, "/tag/tea": 1, [`/author/${site.author.uid}`]: 1, "/rss.xml": 1 },
      ...{ "/sitemap.xml": 1, "/bread": 2, "/gone": 2, "/old": 2 },
    };
    const serveIt = (path: string) => {
      const [below = "", after] = path.split("?");
      return serve(at(siteId, below), after);
    };
    const first: Record<string, unknown> = {};
    for (const path of Object.keys(kept)) first[path] = await serveIt(path);
    for (const minutes of [0, 5]) {
      pass(minutes * MINUTE);
      for (const [path, reads] of Object.entries(kept)) {
        const again = async () => assert.equal(await serveIt(path), first[path], path);
        await costs({ reads }, again);
      }
    }
    pass(1);
    for (const path of Object.keys(kept)) assert.notEqual(await serveIt(path), first[path], path);
  });

  it("is made anew at once for what is published, taken back, or set", async () => {
    const shows = async (path: string, words: RegExp) => assert.match(await bodyOf(path), words);
    await shows("", /Two days of bread/);
    await shows("/bread", /Two days of bread/);
    await saveDraft(siteId, articleId, site.author, { title: "Three days", tags: ["flour"] });
    await publishNow(site.author, siteId, articleId);
    for (const path of ["", "/bread", "/tag/flour", "/rss.xml"]) await shows(path, /Three days/);
    assert.equal((await serve(at(siteId, "/tag/tea"))).status, 404);
    await call(updateSite, site.owner, { siteId, title: "The Short Table" });
    for (const path of ["", "/bread", "/nothing", "/rss.xml"]) await shows(path, /Short Table/);
    await unpublishNow(site.author, siteId, articleId);
    assert.equal((await serve(at(siteId, "/bread"))).status, 410);
    for (const path of ["", "/rss.xml"]) assert.doesNotMatch(await bodyOf(path), /Three days/);
    assert.equal((await serve(at(siteId, "/tag/flour"))).status, 404);
  });

  it("is found where there was nothing, once it is published there", async () => {
    for (const path of ["/oven", "/tag/flour"]) {
      assert.equal((await serve(at(siteId, path))).status, 404);
    }
    await saveDraft(siteId, articleId, site.author, { slug: "oven", tags: ["flour"] });
    await publishNow(site.author, siteId, articleId);
    for (const path of ["/oven", "/tag/flour"]) {
      assert.equal((await serve(at(siteId, path))).status, 200, path);
    }
    assert.equal((await serve(at(siteId, "/bread"))).status, 301);
  });

  it("is gone at once with its site", async () => {
    assert.equal((await serve(at(siteId))).status, 200);
    await call(deleteSite, signedInNow(site.owner), { siteId });
    assert.equal((await serve(at(siteId))).status, 410);
  });

  it("shows a comment, a like and closed comments at once, and words that were changed after five minutes", async () => {
    const reader = as(customer());
    assert.doesNotMatch(await bodyOf("/bread"), /Mine took/);
    const said = { text: "Mine took three.", byline: "Ben" };
    const { id } = await reader.comment(siteId, articleId, reader.uid, said);
    assert.match(await bodyOf("/bread"), /Mine took three\./);
    await reader.like(siteId, articleId, reader.uid, true);
    assert.match(await bodyOf("/bread"), /1 like /);
    await articlesOf(siteId).doc(articleId).update({ commentsOpen: false });
    assert.match(await bodyOf("/bread"), /Comments are closed\./);
    await reader.edit(siteId, articleId, id, "Mine took four.");
    pass(5 * MINUTE);
    assert.match(await bodyOf("/bread"), /Mine took three\./);
    pass(1);
    assert.match(await bodyOf("/bread"), /Mine took four\./);
    await reader.takeBackComment(siteId, articleId, reader.uid, { id, hidden: null });
    assert.doesNotMatch(await bodyOf("/bread"), /Mine took/);
  });

  it("is never shown for another site, address or page of a list", async () => {
    const other = await openSite({ title: "Elsewhere" });
    await putPublished(other.siteId, other.author, { slug: "bread", tags: ["tea"] });
    const moments = (start: number) => ({
      firstPublishedAt: stamp(-start * MINUTE),
      tags: ["tea"],
    });
    const slugs = Array.from({ length: 45 }, (_, n) => `a-${n}`);
    const articles = slugs.map((slug, n) => [slug, moments(n)]);
    for (const one of [site, other]) {
      await putAll(one.siteId, site.author, Object.fromEntries(articles));
    }
    const below = ["", "/tag/tea", `/author/${site.author.uid}`];
    const lists = below.flatMap((path) =>
      [undefined, "a-5", "a-6"].map((after) => [path, after] as const),
    );
    const singles = ["/bread", "/a-1", "/tea", "/nothing", "/rss.xml", "/sitemap.xml"];
    const all = [...lists, ...singles.map((path) => [path, undefined] as const)];
    const bodies = async () => {
      const found: string[] = [];
      for (const { siteId: id } of [site, other]) {
        for (const [path, after] of all) found.push((await serve(at(id, path), after)).body);
      }
      return found;
    };
    const first = await bodies();
    // Two are of nothing, in the same words.
    assert.equal(new Set(first).size, first.length - 2);
    assert.deepEqual(await bodies(), first);
  });
});
