import type { Firestore } from "firebase/firestore";
import { readerDocuments } from "./content/readerDocuments.ts";
import { teamDocuments } from "./content/teamDocuments.ts";

export type * from "./content/types.ts";

/**
 * The documents of content that clients may read or write; the rules say which of it. Every query has a
 * page size, and can be listened to; page on with `startAfter(lastSnapshot)`.
 */
export const contentDocuments = (
  db: Firestore,
): ReturnType<typeof teamDocuments> & ReturnType<typeof readerDocuments> => ({
  ...teamDocuments(db),
  ...readerDocuments(db),
});

export type ContentDocuments = ReturnType<typeof contentDocuments>;
