import { onDocumentCreated } from "firebase-functions/firestore";
import { weighReports } from "./comments/weighReports.ts";

/**
 * Weighs what was reported: see `weighReports`. Looks at how things are now, so events may come late,
 * again or out of order.
 */
export const followReport = onDocumentCreated(
  {
    document: "sites/{site}/articles/{article}/articleComments/{comment}/reports/{uid}",
    retry: true,
  },
  ({ params: { site, article, comment } }) => weighReports(site, article, comment),
);
