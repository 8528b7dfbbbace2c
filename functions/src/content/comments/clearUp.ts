import { remove } from "../../core/decide.ts";
import { inPages } from "../../core/inPages.ts";
import { forgetCommentMails } from "./forgetMails.ts";
import { commentsOf, reportedOf, reportsOf } from "./schema.ts";

/**
 * Deletes what there is of a comment that is gone: what was reported of it, and the mails that it led to.
 * Safe to run again after any step.
 */
export async function clearUp(siteId: string, articleId: string, commentId: string): Promise<void> {
  if ((await commentsOf(siteId, articleId).doc(commentId).get()).exists) return;
  await inPages(reportsOf(siteId, articleId, commentId), (report) => [remove(report)]);
  await reportedOf(siteId).doc(commentId).delete();
  await forgetCommentMails(siteId, articleId, commentId);
}
