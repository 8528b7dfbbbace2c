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
 * commit. `work` gets it as it is by then, and answers nothing where there is nothing to do any more.
 * Safe to run again after any step. Billed two reads a document, and its writes.
 */
export async function everywhere<D, Stored extends DocumentData>(
  query: Query<D, Stored>,
  work: (found: DocumentSnapshot<D, Stored>, current: D) => Write | undefined,
): Promise<void> {
  for await (const page of pagesOf(query)) {
    const refs = page.map(({ ref }) => ref).filter(isOurs);
    await decide(async (read) => {
      const found: readonly DocumentSnapshot[] = await read(...(refs as DocumentReference[]));
      const writes = (found as readonly DocumentSnapshot<D, Stored>[]).flatMap((one) => {
        const current = one.data();
        return (current && work(one, current)) || [];
      });
      return { answer: undefined, writes };
    });
  }
}
