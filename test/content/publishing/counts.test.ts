import assert from "node:assert/strict";
import fc from "fast-check";
import { restoreRevision } from "../../../functions/src/content/restoreRevision.ts";
import { scheduleArticle } from "../../../functions/src/content/scheduleArticle.ts";
import { sites } from "../../../functions/src/content/schema.ts";
import { unscheduleArticle } from "../../../functions/src/content/unscheduleArticle.ts";
import { updateSite } from "../../../functions/src/content/updateSite.ts";
import { DAY, now } from "../../../functions/src/core/clock.ts";
import { reasonOf } from "../../../functions/src/core/refuse.ts";
import { call } from "../../support/call.ts";
import { useStillClock } from "../../support/time.ts";
import { putFullArticle } from "../support/fullSite.ts";
import { publishedAt, publishNow, recountTags, unpublishNow } from "../support/publishing.ts";
import { openSite, putDraft, saveDraft, siteNow, tagCounts } from "../support/sites.ts";

const TAGS = ["bread", "flour", "oven", "tea"];

/** Who publishes what is saved meanwhile is refused. */
const overtaken = (error: unknown) => assert.equal(reasonOf(error), "version-conflict");

describe("content: what a site counts", () => {
  useStillClock();

  it("of each tag is how many published articles have it, after whatever was done to them, also at once", async () => {
    const step = fc.record({
      article: fc.nat({ max: 3 }),
      does: fc.constantFrom("publish", "unpublish", "save"),
      tags: fc.subarray(TAGS),
    });
    const series = fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), {
      minLength: 12,
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(series, async (rounds) => {
        const { siteId, author, editor } = await openSite();
        const articles = await Promise.all(
          (["article", "article", "article", "page"] as const).map((kind) =>
            putDraft(siteId, author, { kind, tags: ["bread"] }),
          ),
        );
        for (const round of rounds) {
          await Promise.all(
            round.map(({ article, does, tags }) => {
              const articleId = articles[article] ?? "";
              if (does === "save") return saveDraft(siteId, articleId, author, { tags });
              const work = does === "publish" ? publishNow : unpublishNow;
              return work(editor, siteId, articleId).catch(overtaken);
            }),
          );
          assert.deepEqual(await tagCounts(siteId), await recountTags(siteId));
        }
      }),
      { numRuns: 4 },
    );
  });

  it("of its changes moves with each that its pages show, and with nothing else", async () => {
    const site = await openSite();
    const { siteId, owner, author, editor } = site;
    const live = await putFullArticle(site);
    const articleId = await putDraft(siteId, author);
    const one = { siteId, articleId };
    const tomorrow = new Date(now().getTime() + DAY).toISOString();
    const steps: [shown: 0 | 1, does: () => Promise<unknown>][] = [
      [0, () => saveDraft(siteId, articleId, author)],
      [0, () => call(scheduleArticle, editor, { ...one, version: 2, publishAt: tomorrow })],
      [0, () => call(unscheduleArticle, editor, one)],
      [0, () => unpublishNow(editor, siteId, articleId)],
      [1, () => publishNow(editor, siteId, articleId)],
      [0, () => publishNow(editor, siteId, articleId)],
      [0, () => saveDraft(siteId, live, author)],
      [
        0,
        () => call(restoreRevision, editor, { siteId, articleId: live, version: 2, revision: 1 }),
      ],
      [1, () => publishNow(editor, siteId, live)],
      [1, () => unpublishNow(editor, siteId, live)],
      [1, () => call(updateSite, owner, { siteId, title: "Another" })],
      [0, () => sites.doc(siteId).update({ followers: 1 })],
    ];
    for (const [index, [shown, does]] of steps.entries()) {
      const { version } = await siteNow(siteId);
      await does();
      assert.equal((await siteNow(siteId)).version - version, shown, `step ${index}`);
    }
    assert.deepEqual([...(await publishedAt(siteId)).keys()], [articleId]);
  });
});
