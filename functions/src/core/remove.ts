import type { DocumentData, DocumentSnapshot } from "firebase-admin/firestore";
import type { Write } from "./decide.ts";

/** Deletes a document that was there, if it is still as it was read. */
export function remove<D, Stored extends DocumentData>(
  snapshot: DocumentSnapshot<D, Stored>,
): Write {
  const { ref, updateTime } = snapshot;
  if (!updateTime) throw new Error(`${ref.path} is not there to be deleted.`);
  return (batch) => batch.delete(ref, { lastUpdateTime: updateTime });
}
