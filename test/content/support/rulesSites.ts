import {
  type DocumentData,
  doc,
  type Firestore,
  serverTimestamp,
  Timestamp,
  updateDoc,
} from "firebase/firestore/lite";
import type { Person } from "../../support/rules.ts";
import { standing } from "../../support/standing.ts";
import { article, comment, draft, oldMark, site, team } from "./rulesDocuments.ts";

// Who is who at the site behind rules: staff are nothing there, whatever they are elsewhere.

export const owner = "customer" satisfies Person;
export const editor = "other-customer" satisfies Person;
export const author = "inventory-manager" satisfies Person;
export const contributor = "order-manager" satisfies Person;
export const reader = "forged-admin" satisfies Person;
/** With a verified address, and not of the team. */
export const visitor = "admin" satisfies Person;
export const otherVisitor = "disabled-manager" satisfies Person;

export const roles = {
  [owner]: "owner",
  [editor]: "editor",
  [author]: "author",
  [contributor]: "contributor",
  [reader]: "reader",
} as const;
export const members = Object.keys(roles) as (keyof typeof roles)[];
export const writers = [owner, editor, author, contributor] as const;
export const editors = [owner, editor] as const;

/** Who may say something, like and follow, of everybody whom the rules tell apart. */
export const confirmed: readonly Person[] = [...members, visitor, otherVisitor, "canary-manager"];

/** A site of these, with an article ("bread") of the author's that is out. */
export const standingSite = (
  id = "home",
  fields: DocumentData = {},
): Record<string, DocumentData> => ({
  [`sites/${id}`]: site(fields),
  [`siteTeams/${id}`]: team(roles),
  [`sites/${id}/articles/bread`]: article(id, { authorId: author }),
  [`sites/${id}/drafts/bread`]: kept({
    state: "published",
    version: 3,
    live: { version: 3, slug: "two-days-of-bread", at: daysAgo(1) },
  }),
});

/** A draft of the author's that stands. */
export const kept = (fields: DocumentData = {}, of: string = author): DocumentData =>
  standing(draft(of, fields));

/** A comment of a visitor's that stands. */
export const said = (fields: DocumentData = {}, by: string = visitor): DocumentData =>
  standing(comment(by, fields));

/** The marks of people who have said something long ago. */
export const marksOf = (uids: readonly string[], siteId = "home"): Record<string, DocumentData> =>
  Object.fromEntries(uids.map((uid) => [`sites/${siteId}/commenters/${uid}`, oldMark(uid)]));

/** Changes fields of a document as a client does: with the server's time. */
export const change = (db: Firestore, path: string, fields: DocumentData): Promise<void> =>
  updateDoc(doc(db, path), { updatedAt: serverTimestamp(), ...fields });

/** Saves a draft of `version` as a client does. */
export const save = (
  db: Firestore,
  path: string,
  updatedBy: string,
  version: number,
  fields: DocumentData = {},
): Promise<void> => change(db, path, { version: version + 1, updatedBy, ...fields });

export const daysAgo = (days: number): Timestamp =>
  Timestamp.fromMillis(Date.now() - days * 86_400_000);
