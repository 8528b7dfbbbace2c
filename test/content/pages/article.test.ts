import assert from "node:assert/strict";
import { articlePage } from "../../../functions/src/content/pages/articlePage.ts";
import type { CommentView } from "../../../functions/src/content/pages/views.ts";
import { all, attributeOf, metaOf, one, pageOf, rawText, textIn } from "../support/htmlPages.ts";
import { articleOf, at, commentOf, siteOf } from "../support/pureSites.ts";

const HERE = "/sites/the-long-table";
const cover = { url: "https://img.example/loaf.jpg", alt: "A loaf" };

const shown = (article = articleOf(), comments: CommentView[] = [], site = siteOf()) =>
  pageOf(articlePage(site, article, comments));
const inHead = (found: ReturnType<typeof shown>, ...names: string[]) =>
  names.flatMap((name) => metaOf(found, name));
const graphOf = (found: ReturnType<typeof shown>) => {
  const graph = JSON.parse(rawText(one(found, "script")));
  assert.equal(graph["@context"], "https://schema.org");
  return graph["@graph"];
};

describe("content: the page of an article", () => {
  it("has its title, day, author, cover and body, its tags and how it was taken", () => {
    const found = shown(articleOf({ cover, likes: 1_234, comments: 1 }));
    const main = one(found, "main");
    assert.equal(textIn(one(found, "title")), "Two days of bread – The Long Table");
    assert.equal(textIn(one(found, "h1")), "Two days of bread");
    const [article] = all(main, "article");
    assert.match(
      textIn(article!),
      /^Two days of bread March 1, 2026 · Ada Oven A loaf takes two days\. bread 1,234 likes · 1 comment$/,
    );
    assert.equal(attributeOf(one(article!, "a", { rel: "author" }), "href"), `${HERE}/author/ada`);
    assert.equal(attributeOf(one(article!, "a", { rel: "tag" }), "href"), `${HERE}/tag/bread`);
    assert.equal(attributeOf(one(article!, "img"), "src"), cover.url);
    assert.equal(textIn(one(article!, "em")), "two days");
  });

  it("says when it was changed, if that was on another day", () => {
    const changed = (updatedAt: string) =>
      textIn(one(shown(articleOf({ updatedAt: at(updatedAt) })), "p", { class: "counts" }));
    assert.equal(changed("2026-03-01T23:59:00Z"), "12 likes · 0 comments");
    assert.equal(changed("2026-03-02T00:01:00Z"), "12 likes · 0 comments · updated March 2, 2026");
  });

  it("leads within the site wherever the site is, and elsewhere as it was written", () => {
    const body = '[a](/about) [b](/) [c](https://a.example/) [d](#e) `<a href="/x">`';
    const hrefs = (url: string) =>
      all(
        one(shown(articleOf({ body }), [], { ...siteOf(), url }), "div", { class: "prose" }),
        "a",
      ).map((link) => attributeOf(link, "href"));
    const rest = ["https://a.example/", "#section-e"];
    assert.deepEqual(hrefs("https://example.com/sites/$1"), [
      "/sites/$1/about",
      "/sites/$1",
      ...rest,
    ]);
    assert.deepEqual(hrefs("https://table.example"), ["/about", "/", ...rest]);
  });

  it("is of neither a day nor an author where it is a page, and marked in the navigation", () => {
    const found = shown(articleOf({ kind: "page", title: "About us", slug: "about", tags: [] }));
    const main = one(found, "main");
    assert.equal(textIn(main), "About us A loaf takes two days.");
    assert.equal(textIn(one(found, "a", { "aria-current": "page" })), "About");
    assert.deepEqual(inHead(found, "og:type", "article:published_time"), ["website"]);
    assert.deepEqual(
      graphOf(found).map((thing: { "@type": string }) => thing["@type"]),
      ["WebPage", "BreadcrumbList"],
    );
  });

  it("tells networks and search engines what it is", () => {
    const tags = ["bread", "slow"];
    const found = shown(articleOf({ cover, tags, updatedAt: at("2026-03-05T00:00:00Z") }));
    const url = `https://example.com${HERE}/two-days-of-bread`;
    assert.equal(attributeOf(one(found, "link", { rel: "canonical" }), "href"), url);
    assert.deepEqual(
      inHead(found, "og:type", "og:title", "og:url", "og:site_name", "og:image", "og:image:alt"),
      ["article", "Two days of bread", url, "The Long Table", cover.url, cover.alt],
    );
    assert.deepEqual(
      inHead(
        found,
        "article:published_time",
        "article:modified_time",
        "article:tag",
        "twitter:card",
      ),
      ["2026-03-01T23:30:00.000Z", "2026-03-05T00:00:00.000Z", ...tags, "summary_large_image"],
    );
    const summary = "A loaf takes two days, most of which it needs nobody.";
    assert.deepEqual(inHead(found, "description", "og:description"), [summary, summary]);
    const [posting, way] = graphOf(found);
    assert.equal(posting["@type"], "BlogPosting");
    assert.deepEqual(
      [posting.headline, posting.url, posting.image, posting.author.name, posting.keywords],
      ["Two days of bread", url, cover.url, "Ada Oven", tags],
    );
    assert.deepEqual(
      [posting.datePublished, posting.dateModified],
      ["2026-03-01T23:30:00.000Z", "2026-03-05T00:00:00.000Z"],
    );
    assert.equal(way.itemListElement[1].item, url);
  });

  it("tells them nothing of what it has not", () => {
    const found = shown(articleOf({ summary: "", byline: "" }));
    assert.deepEqual(inHead(found, "description", "og:description", "og:image"), []);
    assert.deepEqual(inHead(found, "twitter:card"), ["summary"]);
    const [posting] = graphOf(found);
    for (const name of ["description", "author", "image"]) assert.ok(!(name in posting), name);
    assert.deepEqual(all(found, "a", { rel: "author" }), []);
  });
});

