import { type DocumentData, doc, type Firestore } from "firebase/firestore/lite";
import { change } from "../rulesSites.ts";

/** What somebody is at a site; who is not of its team, by how they have signed in. */
export const roles = [
  "owner",
  "editor",
  "author",
  "contributor",
  "reader",
  "visitor",
  "unconfirmed",
  "nobody",
] as const;
export type Role = (typeof roles)[number];

/** Where an operation is tried: a site of its own, and in it what has the uid of who tries for its id. */
export interface Place {
  siteId: string;
  uid: string;
}

/** One thing that somebody may do at a site, or not. */
export interface Operation {
  on:
    | "site"
    | "team"
    | "invitation"
    | "draft"
    | "revision"
    | "article"
    | "comment"
    | "report"
    | "like"
    | "follow";
  does: string;
  who: readonly Role[];
  /** What stands there before, by path. */
  before?: (place: Place) => Record<string, DocumentData>;
  /** What is otherwise with the site. */
  site?: DocumentData;
  attempt: (db: Firestore, place: Place) => Promise<unknown>;
}

export const everybody = roles;
export const team = ["owner", "editor", "author", "contributor", "reader"] as const;
export const writers = ["owner", "editor", "author", "contributor"] as const;
export const editors = ["owner", "editor"] as const;
export const owner = ["owner"] as const;
/** With a verified address. */
export const confirmed = [...team, "visitor"] as const;
/** Signed in, if only as a guest. */
export const signedIn = [...confirmed, "unconfirmed"] as const;
export const nobody = [] as const;

/** Somebody who is not of the team any more. */
export const SOMEBODY = "somebody";
export const mine = ({ uid }: Place): string => uid;
export const theirs = (): string => SOMEBODY;

export const siteAt = ({ siteId }: Place): string => `sites/${siteId}`;
export const teamAt = ({ siteId }: Place): string => `siteTeams/${siteId}`;
export const draftAt = ({ siteId, uid }: Place): string => `sites/${siteId}/drafts/${uid}`;
export const articleAt = ({ siteId, uid }: Place): string => `sites/${siteId}/articles/${uid}`;
export const commentAt = (place: Place): string =>
  `${articleAt(place)}/articleComments/${place.uid}`;
export const markAt = ({ siteId, uid }: Place): string => `sites/${siteId}/commenters/${uid}`;

/** Changes fields of what is at a place, with the server's time. */
export const changing =
  (at: (place: Place) => string, fields: DocumentData) =>
  (db: Firestore, place: Place): Promise<void> =>
    change(db, at(place), fields);

export const refOf = (db: Firestore, at: (place: Place) => string, place: Place) =>
  doc(db, at(place));
