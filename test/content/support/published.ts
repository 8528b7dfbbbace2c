import { randomUUID } from "node:crypto";
import {
  ArticleComment,
  commentsOf,
  Report,
  reportsOf,
} from "../../../functions/src/content/comments/schema.ts";
import {
  Article,
  articlesOf,
  type Favorite,
  favoritesOf,
  followsOf,
  Site,
  sites,
} from "../../../functions/src/content/schema.ts";
import { type SiteRole, Team, teams } from "../../../functions/src/content/team/schema.ts";
import { stamp } from "../../../functions/src/core/clock.ts";
import { db } from "../../../functions/src/core/db.ts";
import type { Person } from "../../support/call.ts";
import { siteFields, teamFields } from "./sites.ts";

// Sites as readers find them, put there past everything that would make them.

/** Who works at a site, in the order in which they came; and whatever else it is. */
interface Staffed extends Partial<Site> {
  id?: string;
  team?: readonly (readonly [Person, SiteRole])[];
}

/** Puts a site there; where no team is named, it has an owner whom nobody knows. Answers its id. */
export async function putSite({
  id = `site-${randomUUID().slice(0, 18)}`,
  team = [[{ uid: "the-owner", token: {} }, "owner"]],
  ...fields
}: Staffed = {}): Promise<string> {
  const roles = Object.fromEntries(team.map(([{ uid }, role]) => [uid, role]));
  await sites.doc(id).set(Site.parse(siteFields(fields)));
  await teams.doc(id).set(Team.parse(teamFields(roles)));
  return id;
}

/** Puts a published article there, without a draft. Answers its id. */
export async function putArticle(
  siteId: string,
  author: Person,
  { id = randomUUID(), ...fields }: Partial<Article> & { id?: string } = {},
): Promise<string> {
  const article = {
    siteId,
    kind: "article",
    title: "Two days of bread",
    slug: "two-days-of-bread",
    summary: "",
    html: "<p>A loaf takes two days.</p>",
    tags: [],
    cover: null,
    byline: "Ada Oven",
    authorId: author.uid,
    version: 1,
    published: true,
    commentsOpen: true,
    likes: 0,
    comments: 0,
    firstPublishedAt: stamp(),
    updatedAt: stamp(),
    ...fields,
  };
  await articlesOf(siteId).doc(id).set(Article.parse(article));
  return id;
}

/** What a comment says of which nothing else is said. */
export const SAID = "Mine took three.";

/** Puts a comment there, and moves no count. Answers its id. */
export async function putComment(
  siteId: string,
  articleId: string,
  { uid: authorId }: Person,
  fields: Partial<ArticleComment> = {},
): Promise<string> {
  const said = {
    text: SAID,
    authorId,
    byline: "Ben Crumb",
    replyTo: null,
    hidden: null,
    approved: false,
    createdAt: stamp(),
    updatedAt: stamp(),
    ...fields,
  };
  return (await commentsOf(siteId, articleId).add(ArticleComment.parse(said))).id;
}

/** Puts `n` comments there at once, one word each. */
export async function putComments(siteId: string, articleId: string, by: Person, n: number) {
  const batch = db.batch();
  for (let nth = 0; nth < n; nth++) {
    batch.set(commentsOf(siteId, articleId).doc(), {
      ...{ text: "Yes.", authorId: by.uid, byline: "Ben Crumb", replyTo: null, hidden: null },
      ...{ approved: false, createdAt: stamp(nth), updatedAt: stamp(nth) },
    });
  }
  await batch.commit();
}

/** Puts a report there that nobody has heard of yet. */
export const putReport = (siteId: string, articleId: string, commentId: string, uid: string) =>
  reportsOf(siteId, articleId, commentId)
    .doc(uid)
    .set(Report.parse({ uid, reason: "spam", note: "", createdAt: stamp() }));

/** Puts it there that somebody follows a site, since `at`; and moves no count. */
export const putFollow = ({ uid }: Person, siteId: string, at = stamp()) =>
  followsOf(uid).doc(siteId).set({ siteId, createdAt: at });

/** Puts it there that somebody likes an article, and moves no count. */
export const putFavorite = ({ uid }: Person, siteId: string, articleId: string) => {
  const favorite: Favorite = { siteId, articleId, createdAt: stamp() };
  return favoritesOf(uid).doc(`${siteId}.${articleId}`).set(favorite);
};

/** A comment as it is now. Fails where there is none, or none as they have to be. */
export const commentNow = async (
  siteId: string,
  articleId: string,
  commentId: string,
): Promise<ArticleComment> =>
  ArticleComment.parse((await commentsOf(siteId, articleId).doc(commentId).get()).data());
