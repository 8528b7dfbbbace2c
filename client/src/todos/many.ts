import {
  doc,
  type Firestore,
  serverTimestamp,
  type UpdateData,
  writeBatch,
} from "firebase/firestore";
import type { Modules } from "../callables.ts";
import { type Task, todosDocuments } from "../todos.ts";

/** Up to so many are written by the app itself, and so offline, too; more by the back end. */
const FEW = 100;

/** Does something to many tasks of a list. */
export type ChangeTasks = (listId: string, taskIds: readonly string[]) => Promise<void>;

/**
 * Completes, and puts into the bin, any number of tasks of a list: up to 100 in one commit under the
 * rules (all or none; it waits while one is offline), more by the callable of the same name, 500 at
 * a time. Rejects with the SDK's `permission-denied`, or with a `KindlingError`.
 */
export function changingMany(
  db: Firestore,
  call: Pick<Modules["todos"], "completeTasks" | "deleteTasks">,
): { completeTasks: ChangeTasks; deleteTasks: ChangeTasks } {
  const inOneCommit = async (
    listId: string,
    taskIds: readonly string[],
    change: UpdateData<Task>,
  ) => {
    const batch = writeBatch(db);
    for (const id of taskIds) {
      batch.update(doc(todosDocuments(db).tasks(listId), id), {
        ...change,
        updatedAt: serverTimestamp(),
      });
    }
    await batch.commit();
  };
  const changing =
    (name: "completeTasks" | "deleteTasks", field: "completedAt" | "deletedAt"): ChangeTasks =>
    async (listId, taskIds) => {
      if (taskIds.length <= FEW) {
        return inOneCommit(listId, taskIds, { [field]: serverTimestamp() });
      }
      for (let start = 0; start < taskIds.length; start += 500) {
        await call[name]({ listId, taskIds: taskIds.slice(start, start + 500) });
      }
    };
  return {
    completeTasks: changing("completeTasks", "completedAt"),
    deleteTasks: changing("deleteTasks", "deletedAt"),
  };
}
