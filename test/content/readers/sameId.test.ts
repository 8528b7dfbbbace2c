import assert from "node:assert/strict";
import {
  commentsOf,
  Reported,
  reportedOf,
  reportsOf,
} from "../../../functions/src/content/comments/schema.ts";
import { moderateComment } from "../../../functions/src/content/moderateComment.ts";
import { call, customer } from "../../support/call.ts";
import { useStillClock } from "../../support/time.ts";
import { commentNow, putArticle, putComment, putReport, SAID } from "../support/published.ts";
import { hearOfComment, hearOfReport } from "../support/readers.ts";
import { articleNow, type OpenSite, openSite } from "../support/sites.ts";

/** Apps choose the id of a comment, and know those of others. */
describe("content: comments of two articles under the same id", () => {
  useStillClock();
  let site: OpenSite;
  let [siteId, one, other, commentId] = ["", "", "", ""];
  beforeEach(async () => {
    site = await openSite({ comments: { open: true, slowSeconds: 0, hideAt: 2 } });
    siteId = site.siteId;
    one = await putArticle(siteId, site.author, { comments: 1 });
    other = await putArticle(siteId, site.author, { comments: 1 });
    commentId = await putComment(siteId, one, customer());
    const copy = await commentNow(siteId, one, commentId);
    await commentsOf(siteId, other).doc(commentId).set(copy);
  });

  const report = async (articleId: string, ...uids: string[]) => {
    for (const uid of uids) {
      await putReport(siteId, articleId, commentId, uid);
      await hearOfReport(siteId, articleId, commentId);
    }
  };
  /** What editors find on their list, by the article. */
  async function listed(): Promise<Record<string, [reports: number, hidden: boolean]>> {
    const entries = (await reportedOf(siteId).get()).docs.map((entry) => {
      const { articleId, reports, hidden, ...about } = Reported.parse(entry.data());
      assert.equal(about.commentId, commentId);
      return [articleId, [reports, hidden]] as const;
    });
    assert.equal(new Set(entries.map(([articleId]) => articleId)).size, entries.length);
    return Object.fromEntries(entries.map(([articleId, found]) => [articleId, [...found]]));
  }

  it("are before the editors each with its own reports, and neither in the place of the other", async () => {
    await report(one, "a", "b", "c");
    await report(other, "a");
    assert.deepEqual(await listed(), { [one]: [3, true], [other]: [1, false] });
    await report(one, "d");
    assert.deepEqual(await listed(), { [one]: [4, true], [other]: [1, false] });
    const hidden = [one, other].map(async (id) => (await commentNow(siteId, id, commentId)).hidden);
    assert.deepEqual(await Promise.all(hidden), ["reports", null]);
  });

  for (const action of ["hide", "show"] as const) {
    it(`are settled one by one: who may ${action} one leaves the other on the list, as it is`, async () => {
      await report(one, "a", "b");
      await report(other, "a");
      const input = { siteId, articleId: other, commentId, reason: "" };
      const seen = action === "hide" ? { action } : { action, text: SAID };
      await call(moderateComment, site.editor, { ...input, ...seen });
      assert.deepEqual(await listed(), { [one]: [2, true] });
      assert.equal((await commentNow(siteId, one, commentId)).hidden, "reports");
      assert.equal((await articleNow(siteId, one)).comments, 0);
    });
  }

  it("are taken back one by one: what is said again elsewhere takes nothing off the list", async () => {
    await report(one, "a", "b");
    await report(other, "a");
    await commentsOf(siteId, other).doc(commentId).delete();
    await hearOfComment("deleted", siteId, other, commentId);
    assert.deepEqual(await listed(), { [one]: [2, true] });
    assert.equal((await reportsOf(siteId, one, commentId).get()).size, 2);
    assert.equal((await reportsOf(siteId, other, commentId).get()).size, 0);
  });
});
