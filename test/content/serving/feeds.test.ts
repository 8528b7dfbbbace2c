import assert from "node:assert/strict";
import { siteUrl } from "../../../functions/src/content/pages/addresses.ts";
import { serve } from "../../../functions/src/content/serving/serve.ts";
import { MINUTE, stamp } from "../../../functions/src/core/clock.ts";
import { useStillClock } from "../../support/time.ts";
import { at, putAll } from "../support/serving.ts";
import { type OpenSite, openSite } from "../support/sites.ts";
import { parseXml, textWithin, within } from "../support/xml.ts";

describe("content: what feed readers and search engines find", () => {
  useStillClock();
  let site: OpenSite;
  let siteId = "";
  beforeEach(async () => {
    site = await openSite();
    siteId = site.siteId;
  });

  /** What came out n minutes ago. */
  const ago = (minutes: number) => ({ firstPublishedAt: stamp(-minutes * MINUTE) });

  const itemsNow = async () => {
    const [channel] = within(parseXml((await serve(at(siteId, "/rss.xml"))).body), "channel");
    return within(channel ?? assert.fail(), "item");
  };
  const entriesNow = async () =>
    within(parseXml((await serve(at(siteId, "/sitemap.xml"))).body), "url");

  it("is, in the feed, the 20 newest articles, whole, and no page", async () => {
    const slugs = Array.from({ length: 22 }, (_, n) => `a-${n}`);
    const articles = slugs.map((slug, n) => [slug, { ...ago(n), html: `<p>Of ${slug}.</p>` }]);
    await putAll(siteId, site.author, Object.fromEntries(articles));
    await putAll(siteId, site.author, {
      about: { kind: "page", ...ago(-1) },
      gone: { published: false, ...ago(-1) },
    });
    const items = await itemsNow();
    const shown = slugs.slice(0, 20);
    assert.deepEqual(
      items.map((item) => textWithin(item, "link")),
      shown.map((slug) => `${siteUrl(siteId)}/${slug}`),
    );
    assert.deepEqual(
      items.map((item) => textWithin(item, "content:encoded")),
      shown.map((slug) => `<p>Of ${slug}.</p>`),
    );
  });

  it("is, in the sitemap, the site and all its articles and pages, with their last change", async () => {
    await putAll(siteId, site.author, {
      bread: { ...ago(2), updatedAt: stamp() },
      about: { kind: "page", ...ago(1), updatedAt: stamp(-MINUTE) },
      gone: { published: false, ...ago(0) },
      former: { slug: "bread", published: false },
    });
    const entries = await entriesNow();
    assert.deepEqual(
      entries.map((entry) => [textWithin(entry, "loc"), textWithin(entry, "lastmod")]),
      [
        [siteUrl(siteId), undefined],
        [`${siteUrl(siteId)}/about`, stamp(-MINUTE).toDate().toISOString()],
        [`${siteUrl(siteId)}/bread`, stamp().toDate().toISOString()],
      ],
    );
  });

  it("is there also where nothing has come out", async () => {
    assert.deepEqual(await itemsNow(), []);
    assert.equal((await entriesNow()).length, 1);
  });

  it("is at most 1,000 articles and pages in the sitemap, the newest", async () => {
    const slugs = Array.from({ length: 1_001 }, (_, n) => `a-${n}`);
    await putAll(siteId, site.author, Object.fromEntries(slugs.map((slug, n) => [slug, ago(n)])));
    const found = (await entriesNow()).map((entry) => textWithin(entry, "loc"));
    const shown = slugs.slice(0, 1_000).map((slug) => `${siteUrl(siteId)}/${slug}`);
    assert.deepEqual(found, [siteUrl(siteId), ...shown]);
  });
});
