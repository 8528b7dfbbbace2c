import type { Template } from "../../core/mail/template.ts";
import { type Article, articlesOf } from "../schema.ts";
import { tell } from "../tell.ts";
import { answered, commented } from "./mails.ts";
import { type ArticleComment, commentsOf } from "./schema.ts";

/** The mails that a comment leads to, and of which: see `mailOf`. Nobody gets two of one comment. */
export const COMMENT_MAIL = "article-commented";
/** Ends with what no id has in it: none begins like that of another comment. */
export const mailEntityOf = (siteId: string, articleId: string, commentId: string): string =>
  `${siteId}.${articleId}.${commentId}.`;

/**
 * Writes who wrote the article, and who is answered, of a comment that is to be seen: one mail each, one
 * to who is both, and none to who said it. Safe to run again after any step. See `tell`.
 */
export async function tellOfComment(
  siteId: string,
  articleId: string,
  commentId: string,
): Promise<void> {
  const [article, comment] = await Promise.all([
    articlesOf(siteId).doc(articleId).get(),
    commentsOf(siteId, articleId).doc(commentId).get(),
  ]);
  const [about, said] = [article.data(), comment.data()];
  if (!about?.published || !said || said.hidden) return;
  for (const [uid, template] of await audienceOf(siteId, articleId, about, said)) {
    await tell(uid, COMMENT_MAIL, mailEntityOf(siteId, articleId, commentId), template);
  }
}

type Notice = [uid: string, template: Template];

/** Who is both answered and the author is told of the answer. */
async function audienceOf(
  siteId: string,
  articleId: string,
  article: Article,
  said: ArticleComment,
): Promise<Notice[]> {
  const parent = said.replyTo
    ? (await commentsOf(siteId, articleId).doc(said.replyTo).get()).data()
    : undefined;
  const notices: Notice[] = [
    ...(parent ? [[parent.authorId, answered(siteId, article, said)] satisfies Notice] : []),
    [article.authorId, commented(siteId, article, said)],
  ];
  return notices.filter(
    ([uid], index) =>
      uid !== said.authorId && notices.findIndex(([other]) => other === uid) === index,
  );
}
