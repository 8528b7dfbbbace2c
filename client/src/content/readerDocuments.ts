import {
  type CollectionReference,
  type DocumentReference,
  doc,
  type Firestore,
  limit,
  orderBy,
  type Query,
  type QueryConstraint,
  query,
  where,
} from "firebase/firestore";
import { newest, typed } from "../documents.ts";
import type {
  Article,
  ArticleComment,
  Commenter,
  Favorite,
  Follow,
  Report,
  Site,
  SlugClaim,
  Tag,
} from "./types.ts";

/** What readers find in lists; a page ("About") is not. */
const listed = [where("published", "==", true), where("kind", "==", "article")];

/** What everybody reads of a site, and what readers write. */
export const readerDocuments = (db: Firestore) => {
  const articles = (siteId: string): CollectionReference<Article, Article> =>
    typed<Article>(db, `sites/${siteId}/articles`);
  const newestArticles = (siteId: string, pageSize: number, ...which: QueryConstraint[]) =>
    newest(articles(siteId), "firstPublishedAt", pageSize, ...listed, ...which);
  const comments = (
    siteId: string,
    articleId: string,
  ): CollectionReference<ArticleComment, ArticleComment> =>
    typed<ArticleComment>(db, `sites/${siteId}/articles/${articleId}/articleComments`);

  return {
    /** What a site is like. To make one: `call.createSite`. */
    site: (siteId: string): DocumentReference<Site, Site> => doc(typed<Site>(db, "sites"), siteId),
    /** Live copies. `html` is sanitised: it may be shown as it is. */
    articles,
    /** The newest articles of a site. */
    newestArticles: (siteId: string, pageSize = 20): Query<Article, Article> =>
      newestArticles(siteId, pageSize),
    articlesTagged: (siteId: string, tagged: string, pageSize = 20): Query<Article, Article> =>
      newestArticles(siteId, pageSize, where("tags", "array-contains", tagged)),
    articlesBy: (siteId: string, uid: string, pageSize = 20): Query<Article, Article> =>
      newestArticles(siteId, pageSize, where("authorId", "==", uid)),
    /** The article or page at an address. Nothing there: see whose it was (`slug`). */
    articleAt: (siteId: string, slug: string): Query<Article, Article> =>
      query(articles(siteId), where("published", "==", true), where("slug", "==", slug), limit(1)),
    /** Whose an address is, or was. */
    slug: (siteId: string, slug: string): DocumentReference<SlugClaim, SlugClaim> =>
      doc(typed<SlugClaim>(db, `sites/${siteId}/slugs`), slug),
    /** The tags (their ids) that most articles have. */
    tagsOf: (siteId: string, pageSize = 20): Query<Tag, Tag> =>
      newest(typed<Tag>(db, `sites/${siteId}/tags`), "count", pageSize, where("count", ">", 0)),
    /** To make one: `comment`; to delete one: `takeBackComment`. */
    comments,
    /** What is said of an article, oldest first. */
    commentsOf: (
      siteId: string,
      articleId: string,
      pageSize = 50,
    ): Query<ArticleComment, ArticleComment> =>
      query(
        comments(siteId, articleId),
        where("hidden", "==", null),
        orderBy("createdAt"),
        limit(pageSize),
      ),
    /** What somebody did last at a site: when they may go on, with slow mode. */
    commenter: (siteId: string, uid: string): DocumentReference<Commenter, Commenter> =>
      doc(typed<Commenter>(db, `sites/${siteId}/commenters`), uid),
    /** To report a comment: `setDoc(doc(reports(…), uid), newReport(uid, "spam"))`. */
    reports: (
      siteId: string,
      articleId: string,
      commentId: string,
    ): CollectionReference<Report, Report> =>
      typed<Report>(
        db,
        `sites/${siteId}/articles/${articleId}/articleComments/${commentId}/reports`,
      ),
    /** What somebody likes, the last first. To like: `like`. */
    favoritesOf: (uid: string, pageSize = 20): Query<Favorite, Favorite> =>
      newest(typed<Favorite>(db, `users/${uid}/favorites`), "createdAt", pageSize),
    /** Whether somebody likes an article: whether it is there. */
    favorite: (
      uid: string,
      siteId: string,
      articleId: string,
    ): DocumentReference<Favorite, Favorite> =>
      doc(typed<Favorite>(db, `users/${uid}/favorites`), `${siteId}.${articleId}`),
    /** The sites that somebody follows, the last first. Their articles: `call.readFeed`. */
    followsOf: (uid: string, pageSize = 20): Query<Follow, Follow> =>
      newest(typed<Follow>(db, `users/${uid}/follows`), "createdAt", pageSize),
    /** Whether somebody follows a site: whether it is there. To follow: `follow`. */
    followed: (uid: string, siteId: string): DocumentReference<Follow, Follow> =>
      doc(typed<Follow>(db, `users/${uid}/follows`), siteId),
  };
};
