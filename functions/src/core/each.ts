import type { QueryDocumentSnapshot } from "firebase-admin/firestore";
import { error as logError } from "firebase-functions/logger";
import { inParallel } from "./inParallel.ts";

/**
 * Does `work` for each document that a sweep has found, `width` at a time, and answers the outcomes
 * in their order. One that fails is logged and stops no other; the next sweep meets it again.
 */
export async function each<D, Outcome>(
  found: readonly QueryDocumentSnapshot<D>[],
  work: (document: QueryDocumentSnapshot<D>) => Promise<Outcome>,
  width = 5,
): Promise<(Outcome | "failed")[]> {
  const outcomes: (Outcome | "failed")[] = [];
  await inParallel([...found.entries()], width, async ([index, document]) => {
    outcomes[index] = await work(document).catch((error): "failed" => {
      logError("sweep", { path: document.ref.path, error: String(error) });
      return "failed";
    });
  });
  return outcomes;
}
