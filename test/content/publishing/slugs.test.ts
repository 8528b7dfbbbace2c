import assert from "node:assert/strict";
import { articleSlug } from "../../../functions/src/content/schema.ts";
import { reasonOf } from "../../../functions/src/core/refuse.ts";
import { refused } from "../../support/call.ts";
import { beforeCommit } from "../../support/commits.ts";
import { useStillClock } from "../../support/time.ts";
import { publishNow, unpublishNow } from "../support/publishing.ts";
import {
  articleNow,
  changeDraft,
  claimsNow,
  openSite,
  putDraft,
  saveDraft,
} from "../support/sites.ts";

const taken = ["already-exists", "slug-taken"] as const;

describe("content: the address of an article", () => {
  useStillClock();

  it("is its own, also where ten of one title come out at once, whatever their ids", async () => {
    const { siteId, author } = await openSite();
    const ids = [
      ...Array.from({ length: 5 }, (_, n) => `article-${n}`),
      ...Array.from({ length: 5 }, () => undefined),
    ];
    const articles = await Promise.all(
      ids.map((id) => putDraft(siteId, author, {}, ...(id ? [id] : []))),
    );
    const answers = await Promise.all(articles.map((id) => publishNow(author, siteId, id)));
    const slugs = answers.map(({ slug }) => slug);
    assert.equal(new Set(slugs).size, 10);
    assert.ok(slugs.every((slug) => /^two-days-of-bread(-[a-z0-9]{6})?$/.test(slug)));
    assert.ok(slugs.includes("two-days-of-bread"));
    const claims = Object.fromEntries(slugs.map((slug, n) => [slug, articles[n]]));
    assert.deepEqual(await claimsNow(siteId), claims);
  });

  it("is one of each site's own", async () => {
    const [one, other] = [await openSite(), await openSite()];
    for (const { siteId, author } of [one, other]) {
      const { slug } = await publishNow(author, siteId, await putDraft(siteId, author));
      assert.equal(slug, "two-days-of-bread");
    }
  });

  it("is there for titles that no address can be made of", async () => {
    const { siteId, author } = await openSite();
    const slugs: string[] = [];
    for (const title of ["面包", "🍞🥖", "!!!"]) {
      const articleId = await putDraft(siteId, author, { title });
      slugs.push((await publishNow(author, siteId, articleId)).slug);
    }
    assert.ok(slugs.every((slug) => /^a-[a-z0-9]{1,6}$/.test(slug)));
    assert.equal(new Set(slugs).size, 3);
  });

  it("fits where the title is as long as may be, and another has it", async () => {
    const { siteId, author } = await openSite();
    const title = "b".repeat(200);
    for (const length of [80, 80]) {
      const articleId = await putDraft(siteId, author, { title });
      const { slug } = await publishNow(author, siteId, articleId);
      assert.equal(articleSlug.parse(slug).length, length);
    }
  });

  it("that is asked for and another's is refused, with the field, and nothing comes out", async () => {
    const { siteId, author, editor } = await openSite();
    await publishNow(author, siteId, await putDraft(siteId, author, { slug: "bread" }));
    const articleId = await putDraft(siteId, editor, { slug: "bread" });
    const { field } = await refused(publishNow(editor, siteId, articleId), ...taken);
    assert.equal(field, "slug");
    await assert.rejects(articleNow(siteId, articleId));
    await changeDraft(siteId, articleId, { slug: "more-bread" });
    assert.equal((await publishNow(editor, siteId, articleId)).slug, "more-bread");
  });

  it("goes to one of ten who ask for it at once, and the others are told", async () => {
    const { siteId, author } = await openSite();
    const articles = await Promise.all(
      Array.from({ length: 10 }, () => putDraft(siteId, author, { slug: "bread" })),
    );
    const outcomes = await Promise.all(
      articles.map((id) => publishNow(author, siteId, id).then(({ slug }) => slug, reasonOf)),
    );
    assert.deepEqual(outcomes.toSorted(), ["bread", ...Array(9).fill("slug-taken")]);
    assert.deepEqual(await claimsNow(siteId), {
      bread: articles[outcomes.indexOf("bread")],
    });
  });

  it("that is taken between reading and writing is another, or refused where it was asked for", async () => {
    const { siteId, author, editor } = await openSite();
    for (const [asked, slug] of [
      ["", "two-days-of-bread"],
      ["bread", "bread"],
    ] as const) {
      const [late, early] = [
        await putDraft(siteId, author, { slug: asked }),
        await putDraft(siteId, editor, { slug: asked }),
      ];
      const attempt = beforeCommit(
        () => publishNow(editor, siteId, early),
        () => publishNow(author, siteId, late),
        2,
      );
      if (asked) await refused(attempt, ...taken);
      else await attempt;
      assert.equal((await articleNow(siteId, early)).slug, slug);
    }
  });

  it("stays when the title changes, and when the article is taken back and comes out again", async () => {
    const { siteId, author } = await openSite();
    const articleId = await putDraft(siteId, author);
    const { slug } = await publishNow(author, siteId, articleId);
    await saveDraft(siteId, articleId, author, { title: "Three days of bread" });
    assert.equal((await publishNow(author, siteId, articleId)).slug, slug);
    await unpublishNow(author, siteId, articleId);
    await saveDraft(siteId, articleId, author, { title: "Four" });
    assert.equal((await publishNow(author, siteId, articleId)).slug, slug);
    assert.deepEqual(await claimsNow(siteId), { [slug]: articleId });
  });

  it("that it had is never another's, and it may go back there", async () => {
    const { siteId, author, editor } = await openSite();
    const articleId = await putDraft(siteId, author);
    const { slug } = await publishNow(author, siteId, articleId);
    await saveDraft(siteId, articleId, author, { slug: "bread" });
    assert.equal((await publishNow(author, siteId, articleId)).slug, "bread");
    assert.equal((await articleNow(siteId, articleId)).slug, "bread");
    assert.deepEqual(await claimsNow(siteId), { [slug]: articleId, bread: articleId });
    const other = await putDraft(siteId, editor, { slug });
    await refused(publishNow(editor, siteId, other), ...taken);
    await unpublishNow(author, siteId, articleId);
    await refused(publishNow(editor, siteId, other), ...taken);
    await saveDraft(siteId, articleId, author, { slug });
    assert.equal((await publishNow(author, siteId, articleId)).slug, slug);
    assert.deepEqual(await claimsNow(siteId), { [slug]: articleId, bread: articleId });
  });
});
