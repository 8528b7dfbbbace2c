import assert from "node:assert/strict";
import {
  type DocumentReference,
  doc,
  getDoc,
  getDocs,
  increment,
  serverTimestamp,
  setDoc,
  writeBatch,
} from "firebase/firestore";
import { newDraft } from "../../client/src/content/newDocuments.ts";
import { savingDraft } from "../../client/src/content/saving.ts";
import { settingMembers } from "../../client/src/members.ts";
import { purgeSites } from "../../functions/src/content/bin/purge.ts";
import { createSite } from "../../functions/src/content/createSite.ts";
import { leaveTeams } from "../../functions/src/content/leaving/leaveTeams.ts";
import { moderateComment } from "../../functions/src/content/moderateComment.ts";
import { publishArticle } from "../../functions/src/content/publishArticle.ts";
import { readFeed } from "../../functions/src/content/readFeed.ts";
import { articlesOf, draftsOf, MAX_BODY, sites } from "../../functions/src/content/schema.ts";
import { MAX_MEMBERS } from "../../functions/src/content/team/schema.ts";
import { HOUR, now, stamp } from "../../functions/src/core/clock.ts";
import { counterOf } from "../../functions/src/core/limits.ts";
import { call, customer, type Person, refused } from "../support/call.ts";
import { denied, granted } from "../support/rules.ts";
import { useStillClock } from "../support/time.ts";
import { commentNow, putArticle, putComment, putSite, SAID } from "./support/published.ts";
import { hearOfReport, useReaders } from "./support/readers.ts";
import { articleNow, openSite, putDraft, teamNow } from "./support/sites.ts";

