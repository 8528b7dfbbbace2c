import assert from "node:assert/strict";
import { readFeed } from "../../../functions/src/content/readFeed.ts";
import { type Article, articlesOf, followsOf } from "../../../functions/src/content/schema.ts";
import { MINUTE, stamp } from "../../../functions/src/core/clock.ts";
import { db } from "../../../functions/src/core/db.ts";
import { inParallel } from "../../../functions/src/core/inParallel.ts";
import { call, customer, refused } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { putArticle, putFollow, putSite } from "../support/published.ts";

type Cursor = { siteId: string; articleId: string };

describe("content: the articles of the sites that somebody follows", () => {
  useStillClock();
  const author = customer();
  let reader = customer();
  beforeEach(() => {
    reader = customer();
  });

  const read = (after?: Cursor) => call(readFeed, reader, after ? { after } : {});
  const titles = async (after?: Cursor) => (await read(after)).articles.map(({ title }) => title);

  /** Articles of a site, by title: how many minutes ago each came out. */
  async function write(
    siteId: string,
    articles: Record<string, number>,
    fields: Partial<Article> = {},
  ): Promise<void> {
    await inParallel(Object.entries(articles), 10, async ([title, minutes]) => {
      const at = { firstPublishedAt: stamp(-minutes * MINUTE) };
      await putArticle(siteId, author, { id: title, title, ...at, ...fields });
    });
  }
  /** So many sites that the reader follows, since one minute more each. */
  async function followed(count: number, name = "site"): Promise<string[]> {
    const ids = Array.from({ length: count }, (_, n) => `${name}-${String(n).padStart(3, "0")}`);
    const batch = db.batch();
    for (const [n, siteId] of ids.entries()) {
      batch.set(followsOf(reader.uid).doc(siteId), { siteId, createdAt: stamp(-n * MINUTE) });
    }
    await batch.commit();
    return ids;
  }
  /** All of it, page by page; `between` happens after the first. */
  async function leafThrough(between = async (_: Cursor) => {}): Promise<Cursor[]> {
    const seen: Cursor[] = [];
    for (let after: Cursor | undefined, pages = 0; ; pages++) {
      assert.ok(pages < 20, "it does not end");
      const { articles, hasMore } = await read(after);
      assert.ok(articles.length === 20 || !hasMore);
      seen.push(...articles.map(({ siteId, articleId }) => ({ siteId, articleId })));
      after = seen.at(-1);
      if (!hasMore || !after) return seen;
      if (pages === 0) await between(after);
    }
  }

  it("are those that are published, newest first, and no pages, drafts or other sites'", async () => {
    const [siteId, other, foreign] = [await putSite(), await putSite(), await putSite()];
    for (const id of [siteId, other]) await putFollow(reader, id);
    await write(siteId, { third: 3, first: 1 });
    await write(other, { second: 2 });
    await write(foreign, { foreign: 0 });
    await write(siteId, { unpublished: 0 }, { published: false });
    await write(siteId, { about: 0 }, { kind: "page" });
    assert.deepEqual(await titles(), ["first", "second", "third"]);
    await followsOf(reader.uid).doc(other).delete();
    assert.deepEqual(await titles(), ["first", "third"]);
    assert.deepEqual(await call(readFeed, customer(), {}), { articles: [], hasMore: false });
  });

  it("come as cards: what a list shows, times as ISO 8601, and not their text", async () => {
    const siteId = await putSite();
    await putFollow(reader, siteId);
    const articleId = await putArticle(siteId, author, { likes: 3, comments: 2, tags: ["bread"] });
    const { articles } = await read();
    assert.deepEqual(articles, [
      {
        siteId,
        articleId,
        title: "Two days of bread",
        slug: "two-days-of-bread",
        summary: "",
        tags: ["bread"],
        cover: null,
        byline: "Ada Oven",
        authorId: author.uid,
        likes: 3,
        comments: 2,
        firstPublishedAt: stamp().toDate().toISOString(),
      },
    ]);
  });

  it("come in pages of 20 without gap or repetition, over 31, 60 and 90 sites", async () => {
    for (const count of [31, 60, 90]) {
      reader = customer();
      const sites = await followed(count, `of-${count}`);
      // What comes next is never where the last was: each page takes of all queries.
      const expected = Array.from({ length: 70 }, (_, n) => ({
        siteId: sites[(n * 37) % count] ?? "",
        articleId: `article-${n}`,
      }));
      await inParallel([...expected.entries()], 20, ([n, { siteId, articleId }]) =>
        write(siteId, { [articleId]: n }),
      );
      assert.deepEqual(await leafThrough(), expected);
    }
  });

  it("come once each, also where all came out in the same moment at sites of like names", async () => {
    // A path sorts otherwise than what it is made of: "tea-room/…" is before "tea/…".
    const sites = ["tea", "tea-room", "tea-0", "te"];
    for (const siteId of sites) await putFollow(reader, siteId);
    const others = await followed(30, "other");
    for (const siteId of [...sites, ...others.slice(0, 3), ...others.slice(-2)]) {
      const ids = ["a", "a-b", "A", "_a", "b", "a0", "a_b"].map((id) => [id, 5]);
      await write(siteId, Object.fromEntries(ids));
    }
    const seen = (await leafThrough()).map(({ siteId, articleId }) => `${siteId}/${articleId}`);
    assert.equal(seen.length, 9 * 7);
    assert.equal(new Set(seen).size, seen.length);
  });

  it("go on where one was, though articles come and go meanwhile, the last one seen too", async () => {
    const [siteId = ""] = await followed(1);
    const all = Array.from({ length: 45 }, (_, n) => [`article-${n}`, n] as const);
    await write(siteId, Object.fromEntries(all));
    const seen = await leafThrough(async (last) => {
      assert.equal(last.articleId, "article-19");
      await write(siteId, { new: -1 });
      for (const id of ["article-19", "article-3", "article-30"]) {
        await articlesOf(siteId).doc(id).update({ published: false });
      }
    });
    const expected = all.map(([id]) => id).filter((id) => id !== "article-30");
    assert.deepEqual(
      seen.map(({ articleId }) => articleId),
      expected,
    );
    await articlesOf(siteId).doc("article-19").delete();
    const gone = read({ siteId, articleId: "article-19" });
    await refused(gone, "not-found", "no-such-article");
  });

  it("are those of the 90 sites that were followed last", async () => {
    const sites = await followed(92);
    await write(sites[89] ?? "", { counted: 1 });
    await write(sites[90] ?? "", { "too many": 0 });
    assert.deepEqual(await titles(), ["counted"]);
  });

  it("tell nothing of an article that somebody goes on from and may not see", async () => {
    const [siteId = "", secret] = [(await followed(1))[0], await putSite()];
    await write(siteId, { old: 9 });
    await write(secret, { hidden: 5 }, { published: false });
    const { articles } = await read({ siteId: secret, articleId: "hidden" });
    assert.deepEqual(
      articles.map(({ title }) => title),
      ["old"],
    );
  });

  it("cost a read for each site, one for the last, 21 for each 30 sites, and a count", async () => {
    const sites = await followed(31);
    await Promise.all(
      [0, 30].map((n) =>
        write(
          sites[n] ?? "",
          Object.fromEntries(Array.from({ length: 25 }, (_, m) => [`a-${n}-${m}`, m])),
        ),
      ),
    );
    // The account and the limit, which is counted.
    const admitted = 2;
    const costOf = (after?: Cursor) => firestore.costOf(() => read(after));
    assert.deepEqual(await costOf(), { reads: admitted + 31 + 42, writes: 1, deletes: 0 });
    const after = { siteId: sites[0] ?? "", articleId: "a-0-3" };
    assert.deepEqual(await costOf(after), { reads: admitted + 31 + 1 + 42, writes: 1, deletes: 0 });
    reader = customer();
    assert.deepEqual(await costOf(), { reads: admitted + 1, writes: 1, deletes: 0 });
  });
});
