import assert from "node:assert/strict";
import {
  type ArticleComment,
  commentsOf,
  reportedComment,
} from "../../../functions/src/content/comments/schema.ts";
import { moderateComment } from "../../../functions/src/content/moderateComment.ts";
import { audit } from "../../../functions/src/core/audit.ts";
import { call, callWith, customer, refused } from "../../support/call.ts";
import { beforeCommit } from "../../support/commits.ts";
import { denied } from "../../support/rules.ts";
import { useStillClock } from "../../support/time.ts";
import { commentNow, putArticle, putComment, putReport, SAID } from "../support/published.ts";
import { hearOfReport, useReaders } from "../support/readers.ts";
import { articleNow, type OpenSite, openSite } from "../support/sites.ts";

const WORSE = "Buy at evil.example!";

describe("content: a comment that says something else than an editor has seen", () => {
  const { pass } = useStillClock();
  const { as } = useReaders();
  const said = customer();
  let site: OpenSite;
  let place = { siteId: "", articleId: "", commentId: "" };
  beforeEach(async () => {
    site = await openSite({ comments: { open: true, slowSeconds: 0, hideAt: 3 } });
    const articleId = await putArticle(site.siteId, site.author, { comments: 1 });
    const commentId = await putComment(site.siteId, articleId, said);
    place = { siteId: site.siteId, articleId, commentId };
  });

  const edit = (text = WORSE) =>
    as(said).edit(place.siteId, place.articleId, place.commentId, text);
  const show = (text: string) => {
    pass(1);
    return call(moderateComment, site.editor, { ...place, action: "show", text, reason: "" });
  };
  const hide = () => call(moderateComment, site.editor, { ...place, action: "hide", reason: "" });
  const notShown = (text: string, attempt = show(text)) =>
    refused(attempt, "failed-precondition", "comment-changed");
  const now = () => commentNow(place.siteId, place.articleId, place.commentId);
  const shown = async () => (await articleNow(place.siteId, place.articleId)).comments;
  const entry = () => reportedComment(place.siteId, place.articleId, place.commentId);
  const put = (fields: Partial<ArticleComment>) =>
    commentsOf(place.siteId, place.articleId).doc(place.commentId).update(fields);
  async function reportBy(...uids: string[]): Promise<void> {
    for (const uid of uids) {
      await putReport(place.siteId, place.articleId, place.commentId, uid);
      await hearOfReport(place.siteId, place.articleId, place.commentId);
    }
  }

  it("is not let stand, and stays on their list; as it is by now, it is", async () => {
    await reportBy("one");
    await edit();
    await notShown(SAID);
    assert.deepEqual([(await now()).approved, (await entry().get()).exists], [false, true]);
    assert.equal((await audit.get()).size, 0);
    assert.deepEqual(await show(WORSE), { hidden: false });
    assert.deepEqual([(await now()).approved, (await entry().get()).exists], [true, false]);
  });

  it("is not let stand where it is changed in the same moment", async () => {
    await reportBy("one");
    await beforeCommit(
      () => edit(),
      () => notShown(SAID),
    );
    const { text, approved } = await now();
    assert.deepEqual([text, approved, (await entry().get()).exists], [WORSE, false, true]);
  });

  it("is not shown again where reports have hidden it, nor counted", async () => {
    await edit();
    await reportBy("one", "two", "three");
    await notShown(SAID);
    assert.deepEqual([(await now()).hidden, await shown()], ["reports", 0]);
    await show(WORSE);
    assert.deepEqual([(await now()).hidden, await shown()], [null, 1]);
  });

  it("is told by every character, and what has been seen whole is shown, whatever it is", async () => {
    for (const other of ["", " ", SAID.toUpperCase(), ` ${SAID}`, `${SAID}\n`, SAID.slice(0, -1)]) {
      await notShown(other);
    }
    for (const text of ["  Blanks.  \n", "\u212b, not \u00c5", "\u{1f35e}".repeat(1_000)]) {
      await put({ text });
      await notShown(`.${text.slice(2)}`);
      if (text !== text.normalize()) await notShown(text.normalize());
      await show(text);
      assert.equal((await now()).approved, true);
      await put({ approved: false });
    }
  });

  it("is shown by nobody who does not say what they have seen", async () => {
    const blindly = callWith<Promise<unknown>>(moderateComment, site.editor, {
      ...{ ...place, action: "show", reason: "" },
    });
    await refused(blindly, "invalid-argument", "invalid-input");
    assert.equal((await now()).approved, false);
  });

  it("is hidden whatever it says: changing it, also in the same moment, is no way out", async () => {
    await edit();
    await beforeCommit(
      () => edit("Something milder."),
      () => hide(),
    );
    assert.deepEqual([(await now()).hidden, await shown()], ["moderator", 0]);
    await denied(edit("Milder still."));
    assert.deepEqual([(await now()).text, await hide()], ["Something milder.", { hidden: true }]);
  });

  it("stands no more once it is changed: what is reported then hides it, until it is looked at anew", async () => {
    await show(SAID);
    await reportBy("one", "two", "three");
    assert.equal((await now()).hidden, null);
    await edit();
    assert.equal((await now()).approved, false);
    await notShown(SAID);
    await reportBy("four");
    assert.deepEqual([(await now()).hidden, await shown()], ["reports", 0]);
    await show(WORSE);
    assert.deepEqual([(await now()).hidden, await shown()], [null, 1]);
  });
});
