import type { DocumentReference, Timestamp } from "firebase-admin/firestore";
import { contentSecurityPolicy } from "../pages/policy.ts";
import { defaultStyles, stylesOf } from "../pages/styles.ts";
import type { SiteView } from "../pages/views.ts";

/** What is answered. */
export interface Page {
  status: 200 | 301 | 404 | 410;
  type: "text/html" | "application/rss+xml" | "application/xml";
  body: string;
  /** Its Content-Security-Policy. */
  policy: string;
  /** Where it has moved to. */
  location?: string;
  /** It stays what it is for as long as the site's version, and this document: when it was read. */
  made?: { of: DocumentReference<unknown>; at: Timestamp | undefined };
}

/** A page of a site, or of none. */
export const htmlPage = (
  site: SiteView | undefined,
  body: string,
  status: Page["status"] = 200,
): Page => ({
  status,
  type: "text/html",
  body,
  policy: contentSecurityPolicy(site ? stylesOf(site.site.theme) : defaultStyles()),
});

export const xmlPage = (type: "application/rss+xml" | "application/xml", body: string): Page => ({
  status: 200,
  type,
  body,
  policy: "default-src 'none'",
});

/** For good: search engines forget the old address. */
export const movedTo = (location: string): Page => ({
  ...htmlPage(undefined, "", 301),
  location,
});
