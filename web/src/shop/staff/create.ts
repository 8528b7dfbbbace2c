import {
  type DocumentData,
  type DocumentReference,
  runTransaction,
  type Transaction,
  type WithFieldValue,
} from "firebase/firestore";
import { db } from "../../core/backend.ts";
import { refusal } from "./refusal.ts";

/**
 * Makes a document under an id that somebody chose, and with it what `more` writes. Where there is one
 * already, that stays, and `taken` is said. A transaction, since it has to look first: without a network
 * it fails, and does not wait.
 */
export const create = <T extends DocumentData>(
  ref: DocumentReference<T, T>,
  document: WithFieldValue<T>,
  taken: string,
  more?: (transaction: Transaction) => void,
): Promise<void> =>
  runTransaction(db, async (transaction) => {
    if ((await transaction.get(ref)).exists()) {
      throw refusal("already-exists", "taken", taken);
    }
    transaction.set(ref, document);
    more?.(transaction);
  });
