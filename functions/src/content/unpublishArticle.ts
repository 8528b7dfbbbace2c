import { callable } from "../core/callable.ts";
import { decide } from "../core/decide.ts";
import { draftSeenBy, stateAfter } from "./draft/access.ts";
import { OneArticle } from "./inputs.ts";
import { goDark } from "./publishing/goLive.ts";
import { articlesOf, draftsOf } from "./schema.ts";
import { teams } from "./team/schema.ts";

/**
 * Takes an article back from its readers; its draft stays, with its address, its comments and who likes
 * it, for when it is published again. Its page says that it is gone, from caches within a minute. Of what
 * is not published, it changes nothing. Answers `{ articleId }`.
 *
 * For editors, and for authors of their own. Refuses what `draftSeenBy` and `stateAfter` refuse.
 */
export const unpublishArticle = callable(
  { access: "signed-in", input: OneArticle },
  ({ siteId, articleId }, caller) =>
    decide(async (read) => {
      const [draft, article, team] = await read(
        draftsOf(siteId).doc(articleId),
        articlesOf(siteId).doc(articleId),
        teams.doc(siteId),
      );
      const seen = draftSeenBy(caller, draft, team);
      const state = stateAfter("unpublish", seen, caller);
      if (seen.draft.live === null) return { answer: { articleId } };
      return { answer: { articleId }, writes: goDark({ siteId, draft, article }, state) };
    }),
);
