import type { QueryDocumentSnapshot } from "firebase-admin/firestore";
import { error as logError } from "firebase-functions/logger";

/** So many at a time: enough not to wait for one, few enough for those we call. */
const WIDTH = 5;

/**
 * Does `work` for each document that a sweep has found, a few at a time, and answers the outcomes in
 * their order. One that fails is logged and stops no other; the next sweep meets it again.
 */
export async function each<D, Outcome>(
  found: readonly QueryDocumentSnapshot<D>[],
  work: (document: QueryDocumentSnapshot<D>) => Promise<Outcome>,
): Promise<(Outcome | "failed")[]> {
  const outcomes: (Outcome | "failed")[] = [];
  const waiting = found.entries();
  const worker = async () => {
    for (const [index, document] of waiting) {
      outcomes[index] = await work(document).catch((error): "failed" => {
        logError("sweep", { path: document.ref.path, error: String(error) });
        return "failed";
      });
    }
  };
  await Promise.all(Array.from({ length: WIDTH }, worker));
  return outcomes;
}
