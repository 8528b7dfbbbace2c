import assert from "node:assert/strict";
import { htmlOf, summaryOf } from "../../../functions/src/content/publishing/markdown.ts";
import { MAX_BODY } from "../../../functions/src/content/schema.ts";
import { all, attributeOf, elementsIn, insideOf, one, textIn } from "../support/htmlPages.ts";

const bodyOf = (...lines: string[]) => insideOf(htmlOf(lines.join("\n")));
const attributesOf = (markdown: string, name: string) =>
  Object.fromEntries(one(bodyOf(markdown), name).attrs.map(({ name, value }) => [name, value]));

describe("content: Markdown", () => {
  it("becomes paragraphs, lists, quotes, code, rules and emphasis", () => {
    const html = htmlOf(
      "A *b* **c** ~~d~~ `e`\n\n- f\n- g\n\n3. h\n\n> i\n\n```ts\nj < k\n```\n\n---\nl\\\nm",
    );
    assert.equal(
      html.replaceAll("\n", ""),
      "<p>A <em>b</em> <strong>c</strong> <s>d</s> <code>e</code></p>" +
        '<ul><li>f</li><li>g</li></ul><ol start="3"><li>h</li></ol>' +
        "<blockquote><p>i</p></blockquote><pre><code>j &lt; k</code></pre><hr /><p>l<br />m</p>",
    );
  });

  it("has tables, their columns aligned without a style", () => {
    const table = bodyOf("| a | b | c |", "|---|--:|:-:|", "| 1 | 2 | 3 |");
    const cells = elementsIn(table).filter(({ tagName }) => /^t[hd]$/.test(tagName));
    assert.deepEqual(
      cells.map((cell) => [textIn(cell), attributeOf(cell, "align"), cell.attrs.length]),
      [
        ["a", undefined, 0],
        ["b", "right", 1],
        ["c", "center", 1],
        ["1", undefined, 0],
        ["2", "right", 1],
        ["3", "center", 1],
      ],
    );
  });

  it("shows HTML as the text that it is, and keeps quotes as they are", () => {
    assert.equal(htmlOf('<b>x</b> "y" -- z...'), '<p>&lt;b&gt;x&lt;/b&gt; "y" -- z...</p>\n');
  });

  describe("has headings", () => {
    const levels = (...lines: string[]) =>
      elementsIn(bodyOf(...lines.map((line) => `${line}\n`))).map(({ tagName }) => tagName);

    it("below the page's own, and no lower than they must be", () => {
      assert.deepEqual(levels("# a", "## b", "###### c"), ["h2", "h3", "h6"]);
      assert.deepEqual(levels("## a", "### b", "###### c"), ["h2", "h3", "h6"]);
      assert.deepEqual(levels("a\n===", "b\n---"), ["h2", "h3"]);
    });

    it("that can be linked to, each by its words and none by another's", () => {
      const ids = elementsIn(
        bodyOf("# What *you* `need`!\n\n# What you need\n\n# 漢字\n\n# !?\n\n# ?"),
      )
        .map((element) => attributeOf(element, "id"))
        .filter((id) => id !== undefined);
      assert.deepEqual(ids, [
        "section-what-you-need",
        "section-what-you-need_2",
        "section-漢字",
        "section-",
        "section-_2",
      ]);
      const { href } = attributesOf("[there](#what-you-need)", "a");
      assert.equal(href, "#section-what-you-need");
    });
  });

  describe("has links", () => {
    it("to the web and to mail addresses, for which nobody vouches", () => {
      const rel = "nofollow noopener ugc";
      for (const href of ["https://a.example/b?c=1#d", "http://a.example", "mailto:a@b.example"]) {
        assert.deepEqual(attributesOf(`[x](${href})`, "a"), { href, rel });
        assert.deepEqual(attributesOf(`x ${href} y`, "a"), { href, rel });
        assert.deepEqual(attributesOf(`<${href}>`, "a"), { href, rel });
      }
    });

    it("within the site, which are its own", () => {
      for (const href of ["/", "/about", "/tag/tea"]) {
        assert.deepEqual(attributesOf(`[x](${href})`, "a"), { href });
      }
    });

    it("of no other kind, and none where somebody just named a file", () => {
      const texts = [
        "[x](ftp://a.example)",
        "[x](about)",
        "[x](../x)",
        "[x](//a.example)",
        "[x](/a/../b)",
      ];
      for (const text of [...texts, "[x](tel:1)", "README.md", "www.a.example", "a@b.example"]) {
        assert.deepEqual(all(bodyOf(text), "a"), [], text);
      }
    });
  });

  it("has images that come by https, late, and with their words", () => {
    assert.deepEqual(attributesOf('![A *loaf*](https://a.example/b.png "c")', "img"), {
      src: "https://a.example/b.png",
      alt: "A loaf",
      loading: "lazy",
    });
    for (const src of [
      "http://a.example/b.png",
      "/b",
      "mailto:a@b.example",
      "#b",
      "data:image/png;base64,AA==",
    ]) {
      assert.deepEqual(all(bodyOf(`a ![b](${src}) c`), "img"), [], src);
    }
  });

  it("loses what no feed could hold", () => {
    assert.equal(
      htmlOf("a\0b\u0007c\u001bd\u007fe\u0085f\ufffeg\ud800h\ti\r\nj"),
      "<p>abcdefg\ufffdh\ti\nj</p>\n",
    );
    assert.equal(htmlOf("&#0; &#7; &#xFFFE; &#xD800;"), "<p>\ufffd \ufffd \ufffd \ufffd</p>\n");
  });

  it("is made in a moment and bounded, whatever somebody thinks of", () => {
    const filled = (text: string, before = "") =>
      (before + text.repeat(MAX_BODY)).slice(0, MAX_BODY);
    const long = [
      filled("[a]", `[a]: https://x.example/${"y".repeat(20_000)}\n\n`),
      // Six characters each, ten thousand times: more than a string can hold.
      filled("[a]", `[a]: https://x.example '${'"'.repeat(20_000)}'\n\n`),
      filled("[a]", `[a]: https://x.example/${"y".repeat(970)}\n\n`),
      filled("x\n", `|${"a|".repeat(1_000)}\n|${"-|".repeat(1_000)}\n`),
      ...["# a\n", "[", "![", "[a](", "- ", "> ", "*a **b ", "*a_ ", "~~a~", "http://", "<a b"].map(
        (text) => filled(text),
      ),
    ];
    for (const text of long) assert.ok(htmlOf(text).length < 10_000_000, text.slice(0, 40));
  });
});

