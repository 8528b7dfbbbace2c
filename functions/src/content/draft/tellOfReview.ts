import { link, paragraph, type Template } from "../../core/mail/template.ts";
import { appName, appUrl } from "../../core/settings.ts";
import type { Draft } from "../schema.ts";
import { roleIn } from "../team/access.ts";
import { teams } from "../team/schema.ts";
import { tell } from "../tell.ts";

/**
 * Whether an editor has just approved or rejected it; who wrote it and takes it back says nothing.
 */
export const isReviewed = (before: Draft, after: Draft): boolean =>
  before.state === "in_review" &&
  (after.state === "ready" || (after.state === "draft" && after.note !== before.note));

/**
 * Writes who wrote a draft what an editor made of it, once for each time, if they are of the team
 * still. Goes by what the event says. See
 * `tell`.
 */
export async function tellOfReview(siteId: string, articleId: string, draft: Draft): Promise<void> {
  const team = (await teams.doc(siteId).get()).data();
  if (!team || !roleIn(team, draft.authorId)) return;
  const entity = `${siteId}.${articleId}.${draft.updatedAt.toMillis()}`;
  await tell(draft.authorId, "draft-reviewed", entity, reviewed(draft));
}

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
