import assert from "node:assert/strict";
import { articlePage } from "../../../functions/src/content/pages/articlePage.ts";
import { listPage } from "../../../functions/src/content/pages/listPage.ts";
import { missingPage } from "../../../functions/src/content/pages/missingPage.ts";
import { rssOf } from "../../../functions/src/content/pages/rss.ts";
import { sitemapOf } from "../../../functions/src/content/pages/sitemap.ts";
import { stylesOf } from "../../../functions/src/content/pages/styles.ts";
import { defaultTheme } from "../../../functions/src/content/pages/theme.ts";
import { htmlOf, summaryOf } from "../../../functions/src/content/publishing/markdown.ts";
import { assertHarmlessBody, assertHarmlessPage } from "../support/harmless.ts";
import { one, pageOf, rawText } from "../support/htmlPages.ts";
import { articleOf, commentOf, listOf, siteOf } from "../support/pureSites.ts";
import { parseXml, textWithin, within } from "../support/xml.ts";
import { xssStrings } from "../support/xssStrings.ts";

// Much of what is written here passes no schema and no rule. Pages need neither.

/** Whatever a site's owners say of it. */
const siteWith = (text: string) => ({
  ...siteOf({
    title: text,
    description: text,
    language: text,
    theme: { accent: text, font: text, scheme: text, logo: text } as never,
    navigation: [
      { label: text, to: "/about" },
      { label: text, to: "https://elsewhere.example" },
      { label: "x", to: text },
      { label: "x", to: `https://${text}` },
    ],
  }),
  tags: [text],
});

/** Whatever an author says. */
const articleWith = (text: string, kind: "article" | "page" = "article") =>
  articleOf(
    {
      kind,
      body: text,
      title: text,
      slug: text,
      summary: text,
      tags: [text],
      cover: { url: text, alt: text },
      byline: text,
      authorId: text,
    },
    text,
  );

/** Whatever a reader says. */
const commentsWith = (text: string) => [
  commentOf({ text, byline: text, authorId: text }, text),
  commentOf({ text, byline: text, replyTo: text }, `${text}2`),
  commentOf({ text, byline: text, replyTo: `${text}3` }, `${text}4`),
];

function pagesWith(text: string): string[] {
  const site = siteWith(text);
  const article = articleWith(text);
  const list = listOf([article, articleOf({ ...article.article, cover: covered(text) })]);
  return [
    articlePage(site, article, commentsWith(text)),
    articlePage(site, articleWith(text, "page"), []),
    listPage(site, { ...list, next: text }),
    listPage(site, { ...list, listing: { of: "tag", tag: text }, after: text }),
    listPage(site, { ...list, listing: { of: "author", authorId: text, byline: text } }),
    missingPage(site, "gone"),
  ];
}

const covered = (alt: string) => ({ url: "https://ok.example/cover.png", alt });

/** Markdown with a text where Markdown has a meaning for it. */
const markdownWith = (text: string): string[] => [
  text,
  `[x](${text})`,
  `[x](<${text}>)`,
  `[${text}](https://ok.example)`,
  `[x](https://ok.example/${text} "${text}")`,
  `![${text}](https://ok.example/x.png "${text}")`,
  `![x](${text})`,
  `<${text}>`,
  `https://ok.example/${text}`,
  `[x]: ${text}\n\n[x] ![x]`,
  `\`${text}\``,
  `\`\`\`${text}\n${text}\n\`\`\``,
  `# ${text}`,
  `> 1. **${text}**`,
  `| ${text} | y |\n|:--|--:|\n| ${text} | z |`,
];

describe("content: pages", () => {
  const styles = stylesOf(defaultTheme);

  it("are tried with many ways to bring script in", () => {
    assert.equal(new Set(xssStrings).size, xssStrings.length);
    assert.ok(xssStrings.length >= 80);
  });

  it("hold nothing that would run, load or be sent, whatever stands in any of their documents", () => {
    for (const text of xssStrings) {
      for (const page of pagesWith(text))
        assertHarmless(text, () => assertHarmlessPage(page, styles));
    }
  }).timeout(60_000);

  it("show it as it was written", () => {
    for (const text of xssStrings) {
      const page = articlePage(siteOf(), articleWith(text), []);
      // A browser shows no null, and takes a line's end for a line's end.
      assert.equal(rawText(one(pageOf(page), "h1")), text.replaceAll("\0", ""));
    }
  });

  it("are not made of Markdown that would, wherever in it that stands", () => {
    for (const text of xssStrings) {
      for (const markdown of markdownWith(text)) {
        assertHarmless(markdown, () => assertHarmlessBody(htmlOf(markdown)));
      }
    }
  });

  it("are harmless with a summary that was made of such a text", () => {
    for (const text of xssStrings) {
      const summary = summaryOf(htmlOf(text));
      const page = listPage(siteOf(), listOf([articleOf({ summary })]));
      assertHarmless(text, () => assertHarmlessPage(page, stylesOf(siteOf().site.theme)));
    }
  });
});

describe("content: feed and sitemap", () => {
  it("are well-formed and as long as they should be, whatever stands in their documents", async () => {
    for (const text of xssStrings) {
      const entries = [articleWith(text), articleOf()];
      const [channel] = within(parseXml(rssOf(siteWith(text), entries)), "channel");
      assert.equal(within(channel!, "item").length, 2, text);
      const urls = within(parseXml(await sitemapOf(siteWith(text), entries)), "url");
      assert.equal(urls.length, 3, text);
      for (const url of urls) {
        assert.match(textWithin(url, "loc") ?? "", /^https:\/\/example\.com\/sites\//);
      }
    }
  });

  it("have HTML in them that is harmless, and addresses that are the site's own", () => {
    for (const text of xssStrings) {
      const rss = parseXml(rssOf(siteWith(text), [articleWith(text)]));
      const [item] = within(within(rss, "channel")[0]!, "item");
      assertHarmless(text, () => {
        assertHarmlessBody(textWithin(item!, "content:encoded") ?? "");
        assertHarmlessBody(textWithin(item!, "description") ?? "");
      });
      assert.match(textWithin(item!, "link") ?? "", /^https:\/\/example\.com\/sites\//);
    }
  });
});

/** Says by which text it was not. */
function assertHarmless(text: string, check: () => void): void {
  try {
    check();
  } catch (error) {
    assert.fail(`${JSON.stringify(text)}: ${error}`);
  }
}
