import type { DocumentData, Query, QueryDocumentSnapshot } from "firebase-admin/firestore";

/**
 * All that `query`, which names no order, finds, a page at a time: for work that may leave a document
 * as it is (`inPages` is for work after which it is not found again). Billed a read a document.
 */
export async function* pagesOf<D, Stored extends DocumentData>(
  query: Query<D, Stored>,
  size = 100,
): AsyncGenerator<QueryDocumentSnapshot<D, Stored>[]> {
  let rest = query.limit(size);
  for (;;) {
    const { docs } = await rest.get();
    const last = docs.at(-1);
    if (!last) return;
    yield docs;
    if (docs.length < size) return;
    rest = query.limit(size).startAfter(last);
  }
}
