import { remove } from "../../core/decide.ts";
import { inPages } from "../../core/inPages.ts";
import { commentsOf, reportedOf, reportsOf } from "./schema.ts";

/** Deletes what was reported of a comment that is gone. Safe to run again after any step. */
export async function forgetReports(
  siteId: string,
  articleId: string,
  commentId: string,
): Promise<void> {
  if ((await commentsOf(siteId, articleId).doc(commentId).get()).exists) return;
  await inPages(reportsOf(siteId, articleId, commentId), (report) => [remove(report)]);
  await reportedOf(siteId).doc(commentId).delete();
}
