import assert from "node:assert/strict";
import { listPage } from "../../../functions/src/content/pages/listPage.ts";
import { missingPage } from "../../../functions/src/content/pages/missingPage.ts";
import type { Listing } from "../../../functions/src/content/pages/views.ts";
import { all, attributeOf, metaOf, one, pageOf, rawText, textIn } from "../support/htmlPages.ts";
import { articleOf, at, listOf, siteOf } from "../support/pureSites.ts";

const HERE = "/sites/the-long-table";
const tea: Listing = { of: "tag", tag: "tea" };
const ada: Listing = { of: "author", authorId: "ada/1", byline: "Ada Oven" };
const bread = articleOf({ cover: { url: "https://img.example/loaf.jpg", alt: "A loaf" } });
const water = articleOf({ title: "Water", slug: "water", byline: "", summary: "", tags: [] }, "a2");

const home = (site = siteOf(), list = listOf([bread, water])) => pageOf(listPage(site, list));
const page = (listing: Listing, more = {}) => home(siteOf(), listOf([bread], { listing, ...more }));
const hrefs = (elements: ReturnType<typeof all>) =>
  elements.map((element) => attributeOf(element, "href"));
const canonical = (found: ReturnType<typeof home>) =>
  attributeOf(one(found, "link", { rel: "canonical" }), "href");

