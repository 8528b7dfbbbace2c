import {
  type DocumentData,
  doc,
  type Firestore,
  serverTimestamp,
  writeBatch,
} from "firebase/firestore/lite";
import type {
  Deletion,
  PrivateProfile,
  Profile,
  UsernameClaim,
} from "../../../functions/src/accounts/schema.ts";
import { past, standing } from "../../support/standing.ts";

export { standing };

type Fields<Document> = Record<keyof Document, unknown>;

// Each as a client creates it. Bad ones are these with one thing wrong.

export const profile = (fields: DocumentData = {}): DocumentData => ({
  ...({
    username: "Ada_99",
    displayName: "Ada",
    bio: "Weaves.\nLikes tea.",
    avatar: "https://lh3.googleusercontent.com/a/ACg8oc_x-y=s96-c",
    createdAt: serverTimestamp(),
    updatedAt: serverTimestamp(),
  } satisfies Fields<Profile>),
  ...fields,
});

export const claim = (uid: string, fields: DocumentData = {}): DocumentData => ({
  ...({ uid, createdAt: serverTimestamp() } satisfies Fields<UsernameClaim>),
  ...fields,
});

export const privateProfile = (fields: DocumentData = {}): DocumentData => ({
  ...({
    fullName: "Ada Weaver",
    phone: "+4940123456",
    language: "en-GB",
    timeZone: "Europe/Berlin",
    newsletter: false,
    updatedAt: serverTimestamp(),
  } satisfies Fields<PrivateProfile>),
  ...fields,
});

export const deletion = (uid: string): DocumentData =>
  ({
    state: "requested",
    requestedAt: past,
    dueAt: past,
    nextAt: past,
    alias: "someone-1",
    notify: null,
    emails: [`${uid}@example.com`],
  }) satisfies Fields<Deletion>;

/** Somebody's profile and the claim of its name, as they stand in a database. */
export const named = (uid: string, username: string): Record<string, DocumentData> => ({
  [`users/${uid}`]: standing(profile({ username })),
  [`usernames/${username.toLowerCase()}`]: standing(claim(uid)),
});

/** In one commit: puts documents at paths; null deletes what is there. */
export async function commit(
  db: Firestore,
  writes: Record<string, DocumentData | null>,
): Promise<void> {
  const batch = writeBatch(db);
  for (const [path, document] of Object.entries(writes)) {
    if (document) batch.set(doc(db, path), document);
    else batch.delete(doc(db, path));
  }
  await batch.commit();
}

/** Takes a first name, as the rules demand it. */
export const introduce = (uid: string, username: string, fields: DocumentData = {}) => ({
  [`users/${uid}`]: profile({ username, ...fields }),
  [`usernames/${username.toLowerCase()}`]: claim(uid),
});

/** Changes a name that stands, as the rules demand it. */
export const rename = (uid: string, from: string, to: string) => ({
  ...introduce(uid, to, { createdAt: past }),
  [`usernames/${from.toLowerCase()}`]: null,
});