describe("content: what somebody can make it cost, or do to others", () => {
  const { pass } = useStillClock();
  const { as } = useReaders();
  const setRole = (by: Person, siteId: string, uid: string, role: "editor" | null) =>
    settingMembers(as(by).db, "siteTeams")(siteId, uid, role);

  describe("is no taking of what is others':", () => {
    it("ten sites a day, and none at an address that is taken, being taken down, or was somebody's once", async () => {
      const squatter = customer();
      const make = (siteId: string, by = squatter) =>
        call(createSite, by, { siteId, title: "Mine" });
      for (let n = 0; n < 10; n++) await make(`mine-${n}`);
      await refused(make("mine-10"), "resource-exhausted", "too-many-requests");
      const { siteId, owner, ...others } = await openSite();
      await refused(make(siteId, customer()), "already-exists", "site-taken");
      await leaveTeams(owner.uid);
      for (const { uid } of Object.values(others)) await leaveTeams(uid);
      await refused(make(siteId, owner), "already-exists", "site-taken");
      pass(HOUR);
      assert.deepEqual(await purgeSites(now(), 10), ["purged"]);
      assert.equal((await sites.doc(siteId).get()).exists, false);
      for (const by of [owner, customer()]) {
        const { field } = await refused(make(siteId, by), "already-exists", "site-taken");
        assert.equal(field, "siteId");
      }
    });

    it("no address of an article that another has, or had, by whatever way", async () => {
      const site = await openSite();
      const { siteId, author, editor } = site;
      const publish = (articleId: string, version = 1, by = author) =>
        call(publishArticle, by, { siteId, articleId, version });
      const first = await putDraft(siteId, editor, { slug: "bread" });
      await publish(first, 1, editor);
      await draftsOf(siteId).doc(first).update({ slug: "loaf", version: 2, state: "draft" });
      await publish(first, 2, editor);
      for (const slug of ["bread", "loaf"]) {
        const other = await putDraft(siteId, author, { slug });
        await refused(publish(other), "already-exists", "slug-taken");
      }
      const untitled = await putDraft(siteId, author, { title: "Bread" });
      assert.match((await publish(untitled)).slug, /^bread-[a-z0-9]{6}$/);
    });

    it("no hiding of a comment for good: an editor shows it, and it stands whatever accounts report it", async () => {
      const { siteId, author, editor } = await openSite();
      const articleId = await putArticle(siteId, author, { comments: 1 });
      const commentId = await putComment(siteId, articleId, customer());
      const report = async () => {
        await as(customer()).report(siteId, articleId, commentId);
        await hearOfReport(siteId, articleId, commentId);
      };
      for (let n = 0; n < 3; n++) await report();
      assert.equal((await commentNow(siteId, articleId, commentId)).hidden, "reports");
      await denied(report());
      const input = { siteId, articleId, commentId, text: SAID, reason: "" };
      await call(moderateComment, editor, { ...input, action: "show" });
      for (let n = 0; n < 5; n++) await report();
      assert.equal((await commentNow(siteId, articleId, commentId)).hidden, null);
      assert.equal((await articleNow(siteId, articleId)).comments, 1);
    });
  });

  describe("is no flood:", () => {
    it("one comment to a commit, also over several articles, and none that is taken back in it", async () => {
      const siteId = await putSite();
      const one = await putArticle(siteId, customer());
      const other = await putArticle(siteId, customer());
      const { db, uid, documents } = as(customer());
      const now = serverTimestamp();
      const said = { text: "Buy!", authorId: uid, byline: "B", replyTo: null, hidden: null };
      /** Comments of one commit, each of an article, and one mark; `taken` goes in it. */
      const commit = (of: readonly string[], taken?: DocumentReference, counted = of.length) => {
        const batch = writeBatch(db);
        if (taken) batch.delete(taken);
        const refs = of.map((articleId) => doc(documents.comments(siteId, articleId)));
        for (const [n, ref] of refs.entries()) {
          batch.set(ref, { ...said, approved: false, createdAt: now, updatedAt: now });
          const mark = {
            uid,
            articleId: of[n] ?? "",
            commentId: ref.id,
            at: now,
            commentedAt: now,
          };
          batch.set(documents.commenter(siteId, uid), mark);
        }
        const articles = [...new Set(of)];
        const comments = increment(counted / articles.length - (taken ? 1 : 0));
        for (const articleId of articles) {
          batch.update(doc(documents.articles(siteId), articleId), { comments });
        }
        return batch.commit();
      };
      await denied(commit([one, one]));
      await denied(commit([one, one], undefined, 1));
      await denied(commit([one, other]));
      await granted(commit([one]));
      const [mine] = (await getDocs(documents.commentsOf(siteId, one))).docs;
      await denied(commit([one], mine?.ref));
      assert.deepEqual(
        [(await articleNow(siteId, one)).comments, (await articleNow(siteId, other)).comments],
        [1, 0],
      );
    });

    it("300 pages of the feed an hour", async () => {
      const reader = customer();
      const counted = { calls: 299, lastCall: "before", expiresAt: stamp(HOUR) };
      await counterOf("local", reader.uid).set(counted);
      await call(readFeed, reader, {});
      await refused(call(readFeed, reader, {}), "resource-exhausted", "too-many-requests");
      pass(HOUR);
      await call(readFeed, reader, {});
    });
  });

  describe("is no end of the rules' patience:", () => {
    it("a team of 50 with uids as long as they get works as any", async () => {
      const [owner, author] = [customer(), customer()];
      const others = Array.from({ length: MAX_MEMBERS - 2 }, (_, n) => ({
        ...{ uid: `${"u".repeat(125)}${String(n).padStart(3, "0")}`, token: {} },
      }));
      const siteId = await putSite({
        team: [
          [owner, "owner"],
          ...others.map((one) => [one, "editor"] as const),
          [author, "author"],
        ],
      });
      const { db, documents, uid } = as(author);
      const longest = newDraft(uid, {
        byline: "b".repeat(80),
        title: "t".repeat(200),
        slug: "s".repeat(80),
        summary: "s".repeat(500),
        body: "\u3042".repeat(MAX_BODY),
        tags: Array.from({ length: 10 }, (_, n) => `${"t".repeat(39)}${n}`),
        cover: { url: `https://${"a".repeat(200)}/${"b".repeat(400)}`, alt: "a".repeat(200) },
      });
      const draft = doc(documents.drafts(siteId));
      await granted(setDoc(draft, longest));
      const seen = (await getDoc(draft)).data()!;
      await savingDraft(db)(siteId, draft.id, seen, { title: "Shorter" }, uid);
      await setRole(owner, siteId, others[3]?.uid ?? "", null);
      await setRole(owner, siteId, uid, "editor");
      await setRole(author, siteId, uid, null);
      assert.equal((await teamNow(siteId)).memberIds.length, MAX_MEMBERS - 2);
    });

    it("a draft or comment under an id that the server would not take is refused", async () => {
      const { siteId, author } = await openSite();
      const { db, documents, uid, ...reader } = as(author);
      for (const id of ["a b", "a.b", "ä", "x".repeat(64), "__a"]) {
        const draft = doc(db, `sites/${siteId}/drafts`, id);
        await denied(setDoc(draft, newDraft(uid, { byline: "Ada", title: "Tea" })), id);
        // An article of such an id is nobody's to like or to talk of.
        await articlesOf(siteId)
          .doc(id)
          .set(await articleNow(siteId, await putArticle(siteId, author)));
        await denied(reader.like(siteId, id, uid, true), id);
        await denied(reader.comment(siteId, id, uid, { text: "Hm.", byline: "B" }), id);
      }
      await granted(
        setDoc(doc(documents.drafts(siteId), "x".repeat(63)), newDraft(uid, { byline: "Ada" })),
      );
    });
  });
});
