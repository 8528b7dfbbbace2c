import { forgetMailsAbout } from "../../core/mail/forgetMails.ts";
import { COMMENT_MAIL, mailEntityOf } from "./tellOfComment.ts";

/**
 * Deletes the mails that a comment led to, which have its words and its author's name in them, but those
 * under way. Answers whether there were such. Safe to run again after any step.
 */
export const forgetCommentMails = (
  siteId: string,
  articleId: string,
  commentId: string,
): Promise<boolean> => forgetMailsAbout(COMMENT_MAIL, mailEntityOf(siteId, articleId, commentId));
