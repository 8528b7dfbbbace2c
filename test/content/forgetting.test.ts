import assert from "node:assert/strict";
import { FORMER } from "../../functions/src/content/leaving/forgetWriting.ts";
import { personalData as content } from "../../functions/src/content/personalData.ts";
import { customer, type Person } from "../support/call.ts";
import { hookCommits } from "../support/commits.ts";
import { documentsHolding } from "../support/everything.ts";
import { useStillClock } from "../support/time.ts";
import { bylineOf } from "./support/past.ts";
import { putSite } from "./support/published.ts";
import { publishNow } from "./support/publishing.ts";
import { putRevisions } from "./support/revisions.ts";
import { articleNow, draftNow, putDraft, putPublished, saveDraft } from "./support/sites.ts";

describe("content: what editors publish while its author is forgotten", () => {
  useStillClock();
  const editor = customer();

  /** A draft of theirs that is not out, and one that is, with changes that are not. */
  async function written(person: Person) {
    const siteId = await putSite({
      team: [
        [editor, "owner"],
        [person, "author"],
      ],
    });
    const byline = bylineOf(person);
    const fresh = await putDraft(siteId, person, { byline, state: "ready" });
    const changed = await putPublished(siteId, person, { byline });
    await saveDraft(siteId, changed, person, { title: "Three days of bread" });
    await putRevisions(siteId, changed, person, [1]);
    return { siteId, articles: [fresh, changed] };
  }

  it("bears no name and no uid, before whichever step of it that is", async () => {
    let moment = 0;
    for (let isOver = false; !isOver; ) {
      moment++;
      isOver = true;
      const person = customer();
      const { siteId, articles } = await written(person);
      const publish = async () => {
        for (const articleId of articles) await publishNow(editor, siteId, articleId);
      };
      const leaving = { uid: person.uid, emails: [person.token.email], alias: `gone-${moment}` };
      const { failure } = await hookCommits(
        async (n, commit) => {
          if (n === moment) {
            isOver = false;
            await publish();
          }
          return commit();
        },
        () => content.erase(leaving),
      );
      assert.equal(failure, undefined);
      // The last is after all steps.
      if (isOver) await publish();
      for (const articleId of articles) {
        const { published, version, authorId, byline } = await articleNow(siteId, articleId);
        const { version: written } = await draftNow(siteId, articleId);
        assert.deepEqual([published, version], [true, written]);
        assert.deepEqual([authorId, byline], [leaving.alias, FORMER], `before step ${moment}`);
      }
      const left = await documentsHolding(person.uid, bylineOf(person));
      assert.deepEqual(left, [], `before step ${moment}`);
    }
    assert.ok(moment > 5, `there were ${moment}`);
  });
});
