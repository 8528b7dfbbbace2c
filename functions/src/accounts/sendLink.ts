import { onDocumentWritten } from "firebase-functions/firestore";
import { settleLink } from "./links/settleLink.ts";
import type { LinkRequest } from "./schema.ts";

/**
 * Sees to a request for a mail with a link as soon as it is made or renewed. What it misses,
 * `sweepLinks` finds a minute later.
 */
export const sendLink = onDocumentWritten("linkRequests/{id}", async ({ data, params }) => {
  const before = data?.before.data() as LinkRequest | undefined;
  const after = data?.after.data() as LinkRequest | undefined;
  if (!after?.nextAt || before?.requestedAt.toMillis() === after.requestedAt.toMillis()) return;
  await settleLink(params.id, after.nextAt.toDate());
});
