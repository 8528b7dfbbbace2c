import { link, paragraph, type Template } from "../../core/mail/template.ts";
import { appName, appUrl } from "../../core/settings.ts";
import type { Draft } from "../schema.ts";
import { tell } from "../tell.ts";

/** Whether an editor has just approved or rejected it; who wrote it and takes it back says nothing. */
export const isReviewed = (before: Draft, after: Draft): boolean =>
  before.state === "in_review" &&
  (after.state === "ready" || (after.state === "draft" && after.note !== before.note));

/**
 * Writes who wrote a draft what an editor made of it, once for each time. Goes by what the event says. See
 * `tell`.
 */
export const tellOfReview = (siteId: string, articleId: string, draft: Draft): Promise<void> =>
  tell(
    draft.authorId,
    "draft-reviewed",
    `${siteId}.${articleId}.${draft.updatedAt.toMillis()}`,
    reviewed(draft),
  );

const reviewed = ({ title, state, note }: Draft): Template => ({
  subject: state === "ready" ? `"${title}" was approved` : `"${title}" came back to you`,
  blocks: [
    paragraph("Hello,"),
    paragraph(
      state === "ready"
        ? `your article "${title}" at ${appName.value()} was approved: it can be published.`
        : `your article "${title}" at ${appName.value()} was looked at, and wants some more work:`,
    ),
    ...(note.trim() === "" ? [] : [paragraph(note)]),
    ...(appUrl.value() === "" ? [] : [link(`To ${appName.value()}`, appUrl.value())]),
  ],
});
