import assert from "node:assert/strict";
import { type DocumentData, deleteDoc, doc, getDocs, updateDoc } from "firebase/firestore";
import { KindlingError } from "../../../client/src/errors.ts";
import { commentersOf, commentsOf } from "../../../functions/src/content/comments/schema.ts";
import { articlesOf, sites } from "../../../functions/src/content/schema.ts";
import { SECOND, stamp } from "../../../functions/src/core/clock.ts";
import { customer } from "../../support/call.ts";
import { denied } from "../../support/rules.ts";
import { useStillClock } from "../../support/time.ts";
import { commentNow, putArticle, putComment, putSite } from "../support/published.ts";
import { type Reader, useReaders } from "../support/readers.ts";
import { articleNow } from "../support/sites.ts";

const SLOW = 3_600;
const said = { text: "Mine took three.", byline: "Ben Crumb" };

describe("content: what a reader says", () => {
  useStillClock();
  const { as } = useReaders();
  let reader: Reader;
  let [siteId, articleId] = ["", ""];
  beforeEach(async () => {
    reader = as(customer());
    siteId = await putSite();
    articleId = await putArticle(siteId, customer());
  });

  const comment = (by = reader, fields: { replyTo?: string; text?: string } = {}) =>
    by.comment(siteId, articleId, by.uid, { ...said, ...fields });
  const takeBack = (id: string, by = reader, hidden: "reports" | null = null) =>
    by.takeBackComment(siteId, articleId, by.uid, { id, hidden });
  const count = async () => (await articleNow(siteId, articleId)).comments;
  const texts = async (): Promise<string[]> => {
    const { docs } = await getDocs(reader.documents.commentsOf(siteId, articleId));
    return docs.map((one) => one.data().text);
  };
  const settings = (comments: DocumentData) =>
    sites.doc(siteId).update({ comments: { open: true, slowSeconds: 0, hideAt: 3, ...comments } });

  async function refusal(attempt: Promise<unknown>): Promise<KindlingError> {
    const error = await attempt.then(
      () => assert.fail("it went through"),
      (failure: unknown) => failure,
    );
    return error instanceof KindlingError ? error : assert.fail(String(error));
  }

  it("is seen at once, oldest first, and counted; and no more when it is taken back", async () => {
    const other = as(customer());
    const first = await comment();
    const second = await comment(other, { text: "Four.", replyTo: first.id });
    assert.deepEqual(await texts(), [said.text, "Four."]);
    assert.equal((await commentNow(siteId, articleId, second.id)).replyTo, first.id);
    assert.equal(await count(), 2);
    // As if it were hidden: the count would stay.
    await denied(takeBack(first.id, reader, "reports"));
    await takeBack(first.id);
    assert.deepEqual([await texts(), await count()], [["Four."], 1]);
  });

  it("is counted each time where many say something at once", async () => {
    const readers = Array.from({ length: 6 }, () => as(customer()));
    await Promise.all([...readers, ...readers].map((one) => comment(one)));
    assert.deepEqual([(await texts()).length, await count()], [12, 12]);
  });

  it("is changed by who said it in its words alone, and by nobody else", async () => {
    const { id } = await comment();
    await reader.edit(siteId, articleId, id, "Mine took four.");
    assert.deepEqual(await texts(), ["Mine took four."]);
    await denied(as(customer()).edit(siteId, articleId, id, "Nonsense."));
    const at = doc(reader.documents.comments(siteId, articleId), id);
    const changes = [
      { approved: true },
      { hidden: "moderator" },
      { authorId: "another" },
      { byline: "Ada" },
      { replyTo: "x" },
      { canary: 1 },
    ];
    for (const change of changes) await denied(updateDoc(at, change as never));
    await denied(takeBack(id, as(customer())));
    await denied(deleteDoc(at));
    assert.equal(await count(), 1);
  });

  it("is taken back also where it is hidden, and then moves no count; but not changed", async () => {
    const { id } = await comment();
    await commentsOf(siteId, articleId).doc(id).update({ hidden: "reports" });
    await articlesOf(siteId).doc(articleId).update({ comments: 0 });
    await denied(reader.edit(siteId, articleId, id, "Milder."));
    await denied(takeBack(id));
    await takeBack(id, reader, "reports");
    assert.equal(await count(), 0);
    assert.equal((await commentsOf(siteId, articleId).get()).size, 0);
  });

  it("waits in slow mode, and is told how long; taking it back does not shorten that", async () => {
    await settings({ slowSeconds: SLOW });
    const { id } = await comment();
    for (let n = 0; n < 2; n++) {
      const { code, reason, details } = await refusal(comment());
      assert.deepEqual([code, reason], ["resource-exhausted", "slow-mode"]);
      const { retryAfterSeconds } = details as { retryAfterSeconds: number };
      assert.ok(retryAfterSeconds > SLOW - 60 && retryAfterSeconds <= SLOW + 1);
      if (n === 0) await takeBack(id);
    }
    assert.equal(await count(), 0);
    await comment(as(customer()));
    const longAgo = stamp(-(SLOW + 5) * SECOND);
    await commentersOf(siteId).doc(reader.uid).update({ commentedAt: longAgo });
    await comment();
    assert.equal(await count(), 2);
  });

  it("is refused where comments are closed, at the article or the site, and told so", async () => {
    await articlesOf(siteId).doc(articleId).update({ commentsOpen: false });
    assert.equal((await refusal(comment())).reason, "comments-closed");
    await articlesOf(siteId).doc(articleId).update({ commentsOpen: true });
    await settings({ open: false });
    assert.equal((await refusal(comment())).reason, "comments-closed");
    await settings({});
    await sites.doc(siteId).update({ deletedAt: stamp() });
    await denied(comment());
    await sites.doc(siteId).update({ deletedAt: null });
    await articlesOf(siteId).doc(articleId).update({ published: false });
    await denied(comment());
    await articlesOf(siteId).doc(articleId).update({ published: true });
    await comment();
    assert.equal(await count(), 1);
  });

  it("answers what is there and itself answers nothing, on the same article", async () => {
    const first = await comment();
    const { id: answer } = await comment(reader, { replyTo: first.id });
    const hidden = await putComment(siteId, articleId, customer(), { hidden: "reports" });
    const elsewhere = await putArticle(siteId, customer());
    const other = await putComment(siteId, elsewhere, customer());
    // What is not there can't be looked up.
    for (const replyTo of [answer, hidden, other, "nothing", "a/b", ""]) {
      await denied(comment(reader, { replyTo }), replyTo, /maximum of/);
    }
    assert.equal(await count(), 2);
  });

  it("is said by somebody with a verified address, and under no other's uid", async () => {
    const unverified = as({ ...customer(), token: { email_verified: false } });
    await denied(comment(unverified));
    const other = customer();
    await denied(reader.comment(siteId, articleId, other.uid, said));
    for (const text of ["", "  ", "x".repeat(2_001)]) await denied(comment(reader, { text }));
    await denied(
      reader.comment(siteId, articleId, reader.uid, { ...said, byline: "b@example.com" }),
    );
    await comment(reader, { text: "x".repeat(2_000) });
    assert.equal(await count(), 1);
    assert.equal((await commentersOf(siteId).get()).size, 1);
  });
});
