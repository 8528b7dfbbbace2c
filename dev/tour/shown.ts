import {
  type DocumentData,
  onSnapshot,
  type Query,
  type QueryDocumentSnapshot,
} from "firebase/firestore";

/** What a listener shows, once it is so. */
export function shown<D extends DocumentData>(
  what: Query<D, D>,
  isSo: (found: QueryDocumentSnapshot<D, D>[]) => boolean,
): Promise<QueryDocumentSnapshot<D, D>[]> {
  let stop = () => {};
  const seen = new Promise<QueryDocumentSnapshot<D, D>[]>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`It does not come to: ${isSo}`)), 60_000);
    stop = onSnapshot(
      what,
      ({ docs }) => {
        if (!isSo(docs)) return;
        clearTimeout(late);
        resolve(docs);
      },
      (error) => {
        clearTimeout(late);
        reject(error);
      },
    );
  });
  return seen.finally(() => stop());
}
