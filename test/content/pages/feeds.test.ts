import assert from "node:assert/strict";
import { rssOf } from "../../../functions/src/content/pages/rss.ts";
import { sitemapOf } from "../../../functions/src/content/pages/sitemap.ts";
import { articleOf, at, siteOf } from "../support/pureSites.ts";
import { parseXml, textWithin, within } from "../support/xml.ts";

const URL_OF_SITE = "https://example.com/sites/the-long-table";

const channelOf = (...given: Parameters<typeof rssOf>) => {
  const rss = parseXml(rssOf(...given));
  assert.deepEqual([rss.name, rss.attributes.version], ["rss", "2.0"]);
  return within(rss, "channel")[0] ?? assert.fail("no channel");
};
const itemOf = (...given: Parameters<typeof articleOf>) =>
  within(channelOf(siteOf(), [articleOf(...given)]), "item")[0] ?? assert.fail("no item");

describe("content: the feed of a site", () => {
  it("says what it is of, in which language, and where it is itself", () => {
    const channel = channelOf(siteOf({ language: "de-AT" }), []);
    const said = ["title", "link", "description", "language"].map((name) =>
      textWithin(channel, name),
    );
    assert.deepEqual(said, [
      "The Long Table",
      URL_OF_SITE,
      "Notes on food that takes its time.",
      "de-AT",
    ]);
    const [self] = within(channel, "atom:link");
    assert.deepEqual(
      [self?.attributes.rel, self?.attributes.href],
      ["self", `${URL_OF_SITE}/rss.xml`],
    );
  });

  it("has each article whole, with its day, author and tags, in the order given", () => {
    const item = itemOf({ tags: ["bread", "tea"], updatedAt: at("2026-04-01T00:00:00Z") });
    assert.deepEqual(
      ["title", "link", "pubDate", "dc:creator", "description"].map((name) =>
        textWithin(item, name),
      ),
      [
        "Two days of bread",
        `${URL_OF_SITE}/two-days-of-bread`,
        "Sun, 01 Mar 2026 23:30:00 GMT",
        "Ada Oven",
        "A loaf takes two days, most of which it needs nobody.",
      ],
    );
    assert.equal(textWithin(item, "content:encoded"), "<p>A loaf takes <em>two days</em>.</p>\n");
    assert.deepEqual(
      within(item, "category").map(({ text }) => text),
      ["bread", "tea"],
    );
    const several = channelOf(siteOf(), [articleOf({}, "b"), articleOf({}, "a")]);
    assert.deepEqual(
      within(several, "item").map((found) => textWithin(found, "guid")),
      ["b", "a"],
    );
  });

  it("knows an article by its id, wherever it moves", () => {
    const [guid] = within(itemOf({ slug: "elsewhere" }), "guid");
    assert.deepEqual([guid?.text, guid?.attributes.isPermaLink], ["article-1", "false"]);
  });

  it("shows covers, and links that lead somewhere from wherever it is read", () => {
    const content = textWithin(
      itemOf({
        body: "[a](/about) [b](/) [c](https://a.example) [d](#e)",
        cover: { url: "https://img.example/loaf.jpg", alt: 'A "loaf"' },
      }),
      "content:encoded",
    );
    assert.match(
      content ?? "",
      /<img src="https:\/\/img\.example\/loaf\.jpg" alt="A &quot;loaf&quot;">/,
    );
    assert.deepEqual(
      [...(content ?? "").matchAll(/href="([^"]*)"/g)].map(([, href]) => href),
      [
        `${URL_OF_SITE}/about`,
        URL_OF_SITE,
        "https://a.example",
        `${URL_OF_SITE}/two-days-of-bread#section-e`,
      ],
    );
  });

  it("is as new as its newest change, and the same until then", () => {
    const articles = [articleOf(), articleOf({ updatedAt: at("2026-05-01T00:00:00Z") }, "b")];
    const built = (list: typeof articles) => textWithin(channelOf(siteOf(), list), "lastBuildDate");
    assert.equal(built(articles), "Fri, 01 May 2026 00:00:00 GMT");
    assert.equal(built([]), "Fri, 02 Jan 2026 00:00:00 GMT");
    assert.equal(rssOf(siteOf(), articles), rssOf(siteOf(), articles));
  });

  it("has no pages in it, and nobody's name where nobody is named", () => {
    const page = articleOf({ kind: "page" });
    assert.deepEqual(within(channelOf(siteOf(), [page]), "item"), []);
    assert.deepEqual(within(itemOf({ byline: "" }), "dc:creator"), []);
  });

  it("keeps titles and names as they are, whatever XML means by them", () => {
    const text = "Salt & <b>pepper</b> &amp; \"so\" 'on' &amp;lt; 漢 😀";
    const item = itemOf({ title: text, byline: text, summary: text });
    assert.deepEqual([textWithin(item, "title"), textWithin(item, "dc:creator")], [text, text]);
    const channel = channelOf(siteOf({ title: text, description: text }), []);
    assert.deepEqual(
      [textWithin(channel, "title"), textWithin(channel, "description")],
      [text, text],
    );
    // A description is HTML.
    assert.match(textWithin(item, "description") ?? "", /^Salt &amp; &lt;b&gt;pepper/);
  });

  it("is well-formed with several ends of CDATA and with what no XML holds", () => {
    const text = "a]]>b]]>]]><item/>\0\u0007\ufffe]]>";
    const channel = channelOf(siteOf({ title: text }), [
      articleOf({ title: text, summary: text, byline: text, body: text }),
    ]);
    assert.equal(within(channel, "item").length, 1);
    assert.equal(textWithin(channel, "title"), "a]]>b]]>]]><item/>]]>");
  });
});

describe("content: the sitemap of a site", () => {
  it("names its first page, and each article and page with its last change", async () => {
    const entries = [
      articleOf({ updatedAt: at("2026-04-01T10:00:00Z") }),
      articleOf({ kind: "page", slug: "about" }),
    ];
    const sitemap = parseXml(await sitemapOf(siteOf(), entries));
    assert.equal(sitemap.name, "urlset");
    assert.equal(sitemap.attributes.xmlns, "http://www.sitemaps.org/schemas/sitemap/0.9");
    assert.deepEqual(
      within(sitemap, "url").map((url) => [textWithin(url, "loc"), textWithin(url, "lastmod")]),
      [
        [URL_OF_SITE, undefined],
        [`${URL_OF_SITE}/two-days-of-bread`, "2026-04-01T10:00:00.000Z"],
        [`${URL_OF_SITE}/about`, "2026-03-01T23:30:00.000Z"],
      ],
    );
  });

  it("is one of a site without articles, and of one with very many", async () => {
    const count = async (entries: number) =>
      within(parseXml(await sitemapOf(siteOf(), Array(entries).fill(articleOf()))), "url").length;
    assert.deepEqual([await count(0), await count(5_000)], [1, 5_001]);
  });
});
