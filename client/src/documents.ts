import {
  type CollectionReference,
  collection,
  type DocumentData,
  type Firestore,
  type FirestoreDataConverter,
  limit,
  orderBy,
  type Query,
  type QueryConstraint,
  query,
} from "firebase/firestore";

/**
 * The collection at `path`, its documents typed. Server timestamps that are still on their way
 * read as an estimate, so that a pending write has the type it will have. The same path twice is
 * equal to the SDK (`refEqual`, `queryEqual`): it has the same converter.
 */
export const typed = <D extends DocumentData>(
  db: Firestore,
  path: string,
  converter: FirestoreDataConverter<D, D> = whole,
): CollectionReference<D, D> => collection(db, path).withConverter(converter);

/** Reads documents; `absent` stands in for fields that one may lack. */
export const converterWith = <D extends DocumentData>(
  absent: Partial<D>,
): FirestoreDataConverter<D, D> => ({
  toFirestore: (document) => document as D,
  fromFirestore: (snapshot, options) =>
    ({ ...absent, ...snapshot.data({ serverTimestamps: "estimate", ...options }) }) as D,
});

// biome-ignore lint/suspicious/noExplicitAny: one for documents of every type.
const whole = converterWith<any>({});

/** A page of documents, those with the latest `time` first. */
export const newest = <D extends DocumentData>(
  documents: CollectionReference<D, D>,
  time: string,
  pageSize: number,
  ...which: QueryConstraint[]
): Query<D, D> => query(documents, ...which, orderBy(time, "desc"), limit(pageSize));
