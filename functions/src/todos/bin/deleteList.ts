import type { DocumentReference } from "firebase-admin/firestore";
import { db } from "../../core/db.ts";
import type { List } from "../schema.ts";

/**
 * Deletes a list that nobody can write to: first what is below it, and itself when that is gone, so
 * what a crash leaves is found again. (Of a document, `recursiveDelete` deletes all at once, itself even
 * where the rest fails.)
 */
export async function deleteList(ref: DocumentReference<List>): Promise<void> {
  for (const below of await ref.listCollections()) await db.recursiveDelete(below);
  await ref.delete();
}
