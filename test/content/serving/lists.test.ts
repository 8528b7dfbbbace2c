import assert from "node:assert/strict";
import { siteUrl } from "../../../functions/src/content/pages/addresses.ts";
import { articlesOf, tagsOf } from "../../../functions/src/content/schema.ts";
import { serve } from "../../../functions/src/content/serving/serve.ts";
import { MINUTE, stamp } from "../../../functions/src/core/clock.ts";
import { customer } from "../../support/call.ts";
import { useStillClock } from "../../support/time.ts";
import { all, pageOf, textIn } from "../support/htmlPages.ts";
import { unpublishNow } from "../support/publishing.ts";
import { at, canonicalOf, putAll, slugsIn, wayOf } from "../support/serving.ts";
import { openSite, putPublished } from "../support/sites.ts";

/** Asks for a page and all that come after it, by the ways that they have. Answers their slugs. */
async function followed(path: string): Promise<string[][]> {
  const pages: string[][] = [];
  for (let next: string | undefined = path; next !== undefined; ) {
    const { pathname, searchParams, origin } = new URL(next, "http://x");
    const after = searchParams.get("after") ?? undefined;
    const { status, body } = await serve(pathname, after);
    assert.deepEqual([status, origin], [200, "http://x"], next);
    assert.equal(canonicalOf(body), siteUrl("") + next.slice("/sites/".length));
    // Back is to the first page.
    assert.equal(wayOf(body, "prev"), after === undefined ? undefined : path);
    pages.push(slugsIn(body));
    next = wayOf(body, "next");
  }
  return pages;
}

/** `n` articles as they are shown: some came out later, and of those of a moment the last name is first. */
function articlesOfTwoMoments(n: number) {
  const slugs = Array.from({ length: n }, (_, index) => `a-${index}`);
  const isLate = (slug: string) => Number(slug.slice(2)) % 4 === 0;
  const shown = [...slugs].sort().reverse();
  const inOrder = [...shown.filter(isLate), ...shown.filter((slug) => !isLate(slug))];
  return { inOrder, moment: (slug: string) => stamp(isLate(slug) ? 0 : -MINUTE) };
}

const pagesOf = (slugs: readonly string[]): string[][] =>
  [0, 20, 40].map((start) => slugs.slice(start, start + 20)).filter(({ length }) => length > 0);