describe("content: a page of articles", () => {
  it("has of each its title, day, author, beginning, tags and cover, in the order given", () => {
    const entries = all(one(home(), "main"), "article");
    assert.deepEqual(
      entries.map((entry) => textIn(one(entry, "h2"))),
      ["Two days of bread", "Water"],
    );
    const [first, second] = entries;
    assert.equal(attributeOf(one(first!, "time"), "datetime"), "2026-03-01T23:30:00.000Z");
    assert.deepEqual(hrefs(all(first!, "a")), [
      `${HERE}/author/ada`,
      `${HERE}/two-days-of-bread`,
      `${HERE}/tag/bread`,
    ]);
    assert.match(textIn(first!), /March 1, 2026 · Ada Oven .* most of which it needs nobody\./);
    assert.equal(attributeOf(one(first!, "img"), "alt"), "A loaf");
    // Whoever wrote it is not known any more.
    assert.deepEqual(hrefs(all(second!, "a")), [`${HERE}/water`]);
    assert.equal(textIn(second!), "March 1, 2026 Water");
  });

  it("is called by the site, the tag or the author, with one heading above all", () => {
    const titles = [home(), page(tea), page(ada), page({ ...ada, byline: "" })].map((found) => [
      textIn(one(found, "title")),
      textIn(one(found, "h1")),
    ]);
    assert.deepEqual(titles, [
      ["The Long Table", "The Long Table"],
      ["Articles on tea – The Long Table", "Articles on tea"],
      ["Articles by Ada Oven – The Long Table", "Articles by Ada Oven"],
      ["Articles of one author – The Long Table", "Articles of one author"],
    ]);
  });

  it("says where it is, whole, and each page of it for itself", () => {
    const url = "https://example.com/sites/the-long-table";
    const addresses = [
      home(),
      page(tea),
      page(ada),
      page({ of: "site" }, { after: "water" }),
      page(tea, { after: "water" }),
    ].map(canonical);
    assert.deepEqual(addresses, [
      url,
      `${url}/tag/tea`,
      `${url}/author/ada%2F1`,
      `${url}?after=water`,
      `${url}/tag/tea?after=water`,
    ]);
  });

  it("leads to the next page where there is one, and back to the first", () => {
    const ways = (found: ReturnType<typeof home>) =>
      all(one(found, "main"), "a")
        .filter((link) => /^(prev|next)$/.test(attributeOf(link, "rel") ?? ""))
        .map((link) => [attributeOf(link, "rel"), attributeOf(link, "href")]);
    assert.deepEqual(ways(home()), []);
    assert.deepEqual(ways(page({ of: "site" }, { next: "water" })), [
      ["next", `${HERE}?after=water`],
    ]);
    assert.deepEqual(ways(page(tea, { after: "bread", next: "water" })), [
      ["prev", `${HERE}/tag/tea`],
      ["next", `${HERE}/tag/tea?after=water`],
    ]);
    assert.deepEqual(ways(page({ of: "site" }, { after: "bread" })), [["prev", HERE]]);
  });

  it("says so where there is no article", () => {
    assert.match(
      textIn(one(home(siteOf(), listOf([])), "main")),
      /There are no articles here yet\./,
    );
  });

  it("can be passed over to what it is about, and has the site's navigation with where one is", () => {
    const found = page(tea);
    const [skip] = all(one(found, "body"), "a");
    assert.equal(attributeOf(skip!, "href"), `#${attributeOf(one(found, "main"), "id")}`);
    const ways = all(one(one(found, "header", { class: "masthead" }), "nav"), "a");
    assert.deepEqual(
      ways.map((way) => [textIn(way), attributeOf(way, "href"), attributeOf(way, "aria-current")]),
      [
        ["Home", HERE, undefined],
        ["About", `${HERE}/about`, undefined],
        ["Tea", `${HERE}/tag/tea`, "page"],
        ["Elsewhere", "https://elsewhere.example/table", undefined],
      ],
    );
    const [topics] = all(one(found, "footer"), "nav");
    assert.deepEqual(hrefs(all(topics!, "a")), [`${HERE}/tag/bread`, `${HERE}/tag/tea`]);
  });

  it("leads to no place that the schema would not take", () => {
    const navigation = [
      { label: "x", to: "javascript:alert(1)" },
      { label: "y", to: "//evil.example" },
      { label: "", to: "/about" },
    ];
    assert.deepEqual(all(one(home(siteOf({ navigation })), "header"), "nav"), []);
  });

  it("works wherever the site is", () => {
    const found = home({ ...siteOf(), url: "https://table.example" });
    assert.deepEqual(hrefs(all(one(found, "h1"), "a")), ["/"]);
    assert.equal(
      hrefs(all(found, "h2").flatMap((title) => all(title, "a")))[0],
      "/two-days-of-bread",
    );
    assert.equal(canonical(found), "https://table.example");
  });

  describe("is in the language of the site:", () => {
    const dayIn = (language: string) => {
      const found = home(
        siteOf({ language }),
        listOf([articleOf({ byline: "", firstPublishedAt: at("2026-01-31T23:59:59Z") })]),
      );
      const root = one(found, "html");
      return [attributeOf(root, "lang"), attributeOf(root, "dir"), textIn(one(found, "time"))];
    };

    it("its dates, in UTC, and which way it is written", () => {
      assert.deepEqual(dayIn("en"), ["en", "ltr", "January 31, 2026"]);
      assert.deepEqual(dayIn("de-AT"), ["de-AT", "ltr", "31. Jänner 2026"]);
      assert.deepEqual(dayIn("he"), ["he", "rtl", "31 בינואר 2026"]);
    });

    it("in English where that is none, or none that is known", () => {
      for (const language of ["", "x", "de_AT", "en-a", "en-u-x", '"><script>', "\0"]) {
        assert.deepEqual(dayIn(language), ["en", "ltr", "January 31, 2026"], language);
      }
      assert.deepEqual(dayIn("qqq"), ["qqq", "ltr", "January 31, 2026"]);
    });
  });

  it("tells search engines and networks what it is, and where its feed is", () => {
    const found = home();
    assert.deepEqual(metaOf(found, "og:type"), ["website"]);
    assert.deepEqual(metaOf(found, "og:title"), ["The Long Table"]);
    assert.deepEqual(metaOf(found, "description"), ["Notes on food that takes its time."]);
    assert.deepEqual(metaOf(found, "robots"), []);
    const feed = one(found, "link", { rel: "alternate" });
    assert.equal(attributeOf(feed, "type"), "application/rss+xml");
    assert.equal(attributeOf(feed, "href"), "https://example.com/sites/the-long-table/rss.xml");
    const [blog] = JSON.parse(rawText(one(found, "script")))["@graph"];
    assert.deepEqual([blog["@type"], blog.name, blog.inLanguage], ["Blog", "The Long Table", "en"]);
    assert.deepEqual(
      blog.blogPost.map((post: { url: string }) => post.url),
      ["two-days-of-bread", "water"].map((slug) => `https://example.com${HERE}/${slug}`),
    );
    const [collection, way] = JSON.parse(rawText(one(page(tea), "script")))["@graph"];
    assert.deepEqual([collection["@type"], way["@type"]], ["CollectionPage", "BreadcrumbList"]);
  });
});

describe("content: a page that is missing", () => {
  it("is listed by no search engine and leads back to the site", () => {
    for (const why of ["not-found", "gone"] as const) {
      const found = pageOf(missingPage(siteOf(), why));
      assert.deepEqual(metaOf(found, "robots"), ["noindex"]);
      assert.deepEqual(all(found, "link", { rel: "canonical" }), []);
      assert.deepEqual(hrefs(all(one(found, "main"), "a")), [HERE]);
    }
    assert.notEqual(missingPage(siteOf(), "gone"), missingPage(siteOf(), "not-found"));
  });

  it("is one also where there is no site", () => {
    const found = pageOf(missingPage(undefined, "not-found"));
    assert.equal(textIn(one(found, "h1")), "Not found");
    assert.deepEqual(metaOf(found, "robots"), ["noindex"]);
    assert.deepEqual(hrefs(all(found, "a")), ["#content"]);
  });
});
