import type { Query, QueryDocumentSnapshot } from "firebase-admin/firestore";
import { commentsOf } from "../comments/schema.ts";
import { siteUrl } from "../pages/addresses.ts";
import type { ArticleView, CommentView, SiteView } from "../pages/views.ts";
import { Article, articlesOf, type Site, slugsOf, tagsOf } from "../schema.ts";

/** Articles of a page. */
export const PAGE = 20;

/**
 * Entries of a sitemap, the newest; comments of a page, the oldest; tags of a site, the most used.
 */
const MOST_ENTRIES = 1_000;
const MOST_COMMENTS = 100;
const MOST_TAGS = 12;

const viewOf = (found: QueryDocumentSnapshot<Article>): ArticleView => ({
  id: found.id,
  article: found.data(),
});

/** What a list shows of an article: not its text, which may be long. */
const SHOWN = Object.keys(Article.shape).filter((field) => field !== "html");

/** A site as its pages show it. Billed a read a tag. */
export async function readSite(id: string, site: Site): Promise<SiteView> {
  const used = tagsOf(id).where("count", ">", 0).orderBy("count", "desc").limit(MOST_TAGS);
  const tags = (await used.get()).docs.map((tag) => tag.id);
  return { id, site, url: siteUrl(id), tags };
}

/** The article that is, or was, at an address. Billed two reads, or one where there was never any. */
export async function readAt(siteId: string, slug: string) {
  const claim = (await slugsOf(siteId).doc(slug).get()).data();
  return claim && (await articlesOf(siteId).doc(claim.articleId).get());
}

/** What is to be seen of its comments, oldest first. */
export async function readComments(siteId: string, articleId: string): Promise<CommentView[]> {
  const shown = await commentsOf(siteId, articleId)
    .where("hidden", "==", null)
    .orderBy("createdAt")
    .limit(MOST_COMMENTS)
    .get();
  return shown.docs.map((found) => ({ id: found.id, comment: found.data() }));
}

const published = (siteId: string): Query<Article> =>
  articlesOf(siteId).where("published", "==", true);

const newest = (siteId: string): Query<Article> =>
  published(siteId).where("kind", "==", "article").orderBy("firstPublishedAt", "desc");

/**
 * A page of a site's articles, of all, with a tag, or by somebody; and whether there are more. Begins
 * after the article at `after`; `undefined` where that is none. Billed a read an article, and two for
 * `after`.
 */
export async function readList(
  siteId: string,
  { tag, authorId, after }: { tag?: string; authorId?: string; after: string | undefined },
): Promise<{ articles: ArticleView[]; hasMore: boolean } | undefined> {
  const last = after === undefined ? undefined : await readAt(siteId, after);
  if (after !== undefined && last?.data()?.slug !== after) return undefined;
  const all = newest(siteId);
  const tagged = tag === undefined ? all : all.where("tags", "array-contains", tag);
  const list = authorId === undefined ? tagged : tagged.where("authorId", "==", authorId);
  const page = (last ? list.startAfter(last) : list).limit(PAGE + 1).select(...SHOWN);
  const { docs } = await (page as Query<Article>).get();
  return { articles: docs.slice(0, PAGE).map(viewOf), hasMore: docs.length > PAGE };
}

/** The newest articles, for the feed. */
export const readNewest = async (siteId: string): Promise<ArticleView[]> =>
  (await newest(siteId).limit(PAGE).get()).docs.map(viewOf);

/** What search engines are told of: without its text. */
export async function readEntries(siteId: string): Promise<ArticleView[]> {
  const entries = published(siteId)
    .orderBy("firstPublishedAt", "desc")
    .limit(MOST_ENTRIES)
    .select("slug", "updatedAt") as Query<Article>;
  return (await entries.get()).docs.map(viewOf);
}