describe("content: a summary", () => {
  const summary = (markdown: string) => summaryOf(htmlOf(markdown));

  it("is how an article begins, as plain text of one line", () => {
    assert.equal(
      summary(
        '# Bread\n\nIt *takes* "time" &\n`<flour>`.\n\n- [water](https://a.example)\n- ![x](https://a.example/b.png)salt',
      ),
      'Bread It takes "time" & <flour>. water salt',
    );
    assert.equal(summary("&amp;lt; &lt;b&gt;"), "&lt; <b>");
    assert.equal(summary(""), "");
  });

  it("is whole up to 300 characters, and else ends after a word", () => {
    const whole = `${"word ".repeat(59)}words`;
    assert.equal(whole.length, 300);
    assert.equal(summary(whole), whole);
    assert.equal(summary(`${whole} x`), `${"word ".repeat(59).trim()}…`);
    assert.equal(summary(`${"word, ".repeat(60)}`), `${"word, ".repeat(50).trim().slice(0, -1)}…`);
  });

  it("is cut where it must be in scripts without blanks, and never within a character", () => {
    assert.equal(summary("漢".repeat(400)), `${"漢".repeat(299)}…`);
    for (const before of ["", "x"]) {
      const cut = summary(`${before}${"😀".repeat(200)}`);
      assert.ok(cut.length <= 300 && cut.isWellFormed(), cut);
    }
  });
});
