import assert from "node:assert/strict";
import {
  type ArticleComment,
  commentsOf,
  reportedComment,
} from "../../../functions/src/content/comments/schema.ts";
import { moderateComment } from "../../../functions/src/content/moderateComment.ts";
import { AuditEntry, audit } from "../../../functions/src/core/audit.ts";
import { stamp } from "../../../functions/src/core/clock.ts";
import { call, customer, refused } from "../../support/call.ts";
import { beforeCommit } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { commentNow, putArticle, putComment, putReport, SAID } from "../support/published.ts";
import { hearOfReport } from "../support/readers.ts";
import { articleNow, type OpenSite, openSite } from "../support/sites.ts";

type Hidden = ArticleComment["hidden"];
type State = Pick<ArticleComment, "hidden" | "approved">;

const states: State[] = ([null, "reports", "moderator"] as Hidden[]).flatMap((hidden) => [
  { hidden, approved: false },
  ...(hidden === null ? [{ hidden, approved: true }] : []),
]);

/** What an action comes to, by how a comment was; nothing where there is nothing to do. */
const outcomes: Record<"hide" | "show", (before: State) => { move: number } | undefined> = {
  hide: ({ hidden }) => (hidden === "moderator" ? undefined : { move: hidden === null ? -1 : 0 }),
  show: ({ hidden, approved }) =>
    hidden === null && approved ? undefined : { move: hidden === null ? 0 : 1 },
};

describe("content: moderateComment", () => {
  const { pass } = useStillClock();
  let site: OpenSite;
  let articleId = "";
  beforeEach(async () => {
    site = await openSite();
    articleId = await putArticle(site.siteId, site.author, { comments: 5 });
  });

  /** A comment that stands like this, and is on the editors' list. */
  async function reported(state: State): Promise<string> {
    const commentId = await putComment(site.siteId, articleId, customer(), state);
    const entry = { articleId, commentId, reports: 1, hidden: state.hidden !== null };
    const listed = reportedComment(site.siteId, articleId, commentId);
    await listed.set({ ...entry, reportedAt: stamp() });
    return commentId;
  }
  const moderate = (commentId: string, action: "hide" | "show", by = site.editor, reason = "") => {
    const input = { siteId: site.siteId, articleId, commentId, reason };
    const seen = action === "hide" ? { action } : { action, text: SAID };
    return call(moderateComment, by, { ...input, ...seen });
  };
  const isListed = async (commentId: string) =>
    (await reportedComment(site.siteId, articleId, commentId).get()).exists;
  const shown = async () => (await articleNow(site.siteId, articleId)).comments;
  const trail = async () => (await audit.get()).docs.map((entry) => AuditEntry.parse(entry.data()));

  for (const action of ["hide", "show"] as const) {
    for (const before of states) {
      const { hidden, approved } = before;
      const outcome = outcomes[action](before);
      const was = `${hidden === null ? "shown" : `hidden by ${hidden}`}${approved ? " and let stand" : ""}`;
      it(`${outcome ? `${action}s` : `has nothing to ${action} of`} what is ${was}`, async () => {
        const commentId = await reported(before);
        const { text, authorId } = await commentNow(site.siteId, articleId, commentId);
        const answer = await moderate(commentId, action);
        assert.deepEqual(answer, { hidden: action === "hide" });
        const now = await commentNow(site.siteId, articleId, commentId);
        assert.equal(now.hidden, action === "hide" ? "moderator" : null);
        assert.equal(now.approved, action === "show");
        assert.deepEqual([now.text, now.authorId], [text, authorId]);
        assert.equal(await shown(), 5 + (outcome?.move ?? 0));
        assert.equal((await trail()).length, outcome ? 1 : 0);
      });
    }
  }

  it("takes it off the list of what was reported, whichever way it is settled", async () => {
    for (const action of ["hide", "show"] as const) {
      for (const before of states.filter((state) => outcomes[action](state))) {
        const commentId = await reported(before);
        await moderate(commentId, action);
        assert.equal(await isListed(commentId), false, `${action} ${before.hidden}`);
      }
    }
  });

  it("changes the count once, however often and by however many at once it is asked for", async () => {
    const commentId = await reported({ hidden: null, approved: false });
    const again = (action: "hide" | "show") =>
      Promise.all(
        [site.editor, site.owner, site.editor].map((by) => moderate(commentId, action, by)),
      );
    await again("hide");
    assert.equal(await shown(), 4);
    await again("show");
    assert.equal(await shown(), 5);
    assert.equal((await trail()).length, 2);
  });

  it("does it once where the answer of the database is lost", async () => {
    const commentId = await reported({ hidden: "reports", approved: false });
    const lost = firestore.inject({ method: "Commit", kind: "lost-answer", code: 14 });
    assert.deepEqual(await moderate(commentId, "show"), { hidden: false });
    assert.ok(lost());
    assert.deepEqual([await shown(), (await trail()).length], [6, 1]);
  });

  it("counts right where reports hide it in the same moment", async () => {
    for (const [action, end] of [
      ["hide", 4],
      ["show", 4],
    ] as const) {
      const commentId = await reported({ hidden: null, approved: false });
      for (const uid of ["one", "two", "three"]) {
        await putReport(site.siteId, articleId, commentId, uid);
      }
      await beforeCommit(
        () => hearOfReport(site.siteId, articleId, commentId),
        () => moderate(commentId, action),
      );
      assert.equal(await shown(), end);
      assert.equal(await isListed(commentId), false);
    }
  });

  it("says in the audit trail who did what to which, and why if they say so", async () => {
    const commentId = await reported({ hidden: null, approved: false });
    await moderate(commentId, "hide", site.editor, "An advertisement.");
    pass(1);
    await moderate(commentId, "show", site.owner, "  ");
    const subject = commentsOf(site.siteId, articleId).doc(commentId).path;
    const entries = (await trail()).map(({ at: _, ...entry }) => entry);
    assert.deepEqual(
      entries.sort((one, other) => (one.action < other.action ? -1 : 1)),
      [
        {
          action: "comment-hidden",
          actor: site.editor.uid,
          subject,
          reason: "An advertisement.",
        },
        { action: "comment-shown", actor: site.owner.uid, subject },
      ],
    );
  });

  it("is for editors and owners of this site", async () => {
    const commentId = await reported({ hidden: null, approved: false });
    for (const role of ["reader", "contributor", "author"] as const) {
      const attempt = moderate(commentId, "hide", site[role]);
      const details = await refused(attempt, "permission-denied", "role-too-low");
      assert.deepEqual([details.role, details.needed], [role, "editor"]);
    }
    const elsewhere = await openSite();
    for (const stranger of [elsewhere.owner, customer()]) {
      await refused(moderate(commentId, "hide", stranger), "not-found", "no-such-site");
    }
    const other = { siteId: elsewhere.siteId, articleId, commentId, reason: "" };
    await refused(
      call(moderateComment, elsewhere.owner, { ...other, action: "hide" }),
      "not-found",
      "no-such-comment",
    );
    assert.deepEqual([await shown(), await isListed(commentId)], [5, true]);
    assert.equal((await commentNow(site.siteId, articleId, commentId)).hidden, null);
    for (const role of ["editor", "owner"] as const) await moderate(commentId, "hide", site[role]);
  });

  it("knows no comment that is gone", () =>
    refused(moderate("no-comment", "hide"), "not-found", "no-such-comment"));
});
