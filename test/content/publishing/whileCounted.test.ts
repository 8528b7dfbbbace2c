import assert from "node:assert/strict";
import { countComments } from "../../../functions/src/content/comments/count.ts";
import { publishArticle } from "../../../functions/src/content/publishArticle.ts";
import { publishDue } from "../../../functions/src/content/publishing/publishDue.ts";
import { articlesOf, draftsOf } from "../../../functions/src/content/schema.ts";
import { now, stamp } from "../../../functions/src/core/clock.ts";
import { db } from "../../../functions/src/core/db.ts";
import { call, refused } from "../../support/call.ts";
import { beforeCommit, hookCommits } from "../../support/commits.ts";
import { useStillClock } from "../../support/time.ts";
import { publishNow, unpublishNow } from "../support/publishing.ts";
import {
  articleNow,
  changeDraft,
  draftNow,
  type OpenSite,
  openSite,
  putPublished,
  saveDraft,
  siteNow,
  tagCounts,
} from "../support/sites.ts";

describe("content: publishing what readers are at", () => {
  useStillClock();
  let site: OpenSite;
  let [siteId, articleId] = ["", ""];
  beforeEach(async () => {
    site = await openSite();
    siteId = site.siteId;
    articleId = await putPublished(siteId, site.author, { tags: ["bread"] });
  });

  // Past `hookCommits`.
  const newBatch = db.batch.bind(db);
  /** As a reader does who says something, likes it, or no more. */
  async function count(): Promise<void> {
    const batch = newBatch();
    countComments(siteId, articleId, 1)(batch);
    await batch.commit();
  }
  /** Does `work` while a reader moves a counter before each of its commits. Answers how many there were. */
  async function whileCounted(work: () => Promise<unknown>): Promise<number> {
    const { commits, failure } = await hookCommits(async (n, commit) => {
      // What loses a race each time would try for long.
      if (n <= 5) await count();
      return commit();
    }, work);
    if (failure !== undefined) throw failure;
    return commits;
  }
  const save = () => saveDraft(siteId, articleId, site.author, { tags: ["tea"] });

  it("takes no second attempt, and neither does taking it back, nor what comes out at its time", async () => {
    await save();
    // The first is the count of calls.
    assert.equal(await whileCounted(() => publishNow(site.author, siteId, articleId)), 2);
    assert.equal((await articleNow(siteId, articleId)).version, 2);
    assert.equal(await whileCounted(() => unpublishNow(site.author, siteId, articleId)), 1);
    assert.equal((await articleNow(siteId, articleId)).published, false);
    await changeDraft(siteId, articleId, { state: "scheduled", publishAt: stamp() });
    assert.equal(await whileCounted(() => publishDue(now(), 10)), 1);
    const { published, comments } = await articleNow(siteId, articleId);
    assert.deepEqual([published, comments], [true, 4]);
    assert.deepEqual(await tagCounts(siteId), { tea: 1 });
  });

  it("goes through with a hundred readers at it at once, and all of them count", async () => {
    const readers = Array.from({ length: 100 }, count);
    for (const version of [2, 3, 4]) {
      await save();
      assert.equal((await publishNow(site.editor, siteId, articleId)).version, version);
      await unpublishNow(site.editor, siteId, articleId);
    }
    await Promise.all(readers);
    const article = await articleNow(siteId, articleId);
    assert.deepEqual([article.version, article.published, article.comments], [4, false, 100]);
  });

  it("is done once where five bring the same version at once, and one comes between another's reading and writing", async () => {
    await save();
    const { version } = await siteNow(siteId);
    const readers = Array.from({ length: 20 }, count);
    const people = [site.editor, site.owner, site.author, site.editor, site.owner];
    const answers = await Promise.all(people.map((one) => publishNow(one, siteId, articleId)));
    assert.deepEqual(answers, Array(5).fill(answers[0]));
    await Promise.all(readers);
    assert.deepEqual(await tagCounts(siteId), { tea: 1 });
    assert.equal((await siteNow(siteId)).version, version + 1);
    await save();
    const publish = () => publishNow(site.editor, siteId, articleId);
    await beforeCommit(publish, () => publishNow(site.author, siteId, articleId), 2);
    assert.equal((await siteNow(siteId)).version, version + 2);
  });

  it("is refused where another has saved and published meanwhile: theirs is what readers see", async () => {
    await save();
    const late = beforeCommit(
      async () => {
        await saveDraft(siteId, articleId, site.editor, { title: "Theirs", tags: ["oven"] });
        await publishNow(site.editor, siteId, articleId);
      },
      () => call(publishArticle, site.author, { siteId, articleId, version: 2 }),
      2,
    );
    const details = await refused(late, "failed-precondition", "version-conflict");
    assert.deepEqual([details.version, details.updatedBy], [3, site.editor.uid]);
    const { title, version } = await articleNow(siteId, articleId);
    assert.deepEqual([title, version], ["Theirs", 3]);
    assert.deepEqual(await tagCounts(siteId), { oven: 1 });
  });

  describe("leaves nothing of an article that is deleted between reading and writing:", () => {
    const article = () => articlesOf(siteId).doc(articleId);

    it("taken back, it stays deleted, and its draft says that it is not out", async () => {
      const takeBack = () => unpublishNow(site.author, siteId, articleId);
      await beforeCommit(() => article().delete(), takeBack);
      assert.equal((await article().get()).exists, false);
      assert.equal((await draftNow(siteId, articleId)).live, null);
    });

    it("published, it comes out whole, as for the first time", async () => {
      await save();
      const publish = () => publishNow(site.author, siteId, articleId);
      await beforeCommit(() => article().delete(), publish, 2);
      const { version, published, comments, firstPublishedAt } = await articleNow(
        siteId,
        articleId,
      );
      assert.deepEqual([version, published, comments, firstPublishedAt], [2, true, 0, stamp()]);
    });

    it("and not at all where its draft has gone, too", async () => {
      await save();
      for (const work of [publishNow, unpublishNow]) {
        const attempt = beforeCommit(
          () => Promise.all([article().delete(), draftsOf(siteId).doc(articleId).delete()]),
          () => work(site.author, siteId, articleId),
          work === publishNow ? 2 : 1,
        );
        await refused(attempt, "not-found", "no-such-draft");
        assert.equal((await article().get()).exists, false);
        articleId = await putPublished(siteId, site.author);
      }
    });
  });
});
