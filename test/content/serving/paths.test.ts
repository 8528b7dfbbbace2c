import assert from "node:assert/strict";
import { siteUrl } from "../../../functions/src/content/pages/addresses.ts";
import { serve } from "../../../functions/src/content/serving/serve.ts";
import { costs } from "../../support/costs.ts";
import { useStillClock } from "../../support/time.ts";
import { at, canonicalOf, putAll, slugsIn } from "../support/serving.ts";
import { type OpenSite, openSite, putPublished } from "../support/sites.ts";

describe("content: the addresses of a site", () => {
  useStillClock();
  let site: OpenSite;
  let siteId = "";
  beforeEach(async () => {
    site = await openSite();
    siteId = site.siteId;
    await putPublished(siteId, site.author, { slug: "two-days", tags: ["tea"] });
  });

  it("are those of its articles, of each, of tags and authors, of its feed and its sitemap", async () => {
    const { uid } = site.author;
    for (const path of ["", "/two-days", "/tag/tea", `/author/${uid}`]) {
      const { status, type, body } = await serve(at(siteId, path));
      assert.deepEqual([status, type], [200, "text/html"], path);
      assert.equal(canonicalOf(body), `${siteUrl(siteId)}${path}`, path);
    }
    for (const [path, type] of [
      ["/rss.xml", "application/rss+xml"],
      ["/sitemap.xml", "application/xml"],
    ] as const) {
      const found = await serve(at(siteId, path));
      assert.deepEqual([found.status, found.type], [200, type], path);
    }
  });

  it("name an author as uids are, whatever is in them", async () => {
    const author = { uid: "Ada Öven:1", token: {} };
    await putPublished(siteId, author, { slug: "hers" });
    const path = at(siteId, `/author/${encodeURIComponent(author.uid)}`);
    assert.deepEqual(slugsIn((await serve(path)).body), ["hers"]);
    assert.deepEqual(slugsIn((await serve(path.replace("Ada", "%41da"))).body), ["hers"]);
  });

  it("are nothing else, and what can be none is not looked for", async () => {
    const nowhere = await serve("/");
    assert.equal(nowhere.status, 404);
    const outside = [
      ...["", "/", "//", "/sites", "/sites/", "/sites//", "/site/x", "/SITES/x", `/${at(siteId)}`],
      ...[`/sites//${siteId}`, `/sites/./${siteId}`, `/sites/%2e%2e/${siteId}`, `/x${at(siteId)}`],
      ...["/sites/__all__", "/sites/.", "/sites/..", "/sites/%00", "/sites/a%2Fb", "/sites/a.b"],
      ...[siteId.toUpperCase(), `${siteId}?`, `${siteId}%20`, "x".repeat(81)].map((id) => at(id)),
    ];
    const inside = [
      ...["/Two-Days", "/two_days", "/two-days.html", "/two-days%20", "/two%2Ddays", "/two-days;x"],
      ...["/-two-days", "/two-days/..", "/./two-days", "/../two-days", "//two-days", "/%2E%2E"],
      ...["/two-days/more", "/two-days%2Fmore", "/two-days%00", "/two-days\0", "/two\ndays"],
      ...[
        "/twö-days",
        "/％",
        "/%",
        "/%E0%A4%A",
        "/__proto__",
        "/rss.XML",
        "/rss.xml/more",
        "/.xml",
      ],
      ...["/tag/Tea", "/tag//tea", "/tag/tea/more", "/tag/t%65a", "/tag%2Ftea"],
      ...["/tags/tea", "/author/%", "/author/..", "/author/%2E", "/author/a%2Fb", "/author/__x__"],
      ...[`/author/${"x".repeat(129)}`, `/author/${site.author.uid}/more`, `/${"x".repeat(81)}`],
      ...[`/${"x".repeat(100_000)}`, `/${"x/".repeat(10_000)}`, `/two-days${"/".repeat(9_999)}x`],
    ].map((path) => at(siteId, path));
    const paths = [...outside, ...inside];
    await costs({}, async () => {
      for (const path of paths) assert.deepEqual(await serve(path), nowhere, path.slice(0, 99));
    });
  });

  it("are of one site alone: another's article, tag or author is none", async () => {
    const other = await openSite();
    for (const path of ["/two-days", "/tag/tea", `/author/${site.author.uid}`]) {
      assert.equal((await serve(at(siteId, path))).status, 200, path);
      const { status, body } = await serve(at(other.siteId, path));
      assert.equal(status, 404, path);
      assert.match(body, new RegExp(`href="/sites/${other.siteId}"`));
      assert.doesNotMatch(body, new RegExp(siteId));
    }
    assert.equal((await serve(at("no-such-site"))).status, 404);
  });

  it("may be called as the kinds of addresses are, and as parts of JavaScript", async () => {
    const words = ["tag", "author", "sites", "rss", "sitemap", "constructor", "x", "0"];
    await putAll(siteId, site.author, Object.fromEntries(words.map((word) => [word, {}])));
    for (const word of words) {
      const { status, body } = await serve(at(siteId, `/${word}`));
      assert.equal(status, 200, word);
      assert.equal(canonicalOf(body), `${siteUrl(siteId)}/${word}`);
    }
    assert.deepEqual(slugsIn((await serve(at(siteId, "/tag/tea"))).body), ["two-days"]);
  });
});
