import { callable } from "../core/callable.ts";
import { decide, update } from "../core/decide.ts";
import { draftSeenBy, stateAfter } from "./draft/access.ts";
import { OneArticle } from "./inputs.ts";
import { draftsOf } from "./schema.ts";
import { teams } from "./team/schema.ts";

/**
 * Takes back that a draft comes out at a time: it is ready, and can be changed again. Of what is ready
 * already, it changes nothing. Answers `{ state }`.
 *
 * For editors, and for authors of their own. Refuses what `draftSeenBy` and `stateAfter` refuse: what has
 * come out by now is in the `wrong-state`.
 */
export const unscheduleArticle = callable(
  { access: "signed-in", input: OneArticle },
  ({ siteId, articleId }, caller) =>
    decide<{ state: "ready" }>(async (read) => {
      const [found, team] = await read(draftsOf(siteId).doc(articleId), teams.doc(siteId));
      const seen = draftSeenBy(caller, found, team);
      if (seen.draft.state === "ready") return { answer: { state: "ready" } };
      stateAfter("unschedule", seen, caller);
      return {
        answer: { state: "ready" },
        writes: [update(found, { state: "ready", publishAt: null })],
      };
    }),
);
