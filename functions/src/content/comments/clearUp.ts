import { remove } from "../../core/decide.ts";
import { inPages } from "../../core/inPages.ts";
import { forgetCommentMails } from "./forgetMails.ts";
import { commentsOf, reportedComment, reportsOf } from "./schema.ts";

/**
 * Deletes what there is of a comment that is gone: what was reported of it, and the mails that it led to.
 * Fails where one of them is still to be sent: by the comment it could not be found any more. Safe to run
 * again after any step.
 */
export async function clearUp(siteId: string, articleId: string, commentId: string): Promise<void> {
  if ((await commentsOf(siteId, articleId).doc(commentId).get()).exists) return;
  await inPages(reportsOf(siteId, articleId, commentId), (report) => [remove(report)]);
  await reportedComment(siteId, articleId, commentId).delete();
  if (await forgetCommentMails(siteId, articleId, commentId)) {
    throw new Error("A mail about it is under way: the event has to come again.");
  }
}
