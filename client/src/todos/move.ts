import {
  doc,
  type Firestore,
  getDoc,
  type QueryDocumentSnapshot,
  serverTimestamp,
  waitForPendingWrites,
  writeBatch,
} from "firebase/firestore";
import { positionNow } from "../../../functions/src/todos/positions.ts";
import { type Task, todosDocuments } from "../todos.ts";

/** Moves a task to the end of another list. */
export type MoveTask = (task: QueryDocumentSnapshot<Task, Task>, toListId: string) => Promise<void>;

/**
 * One commit: the task in the other list as it was, under the same id, and its forwarding address
 * here; so it is in one list at any time, offline as well. What is said of it follows within seconds.
 * It is nobody's to do there, unless given to somebody again. What the device itself has written to the
 * task and the back end not confirmed by then is waited for, and read again. Rejects with the SDK's
 * `permission-denied` where the rules refuse: who may not write in both lists, and a task that
 * somebody has changed, moved or deleted since it was read.
 */
export const moving =
  (db: Firestore): MoveTask =>
  async (task, toListId) => {
    const fromListId = task.ref.parent.parent?.id ?? "";
    if (fromListId === toListId) return;
    const moved = await confirmed(db, task);
    const now = serverTimestamp();
    const batch = writeBatch(db);
    batch.set(doc(todosDocuments(db).tasks(toListId), task.id), {
      ...moved,
      assigneeId: null,
      position: positionNow(Date.now()),
      movedFrom: fromListId,
      updatedAt: now,
    });
    batch.update(task.ref, { movedTo: toListId, deletedAt: now, updatedAt: now });
    await batch.commit();
  };

/** The task as the back end has it: the times of a write that is on its way are estimates. */
async function confirmed(db: Firestore, task: QueryDocumentSnapshot<Task, Task>): Promise<Task> {
  if (!task.metadata.hasPendingWrites) return task.data();
  await waitForPendingWrites(db);
  return (await getDoc(task.ref)).data() ?? task.data();
}
