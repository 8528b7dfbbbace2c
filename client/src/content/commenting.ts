import {
  type DocumentReference,
  doc,
  type Firestore,
  getDoc,
  increment,
  serverTimestamp,
  updateDoc,
  writeBatch,
} from "firebase/firestore";
import { type ArticleComment, contentDocuments } from "../content.ts";
import { KindlingError } from "../errors.ts";
import { isDenied } from "../overtaken.ts";

/** What a reader says, under a name; in answer to another, if need be. */
export type Saying = Pick<ArticleComment, "text" | "byline"> & { replyTo?: string };

/** Says something of an article. Answers the comment's reference. */
export type CommentArticle = (
  siteId: string,
  articleId: string,
  uid: string,
  said: Saying,
) => Promise<DocumentReference<ArticleComment, ArticleComment>>;

/** Changes what somebody has said themselves. */
export type EditComment = (
  siteId: string,
  articleId: string,
  commentId: string,
  text: string,
) => Promise<void>;

/** Deletes what somebody has said themselves. */
export type TakeBackComment = (
  siteId: string,
  articleId: string,
  uid: string,
  comment: { id: string; hidden: ArticleComment["hidden"] },
) => Promise<void>;

/**
 * The comment, the article's number of comments and the mark by which slow mode is kept, in one commit,
 * as the rules demand. It takes no read, and waits while one is offline. `comment` rejects with a
 * `KindlingError`, `resource-exhausted`/`slow-mode` with `retryAfterSeconds` and
 * `failed-precondition`/`comments-closed`; with the SDK's `permission-denied` where the rules refuse:
 * guests, who has no verified address, a text too long, an answer to an answer. What is edited is looked at
 * anew when it is reported, though an editor had let it stand.
 */
export function commenting(db: Firestore): {
  comment: CommentArticle;
  editComment: EditComment;
  takeBackComment: TakeBackComment;
} {
  const documents = contentDocuments(db);

  const begin = (siteId: string, articleId: string, uid: string, commentId: string) => {
    const batch = writeBatch(db);
    const now = serverTimestamp();
    const mark = (commentedAt: { commentedAt?: typeof now }) =>
      batch.set(
        documents.commenter(siteId, uid),
        { uid, articleId, commentId, at: now, ...commentedAt },
        { merge: true },
      );
    const count = (by: number) =>
      batch.update(doc(documents.articles(siteId), articleId), { comments: increment(by) });
    return { batch, now, mark, count };
  };

  const isThere = (comment: DocumentReference<ArticleComment, ArticleComment>): Promise<boolean> =>
    getDoc(comment).then(
      (found) => found.exists(),
      () => false,
    );

  async function whyNot(
    siteId: string,
    articleId: string,
    uid: string,
    cause: unknown,
  ): Promise<KindlingError | undefined> {
    const [site, article, commenter] = await Promise.all([
      getDoc(documents.site(siteId)),
      getDoc(doc(documents.articles(siteId), articleId)),
      getDoc(documents.commenter(siteId, uid)),
    ]);
    const settings = site.data()?.comments;
    if (!settings?.open || !article.data()?.commentsOpen) {
      return new KindlingError(
        "failed-precondition",
        "comments-closed",
        "Comments are closed here.",
        {},
        cause,
      );
    }
    const last = commenter.data()?.commentedAt.toMillis() ?? 0;
    const retryAfterSeconds = Math.ceil(last / 1_000 + settings.slowSeconds - Date.now() / 1_000);
    if (retryAfterSeconds <= 0) return undefined;
    return new KindlingError(
      "resource-exhausted",
      "slow-mode",
      `Not so fast: go on in ${retryAfterSeconds} seconds.`,
      { retryAfterSeconds },
      cause,
    );
  }

  return {
    async comment(siteId, articleId, uid, { text, byline, replyTo }) {
      const comment = doc(documents.comments(siteId, articleId));
      const { batch, now, mark, count } = begin(siteId, articleId, uid, comment.id);
      batch.set(comment, {
        text,
        authorId: uid,
        byline,
        replyTo: replyTo ?? null,
        hidden: null,
        approved: false,
        createdAt: now,
        updatedAt: now,
      });
      mark({ commentedAt: now });
      count(1);
      try {
        await batch.commit();
      } catch (error) {
        if (!isDenied(error)) throw error;
        // The SDK sends a commit again whose answer was lost, and that is refused.
        if (await isThere(comment)) return comment;
        // Rules can't say why: look.
        throw (await whyNot(siteId, articleId, uid, error)) ?? error;
      }
      return comment;
    },

    editComment: (siteId, articleId, commentId, text) =>
      updateDoc(doc(documents.comments(siteId, articleId), commentId), {
        text,
        approved: false,
        updatedAt: serverTimestamp(),
      }),

    async takeBackComment(siteId, articleId, uid, { id, hidden }) {
      const { batch, mark, count } = begin(siteId, articleId, uid, id);
      batch.delete(doc(documents.comments(siteId, articleId), id));
      mark({});
      if (hidden === null) count(-1);
      await batch.commit();
    },
  };
}