describe("content: the pages of a list", () => {
  const { pass } = useStillClock();

  it("have each of 45 articles once, newest first, whatever came out in one moment", async () => {
    const { siteId, author } = await openSite();
    const { inOrder, moment } = articlesOfTwoMoments(45);
    const articles = inOrder.map((slug) => [slug, { firstPublishedAt: moment(slug) }] as const);
    await putAll(siteId, author, Object.fromEntries(articles));
    assert.deepEqual(await followed(at(siteId)), pagesOf(inOrder));
    assert.deepEqual(await followed(at(siteId, `/author/${author.uid}`)), pagesOf(inOrder));
  });

  it("are one where 20 are all, and two where there is another", async () => {
    const { siteId, author } = await openSite();
    const { inOrder, moment } = articlesOfTwoMoments(20);
    const put = (slugs: readonly string[]) => {
      const articles = slugs.map((slug) => [slug, { firstPublishedAt: moment(slug) }] as const);
      return putAll(siteId, author, Object.fromEntries(articles));
    };
    await put(inOrder);
    assert.deepEqual(await followed(at(siteId)), [inOrder]);
    await putAll(siteId, author, { oldest: { firstPublishedAt: stamp(-2 * MINUTE) } });
    pass(6 * MINUTE);
    assert.deepEqual(await followed(at(siteId)), [inOrder, ["oldest"]]);
  });

  it("are of a tag and of an author what has it and is theirs, no less and no more", async () => {
    const { siteId, author, editor } = await openSite();
    const { inOrder, moment } = articlesOfTwoMoments(45);
    const hasTag = (slug: string) => Number(slug.slice(2)) % 2 === 0;
    const articles = inOrder.map((slug) => [
      slug,
      {
        firstPublishedAt: moment(slug),
        tags: hasTag(slug) ? ["bread", "tea"] : ["tea-time"],
        authorId: hasTag(slug) ? author.uid : editor.uid,
      },
    ]);
    await putAll(siteId, author, Object.fromEntries(articles));
    const tagged = pagesOf(inOrder.filter(hasTag));
    assert.deepEqual(await followed(at(siteId, "/tag/tea")), tagged);
    assert.deepEqual(await followed(at(siteId, `/author/${author.uid}`)), tagged);
    const others = pagesOf(inOrder.filter((slug) => !hasTag(slug)));
    assert.deepEqual(await followed(at(siteId, `/author/${editor.uid}`)), others);
  });

  it("have no page like the one about the site, and nothing that was taken back", async () => {
    const { siteId, author } = await openSite();
    await putAll(siteId, author, {
      bread: { tags: ["tea"] },
      about: { kind: "page", tags: ["tea"] },
      gone: { published: false, tags: ["tea"] },
    });
    for (const path of ["", "/tag/tea", `/author/${author.uid}`]) {
      assert.deepEqual(await followed(at(siteId, path)), [["bread"]], path);
    }
    assert.equal((await serve(at(siteId, "/about"))).status, 200);
  });

  it("are none of a tag or an author that has nothing; of a site there is always one", async () => {
    const { siteId, author } = await openSite();
    assert.deepEqual(await followed(at(siteId)), [[]]);
    await putAll(siteId, author, { gone: { published: false, tags: ["tea"] } });
    for (const path of ["/tag/tea", `/author/${author.uid}`, `/author/${customer().uid}`]) {
      assert.equal((await serve(at(siteId, path))).status, 404, path);
    }
  });

  it("begin after an article that is there, by the address that it has: else there is none", async () => {
    const [{ siteId, author }, other] = [await openSite(), await openSite()];
    await putAll(siteId, author, {
      first: { firstPublishedAt: stamp() },
      second: { firstPublishedAt: stamp(-MINUTE), tags: ["tea"] },
      last: { firstPublishedAt: stamp(-2 * MINUTE), tags: ["tea"] },
      former: { slug: "first" },
    });
    await articlesOf(siteId).doc("former").update({ published: false });
    await putAll(other.siteId, other.author, { elsewhere: {} });
    const startingAfter = (slug: unknown, path = "") => serve(at(siteId, path), slug);
    assert.deepEqual(slugsIn((await startingAfter("first")).body), ["second", "last"]);
    // It need not be in the list itself.
    assert.deepEqual(slugsIn((await startingAfter("first", "/tag/tea")).body), ["second", "last"]);
    for (const slug of ["last", "former", "elsewhere", "nothing"]) {
      assert.equal((await startingAfter(slug)).status, 404, slug);
      assert.equal((await startingAfter(slug, "/tag/tea")).status, 404, slug);
    }
    for (const none of [
      "",
      "First",
      "first/",
      "first%00",
      ["first"],
      { first: "" },
      "x".repeat(81),
    ]) {
      assert.equal((await startingAfter(none)).status, 404, String(none));
    }
  });

  it("go on where they did, when the article that they begin after is taken back", async () => {
    const { siteId, author } = await openSite();
    const articleId = await putPublished(siteId, author, { slug: "first" });
    await putAll(siteId, author, { second: { firstPublishedAt: stamp(-MINUTE) } });
    await unpublishNow(author, siteId, articleId);
    assert.deepEqual(slugsIn((await serve(at(siteId), "first")).body), ["second"]);
  });

  it("name the twelve tags that most have, those with most first, and none that nothing has", async () => {
    const topicsOf = async (counts: Record<string, number>) => {
      const { siteId } = await openSite();
      for (const [tag, count] of Object.entries(counts)) {
        await tagsOf(siteId).doc(tag).set({ count });
      }
      const { body } = await serve(at(siteId));
      return all(pageOf(body), "nav", { "aria-label": "Topics" }).flatMap((topics) =>
        all(topics, "a").map(textIn),
      );
    };
    const thirteen = Array.from({ length: 13 }, (_, n) => [`t${n}`, n + 1]);
    const shown = Array.from({ length: 12 }, (_, n) => `t${12 - n}`);
    assert.deepEqual(await topicsOf(Object.fromEntries(thirteen)), shown);
    assert.deepEqual(await topicsOf({ none: 0, less: -1, tea: 1, bread: 2 }), ["bread", "tea"]);
    assert.deepEqual(await topicsOf({ none: 0 }), []);
  });
});
