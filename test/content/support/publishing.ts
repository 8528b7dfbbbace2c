import { publishArticle } from "../../../functions/src/content/publishArticle.ts";
import type { Article } from "../../../functions/src/content/schema.ts";
import { articlesOf, draftsOf, slugsOf } from "../../../functions/src/content/schema.ts";
import { unpublishArticle } from "../../../functions/src/content/unpublishArticle.ts";
import { call, type Person } from "../../support/call.ts";
import { draftNow } from "./sites.ts";

/** Publishes a draft as it is by now, as who has just looked at it. */
export async function publishNow(person: Person, siteId: string, articleId: string) {
  const { version } = await draftNow(siteId, articleId);
  return call(publishArticle, person, { siteId, articleId, version });
}

export const unpublishNow = (person: Person, siteId: string, articleId: string) =>
  call(unpublishArticle, person, { siteId, articleId });

/** All that is published at a site, by id. */
export const publishedAt = async (siteId: string): Promise<Map<string, Article>> =>
  new Map(
    (await articlesOf(siteId).where("published", "==", true).get()).docs.map((article) => [
      article.id,
      Object.freeze(article.data()),
    ]),
  );

/** How many articles have each tag, counted by looking at all of them. */
export async function recountTags(siteId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind, tags } of (await publishedAt(siteId)).values()) {
    if (kind === "page") continue;
    for (const tag of tags) counts[tag] = (counts[tag] ?? 0) + 1;
  }
  return counts;
}

/** Answers later whether nothing of a site has been written since: its drafts, articles, addresses, itself. */
export async function watch(siteId: string): Promise<() => Promise<boolean>> {
  const times = async () => {
    const found = await Promise.all([
      articlesOf(siteId).get(),
      draftsOf(siteId).get(),
      slugsOf(siteId).get(),
      articlesOf(siteId).parent?.get(),
    ]);
    const all = found.flatMap((one) => (one && "docs" in one ? one.docs : one ? [one] : []));
    return all.map(({ ref, updateTime }) => `${ref.path} ${updateTime?.valueOf()}`).join("\n");
  };
  const before = await times();
  return async () => (await times()) === before;
}
