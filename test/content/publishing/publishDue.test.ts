import assert from "node:assert/strict";
import { publishDue } from "../../../functions/src/content/publishing/publishDue.ts";
import { draftsOf } from "../../../functions/src/content/schema.ts";
import { sweep } from "../../../functions/src/content/sweep.ts";
import { unscheduleArticle } from "../../../functions/src/content/unscheduleArticle.ts";
import { DAY, HOUR, MINUTE, now, stamp } from "../../../functions/src/core/clock.ts";
import { call, refused } from "../../support/call.ts";
import { beforeCommit, dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { publishedAt, publishNow, recountTags } from "../support/publishing.ts";
import {
  articleNow,
  changeDraft,
  claimsNow,
  draftNow,
  type OpenSite,
  openSite,
  putDraft,
  putPublished,
  siteNow,
  tagCounts,
} from "../support/sites.ts";

const run = () => (sweep as unknown as { run(event: object): Promise<void> }).run({});

describe("content: what was to come out at a time", () => {
  const { pass } = useStillClock();
  let site: OpenSite;
  beforeEach(async () => {
    site = await openSite();
  });

  const put = (ahead: number, fields: Parameters<typeof putDraft>[2] = {}) =>
    putDraft(site.siteId, site.author, {
      ...{ state: "scheduled", publishAt: stamp(ahead), tags: ["bread"] },
      ...fields,
    });
  const due = (limit = 10) => publishDue(now(), limit);

  it("comes out then, and not a millisecond before", async () => {
    const { siteId } = site;
    const articleId = await put(HOUR);
    const before = await draftNow(siteId, articleId);
    pass(HOUR - 1);
    assert.deepEqual(await due(), []);
    assert.equal((await publishedAt(siteId)).size, 0);
    pass(1);
    assert.deepEqual(await due(), ["published"]);
    const { firstPublishedAt, updatedAt, version } = await articleNow(siteId, articleId);
    assert.deepEqual([firstPublishedAt, updatedAt, version], [stamp(), stamp(), 1]);
    const live = { version: 1, slug: "two-days-of-bread", at: stamp() };
    const after = { ...before, state: "published", publishAt: null, live };
    assert.deepEqual(await draftNow(siteId, articleId), after);
    assert.deepEqual(await due(), []);
  });

  it("came out at its time, though the job is hours late", async () => {
    const articleId = await put(HOUR);
    pass(9 * HOUR);
    await run();
    const { firstPublishedAt, updatedAt } = await articleNow(site.siteId, articleId);
    assert.deepEqual([firstPublishedAt, updatedAt], [stamp(-8 * HOUR), stamp(-8 * HOUR)]);
  });

  it("is what was gone on with, where an earlier version is out: that first came out when it did", async () => {
    const { siteId, author } = site;
    const articleId = await putPublished(siteId, author, { tags: ["tea"] });
    const { firstPublishedAt, slug } = await articleNow(siteId, articleId);
    const then = stamp(HOUR);
    await changeDraft(siteId, articleId, { version: 2, state: "scheduled", publishAt: then });
    pass(HOUR);
    assert.deepEqual(await due(), ["published"]);
    const after = await articleNow(siteId, articleId);
    assert.deepEqual([after.firstPublishedAt, after.slug], [firstPublishedAt, slug]);
    assert.deepEqual([after.version, after.updatedAt], [2, then]);
  });

  it("comes out once where two jobs run at once, or one beside somebody who publishes it", async () => {
    const { siteId, editor } = site;
    const articles = [await put(0), await put(0), await put(0)];
    await Promise.all([due(), due(), run(), publishNow(editor, siteId, articles[0] ?? "")]);
    assert.equal((await publishedAt(siteId)).size, 3);
    assert.deepEqual(await tagCounts(siteId), { bread: 3 });
    assert.equal((await siteNow(siteId)).version, 4);
    assert.equal(Object.keys(await claimsNow(siteId)).length, 3);

    const fourth = await put(0);
    const outcomes: string[] = [];
    await beforeCommit(
      () => publishNow(editor, siteId, fourth),
      async () => outcomes.push(...(await due())),
    );
    assert.deepEqual(outcomes, ["not-due"]);
    assert.deepEqual(await tagCounts(siteId), { bread: 4 });
  });

  it("stays where it is taken back between the job's reading and its writing, or put off", async () => {
    const { siteId, editor } = site;
    for (const [state, meanwhile] of Object.entries({
      ready: (articleId: string) => call(unscheduleArticle, editor, { siteId, articleId }),
      scheduled: (articleId: string) =>
        changeDraft(siteId, articleId, { publishAt: stamp(MINUTE) }),
    })) {
      const articleId = await put(0);
      const outcomes: string[] = [];
      await beforeCommit(
        () => meanwhile(articleId),
        async () => outcomes.push(...(await due())),
      );
      assert.deepEqual(outcomes, ["not-due"]);
      assert.equal((await draftNow(siteId, articleId)).state, state);
    }
    assert.equal((await publishedAt(siteId)).size, 0);
    const late = await put(0);
    const attempt = beforeCommit(due, () =>
      call(unscheduleArticle, editor, { siteId, articleId: late }),
    );
    await refused(attempt, "failed-precondition", "wrong-state");
    assert.ok((await publishedAt(siteId)).has(late));
  });

  it("comes out once where the job is killed before or after any of its commits, and runs again", async () => {
    const { siteId } = site;
    const articles = [await put(-2), await put(-1), await put(0)];
    for (let n = 1; n <= 3; n++) {
      for (const moment of ["before", "after"] as const) {
        // What one article dies of stops no other.
        assert.ok(await dyingAt(n, moment, due));
        await Promise.all([due(), due()]);
        assert.deepEqual([...(await publishedAt(siteId)).keys()].sort(), articles.toSorted());
        assert.deepEqual(await tagCounts(siteId), { bread: articles.length });
        articles.push(await put(-2), await put(-1), await put(0));
      }
    }
  });

  it("comes out once where answers of the database are lost", async () => {
    await put(0);
    const fault = { method: "Commit", kind: "lost-answer" } as const;
    const lost = [
      firestore.inject({ ...fault, code: 14 }),
      firestore.inject({ ...fault, code: 4 }),
    ];
    await due();
    await due();
    await put(0);
    await due();
    assert.deepEqual(
      lost.map((happened) => happened()),
      [true, true],
    );
    assert.deepEqual(await tagCounts(site.siteId), { bread: 2 });
    assert.equal((await siteNow(site.siteId)).version, 3);
  });

  it("goes back where it lacks something by then, with a note, and stops no other", async () => {
    const { siteId } = site;
    const [broken, other] = [await put(-1, { title: "" }), await put(0)];
    assert.deepEqual(await due(), ["returned", "published"]);
    const { state, publishAt, note } = await draftNow(siteId, broken);
    assert.deepEqual([state, publishAt], ["ready", null]);
    assert.match(note, /could not be published at its time: incomplete/);
    assert.deepEqual([...(await publishedAt(siteId)).keys()], [other]);
    assert.deepEqual(await due(), []);
  });

  it("comes out beside the address that it asks for where that is another's by then", async () => {
    const { siteId, editor } = site;
    const articleId = await put(HOUR, { slug: "bread" });
    await publishNow(editor, siteId, await putDraft(siteId, editor, { slug: "bread" }));
    pass(HOUR);
    assert.deepEqual(await due(), ["published"]);
    const { slug } = await articleNow(siteId, articleId);
    assert.match(slug, /^bread-[a-z0-9]{6}$/);
    assert.equal((await claimsNow(siteId))[slug], articleId);
  });

  it("comes out oldest first, so many at a time", async () => {
    const { siteId } = site;
    const [later, earlier, next] = [await put(-MINUTE), await put(-DAY), await put(-HOUR)];
    const order: string[] = [];
    for (const expected of [earlier, next, later]) {
      assert.deepEqual(await due(1), ["published"]);
      order.push(expected);
      assert.deepEqual([...(await publishedAt(siteId)).keys()].sort(), order.toSorted());
    }
  });

  it("comes out though another can't for now, and that when it can", async () => {
    const { siteId, author } = await openSite();
    const stuck = await putDraft(siteId, author, { state: "scheduled", publishAt: stamp(-1) });
    const other = await put(0);
    const happened = firestore.inject({ method: "Commit", kind: "refused", code: 3 });
    const outcomes = await due();
    assert.ok(happened());
    assert.deepEqual(outcomes.toSorted(), ["failed", "published"]);
    assert.deepEqual(await due(), ["published"]);
    assert.deepEqual(await recountTags(site.siteId), await tagCounts(site.siteId));
    for (const [at, articleId] of [
      [siteId, stuck],
      [site.siteId, other],
    ] as const) {
      assert.equal((await articleNow(at, articleId)).published, true);
    }
  });

  it("is no draft of another state, whatever time it has, nor what another module calls a draft", async () => {
    for (const state of ["draft", "in_review", "ready"] as const) await put(-HOUR, { state });
    const foreign = draftsOf(site.siteId).firestore.doc("elsewhere/a/drafts/b");
    await foreign.set({ state: "scheduled", publishAt: stamp(-HOUR) });
    assert.deepEqual(await due(), []);
    assert.equal((await publishedAt(site.siteId)).size, 0);
  });
});
