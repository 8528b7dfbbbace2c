import type { DocumentReference } from "firebase-admin/firestore";
import { db } from "../../core/db.ts";
import { decide, remove } from "../../core/decide.ts";
import type { Site } from "../schema.ts";

/**
 * Deletes what is below a site that nobody can write to, and itself when that is gone, so what a crash
 * leaves is found again: first what readers see.
 */
export async function deleteAll(ref: DocumentReference<Site>): Promise<void> {
  await db.recursiveDelete(ref.collection("articles"));
  for (const below of await ref.listCollections()) await db.recursiveDelete(below);
  await decide(async (read) => {
    const [found] = await read(ref);
    // Where several are at it, the address may be somebody's again.
    return { answer: undefined, writes: found.data()?.deletedAt ? [remove(found)] : [] };
  });
}
