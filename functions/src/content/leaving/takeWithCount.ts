import type { DocumentData, DocumentReference } from "firebase-admin/firestore";
import { decide, remove, type Write } from "../../core/decide.ts";

/** Deletes a document, with its part in a count of another that is there, in one commit. */
export const takeWithCount = (
  ref: DocumentReference<unknown>,
  counts: DocumentReference<unknown>,
  move: (current: DocumentData) => Write | undefined,
): Promise<void> =>
  decide(async (read) => {
    const [found, counting] = await read(ref as DocumentReference, counts as DocumentReference);
    const current = found.data();
    if (!current) return { answer: undefined };
    const moved = counting.exists ? move(current) : undefined;
    return { answer: undefined, writes: [remove(found), ...(moved ? [moved] : [])] };
  });
