import { commentsOf } from "../../functions/src/content/comments/schema.ts";
import { moderateComment } from "../../functions/src/content/moderateComment.ts";
import { readFeed } from "../../functions/src/content/readFeed.ts";
import { call, customer } from "../support/call.ts";
import { costs } from "../support/costs.ts";
import { somebody } from "../support/knownPeople.ts";
import { useStillClock } from "../support/time.ts";
import { putArticle, putComment, putFollow, putReport } from "./support/published.ts";
import { hearOfComment, hearOfReport } from "./support/readers.ts";
import { type OpenSite, openSite } from "./support/sites.ts";

/** The table of docs/architecture.md, "What it costs", is made of these. */
describe("content: what is billed for readers", () => {
  useStillClock();
  let [site, articleId]: [OpenSite, string] = [undefined as never, ""];
  beforeEach(async () => {
    site = await openSite({ comments: { open: true, slowSeconds: 0, hideAt: 2 } });
    articleId = await putArticle(site.siteId, await somebody());
  });
  const say = (fields = {}, person = customer()) =>
    putComment(site.siteId, articleId, person, fields);

  it("a comment reads 5 and writes 2, which is the mail; an answer, 1 more, and 3 and 2 for the other mail; again, 5; edited, nothing", async () => {
    const { siteId } = site;
    const first = await say({}, await somebody());
    const hear = (id: string, what: "created" | "edited" = "created") =>
      hearOfComment(what, siteId, articleId, id);
    await costs({ reads: 5, writes: 2 }, () => hear(first));
    await costs({ reads: 5 }, () => hear(first));
    await costs({}, () => hear(first, "edited"));
    const answer = await say({ replyTo: first });
    await costs({ reads: 5 + 1 + 3, writes: 4 }, () => hear(answer));
  });

  it("one that is taken back reads 3 and deletes 1, and deletes each report for a read", async () => {
    const { siteId } = site;
    const comments = commentsOf(siteId, articleId);
    const [silent, reported] = [await say(), await say()];
    for (const uid of ["a", "b"]) await putReport(siteId, articleId, reported, uid);
    await comments.doc(silent).delete();
    await costs({ reads: 3, deletes: 1 }, () =>
      hearOfComment("deleted", siteId, articleId, silent),
    );
    await comments.doc(reported).delete();
    await costs({ reads: 4, deletes: 3 }, () =>
      hearOfComment("deleted", siteId, articleId, reported),
    );
  });

  it("a report reads 4 and writes 2, and 1 more if the comment is hidden", async () => {
    const { siteId } = site;
    const commentId = await say();
    for (const [uid, writes] of [
      ["a", 2],
      ["b", 3],
    ] as const) {
      await putReport(siteId, articleId, commentId, uid);
      await costs({ reads: 4, writes }, () => hearOfReport(siteId, articleId, commentId));
    }
  });

  it("moderateComment reads 3 and writes 3, and a delete; again, 3", async () => {
    const { siteId, editor } = site;
    const commentId = await say();
    const input = { siteId, articleId, commentId, action: "hide", reason: "" } as const;
    const hide = () => call(moderateComment, editor, input);
    await costs({ reads: 3, writes: 3, deletes: 1 }, hide);
    await costs({ reads: 3 }, hide);
  });

  it("readFeed of n sites reads n + 2, and 1 an article, at most 21, or 1 where there is none; and writes 1", async () => {
    const person = customer();
    const other = await openSite();
    for (const { siteId } of [site, other]) await putFollow(person, siteId);
    const read = () => call(readFeed, person, {});
    await costs({ reads: 2 + 2 + 1, writes: 1 }, read);
    for (let n = 0; n < 24; n++) await putArticle(other.siteId, customer());
    await costs({ reads: 2 + 2 + 21, writes: 1 }, read);
  });
});
