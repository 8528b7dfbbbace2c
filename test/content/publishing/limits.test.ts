import assert from "node:assert/strict";
import { scheduleArticle } from "../../../functions/src/content/scheduleArticle.ts";
import { HOUR, now } from "../../../functions/src/core/clock.ts";
import { counterOf } from "../../../functions/src/core/limits.ts";
import { call, type Person, refused } from "../../support/call.ts";
import { useStillClock } from "../../support/time.ts";
import { publishNow, unpublishNow } from "../support/publishing.ts";
import { draftNow, openSite, putDraft } from "../support/sites.ts";

const tooMany = ["resource-exhausted", "too-many-requests"] as const;

describe("content: how often one publishes", () => {
  const { pass } = useStillClock();

  const schedule = (person: Person, siteId: string, articleId: string) => {
    const publishAt = new Date(now().getTime() + 2 * HOUR).toISOString();
    return call(scheduleArticle, person, { siteId, articleId, version: 1, publishAt });
  };

  for (const [what, work, state] of [
    ["now", publishNow, "published"],
    ["at a time", schedule, "scheduled"],
  ] as const) {
    it(`${what}: 200 times an hour, also what is refused; others and an hour later as before`, async () => {
      const { siteId, author, editor } = await openSite();
      const put = (title?: string) =>
        putDraft(siteId, author, title === undefined ? {} : { title });
      const incomplete = await put("");
      await refused(work(author, siteId, incomplete), "failed-precondition", "incomplete");
      const counter = counterOf("local", author.uid);
      assert.equal((await counter.get()).data()?.calls, 1);
      await counter.update({ calls: 199 });
      await work(author, siteId, await put());
      const articleId = await put();
      await refused(work(author, siteId, articleId), ...tooMany);
      assert.equal((await draftNow(siteId, articleId)).state, "draft");
      await work(editor, siteId, await put());
      pass(HOUR - 1);
      const { retryAfterSeconds } = await refused(work(author, siteId, articleId), ...tooMany);
      assert.equal(retryAfterSeconds, 1);
      pass(1);
      await work(author, siteId, articleId);
      assert.equal((await draftNow(siteId, articleId)).state, state);
    });
  }

  it("is no matter of taking back: that is not counted", async () => {
    const { siteId, author } = await openSite();
    const articleId = await putDraft(siteId, author);
    await publishNow(author, siteId, articleId);
    await counterOf("local", author.uid).update({ calls: 200 });
    await unpublishNow(author, siteId, articleId);
    assert.equal((await draftNow(siteId, articleId)).live, null);
  });
});
