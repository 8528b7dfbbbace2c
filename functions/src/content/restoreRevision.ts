import { isDeepStrictEqual } from "node:util";
import { callable } from "../core/callable.ts";
import { stamp } from "../core/clock.ts";
import { create, decide, update } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { draftSeenBy, refuseOtherVersion, stateAfter } from "./draft/access.ts";
import { prune, revisionOf, revisionRef } from "./draft/revisions.ts";
import { writingOf } from "./draft/writing.ts";
import { RestoreRevision } from "./inputs.ts";
import { draftsOf } from "./schema.ts";
import { teams } from "./team/schema.ts";

/**
 * Makes a draft again what it was at a revision: that is a version of its own, and what stood there is
 * kept as a revision, too. Answers `{ version }`, the new one.
 *
 * For who may save the draft. Refuses what `draftSeenBy`, `stateAfter` and `refuseOtherVersion` refuse,
 * and `not-found`/`no-such-revision`.
 */
export const restoreRevision = callable(
  { access: "signed-in", input: RestoreRevision },
  async ({ siteId, articleId, version, revision }, caller) => {
    const answer = await decide(async (read) => {
      const [found, team, sought, current] = await read(
        draftsOf(siteId).doc(articleId),
        teams.doc(siteId),
        revisionRef(siteId, articleId, revision),
        revisionRef(siteId, articleId, version),
      );
      const seen = draftSeenBy(caller, found, team);
      const { draft } = seen;
      const kept = sought.data();
      if (!kept) refuse("not-found", "no-such-revision", `There is no revision ${revision}.`);
      const isDone =
        draft.version === version + 1 &&
        draft.updatedBy === caller.uid &&
        isDeepStrictEqual(writingOf(draft), writingOf(kept));
      if (isDone) return { answer: { version: draft.version } };
      const state = stateAfter("save", seen, caller);
      refuseOtherVersion(draft, version);
      const saved = { version: version + 1, updatedBy: caller.uid, updatedAt: stamp(), state };
      return {
        answer: { version: version + 1 },
        writes: [
          update(found, { ...writingOf(kept), ...saved }),
          ...(current.exists ? [] : [create(current.ref, revisionOf(draft))]),
        ],
      };
    });
    await prune(siteId, articleId);
    return answer;
  },
);
