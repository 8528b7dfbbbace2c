import type {
  DocumentData,
  DocumentReference,
  DocumentSnapshot,
  Query,
} from "firebase-admin/firestore";
import { decide, type Write } from "../../core/decide.ts";
import { pagesOf } from "../../core/pagesOf.ts";
import { isOurs } from "../paths.ts";

/**
 * Does `work` for every document of this module that `query` finds, in whatever list, a page to a
 * commit. Safe to run again after any step. Billed two reads a document, and its writes.
 */
export async function everywhere<D, Stored extends DocumentData>(
  query: Query<D, Stored>,
  work: (found: DocumentSnapshot<D, Stored>) => Write,
): Promise<void> {
  for await (const page of pagesOf(query)) {
    const refs = page.map(({ ref }) => ref).filter(isOurs);
    await decide(async (read) => {
      const found: readonly DocumentSnapshot[] = await read(...(refs as DocumentReference[]));
      const there = found.filter(({ exists }) => exists) as DocumentSnapshot<D, Stored>[];
      return { answer: undefined, writes: there.map(work) };
    });
  }
}
