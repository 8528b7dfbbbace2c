import {
  doc,
  type Firestore,
  getDocs,
  type QueryDocumentSnapshot,
  serverTimestamp,
  updateDoc,
  writeBatch,
} from "firebase/firestore";
import {
  positionAfter,
  positionBetween,
  positionsAfter,
} from "../../../functions/src/todos/positions.ts";
import { type Task, todosDocuments } from "../todos.ts";

/** Puts a task between two others of its list; null stands for the beginning, or the end. */
export type PlaceTask = (
  task: QueryDocumentSnapshot<Task, Task>,
  between: Between,
) => Promise<void>;

interface Between {
  above: QueryDocumentSnapshot<Task, Task> | null;
  below: QueryDocumentSnapshot<Task, Task> | null;
}

/**
 * Writes that one task, and reads nothing. Where there is no room between the two (two that were put
 * to the same place at once, or very many moves there) all that is open in the list, up to 500 tasks, is
 * read and spread anew, in one commit. Rejects with the SDK's `permission-denied` where the rules
 * refuse.
 */
export const placing =
  (db: Firestore): PlaceTask =>
  async (task, { above, below }) => {
    const [low, high] = [above?.data().position ?? null, below?.data().position ?? null];
    const position = high === null ? positionAfter(low) : positionBetween(low, high);
    if (position === undefined) return spread(db, task, { above, below });
    await updateDoc(task.ref, { position, updatedAt: serverTimestamp() });
  };

async function spread(
  db: Firestore,
  task: QueryDocumentSnapshot<Task, Task>,
  { above, below }: Between,
): Promise<void> {
  const listId = task.ref.parent.parent?.id ?? "";
  const { docs } = await getDocs(todosDocuments(db).openTasks(listId));
  const ids = docs.map(({ id }) => id).filter((id) => id !== task.id);
  ids.splice(placeAmong(ids, { above, below }), 0, task.id);
  const positions = positionsAfter(null, ids.length);
  const batch = writeBatch(db);
  for (const [index, id] of ids.entries()) {
    const position = positions[index];
    if (position === undefined) throw new Error("There is room for any number from the beginning.");
    batch.update(doc(todosDocuments(db).tasks(listId), id), {
      position,
      updatedAt: serverTimestamp(),
    });
  }
  await batch.commit();
}

/** Either of the two may be gone by now. */
function placeAmong(ids: readonly string[], { above, below }: Between): number {
  const [before, after] = [ids.indexOf(above?.id ?? ""), ids.indexOf(below?.id ?? "")];
  return above && before < 0 && after >= 0 ? after : before + 1;
}
