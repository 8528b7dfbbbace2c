import assert from "node:assert/strict";
import { MAIL_LIMIT } from "../../../functions/src/content/tell.ts";
import { DAY, stamp } from "../../../functions/src/core/clock.ts";
import { limitsOf } from "../../../functions/src/core/limits.ts";
import { customer } from "../../support/call.ts";
import { type Known, somebody } from "../../support/knownPeople.ts";
import { useStillClock } from "../../support/time.ts";
import { subjectsTo } from "../support/mails.ts";
import { putArticle, putComment, putSite } from "../support/published.ts";
import { hearOfComment } from "../support/readers.ts";
import { changed, hear } from "../support/revisions.ts";
import { changeDraft, putDraft } from "../support/sites.ts";

describe("content: mails of comments and mails of reviews", () => {
  const { pass } = useStillClock();
  let author: Known;
  let [siteId, articleId, draftId] = ["", "", ""];
  before(async () => {
    author = await somebody();
  });
  beforeEach(async () => {
    siteId = await putSite({ team: [[author, "owner"]] });
    articleId = await putArticle(siteId, author);
    draftId = await putDraft(siteId, author);
  });

  const commented = async () =>
    hearOfComment("created", siteId, articleId, await putComment(siteId, articleId, customer()));
  async function reviewed(): Promise<void> {
    pass(1);
    await changeDraft(siteId, draftId, { state: "in_review" });
    const approve = () => changeDraft(siteId, draftId, { state: "ready", updatedAt: stamp() });
    await hear(await changed(siteId, draftId, approve));
  }
  const events = {
    comments: { happens: commented, subject: 'A comment on "Two days of bread"' },
    reviews: { happens: reviewed, subject: '"Two days of bread" was approved' },
  };

  /** As if what was counted until now had been counted to the end. */
  async function useUp(): Promise<void> {
    const counters = (await limitsOf(author.uid).get()).docs;
    assert.ok(counters.length > 0);
    for (const { ref } of counters) await ref.update({ calls: MAIL_LIMIT.calls });
  }

  it("are a hundred a day of each", () =>
    assert.deepEqual(MAIL_LIMIT, { calls: 100, seconds: 24 * 60 * 60 }));

  for (const [much, other] of [
    ["comments", "reviews"],
    ["reviews", "comments"],
  ] as const) {
    it(`are counted apart: who has had a hundred of ${much} is still written of ${other}`, async () => {
      await events[much].happens();
      await useUp();
      await events[much].happens();
      assert.deepEqual(await subjectsTo(author), [events[much].subject]);
      await events[other].happens();
      const both = [events[much].subject, events[other].subject];
      assert.deepEqual(await subjectsTo(author), both.sort());
      await useUp();
      await events[other].happens();
      assert.deepEqual(await subjectsTo(author), both);
      pass(DAY);
      for (const { happens } of Object.values(events)) await happens();
      assert.deepEqual(await subjectsTo(author), [...both, ...both].sort());
    });
  }
});
