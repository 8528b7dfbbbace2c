import { record } from "../core/audit.ts";
import { callable } from "../core/callable.ts";
import { stamp } from "../core/clock.ts";
import { decide, update } from "../core/decide.ts";
import { refuse } from "../core/refuse.ts";
import { countComments } from "./comments/count.ts";
import { commentsOf, reportedComment } from "./comments/schema.ts";
import { ModerateComment } from "./inputs.ts";
import { requireSiteRole } from "./team/access.ts";
import { teams } from "./team/schema.ts";

/**
 * Hides a comment from all but who wrote it and the editors, or shows it again: then it stands,
 * whatever reports come, until it is changed. Either way it is off the list of what editors should
 * look at. Again, it changes nothing. Answers `{ hidden }`.
 *
 * For editors. Refuses what `requireSiteRole` refuses, and `not-found`/`no-such-comment`,
 * `failed-precondition`/`comment-changed` where it is not the `text` that the caller has seen.
 */
export const moderateComment = callable(
  { access: "signed-in", input: ModerateComment },
  (input, caller) => {
    const { siteId, articleId, commentId, action, reason } = input;
    return decide<{ hidden: boolean }>(async (read) => {
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
      if (input.action === "show" && input.text !== comment.text) {
        refuse(
          "failed-precondition",
          "comment-changed",
          "It says something else by now. Look again.",
        );
      }
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
          (batch) => batch.delete(reportedComment(siteId, articleId, commentId)),
          record(entry, String(at.toMillis())),
        ],
      };
    });
  },
);
