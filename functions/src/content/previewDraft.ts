import { callable } from "../core/callable.ts";
import { HOUR, SECOND, stamp } from "../core/clock.ts";
import { draftSeenBy } from "./draft/access.ts";
import { OneArticle } from "./inputs.ts";
import { siteUrl } from "./pages/addresses.ts";
import { articlePage } from "./pages/articlePage.ts";
import { contentOf } from "./publishing/goLive.ts";
import { slugOf } from "./publishing/slugs.ts";
import { type Article, type Draft, draftsOf, sites } from "./schema.ts";
import { teams } from "./team/schema.ts";

/**
 * The page that a draft would be, as HTML for a sandboxed frame (`<iframe sandbox srcdoc>`). It is an
 * answer and has no address: there is no link that could get about. Answers `{ html }`.
 *
 * For the team. Refuses what `draftSeenBy` refuses; `failed-precondition` with `incomplete`,
 * `too-large`; `resource-exhausted`/`too-many-requests` after 300 an hour.
 */
export const previewDraft = callable(
  { access: "signed-in", input: OneArticle, limit: { calls: 300, seconds: HOUR / SECOND } },
  async ({ siteId, articleId }, caller) => {
    const [found, team, site] = await Promise.all([
      draftsOf(siteId).doc(articleId).get(),
      teams.doc(siteId).get(),
      sites.doc(siteId).get(),
    ]);
    const { draft } = draftSeenBy(caller, found, team);
    const about = site.data();
    if (!about) throw new Error(`${site.ref.path} is not there, and has a team.`);
    const view = { id: siteId, site: about, url: siteUrl(siteId), tags: [] };
    const html = articlePage(
      view,
      { id: articleId, article: await asPublished(siteId, draft) },
      [],
    );
    return { html };
  },
);

/** As it would be, were it published now. */
async function asPublished(siteId: string, draft: Draft): Promise<Article> {
  return {
    ...(await contentOf(draft)),
    siteId,
    kind: draft.kind,
    slug: draft.slug || draft.live?.slug || slugOf(draft.title) || "preview",
    authorId: draft.authorId,
    version: draft.version,
    published: false,
    commentsOpen: draft.kind === "article",
    likes: 0,
    comments: 0,
    firstPublishedAt: draft.live?.at ?? stamp(),
    updatedAt: stamp(),
  };
}
