import {
  type CollectionReference,
  collection,
  type DocumentData,
  type Firestore,
  type FirestoreDataConverter,
} from "firebase/firestore";

/**
 * The collection at `path`, its documents typed. Server timestamps that are still on their way
 * read as an estimate, so that a pending write has the type it will have.
 */
export const typed = <D extends DocumentData>(
  db: Firestore,
  path: string,
): CollectionReference<D, D> => collection(db, path).withConverter(converter<D>());

const converter = <D extends DocumentData>(): FirestoreDataConverter<D, D> => ({
  toFirestore: (document) => document as D,
  fromFirestore: (snapshot, options) =>
    snapshot.data({ serverTimestamps: "estimate", ...options }) as D,
});
