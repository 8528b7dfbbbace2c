import { ArticleComment } from "../../../functions/src/content/comments/schema.ts";
import {
  type Article,
  Draft,
  Favorite,
  Follow,
  Site,
} from "../../../functions/src/content/schema.ts";
import { Team } from "../../../functions/src/content/team/schema.ts";
import { DAY, HOUR, MINUTE, stamp } from "../../../functions/src/core/clock.ts";
import { idOf } from "../../../functions/src/core/id.ts";
import type { Timestamp } from "../../../functions/src/core/schema.ts";
import { people } from "../people.ts";
import type { DemoArticle, DemoComment, DemoSite, Uid } from "./demoSite.ts";

// The documents of the demo, held to their schemas. The live copies are made by the module itself.

export const daysAgo = (days: number) => stamp(-Math.round(days * DAY));

/** How long its author had been at an article when it came out, or was saved last. */
const DAYS_AT_IT = 3;

export function siteDocument(site: DemoSite): Site {
  const { title, description, language, theme, navigation, comments, followers } = site;
  const at = daysAgo(site.created);
  return Site.parse({
    ...{ title, description, language, theme, navigation, comments },
    followers: followers.length,
    version: 1,
    deletedAt: null,
    createdAt: at,
    updatedAt: at,
  });
}

export function teamDocument({ team, created }: DemoSite): Team {
  const at = daysAgo(created);
  return Team.parse({ roles: team, memberIds: Object.keys(team), createdAt: at, updatedAt: at });
}

export const followDocument = ({ id, created }: DemoSite): Follow =>
  Follow.parse({ siteId: id, createdAt: daysAgo(created) });

/** As it is, or as it was just before it came out. */
export const draftDocument = (article: DemoArticle): Draft =>
  Draft.parse({
    title: article.title,
    slug: article.slug,
    summary: article.summary,
    body: article.body,
    tags: article.tags,
    cover: null,
    byline: bylineOf(article.by),
    kind: article.kind ?? "article",
    authorId: article.by,
    version: 1,
    updatedBy: article.by,
    state: article.state ?? "draft",
    note: article.note ?? "",
    publishAt: article.comesOut === undefined ? null : daysAgo(-article.comesOut),
    live: null,
    deletedAt: null,
    createdAt: daysAgo(article.daysAgo + DAYS_AT_IT),
    updatedAt: daysAgo(article.daysAgo),
  });

/** What a draft is after it was edited yesterday; what readers see of it stays. */
export const editedDocument = (draft: Draft, { edited, by }: DemoArticle): Draft =>
  Draft.parse({
    ...draft,
    ...edited,
    version: draft.version + 1,
    updatedBy: by,
    state: "draft",
    updatedAt: daysAgo(1),
  });

/** What readers have made of an article that came out at `at`: what moves its counters, and them. */
export function reactionsOf(siteId: string, article: DemoArticle, at: Timestamp) {
  const likes = (article.likedBy ?? []).map((uid, nth) => ({
    uid,
    id: `${siteId}.${article.slug}`,
    favorite: Favorite.parse({
      siteId,
      articleId: article.slug,
      createdAt: later(at, (nth + 1) * 4 * HOUR),
    }),
  }));
  const comments = (article.comments ?? []).flatMap((comment, nth) =>
    threadOf(article.slug, comment, later(at, (5 + 17 * nth) * HOUR)),
  );
  const counters: Pick<Article, "likes" | "comments"> = {
    likes: likes.length,
    comments: comments.length,
  };
  return { likes, comments, counters };
}

/** A comment with the answers to it. */
function threadOf(slug: string, { by, text, answers = [] }: DemoComment, at: Timestamp) {
  const id = idOf(slug, text);
  return [
    { id, comment: commentDocument(by, text, null, at) },
    ...answers.map((answer, nth) => ({
      id: idOf(slug, text, answer.text),
      comment: commentDocument(answer.by, answer.text, id, later(at, (nth + 1) * 50 * MINUTE)),
    })),
  ];
}

const commentDocument = (by: Uid, text: string, replyTo: string | null, at: Timestamp) =>
  ArticleComment.parse({
    text,
    authorId: by,
    byline: bylineOf(by),
    replyTo,
    hidden: null,
    approved: false,
    createdAt: at,
    updatedAt: at,
  });

const later = (at: Timestamp, by: number) => stamp(at.toMillis() + by - stamp().toMillis());

const bylineOf = (by: Uid): string => people.find(({ uid }) => uid === by)?.displayName ?? "";
