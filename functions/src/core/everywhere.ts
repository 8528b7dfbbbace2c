import type {
  DocumentData,
  DocumentReference,
  DocumentSnapshot,
  Query,
} from "firebase-admin/firestore";
import { decide, type Write } from "./decide.ts";
import { pagesOf } from "./pagesOf.ts";

/**
 * Which of the documents that a collection group has are a module's: others may use the same name.
 */
export type IsOurs = (ref: { path: string }) => boolean;

/**
 * Does `work` for every document of a module that `query` finds, wherever it is, a page to a commit.
 * `work` gets it as it is by then, and answers nothing where there is nothing to do any more. Safe to
 * run again after any step. Billed two reads a document, and its writes.
 */
export async function everywhere<D, Stored extends DocumentData>(
  query: Query<D, Stored>,
  isOurs: IsOurs,
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
