import { stamp } from "../../core/clock.ts";
import { create, decide, update } from "../../core/decide.ts";
import { sites } from "../schema.ts";
import { countComments } from "./count.ts";
import { commentsOf, reportedComment, reportsOf } from "./schema.ts";

/**
 * Puts a comment before the editors, with the number of its reports, and hides it when there are as
 * many as its site says. One that an editor has hidden or lets stand is left alone. Answers whether
 * there is such a comment. Safe to run as often, and as often at once, as one likes.
 */
export const weighReports = (
  siteId: string,
  articleId: string,
  commentId: string,
): Promise<boolean> =>
  decide(async (read) => {
    const [found, site, listed] = await read(
      commentsOf(siteId, articleId).doc(commentId),
      sites.doc(siteId),
      reportedComment(siteId, articleId, commentId),
    );
    const comment = found.data();
    const hideAt = site.data()?.comments.hideAt;
    if (!comment) return { answer: false };
    const isSettled = comment.approved || comment.hidden === "moderator";
    if (isSettled || hideAt === undefined) return { answer: true };
    const counted = await reportsOf(siteId, articleId, commentId).count().get();
    const reports = counted.data().count;
    if (reports === 0) return { answer: true };
    const hides = comment.hidden === null && reports >= hideAt;
    const hidden = hides || comment.hidden !== null;
    const entry = { articleId, commentId, reports, hidden, reportedAt: stamp() };
    return {
      answer: true,
      writes: [
        listed.exists ? update(listed, entry) : create(listed.ref, entry),
        // Guards what was weighed, too: an editor may have looked at it meanwhile.
        update(found, { hidden: hides ? "reports" : comment.hidden }),
        ...(hides ? [countComments(siteId, articleId, -1)] : []),
      ],
    };
  });
