import { record } from "../core/audit.ts";
import { callable } from "../core/callable.ts";
import { stamp } from "../core/clock.ts";
import { decide, update } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { countComments } from "./comments/count.ts";
import { commentsOf, reportedOf } from "./comments/schema.ts";
import { ModerateComment } from "./inputs.ts";
import { teams } from "./schema.ts";
import { requireSiteRole } from "./team/access.ts";

/**
 * Hides a comment from all but who wrote it and the editors, or shows it again: then it stands, whatever
 * reports come. Either way it is off the list of what editors should look at. Again, it changes
 * nothing. Answers `{ hidden }`.
 *
 * For editors. Refuses what `requireSiteRole` refuses, and `not-found`/`no-such-comment`.
 */
export const moderateComment = callable(
  { access: "signed-in", input: ModerateComment },
  ({ siteId, articleId, commentId, action, reason }, caller) =>
    decide<{ hidden: boolean }>(async (read) => {
      const [found, team] = await read(
        commentsOf(siteId, articleId).doc(commentId),
        teams.doc(siteId),
      );
      requireSiteRole(team, caller, "editor");
      const comment = found.data();
      if (!comment) refuse("not-found", "no-such-comment", "There is no such comment.");
      const hidden = action === "hide";
      const isSo = hidden
        ? comment.hidden === "moderator"
        : comment.hidden === null && comment.approved;
      if (isSo) return { answer: { hidden } };
      const move = Number(comment.hidden !== null) - Number(hidden);
      const at = stamp();
      const entry = {
        action: hidden ? "comment-hidden" : "comment-shown",
        actor: caller.uid,
        subject: found.ref.path,
        ...(reason.trim() === "" ? {} : { reason }),
      };
      return {
        answer: { hidden },
        writes: [
          update(found, { hidden: hidden ? "moderator" : null, approved: !hidden }),
          ...(move === 0 ? [] : [countComments(siteId, articleId, move)]),
          (batch) => batch.delete(reportedOf(siteId).doc(commentId)),
          record(entry, String(at.toMillis())),
        ],
      };
    }),
);
