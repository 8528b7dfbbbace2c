import {
  type CollectionReference,
  collection,
  type DocumentData,
  type Firestore,
  type FirestoreDataConverter,
} from "firebase/firestore";

/**
 * The collection at `path`, its documents typed. Server timestamps that are still on their way
 * read as an estimate, so that a pending write has the type it will have. `absent` stands in for
 * fields that a document may lack.
 */
export const typed = <D extends DocumentData>(
  db: Firestore,
  path: string,
  absent: Partial<D> = {},
): CollectionReference<D, D> => collection(db, path).withConverter(converter<D>(absent));

const converter = <D extends DocumentData>(absent: Partial<D>): FirestoreDataConverter<D, D> => ({
  toFirestore: (document) => document as D,
  fromFirestore: (snapshot, options) =>
    ({ ...absent, ...snapshot.data({ serverTimestamps: "estimate", ...options }) }) as D,
});
