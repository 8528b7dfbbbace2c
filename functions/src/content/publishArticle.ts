import { callable } from "../core/callable.ts";
import { stamp } from "../core/clock.ts";
import { decide } from "../core/decide.ts";
import { draftSeenBy, refuseOtherVersion, stateAfter } from "./draft/access.ts";
import { PublishArticle } from "./inputs.ts";
import { goLive, PUBLISH_LIMIT } from "./publishing/goLive.ts";
import { articlesOf, draftsOf } from "./schema.ts";
import { teams } from "./team/schema.ts";

/**
 * Publishes a draft now, or brings what is published up to it: the version that the caller has seen.
 * Its address is claimed the first time and stays, whatever becomes of the title; one that its author
 * changes leads from the old to the new. Again with the same version, it changes nothing. Answers
 * `{ slug, version }`.
 *
 * For editors, for authors of their own, and for contributors of their own that is approved. Refuses
 * what `draftSeenBy`, `stateAfter` and `refuseOtherVersion` refuse; `failed-precondition` with
 * `incomplete` (and the `fields`), `too-large`; `already-exists`/`slug-taken` with the `field`;
 * `resource-exhausted`/`too-many-requests` after 200 an hour.
 */
export const publishArticle = callable(
  { access: "signed-in", input: PublishArticle, limit: PUBLISH_LIMIT },
  ({ siteId, articleId, version }, caller) =>
    decide(async (read) => {
      const [draft, article, team] = await read(
        draftsOf(siteId).doc(articleId),
        articlesOf(siteId).doc(articleId),
        teams.doc(siteId),
      );
      const seen = draftSeenBy(caller, draft, team);
      const { state, live, version: current } = seen.draft;
      if (state === "published" && live?.version === version && current === version) {
        return { answer: { slug: live.slug, version } };
      }
      stateAfter("publish", seen, caller);
      refuseOtherVersion(seen.draft, version);
      const { slug, writes } = await goLive(read, { siteId, draft, article }, stamp());
      return { answer: { slug, version }, writes };
    }),
);
