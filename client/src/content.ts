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
import type * as discussion from "../../functions/src/content/comments/schema.ts";
import type * as content from "../../functions/src/content/schema.ts";
import { newest, typed } from "./documents.ts";
import { shapeOf } from "./shape.ts";

const site = shapeOf<content.Site>();
const team = shapeOf<content.Team>();
const draft = shapeOf<content.Draft>();
const revision = shapeOf<content.Revision>();
const article = shapeOf<content.Article>();
const slugClaim = shapeOf<content.SlugClaim>();
const tag = shapeOf<content.Tag>();
const siteInvite = shapeOf<content.SiteInvite>();
const favorite = shapeOf<content.Favorite>();
const follow = shapeOf<content.Follow>();
const articleComment = shapeOf<discussion.ArticleComment>();
const commenter = shapeOf<discussion.Commenter>();
const report = shapeOf<discussion.Report>();
const reported = shapeOf<discussion.Reported>();
export type Site = typeof site;
export type Theme = Site["theme"];
export type Team = typeof team;
export type SiteRole = Team["roles"][string];
export type Draft = typeof draft;
export type DraftState = Draft["state"];
export type Revision = typeof revision;
export type Article = typeof article;
export type SlugClaim = typeof slugClaim;
export type Tag = typeof tag;
export type SiteInvite = typeof siteInvite;
export type Favorite = typeof favorite;
export type Follow = typeof follow;
export type ArticleComment = typeof articleComment;
export type Commenter = typeof commenter;
export type Report = typeof report;
export type Reported = typeof reported;

/** What is not in the bin. */
const kept = where("deletedAt", "==", null);

/** What readers find in lists; a page ("About") is not. */
const listed = [where("published", "==", true), where("kind", "==", "article")];

/**
 * The documents of content that clients may read or write; the rules say which of it. Every query has a
 * page size, and can be listened to; page on with `startAfter(lastSnapshot)`.
 */
export const contentDocuments = (db: Firestore) => {
  const drafts = (siteId: string): CollectionReference<Draft, Draft> =>
    typed<Draft>(db, `sites/${siteId}/drafts`);
  const articles = (siteId: string): CollectionReference<Article, Article> =>
    typed<Article>(db, `sites/${siteId}/articles`);
  const comments = (
    siteId: string,
    articleId: string,
  ): CollectionReference<ArticleComment, ArticleComment> =>
    typed<ArticleComment>(db, `sites/${siteId}/articles/${articleId}/articleComments`);
  const newestArticles = (siteId: string, pageSize: number, ...which: QueryConstraint[]) =>
    newest(articles(siteId), "firstPublishedAt", pageSize, ...listed, ...which);
  const newestDrafts = (siteId: string, pageSize: number, ...which: QueryConstraint[]) =>
    newest(drafts(siteId), "updatedAt", pageSize, kept, ...which);

  return {
    /** What a site is like. To make one: `call.createSite`. */
    site: (siteId: string): DocumentReference<Site, Site> => doc(typed<Site>(db, "sites"), siteId),
    /** Who works there; for its team. To change it: `setSiteMember`, `call.inviteToSite`. */
    team: (siteId: string): DocumentReference<Team, Team> =>
      doc(typed<Team>(db, "siteTeams"), siteId),
    /** The sites that somebody works at: the ids are those of the sites. */
    teamsOf: (uid: string, pageSize = 50): Query<Team, Team> =>
      query(
        typed<Team>(db, "siteTeams"),
        where("memberIds", "array-contains", uid),
        limit(pageSize),
      ),
    /** Who is invited; for owners. */
    siteInvites: (siteId: string): CollectionReference<SiteInvite, SiteInvite> =>
      typed<SiteInvite>(db, `sites/${siteId}/siteInvites`),

    // For the team.
    /** To make one: `newDraft`; to save it: `saveDraft`. */
    drafts,
    /** All drafts, the last saved first. */
    draftsOf: (siteId: string, pageSize = 20): Query<Draft, Draft> =>
      newestDrafts(siteId, pageSize),
    /** Those of them that stand somewhere: in review, say. */
    draftsIn: (siteId: string, state: DraftState, pageSize = 20): Query<Draft, Draft> =>
      newestDrafts(siteId, pageSize, where("state", "==", state)),
    /** Those that somebody has begun. */
    draftsBy: (siteId: string, uid: string, pageSize = 20): Query<Draft, Draft> =>
      newestDrafts(siteId, pageSize, where("authorId", "==", uid)),
    /** What comes out when, the next first. */
    scheduledDrafts: (siteId: string, pageSize = 20): Query<Draft, Draft> =>
      query(
        drafts(siteId),
        where("state", "==", "scheduled"),
        orderBy("publishAt"),
        limit(pageSize),
      ),
    /** What is in the bin, the last first. Taken out again by `deletedAt: null`, for 30 days. */
    binnedDrafts: (siteId: string, pageSize = 20): Query<Draft, Draft> =>
      newest(drafts(siteId), "deletedAt", pageSize, where("deletedAt", "!=", null)),
    /** What a draft was, the last first. To go back: `call.restoreRevision`. */
    revisionsOf: (siteId: string, articleId: string, pageSize = 25): Query<Revision, Revision> =>
      newest(
        typed<Revision>(db, `sites/${siteId}/drafts/${articleId}/revisions`),
        "version",
        pageSize,
      ),
    /** What was reported; for editors. To settle it: `call.moderateComment`. */
    reportedOf: (siteId: string, pageSize = 20): Query<Reported, Reported> =>
      newest(typed<Reported>(db, `sites/${siteId}/reported`), "reportedAt", pageSize),

    // For everybody.
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

export type ContentDocuments = ReturnType<typeof contentDocuments>;
