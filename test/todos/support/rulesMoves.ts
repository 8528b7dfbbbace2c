import {
  type DocumentData,
  doc,
  type Firestore,
  serverTimestamp,
  writeBatch,
} from "firebase/firestore/lite";

/** A move of a task as a client can try it, in one commit: with both of its halves, or one. */
export interface Move {
  id: string;
  from: string;
  to: string;
  /** What the task is before. */
  task: DocumentData;
  /** What arrives, where it is not just that; with null, nothing. */
  arrival?: DocumentData | null;
  /** What is left, where it is not just a forwarding address; with null, all of it. */
  departure?: DocumentData | null;
}

/** What arrives in `list` by a move. */
export const arrivalOf = ({ task, from, arrival }: Omit<Move, "id" | "to">): DocumentData => ({
  ...task,
  assigneeId: null,
  movedFrom: from,
  updatedAt: serverTimestamp(),
  ...arrival,
});

/** Carries out moves, right or wrong, all in one commit. */
export function move(db: Firestore, ...moves: Move[]): Promise<void> {
  const batch = writeBatch(db);
  for (const one of moves) {
    const { id, from, to, arrival, departure } = one;
    if (arrival !== null) batch.set(doc(db, `lists/${to}/tasks/${id}`), arrivalOf(one));
    if (departure !== null) {
      const now = serverTimestamp();
      batch.update(doc(db, `lists/${from}/tasks/${id}`), {
        movedTo: to,
        deletedAt: now,
        updatedAt: now,
        ...departure,
      });
    }
  }
  return batch.commit();
}
