import { onDocumentWritten } from "firebase-functions/firestore";
import { clearUp } from "./comments/clearUp.ts";
import { tellOfComment } from "./comments/tellOfComment.ts";

/**
 * Writes those whom a new comment is for, and clears up after one that is deleted. Looks at how things
 * are now, so events may come late, again or out of order. An edit leads to nothing.
 */
export const followComment = onDocumentWritten(
  { document: "sites/{site}/articles/{article}/articleComments/{comment}", retry: true },
  async ({ data, params: { site, article, comment } }) => {
    if (!data?.before.exists) await tellOfComment(site, article, comment);
    if (!data?.after.exists) await clearUp(site, article, comment);
  },
);
