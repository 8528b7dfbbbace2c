import {
  type DocumentData,
  doc,
  type Firestore,
  increment,
  writeBatch,
} from "firebase/firestore/lite";

/** What a commit does to a review and to the rating of its product; either may be left out. */
export interface Move {
  product: string;
  uid: string;
  /** The review as it is then; null deletes it. */
  review?: DocumentData | null;
  /** Changes fields of it instead. */
  change?: DocumentData;
  /** By how much the rating moves: reviews and stars. */
  by?: readonly [count: number, sum: number];
}

/** Carries out moves as a client can, in one commit, whether they are right or wrong. */
export function commit(db: Firestore, ...moves: Move[]): Promise<void> {
  const batch = writeBatch(db);
  for (const { product, uid, review, change, by } of moves) {
    const ref = doc(db, `products/${product}/reviews/${uid}`);
    if (review) batch.set(ref, review);
    if (review === null) batch.delete(ref);
    if (change) batch.update(ref, change);
    if (by) batch.update(doc(db, `products/${product}`), moved(...by));
  }
  return batch.commit();
}

/** The change of a product whose rating moves. */
export const moved = (count: number, sum: number): DocumentData => ({
  "rating.count": increment(count),
  "rating.sum": increment(sum),
});

/** The products that `uid` has bought, as documents behind rules. */
export const bought = (uid: string, products: readonly string[], purchase: DocumentData) =>
  Object.fromEntries(products.map((product) => [`users/${uid}/purchases/${product}`, purchase]));
