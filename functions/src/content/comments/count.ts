import { FieldValue } from "firebase-admin/firestore";
import type { Write } from "../../core/decide.ts";
import { articlesOf } from "../schema.ts";

/**
 * Moves the count of the comments that are to be seen of an article, in the commit that shows or
 * hides them.
 */
export const countComments =
  (siteId: string, articleId: string, by: number): Write =>
  (batch) =>
    batch.update(articlesOf(siteId).doc(articleId), { comments: FieldValue.increment(by) });
