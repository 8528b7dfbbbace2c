import type { DocumentReference } from "firebase-admin/firestore";
import { db } from "../../core/db.ts";
import type { Site } from "../schema.ts";

/**
 * Deletes what is below a site that nobody can write to, first what readers see. Safe to run again.
 */
export async function deleteBelow(ref: DocumentReference<Site>): Promise<void> {
  await db.recursiveDelete(ref.collection("articles"));
  for (const below of await ref.listCollections()) await db.recursiveDelete(below);
}
