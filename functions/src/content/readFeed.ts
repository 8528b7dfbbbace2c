import type { QueryDocumentSnapshot } from "firebase-admin/firestore";
import * as z from "zod";
import { callable } from "../core/callable.ts";
import { HOUR, SECOND } from "../core/clock.ts";
import { refuse } from "../core/refuse.ts";
import { documentId, slug } from "../core/schema.ts";
import { type Article, allArticles, articlesOf, followsOf } from "./schema.ts";

/** Articles of a page. */
const PAGE = 20;

/** Sites that are looked at, the last followed first; one query takes 30. */
const MOST_SITES = 90;
const SITES_OF_A_QUERY = 30;

const ReadFeed = z.strictObject({
  /** The last article of the page before: its site and id. */
  after: z.strictObject({ siteId: slug, articleId: documentId }).optional(),
});

/**
 * The articles of all sites that the caller follows, newest first, 20 to the page, without their text.
 * Of who follows more than 90 sites, those of the last 90. Answers `{ articles, hasMore }`; times as
 * ISO 8601. Billed a read for each site followed, one for `after`, and 21 for each 30 sites.
 *
 * For who is signed in. Refuses `not-found`/`no-such-article` for an `after` that is not there any more;
 * `resource-exhausted`/`too-many-requests` after 300 an hour.
 */
export const readFeed = callable(
  { access: "signed-in", input: ReadFeed, limit: { calls: 300, seconds: HOUR / SECOND } },
  async ({ after }, { uid }) => {
    const followed = await followsOf(uid).orderBy("createdAt", "desc").limit(MOST_SITES).get();
    const siteIds = followed.docs.map(({ id }) => id);
    const found = await newestOf(siteIds, after);
    return {
      articles: found.slice(0, PAGE).map(cardOf),
      hasMore: found.length > PAGE,
    };
  },
);

type Found = QueryDocumentSnapshot<Article>;

/** One more than a page, if there are so many. */
async function newestOf(
  siteIds: readonly string[],
  after: z.output<typeof ReadFeed>["after"],
): Promise<Found[]> {
  const last = after && (await articlesOf(after.siteId).doc(after.articleId).get());
  if (last && !last.exists) {
    refuse("not-found", "no-such-article", "The article to go on from is not there any more.");
  }
  const pages: Found[][] = [];
  for (let start = 0; start < siteIds.length; start += SITES_OF_A_QUERY) {
    const newest = allArticles
      .where("published", "==", true)
      .where("kind", "==", "article")
      .where("siteId", "in", siteIds.slice(start, start + SITES_OF_A_QUERY))
      .orderBy("firstPublishedAt", "desc")
      .limit(PAGE + 1);
    pages.push((await (last ? newest.startAfter(last) : newest).get()).docs);
  }
  return pages.flat().sort(newestFirst);
}

/**
 * As the queries have them, so that pages of several fit each other: of those of one moment, by the
 * parts of their paths. As a whole, "tea-room/…" would be before "tea/…".
 */
const newestFirst = (one: Found, other: Found): number =>
  other.data().firstPublishedAt.toMillis() - one.data().firstPublishedAt.toMillis() ||
  backwards(one.data().siteId, other.data().siteId) ||
  backwards(one.id, other.id);

const backwards = (one: string, other: string): number => Number(one < other) - Number(one > other);

const cardOf = (found: Found) => {
  const { siteId, title, slug, summary, tags, cover, byline, authorId, likes, comments } =
    found.data();
  return {
    siteId,
    articleId: found.id,
    title,
    slug,
    summary,
    tags,
    cover,
    byline,
    authorId,
    likes,
    comments,
    firstPublishedAt: found.data().firstPublishedAt.toDate().toISOString(),
  };
};
