import assert from "node:assert/strict";
import {
  allReports,
  commentsOf,
  Reported,
  reportedComment,
  reportsOf,
} from "../../../functions/src/content/comments/schema.ts";
import { weighReports } from "../../../functions/src/content/comments/weighReports.ts";
import { articlesOf, sites } from "../../../functions/src/content/schema.ts";
import { stamp } from "../../../functions/src/core/clock.ts";
import { db } from "../../../functions/src/core/db.ts";
import { customer } from "../../support/call.ts";
import { beforeCommit, dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { denied } from "../../support/rules.ts";
import { useStillClock } from "../../support/time.ts";
import { commentNow, putArticle, putComment, putReport, putSite } from "../support/published.ts";
import { hearOfComment, hearOfReport, useReaders } from "../support/readers.ts";
import { articleNow } from "../support/sites.ts";

const HIDE_AT = 3;

describe("content: a comment that is reported", () => {
  const { pass } = useStillClock();
  const { as } = useReaders();
  const said = customer();
  let [siteId, articleId, commentId] = ["", "", ""];
  beforeEach(async () => {
    siteId = await putSite({ comments: { open: true, slowSeconds: 0, hideAt: HIDE_AT } });
    articleId = await putArticle(siteId, customer(), { comments: 1 });
    commentId = await putComment(siteId, articleId, said);
  });

  const hear = () => hearOfReport(siteId, articleId, commentId);
  const report = (uid: string) => putReport(siteId, articleId, commentId, uid);
  const now = () => commentNow(siteId, articleId, commentId);
  const shown = async () => (await articleNow(siteId, articleId)).comments;
  /** What editors find on their list. */
  async function listed(): Promise<[reports: number, hidden: boolean] | undefined> {
    const entry = (await reportedComment(siteId, articleId, commentId).get()).data();
    if (!entry) return undefined;
    const { reports, hidden, ...about } = Reported.parse(entry);
    assert.deepEqual([about.articleId, about.commentId], [articleId, commentId]);
    return [reports, hidden];
  }

  it("is put before the editors at once, and hidden at as many as the site says, not before", async () => {
    for (let n = 1; n < HIDE_AT; n++) {
      await report(`reader-${n}`);
      await hear();
      assert.deepEqual(
        [await listed(), (await now()).hidden, await shown()],
        [[n, false], null, 1],
      );
    }
    pass(1);
    await report("the-last");
    await hear();
    assert.deepEqual(await listed(), [HIDE_AT, true]);
    assert.deepEqual([(await now()).hidden, await shown()], ["reports", 0]);
    const { reportedAt } = Reported.parse(
      (await reportedComment(siteId, articleId, commentId).get()).data(),
    );
    assert.deepEqual(reportedAt, stamp());
  });

  it("is hidden once, though all report it at once and each event comes twice", async () => {
    const uids = Array.from({ length: 8 }, (_, n) => `reader-${n}`);
    await Promise.all(
      uids.map(async (uid) => {
        await report(uid);
        await Promise.all([hear(), hear()]);
      }),
    );
    assert.deepEqual(await listed(), [8, true]);
    assert.deepEqual([(await now()).hidden, await shown()], ["reports", 0]);
    await hear();
    assert.equal(await shown(), 0);
  });

  it("is hidden where the answer of the database is lost, or the worker dies", async () => {
    for (let n = 0; n < HIDE_AT; n++) await report(`reader-${n}`);
    assert.ok(await dyingAt(1, "before", hear));
    assert.deepEqual([await listed(), await shown()], [undefined, 1]);
    const lost = firestore.inject({ method: "Commit", kind: "lost-answer", code: 14 });
    await hear();
    assert.ok(lost());
    assert.ok(await dyingAt(1, "after", hear));
    await hear();
    assert.deepEqual([await listed(), await shown()], [[HIDE_AT, true], 0]);
  });

  it("stands where an editor lets it, whatever comes; and is not listed again where one has hidden it", async () => {
    for (const settled of [{ approved: true }, { hidden: "moderator" as const }]) {
      commentId = await putComment(siteId, articleId, said, settled);
      for (let n = 0; n < HIDE_AT; n++) await report(`reader-${n}`);
      await hear();
      assert.equal(await listed(), undefined);
      assert.deepEqual([(await now()).hidden, await shown()], [settled.hidden ?? null, 1]);
    }
  });

  it("stands where an editor lets it in the same moment", async () => {
    for (let n = 0; n < HIDE_AT; n++) await report(`reader-${n}`);
    await beforeCommit(
      () => commentsOf(siteId, articleId).doc(commentId).update({ approved: true }),
      hear,
    );
    assert.deepEqual([await listed(), (await now()).hidden, await shown()], [undefined, null, 1]);
  });

  it("is reported once by each, and neither by who said it nor by who could be anybody", async () => {
    const reader = as(customer());
    await reader.report(siteId, articleId, commentId);
    await denied(reader.report(siteId, articleId, commentId));
    await denied(as(said).report(siteId, articleId, commentId));
    const unverified = { ...customer(), token: { email_verified: false } };
    await denied(as(unverified).report(siteId, articleId, commentId));
    // Of what is not there nothing can be looked up.
    await denied(reader.report(siteId, articleId, "no-comment"), "somebody", /maximum of/);
    assert.deepEqual(
      (await reportsOf(siteId, articleId, commentId).get()).docs.map(({ id }) => id),
      [reader.uid],
    );
  });

  it("is not reported any more where it is hidden, or its article not published", async () => {
    const reader = as(customer());
    await commentsOf(siteId, articleId).doc(commentId).update({ hidden: "reports" });
    await denied(reader.report(siteId, articleId, commentId));
    await commentsOf(siteId, articleId).doc(commentId).update({ hidden: null });
    await articlesOf(siteId).doc(articleId).update({ published: false });
    await denied(reader.report(siteId, articleId, commentId));
    assert.equal((await allReports.get()).size, 0);
  });

  it("leaves nothing of it where it is gone, nor where it was reported as it went", async () => {
    const other = await putComment(siteId, articleId, said);
    await putReport(siteId, articleId, other, "reader-0");
    const batch = db.batch();
    for (let n = 0; n < 120; n++) {
      const given = { uid: `reader-${n}`, reason: "spam" as const, note: "", createdAt: stamp() };
      batch.set(reportsOf(siteId, articleId, commentId).doc(given.uid), given);
    }
    await batch.commit();
    await hear();
    await commentsOf(siteId, articleId).doc(commentId).delete();
    const clear = () => hearOfComment("deleted", siteId, articleId, commentId);
    assert.ok(await dyingAt(2, "before", clear));
    await clear();
    await clear();
    await report("late");
    await hear();
    assert.equal(await listed(), undefined);
    const left = (await allReports.get()).docs.map(({ ref }) => ref.parent.parent?.id);
    assert.deepEqual(left, [other]);
  });

  it("keeps what was reported where it is there again by the time that is heard", async () => {
    await report("reader-0");
    await hear();
    await hearOfComment("deleted", siteId, articleId, commentId);
    assert.deepEqual([await listed(), (await allReports.get()).size], [[1, false], 1]);
  });

  it("leaves alone what is of a site that is gone, or has no reports", async () => {
    assert.equal(await weighReports(siteId, articleId, commentId), true);
    await report("reader-0");
    await sites.doc(siteId).delete();
    await hear();
    assert.equal(await listed(), undefined);
  });

  it("costs four reads and two writes, or three where it is hidden; three reads where an editor has looked", async () => {
    await report("reader-0");
    assert.deepEqual(await firestore.costOf(hear), { reads: 4, writes: 2, deletes: 0 });
    for (let n = 1; n < HIDE_AT; n++) await report(`reader-${n}`);
    assert.deepEqual(await firestore.costOf(hear), { reads: 4, writes: 3, deletes: 0 });
    await commentsOf(siteId, articleId).doc(commentId).update({ approved: true });
    assert.deepEqual(await firestore.costOf(hear), { reads: 3, writes: 0, deletes: 0 });
  });
});
