import { DAY, SECOND } from "../../core/clock.ts";
import { decide } from "../../core/decide.ts";
import { counterOf, spendIfLeft } from "../../core/limits.ts";
import { mailOf, queueMail } from "../../core/mail/queue.ts";
import type { Template } from "../../core/mail/template.ts";
import { addressToWrite } from "../../core/recipient.ts";
import { type Article, articlesOf } from "../schema.ts";
import { answered, commented } from "./mails.ts";
import { type ArticleComment, commentsOf } from "./schema.ts";

/** Mails are not free, and an article may be much talked of. */
export const COMMENT_MAIL_LIMIT = { calls: 100, seconds: DAY / SECOND };

/**
 * Writes who wrote the article, and who is answered, of a comment that is to be seen: one mail each, one
 * to who is both, and none to who said it. More than 100 a day to one person are left out. Safe to run
 * again after any step.
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
  for (const [uid, event, template] of await audienceOf(siteId, articleId, about, said)) {
    await tell(uid, event, `${siteId}.${articleId}.${commentId}`, template);
  }
}

type Notice = [uid: string, event: string, template: Template];

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
    ...(parent
      ? [[parent.authorId, "comment-answered", answered(siteId, article, said)] satisfies Notice]
      : []),
    [article.authorId, "article-commented", commented(siteId, article, said)],
  ];
  return notices.filter(
    ([uid], index) =>
      uid !== said.authorId && notices.findIndex(([other]) => other === uid) === index,
  );
}

async function tell(uid: string, event: string, entity: string, template: Template): Promise<void> {
  const to = await addressToWrite(uid);
  if (to === null) return;
  await decide(async (read) => {
    const [mail, counter] = await read(
      mailOf(event, entity, to),
      counterOf("content.comments", uid),
    );
    const counted = mail.exists
      ? undefined
      : spendIfLeft(counter, COMMENT_MAIL_LIMIT, `${event} ${entity}`);
    return {
      answer: undefined,
      writes: counted ? [...counted, queueMail(event, entity, to, template)] : [],
    };
  });
}
