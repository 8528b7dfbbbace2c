import { onDocumentCreated } from "firebase-functions/firestore";
import { clearUp } from "./comments/clearUp.ts";
import { weighReports } from "./comments/weighReports.ts";

/**
 * Weighs what was reported: see `weighReports`; what was reported while it was taken back leaves nothing.
 * Looks at how things are now, so events may come late, again or out of order.
 */
export const followReport = onDocumentCreated(
  {
    document: "sites/{site}/articles/{article}/articleComments/{comment}/reports/{uid}",
    retry: true,
  },
  async ({ params: { site, article, comment } }) => {
    const isThere = await weighReports(site, article, comment);
    if (!isThere) await clearUp(site, article, comment);
  },
);
