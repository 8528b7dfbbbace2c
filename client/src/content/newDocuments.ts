import { serverTimestamp, type WithFieldValue } from "firebase/firestore";
import type { Draft, Report } from "../content.ts";

// What the rules ask of a document that is new, filled in. None of it takes a read before.

/** What somebody writes; what is not said is empty. */
export type Writing = Pick<Draft, "byline"> &
  Partial<Pick<Draft, "title" | "slug" | "summary" | "body" | "tags" | "cover" | "kind">>;

/**
 * A draft that begins, under the name that it will be published under:
 * `setDoc(doc(documents.drafts(siteId)), newDraft(uid, { byline: "Ada", title: "Tea" }))`.
 */
export const newDraft = (
  uid: string,
  {
    byline,
    title = "",
    slug = "",
    summary = "",
    body = "",
    tags = [],
    cover = null,
    kind = "article",
  }: Writing,
): WithFieldValue<Draft> => ({
  title,
  slug,
  summary,
  body,
  tags,
  cover,
  byline,
  kind,
  authorId: uid,
  version: 1,
  updatedBy: uid,
  state: "draft",
  note: "",
  publishAt: null,
  live: null,
  deletedAt: null,
  createdAt: serverTimestamp(),
  updatedAt: serverTimestamp(),
});

/** What is wrong with a comment, in one of four words and, if need be, one's own. */
export const newReport = (
  uid: string,
  reason: Report["reason"],
  note = "",
): WithFieldValue<Report> => ({ uid, reason, note, createdAt: serverTimestamp() });
