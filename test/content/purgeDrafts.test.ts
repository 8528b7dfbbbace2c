import assert from "node:assert/strict";
import { purgeDrafts } from "../../functions/src/content/bin/purge.ts";
import { purge } from "../../functions/src/content/purge.ts";
import { articlesOf, draftsOf } from "../../functions/src/content/schema.ts";
import { DAY, HOUR, now, SECOND, stamp } from "../../functions/src/core/clock.ts";
import { db } from "../../functions/src/core/db.ts";
import { everyDocument } from "../support/everything.ts";
import { firestore } from "../support/firestore.ts";
import { useStillClock } from "../support/time.ts";
import { putFullArticle, whileStuck } from "./support/fullSite.ts";
import { publishNow, unpublishNow } from "./support/publishing.ts";
import { changeDraft, draftFields, openSite, putDraft, saveDraft } from "./support/sites.ts";

const run = () => (purge as unknown as { run(event: object): Promise<void> }).run({});

/** What the bin keeps, with the hour that makes it certain. */
const KEPT = 30 * DAY + HOUR;

describe("content: the purge of the bin", () => {
  const { pass } = useStillClock();

  /** A draft that was published twice, at two addresses, and talked of; and then put into the bin. */
  async function binned() {
    const site = await openSite();
    const { siteId, author } = site;
    const articleId = await putFullArticle(site, { tags: ["bread"] });
    await saveDraft(siteId, articleId, author, { slug: `moved-${articleId.slice(0, 8)}` });
    await publishNow(author, siteId, articleId);
    await unpublishNow(author, siteId, articleId);
    await changeDraft(siteId, articleId, { deletedAt: stamp() });
    return { ...site, articleId };
  }

  /** What there is of an article: itself, what is below it, and whose address that is. */
  const leftOf = async (articleId: string) =>
    (await everyDocument())
      .filter(
        ({ path, text }) =>
          path.split("/").includes(articleId) ||
          (path.includes("/slugs/") && text.includes(articleId)),
      )
      .map(({ path }) =>
        path
          .split("/")
          .filter((_, index) => index % 2 === 0)
          .join("/"),
      )
      .sort();

  const everything = [
    "sites/articles",
    "sites/articles/articleComments",
    "sites/articles/articleComments/reports",
    "sites/drafts",
    "sites/drafts/revisions",
    "sites/slugs",
    "sites/slugs",
  ];

  it("deletes a draft after 30 days and an hour, with what it was, what was said of it and its addresses; not a second before", async () => {
    const { siteId, author, articleId } = await binned();
    const kept = await putFullArticle({ siteId, author, reader: author });
    pass(KEPT - SECOND);
    await run();
    assert.deepEqual(await leftOf(articleId), everything);
    pass(SECOND);
    await run();
    assert.deepEqual(await leftOf(articleId), []);
    assert.deepEqual(await leftOf(kept), everything.slice(0, -1));
  });

  it("frees its addresses", async () => {
    const { siteId, editor, articleId } = await binned();
    const slug = `moved-${articleId.slice(0, 8)}`;
    const other = await putDraft(siteId, editor, { slug });
    await assert.rejects(publishNow(editor, siteId, other), /Another article/);
    pass(KEPT);
    await run();
    assert.equal((await publishNow(editor, siteId, other)).slug, slug);
  });

  it("keeps what was taken out of the bin, and counts anew when it is put there again", async () => {
    const { siteId, articleId } = await binned();
    pass(29 * DAY);
    await changeDraft(siteId, articleId, { deletedAt: null });
    pass(DAY);
    await changeDraft(siteId, articleId, { deletedAt: stamp() });
    pass(29 * DAY);
    await run();
    assert.deepEqual(await leftOf(articleId), everything);
    await changeDraft(siteId, articleId, { deletedAt: null });
    pass(365 * DAY);
    await run();
    assert.deepEqual(await leftOf(articleId), everything);
  });

  it("goes on where it was killed: the draft goes last, so that it is found again", async () => {
    const { siteId, articleId } = await binned();
    pass(KEPT);
    for (const stuck of [
      `sites/${siteId}/articles/${articleId}`,
      `sites/${siteId}/drafts/${articleId}/revisions/1`,
    ]) {
      assert.deepEqual(await whileStuck(stuck, () => purgeDrafts(now(), 10)), ["failed"]);
      assert.ok((await draftsOf(siteId).doc(articleId).get()).exists);
    }
    assert.deepEqual(await purgeDrafts(now(), 10), ["purged"]);
    assert.deepEqual(await leftOf(articleId), []);
  });

  it("deletes the oldest first, so many at a time, the others though one can't be deleted", async () => {
    const first = await binned();
    pass(SECOND);
    const [second, third] = [await binned(), await binned()];
    pass(KEPT);
    assert.deepEqual(await purgeDrafts(now(), 1), ["purged"]);
    assert.deepEqual(await leftOf(first.articleId), []);
    const stuck = articlesOf(second.siteId).doc(second.articleId).path;
    const outcomes = await whileStuck(stuck, () => purgeDrafts(now(), 10));
    assert.deepEqual(outcomes.toSorted(), ["failed", "purged"]);
    assert.deepEqual(await leftOf(third.articleId), []);
  });

  it("deletes 210, more than one batch, and is safe to run several times at once", async () => {
    const { siteId, author } = await openSite();
    const batch = db.batch();
    for (let n = 0; n < 210; n++) {
      batch.set(draftsOf(siteId).doc(), draftFields(author, { deletedAt: stamp() }));
    }
    await batch.commit();
    pass(KEPT);
    await Promise.all([run(), run()]);
    assert.equal((await draftsOf(siteId).get()).size, 0);
  });

  it("leaves alone what another module calls a draft, and costs one read where there is nothing", async () => {
    await binned();
    await putDraft((await openSite()).siteId, { uid: "somebody", token: {} });
    assert.deepEqual(await firestore.costOf(run), { reads: 1, writes: 0, deletes: 0 });
    pass(KEPT);
    const foreign = db.doc("elsewhere/a/drafts/b");
    await foreign.set({ deletedAt: stamp(-KEPT) });
    await run();
    assert.ok((await foreign.get()).exists);
  });
});
