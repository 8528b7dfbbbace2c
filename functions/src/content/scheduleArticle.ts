import { Timestamp } from "firebase-admin/firestore";
import { callable } from "../core/callable.ts";
import { DAY, now } from "../core/clock.ts";
import { decide, update } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { draftSeenBy, refuseOtherVersion, stateAfter } from "./draft/access.ts";
import { ScheduleArticle } from "./inputs.ts";
import { contentOf, PUBLISH_LIMIT } from "./publishing/goLive.ts";
import { draftsOf } from "./schema.ts";
import { teams } from "./team/schema.ts";

const FURTHEST = 366 * DAY;

/**
 * Has a draft published at a time, at most a year ahead: the version that the caller has seen,
 * which can't be changed until then but by taking it back (`unscheduleArticle`). Again with the
 * same time, it changes nothing. Answers `{ publishAt }`, as ISO 8601.
 *
 * For who may publish it. Refuses what `publishArticle` refuses but `slug-taken` (what nobody is
 * there to choose gets an address beside it), and `failed-precondition` with `time-passed`,
 * `too-far-ahead`.
 */
export const scheduleArticle = callable(
  { access: "signed-in", input: ScheduleArticle, limit: PUBLISH_LIMIT },
  ({ siteId, articleId, version, publishAt }, caller) =>
    decide(async (read) => {
      const [found, team] = await read(draftsOf(siteId).doc(articleId), teams.doc(siteId));
      const seen = draftSeenBy(caller, found, team);
      const { draft } = seen;
      const at = Timestamp.fromDate(new Date(publishAt));
      const answer = { publishAt: at.toDate().toISOString() };
      if (draft.version === version && draft.publishAt?.toMillis() === at.toMillis()) {
        return { answer };
      }
      const state = stateAfter("schedule", seen, caller);
      refuseOtherVersion(draft, version);
      refuseTime(at);
      await contentOf(draft);
      return { answer, writes: [update(found, { state, publishAt: at })] };
    }),
);

function refuseTime(at: Timestamp): void {
  const ahead = at.toMillis() - now().getTime();
  if (ahead <= 0) {
    refuse("failed-precondition", "time-passed", "That time has passed: publish it now.", {
      field: "publishAt",
    });
  }
  if (ahead > FURTHEST) {
    refuse("failed-precondition", "too-far-ahead", "At most a year ahead.", { field: "publishAt" });
  }
}