describe("content: comments on a page", () => {
  const answer = (id: string, replyTo: string, createdAt: string, text = id) =>
    commentOf({ text, replyTo, createdAt: at(createdAt) }, id);
  const comment = (id: string, createdAt: string, text = id) =>
    commentOf({ text, createdAt: at(createdAt) }, id);
  const section = (comments: CommentView[], fields = {}) =>
    one(shown(articleOf({ comments: comments.length, ...fields }), comments), "section");
  /** What is said, answers behind what they answer: "a > b". */
  const said = (comments: CommentView[]): string[] => {
    const [list] = all(section(comments), "ol");
    const threads = list!.childNodes.flatMap((node) => ("tagName" in node ? [node] : []));
    return threads.map((thread) =>
      all(thread, "p")
        .filter((paragraph) => attributeOf(paragraph, "class") !== "meta")
        .map(textIn)
        .join(" > "),
    );
  };

  it("are in the order in which they were said, answers under what they answer", () => {
    const comments = [
      answer("d", "a", "2026-03-04T00:00:00Z"),
      comment("b", "2026-03-02T00:00:00Z"),
      comment("a", "2026-03-01T00:00:00Z"),
      answer("c", "a", "2026-03-03T00:00:00Z"),
      answer("e", "b", "2026-03-05T00:00:00Z"),
    ];
    assert.deepEqual(said(comments), ["a > c > d", "b > e"]);
    assert.equal(comments[0]?.id, "d");
  });

  it("keep their answers when they are not there any more, or hidden", () => {
    const gone = "A comment that is not there any more";
    const comments = [
      commentOf({ text: "b", hidden: "moderator", createdAt: at("2026-03-01T00:00:00Z") }, "b"),
      answer("c", "b", "2026-03-02T00:00:00Z"),
      answer("d", "lost", "2026-03-03T00:00:00Z"),
      comment("e", "2026-03-04T00:00:00Z"),
      commentOf({ text: "f", hidden: "reports" }, "f"),
    ];
    assert.deepEqual(said(comments), [`${gone} > c`, `${gone} > d`, "e"]);
  });

  it("are plain text with its lines, under a name and a day", () => {
    const text = "One & <b>two</b>\r\n\nthree [x](https://a.example) :)";
    const found = section([commentOf({ text })]);
    assert.equal(
      textIn(all(found, "p")[1]!),
      "One & <b>two</b>\n\nthree [x](https://a.example) :)",
    );
    assert.deepEqual([...all(found, "a"), ...all(found, "script")], []);
    assert.equal(textIn(all(found, "p")[0]!), "Ben Crumb · March 2, 2026");
    assert.equal(attributeOf(one(found, "article"), "id"), "comment-comment-1");
  });

  it("are counted, and whether more can be said is said", () => {
    assert.equal(textIn(one(section([commentOf()], { comments: 1_200 }), "h2")), "1,200 comments");
    assert.match(textIn(section([])), /^Comments Nobody has said anything yet\.$/);
    const closed = section([commentOf()], { commentsOpen: false });
    assert.match(textIn(closed), /Comments are closed\.$/);
    assert.deepEqual(all(shown(articleOf({ commentsOpen: false })), "section"), []);
    assert.deepEqual(all(shown(articleOf({ kind: "page" })), "section"), []);
  });
});
