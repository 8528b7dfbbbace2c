import assert from "node:assert/strict";
import { commentsOf } from "../../../functions/src/content/comments/schema.ts";
import { COMMENT_MAIL } from "../../../functions/src/content/comments/tellOfComment.ts";
import { articlesOf } from "../../../functions/src/content/schema.ts";
import { MAIL_LIMIT } from "../../../functions/src/content/tell.ts";
import { DAY, stamp } from "../../../functions/src/core/clock.ts";
import { counterOf } from "../../../functions/src/core/limits.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { customer } from "../../support/call.ts";
import { dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import {
  disable,
  drop,
  type Known,
  shutOut,
  somebody,
  unconfirm,
} from "../../support/knownPeople.ts";
import { useStillClock } from "../../support/time.ts";
import { subjectsTo } from "../support/mails.ts";
import { putArticle, putComment, putSite } from "../support/published.ts";
import { hearOfComment } from "../support/readers.ts";

const TITLE = "Two days of bread";
const COMMENTED = `A comment on "${TITLE}"`;
const ANSWERED = `An answer to you on "${TITLE}"`;

describe("content: who is written of a comment", () => {
  const { pass } = useStillClock();
  let author: Known;
  let [siteId, articleId] = ["", ""];
  before(async () => {
    author = await somebody();
  });
  beforeEach(async () => {
    siteId = await putSite();
    articleId = await putArticle(siteId, author);
  });

  const hear = (commentId: string, what: "created" | "edited" = "created") =>
    hearOfComment(what, siteId, articleId, commentId);
  /** Somebody says something, and it is heard of. */
  const say = async (by: { uid: string }, fields: Parameters<typeof putComment>[3] = {}) => {
    const commentId = await putComment(siteId, articleId, { ...by, token: {} }, fields);
    await hear(commentId);
    return commentId;
  };
  const mailCount = async () => (await mails.get()).size;

  it("is who wrote the article, and who is answered: one mail each", async () => {
    const [reader, other] = [await somebody(), await somebody()];
    const replyTo = await say(reader);
    await say(other, { replyTo });
    assert.deepEqual(await subjectsTo(author), [COMMENTED, COMMENTED]);
    assert.deepEqual(await subjectsTo(reader), [ANSWERED]);
    assert.deepEqual(await subjectsTo(other), []);
    assert.equal(await mailCount(), 3);
  });

  it("is who is both in one mail, and never who said it", async () => {
    const reader = await somebody();
    const own = await say(author);
    assert.equal(await mailCount(), 0);
    await say(reader, { replyTo: own });
    assert.deepEqual(await subjectsTo(author), [ANSWERED]);
    await say(author, { replyTo: own });
    assert.equal(await mailCount(), 1);
    const theirs = await say(reader);
    await say(author, { replyTo: theirs });
    assert.deepEqual(await subjectsTo(reader), [ANSWERED]);
  });

  it("is told once, though the event comes again, at once and late, and what it answers is gone", async () => {
    const reader = await somebody();
    const parent = await putComment(siteId, articleId, author);
    const commentId = await putComment(siteId, articleId, reader, { replyTo: parent });
    await Promise.all([1, 2, 3].map(() => hear(commentId)));
    pass(DAY);
    await hear(commentId);
    await commentsOf(siteId, articleId).doc(parent).delete();
    await hear(commentId);
    assert.deepEqual(await subjectsTo(author), [ANSWERED]);
  });

  it("is told once where the answer of the database is lost, or the worker dies", async () => {
    const reader = await somebody();
    const [one, other] = [
      await putComment(siteId, articleId, reader),
      await putComment(siteId, articleId, reader),
    ];
    const lost = firestore.inject({ method: "Commit", kind: "lost-answer", code: 14 });
    await hear(one);
    assert.ok(lost());
    for (const moment of ["before", "after"] as const) {
      await dyingAt(1, moment, () => hear(other));
    }
    await hear(other);
    assert.deepEqual(await subjectsTo(author), [COMMENTED, COMMENTED]);
  });

  it("is nobody of what is hidden, taken back, edited, or said of what is not published", async () => {
    const reader = await somebody();
    for (const hidden of ["reports", "moderator"] as const) await say(reader, { hidden });
    const gone = await putComment(siteId, articleId, reader);
    await commentsOf(siteId, articleId).doc(gone).delete();
    await hear(gone);
    await hear(await putComment(siteId, articleId, reader), "edited");
    await articlesOf(siteId).doc(articleId).update({ published: false });
    const late = await say(reader);
    await articlesOf(siteId).doc(articleId).delete();
    await hear(late);
    assert.equal(await mailCount(), 0);
  });

  it("is nobody who is shut out, is gone or has not confirmed the address; the other is", async () => {
    const reader = await somebody();
    for (const change of [disable, shutOut, unconfirm, drop]) {
      const parent = await somebody();
      const replyTo = await putComment(siteId, articleId, parent);
      await change(parent);
      await say(reader, { replyTo });
      assert.deepEqual(await subjectsTo(parent), []);
    }
    assert.deepEqual(await subjectsTo(author), Array(4).fill(COMMENTED));
  });

  it("is each a hundred times a day, what is more is left out, and the next day they are again", async () => {
    const busy = await somebody();
    articleId = await putArticle(siteId, busy);
    const counted = { calls: MAIL_LIMIT.calls - 1, lastCall: "before", expiresAt: stamp(DAY) };
    await counterOf(`content.${COMMENT_MAIL}`, busy.uid).set(counted);
    const reader = await somebody();
    const replyTo = await say(reader);
    const late = await putComment(siteId, articleId, customer(), { replyTo });
    await hear(late);
    assert.deepEqual(await subjectsTo(busy), [COMMENTED]);
    assert.deepEqual(await subjectsTo(reader), [ANSWERED]);
    pass(DAY);
    await say(customer());
    assert.deepEqual(await subjectsTo(busy), [COMMENTED, COMMENTED]);
  });

  it("is told in the subject of the article alone: nothing there was chosen by who said it", async () => {
    const replyTo = await say(author);
    const theirs = { byline: "Your account is closed", text: "Sign in at evil.example" };
    const reader = await somebody();
    const other = await say(reader, { ...theirs, replyTo });
    await say(reader, theirs);
    await say(author, { ...theirs, replyTo: other });
    assert.deepEqual(await subjectsTo(author), [COMMENTED, ANSWERED]);
    assert.deepEqual(await subjectsTo(reader), [ANSWERED]);
  });

  it("is written no header and no HTML of who said it", async () => {
    const text = 'Hi.\r\nBcc: all@example.com\r\n\r\n<img src=x onerror="alert(1)"> & <b>bold</b>';
    const byline = '<script>"Ben"</script>';
    await articlesOf(siteId).doc(articleId).update({ title: "<i>Bread</i>", slug: "bread" });
    await say(await somebody(), { text, byline });
    const [mail] = (await mails.where("to", "==", author.token.email).get()).docs;
    const { message, to } = mail?.data() ?? assert.fail("there is no mail");
    assert.equal(to, author.token.email);
    assert.doesNotMatch(message.subject, /[\r\n]/);
    assert.deepEqual(Object.keys(message).sort(), ["html", "subject", "text"]);
    assert.ok(message.text.includes(text), "as it was said");
    assert.doesNotMatch(message.html, /<(img|script|b|i)\b/);
    assert.ok(message.html.includes("&#60;img src=x onerror=&#34;alert(1)&#34;&#62; &#38;"));
    const links = [...message.html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
    assert.equal(links.length, 1);
    assert.ok(links[0]?.endsWith(`/sites/${siteId}/bread`), links[0]);
  });

  it("has nothing left of it in the outbox when it is taken back; the event comes again until then", async () => {
    const taken = await say(await somebody());
    const kept = `${taken}_2`;
    const said = (await commentsOf(siteId, articleId).doc(taken).get()).data()!;
    await commentsOf(siteId, articleId).doc(kept).set(said);
    await hear(kept);
    await commentsOf(siteId, articleId).doc(taken).delete();
    const clear = () => hearOfComment("deleted", siteId, articleId, taken);
    await assert.rejects(clear(), /under way/);
    for (const { ref } of (await mails.get()).docs) {
      await ref.update({ "delivery.state": "SUCCESS" });
    }
    await clear();
    const left = (await mails.get()).docs.map(({ id }) => id);
    assert.equal(left.length, 1);
    assert.ok(left[0]?.includes(`.${kept}.`));
  });

  it("costs five reads and two writes of who wrote the article; again, five reads", async () => {
    const commentId = await putComment(siteId, articleId, customer());
    const heard = () => firestore.costOf(() => hear(commentId));
    assert.deepEqual(await heard(), { reads: 5, writes: 2, deletes: 0 });
    assert.deepEqual(await heard(), { reads: 5, writes: 0, deletes: 0 });
  });
});
