import { commentsOf } from "../../../functions/src/content/comments/schema.ts";
import { revisionOf, revisionRef } from "../../../functions/src/content/draft/revisions.ts";
import { goLive } from "../../../functions/src/content/publishing/goLive.ts";
import {
  articlesOf,
  draftsOf,
  favoritesOf,
  followsOf,
  sites,
  slugsOf,
} from "../../../functions/src/content/schema.ts";
import { teams } from "../../../functions/src/content/team/schema.ts";
import { create, decide, merge, update } from "../../../functions/src/core/decide.ts";
import { inParallel } from "../../../functions/src/core/inParallel.ts";
import type { DemoArticle, DemoSite } from "./demoSite.ts";
import {
  daysAgo,
  draftDocument,
  editedDocument,
  followDocument,
  reactionsOf,
  siteDocument,
  teamDocument,
} from "./documents.ts";

/** Articles that are put there at the same time: all of them move the site's version. */
const WIDTH = 8;

/**
 * Puts a site there with all that is to be read at it; one that is there already is left as it is,
 * whatever has become of it. Its team comes last, and tells that nothing is missing.
 */
export async function plant(site: DemoSite): Promise<void> {
  if ((await teams.doc(site.id).get()).exists) return;
  await open(site);
  await inParallel(site.articles, WIDTH, async (article) => {
    await write(site.id, article);
    if (article.state === undefined) await publish(site.id, article);
    if (article.edited) await edit(site.id, article);
  });
  await decide(async (read) => {
    const [team] = await read(teams.doc(site.id));
    const writes = team.exists ? [] : [create(team.ref, teamDocument(site))];
    return { answer: undefined, writes };
  });
}

const open = (site: DemoSite): Promise<void> =>
  decide(async (read) => {
    const [found] = await read(sites.doc(site.id));
    if (found.exists) return { answer: undefined };
    const follows = site.followers.map((uid) =>
      merge(followsOf(uid).doc(site.id), followDocument(site)),
    );
    return { answer: undefined, writes: [create(found.ref, siteDocument(site)), ...follows] };
  });

const write = (siteId: string, article: DemoArticle): Promise<void> =>
  decide(async (read) => {
    const [draft] = await read(draftsOf(siteId).doc(article.slug));
    const writes = draft.exists ? [] : [create(draft.ref, draftDocument(article))];
    return { answer: undefined, writes };
  });

/** As readers see it, when it came out, with what they have said of it since. */
const publish = (siteId: string, article: DemoArticle): Promise<void> =>
  decide(async (read) => {
    const { slug } = article;
    const [live, draft] = await read(articlesOf(siteId).doc(slug), draftsOf(siteId).doc(slug));
    if (live.exists) return { answer: undefined };
    const at = daysAgo(article.daysAgo);
    const { writes } = await goLive(read, { siteId, draft, article: live }, at);
    const { likes, comments, counters } = reactionsOf(siteId, article, at);
    return {
      answer: undefined,
      writes: [
        ...writes,
        merge(slugsOf(siteId).doc(slug), { createdAt: at }),
        merge(live.ref, counters),
        ...likes.map(({ uid, id, favorite }) => merge(favoritesOf(uid).doc(id), favorite)),
        ...comments.map(({ id, comment }) => merge(commentsOf(siteId, slug).doc(id), comment)),
      ],
    };
  });

/** What it was before is kept among its revisions. */
const edit = (siteId: string, article: DemoArticle): Promise<void> =>
  decide(async (read) => {
    const [kept, found] = await read(
      revisionRef(siteId, article.slug, 1),
      draftsOf(siteId).doc(article.slug),
    );
    const draft = found.data();
    if (kept.exists || !draft) return { answer: undefined };
    return {
      answer: undefined,
      writes: [update(found, editedDocument(draft, article)), create(kept.ref, revisionOf(draft))],
    };
  });
