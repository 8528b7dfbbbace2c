import assert from "node:assert/strict";
import { Article, articlesOf } from "../../../functions/src/content/schema.ts";
import { readList } from "../../../functions/src/content/serving/read.ts";
import { serve } from "../../../functions/src/content/serving/serve.ts";
import { MINUTE, stamp } from "../../../functions/src/core/clock.ts";
import { refused } from "../../support/call.ts";
import { useStillClock } from "../../support/time.ts";
import { publishNow } from "../support/publishing.ts";
import { at, putAll, slugsIn } from "../support/serving.ts";
import { articleNow, changeDraft, openSite, putDraft } from "../support/sites.ts";

/** Bytes of HTML that an article may have. */
const MOST = 200_000;

describe("content: how much there is to load", () => {
  useStillClock();

  it("is, of a list, all that it shows of each article, and none of their texts", async () => {
    const { siteId, author } = await openSite();
    const html = `<p>${"long ".repeat(30_000)}</p>`;
    const slugs = Array.from({ length: 21 }, (_, n) => `a-${n}`);
    const fields = { html, tags: ["tea"] };
    const articles = slugs.map((slug, n) => [
      slug,
      { ...fields, firstPublishedAt: stamp(-n * MINUTE) },
    ]);
    await putAll(siteId, author, Object.fromEntries(articles));
    const { html: text, ...shown } = await articleNow(siteId, "a-1");
    assert.equal(text, html);
    for (const list of [{}, { tag: "tea" }, { authorId: author.uid }]) {
      for (const after of [undefined, "a-0"]) {
        const found = (await readList(siteId, { ...list, after })) ?? assert.fail();
        assert.equal(found.articles.length, 20);
        for (const { article } of found.articles) assert.equal("html" in article, false);
        const one = found.articles.find(({ id }) => id === "a-1");
        assert.deepEqual(one?.article, shown);
      }
    }
    for (const path of ["", "/tag/tea", `/author/${author.uid}`]) {
      const { body } = await serve(at(siteId, path));
      assert.deepEqual(slugsIn(body), slugs.slice(0, 20));
      assert.ok(body.length < 100_000, `${body.length}`);
    }
    assert.deepEqual(Object.keys({ ...shown, html }).sort(), Object.keys(Article.shape).sort());
  });

  it("is, of an article, 200,000 bytes of HTML at most: what has one more is not published", async () => {
    const { siteId, author } = await openSite();
    // Of each & there are five bytes, and eight of a paragraph.
    const most = `${"&".repeat((MOST - 10) / 5)}ab`;
    const articleId = await putDraft(siteId, author, { body: `${most}c` });
    const publish = () => publishNow(author, siteId, articleId);
    await refused(publish(), "failed-precondition", "too-large");
    assert.equal((await articlesOf(siteId).doc(articleId).get()).exists, false);
    await changeDraft(siteId, articleId, { body: most });
    await publish();
    assert.equal(Buffer.byteLength((await articleNow(siteId, articleId)).html), MOST);
    // In bytes, not in characters.
    await changeDraft(siteId, articleId, { body: `${most.slice(0, -1)}ä`, version: 2 });
    await refused(publish(), "failed-precondition", "too-large");
  });
});
