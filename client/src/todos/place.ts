import {
  doc,
  type Firestore,
  getDocsFromServer,
  type QueryDocumentSnapshot,
  serverTimestamp,
  updateDoc,
  writeBatch,
} from "firebase/firestore";
import {
  positionAfter,
  positionBetween,
  positionsAfter,
  positionsBetween,
} from "../../../functions/src/todos/positions.ts";
import { KindlingError } from "../errors.ts";
import { PAGE, type Task, todosDocuments } from "../todos.ts";

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
 * to the same place at once, or very many moves there) what is open in the list, the first 500 tasks, is
 * read and spread anew, in one commit; that takes the network. Rejects with the SDK's
 * `permission-denied` where the rules refuse, with its `unavailable` where there is no network, and with a
 * `KindlingError`, `failed-precondition`/`no-room`, where that makes no room either.
 */
export const placing =
  (db: Firestore): PlaceTask =>
  async (task, { above, below }) => {
    const [low, high] = [above?.data().position ?? null, below?.data().position ?? null];
    const position = high === null ? positionAfter(low, Date.now()) : positionBetween(low, high);
    if (position === undefined) return spread(db, task, { above, below });
    await updateDoc(task.ref, { position, updatedAt: serverTimestamp() });
  };

async function spread(
  db: Firestore,
  task: QueryDocumentSnapshot<Task, Task>,
  between: Between,
): Promise<void> {
  const listId = task.ref.parent.parent?.id ?? "";
  const { docs } = await getDocsFromServer(todosDocuments(db).openTasks(listId, PAGE));
  const rest = docs.filter(({ id }) => id !== task.id);
  // What comes behind a full page stays where it is, and the last of the page with it.
  const end = docs.length < PAGE ? undefined : rest.pop();
  const ids = rest.map(({ id }) => id);
  const isBehind = end !== undefined && end.id === between.above?.id;
  if (!isBehind) ids.splice(placeAmong(ids, between), 0, task.id);
  const positions = end
    ? positionsBetween(null, end.data().position, ids.length)
    : positionsAfter(null, ids.length, Date.now());
  if (isBehind || positions?.length !== ids.length) throw noRoom();
  const batch = writeBatch(db);
  for (const [index, id] of ids.entries()) {
    const change = { position: positions[index] ?? "", updatedAt: serverTimestamp() };
    batch.update(doc(todosDocuments(db).tasks(listId), id), change);
  }
  await batch.commit();
}

const noRoom = () =>
  new KindlingError(
    "failed-precondition",
    "no-room",
    "There is no room at this place. Put the task to another.",
    {},
    undefined,
  );

/** Either of the two may be gone by now. */
function placeAmong(ids: readonly string[], { above, below }: Between): number {
  const [before, after] = [ids.indexOf(above?.id ?? ""), ids.indexOf(below?.id ?? "")];
  return above && before < 0 && after >= 0 ? after : before + 1;
}
