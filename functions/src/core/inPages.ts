import type { DocumentData, Query, QueryDocumentSnapshot } from "firebase-admin/firestore";
import { decide, type Write } from "./decide.ts";

/** Documents of one commit; it takes 500 writes. */
const PAGE = 100;

/**
 * Does `work` for every document that `query` finds, a page to a commit, until it finds no more: the
 * work must be such that it is not found again. Safe to run again after any step, and by several at
 * once. Answers how many documents it met. Billed a read a document, and its writes; a read where
 * there is none.
 */
export async function inPages<D, Stored extends DocumentData>(
  query: Query<D, Stored>,
  work: (document: QueryDocumentSnapshot<D, Stored>) => Write[],
): Promise<number> {
  const met = new Set<string>();
  const turn = () =>
    decide(async () => {
      const { docs } = await query.limit(PAGE).get();
      for (const { id } of docs) met.add(id);
      return { answer: docs.length === PAGE, writes: docs.flatMap(work) };
    });
  while (await turn());
  return met.size;
}
