import { onDocumentUpdated } from "firebase-functions/firestore";
import { endsWindow, keepRevision } from "./draft/revisions.ts";
import { isReviewed, tellOfReview } from "./draft/tellOfReview.ts";
import type { Draft } from "./schema.ts";

/**
 * Keeps what stood before a change as a revision, if that is the first of another ten minutes: so what
 * one comes back to is how it was left, and autosave costs no more than itself. Writes who wrote it what
 * a reviewer said. Goes by what the event says, so events may come late, again or out of order. Most
 * changes lead to nothing, and cost no read.
 */
export const followDraft = onDocumentUpdated(
  { document: "sites/{site}/drafts/{draft}", retry: true },
  async ({ data, params: { site, draft } }) => {
    const before = data?.before.data() as Draft | undefined;
    const after = data?.after.data() as Draft | undefined;
    if (!before || !after) return;
    if (endsWindow(before, after)) await keepRevision(site, draft, before);
    if (isReviewed(before, after)) await tellOfReview(site, draft, after);
  },
);
