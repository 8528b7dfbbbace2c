import assert from "node:assert/strict";
import { purgeSites } from "../../../functions/src/content/bin/purge.ts";
import { createSite } from "../../../functions/src/content/createSite.ts";
import { deleteSite } from "../../../functions/src/content/deleteSite.ts";
import { siteUrl } from "../../../functions/src/content/pages/addresses.ts";
import { serve } from "../../../functions/src/content/serving/serve.ts";
import { HOUR, now } from "../../../functions/src/core/clock.ts";
import { call, customer, refused, signedInNow } from "../../support/call.ts";
import { useStillClock } from "../../support/time.ts";
import { publishNow, unpublishNow } from "../support/publishing.ts";
import { askedFor, at, canonicalOf, putAll, useSites } from "../support/serving.ts";
import { type OpenSite, openSite, putDraft, putPublished, saveDraft } from "../support/sites.ts";

describe("content: an address that is another by now", () => {
  const { pass } = useStillClock();
  const { ask } = useSites();
  let site: OpenSite;
  let siteId = "";
  beforeEach(async () => {
    site = await openSite();
    siteId = site.siteId;
  });

  async function leadsTo(path: string, address: string, after?: string): Promise<void> {
    const { status, location, body } = await serve(path, after);
    assert.deepEqual([status, location, body], [301, address, ""], path);
  }

  it("leads, with slashes at its end, to the one without", async () => {
    const url = siteUrl(siteId);
    const author = `/author/${encodeURIComponent("Ada Öven")}`;
    for (const path of ["", "/two-days", "/tag/tea", author, "/rss.xml", "/sitemap.xml"]) {
      await leadsTo(at(siteId, `${path}/`), `${url}${path}`);
      await leadsTo(at(siteId, `${path}///`), `${url}${path}`);
    }
    await leadsTo(at(siteId, "/"), `${url}?after=two-days`, "two-days");
    await leadsTo(at(siteId, "/tag/tea/"), `${url}/tag/tea?after=two-days`, "two-days");
    // What is no list goes on from nothing.
    assert.equal((await serve(at(siteId, "/two-days/"), "two-days")).status, 404);
    for (const path of [at(siteId, "/Two/"), "/sites/", "/x/", "///", at(siteId, "/tag/T/")]) {
      assert.equal((await serve(path)).status, 404, path);
    }
  });

  it("is found to be so at once, however many slashes there are", async () => {
    const began = performance.now();
    assert.equal((await serve(at(siteId, `${"/".repeat(100_000)}x/`))).status, 404);
    await leadsTo(at(siteId, "/".repeat(100_000)), siteUrl(siteId));
    assert.ok(performance.now() - began < 5_000);
  });

  it("leads to where the article is, however often that has changed, in one step", async () => {
    const articleId = await putDraft(siteId, site.author, { slug: "one" });
    for (const slug of ["two", "three", "one", "four"]) {
      await publishNow(site.author, siteId, articleId);
      await saveDraft(siteId, articleId, site.author, { slug });
    }
    const former = ["two", "three", "one"];
    // The address that its draft would have is nowhere yet.
    const now = `${siteUrl(siteId)}/one`;
    for (const slug of former.slice(0, 2)) await leadsTo(at(siteId, `/${slug}`), now);
    assert.equal((await serve(at(siteId, "/four"))).status, 404);
    const there = await serve(askedFor(siteId, now));
    assert.deepEqual([there.status, canonicalOf(there.body)], [200, now]);
    await publishNow(site.author, siteId, articleId);
    for (const slug of former) await leadsTo(at(siteId, `/${slug}`), `${siteUrl(siteId)}/four`);
    assert.equal((await serve(at(siteId, "/four"))).status, 200);
  });

  it("never leads to where a request says that it is", async () => {
    await putPublished(siteId, site.author, { slug: "new" });
    await putAll(siteId, site.author, { old: { slug: "new" } });
    const headers = {
      host: "evil.example",
      forwarded: "host=evil.example;proto=http",
      "x-forwarded-host": "evil.example",
      "x-original-url": "https://evil.example/",
    };
    for (const [path, address] of [
      ["/old", "/new"],
      ["/new/", "/new"],
      ["/?after=new", "?after=new"],
    ] as const) {
      const moved = await ask(at(siteId, path), { headers });
      assert.deepEqual([moved.status, moved.headers.location], [301, siteUrl(siteId) + address]);
    }
    for (const path of ["", "/new", "/rss.xml", "/sitemap.xml", "/nothing"]) {
      assert.doesNotMatch((await ask(at(siteId, path), { headers })).body, /evil/, path);
    }
    const whole = await ask(`http://evil.example${at(siteId, "/old")}`);
    assert.equal(whole.headers.location, `${siteUrl(siteId)}/new`);
    for (const path of ["//evil.example/", "/\\evil.example/", "/sites//evil.example/"]) {
      const { status, headers: said } = await ask(path);
      assert.deepEqual([status, said.location], [404, undefined], path);
    }
  });

  it("is gone, at all addresses that it had, where it was taken back; and there again with it", async () => {
    const articleId = await putDraft(siteId, site.author, { slug: "one", title: "A secret" });
    await publishNow(site.author, siteId, articleId);
    await saveDraft(siteId, articleId, site.author, { slug: "two" });
    await publishNow(site.author, siteId, articleId);
    await unpublishNow(site.author, siteId, articleId);
    for (const path of ["/one", "/two"]) {
      const { status, location, body } = await serve(at(siteId, path));
      assert.deepEqual([status, location], [410, undefined]);
      assert.match(body, /Not here any more/);
      assert.doesNotMatch(body, /A secret|\/two/);
    }
    assert.equal((await serve(at(siteId, "/three"))).status, 404);
    await publishNow(site.author, siteId, articleId);
    await leadsTo(at(siteId, "/one"), `${siteUrl(siteId)}/two`);
    assert.equal((await serve(at(siteId, "/two"))).status, 200);
  });

  it("is gone with its site, whatever was there; never was, when that is deleted; and is nobody else's", async () => {
    await putPublished(siteId, site.author, { slug: "bread", tags: ["tea"], title: "A loaf" });
    const paths = ["", "/bread", "/nothing", "/tag/tea", "/rss.xml", "/sitemap.xml"];
    const answers = () => Promise.all(paths.map((path) => serve(at(siteId, path))));
    assert.deepEqual(
      (await answers()).map(({ status }) => status),
      [200, 200, 404, 200, 200, 200],
    );
    await call(deleteSite, signedInNow(site.owner), { siteId });
    for (const { status, type, body } of await answers()) {
      assert.deepEqual([status, type], [410, "text/html"]);
      assert.doesNotMatch(body, /The Long Table|A loaf/);
    }
    pass(HOUR);
    assert.deepEqual(await purgeSites(now(), 10), ["purged"]);
    const nowhere = await serve(at("nowhere"));
    for (const answer of await answers()) assert.deepEqual(answer, nowhere);
    for (const person of [site.owner, customer()]) {
      const anew = call(createSite, person, { siteId, title: "Another's" });
      await refused(anew, "already-exists", "site-taken");
    }
    assert.equal((await serve(at(siteId))).status, 404);
  });
});
