import { type DocumentData, Timestamp } from "firebase/firestore/lite";

/** When whatever stands there was written. */
export const past = Timestamp.fromDate(new Date("2026-01-01T12:00:00Z"));

/** The same document as one that was written in the past. */
export const standing = (document: DocumentData): DocumentData => stamped(document, past);

/** The same document with `time` for when it was written. */
export function stamped(document: DocumentData, time: unknown): DocumentData {
  const stamps = Object.keys(document).filter((field) => /^(created|updated)At$/.test(field));
  return { ...document, ...Object.fromEntries(stamps.map((field) => [field, time])) };
}
