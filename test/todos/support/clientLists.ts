import assert from "node:assert/strict";
import { type DocumentData, type Firestore, getDocs } from "firebase/firestore";
import { type Task, todosDocuments } from "../../../client/src/todos.ts";
import { standing } from "../../support/rulesShape.ts";
import { task } from "./documents.ts";
import { owner, shared } from "./rulesLists.ts";

/** The documents of a list that stands, with tasks by id, in their order: places of long ago. */
export function listed(
  listId: string,
  tasks: Record<string, DocumentData>,
  fields: DocumentData = {},
): Record<string, DocumentData> {
  const below = Object.entries(tasks).map(([id, said], index) => [
    `lists/${listId}/tasks/${id}`,
    standing(task(owner, { title: id, position: `00${"BDFHJLNPRTVXZ"[index]}`, ...said })),
  ]);
  return { [`lists/${listId}`]: { ...shared(), ...fields }, ...Object.fromEntries(below) };
}

/** A list as an app shows it. */
export const openIn = async (db: Firestore, listId: string) => {
  const found = await getDocs(todosDocuments(db).openTasks(listId));
  assert.equal(found.metadata.fromCache, false);
  return found.docs;
};

export const idsOf = (found: readonly { id: string }[]): string[] => found.map(({ id }) => id);

/** No two of them are in one place, and they are shown in the order of their places. */
export function assertStrict(found: readonly { data(): Task }[]): void {
  const positions = found.map((one) => one.data().position);
  assert.deepEqual([...new Set(positions)].sort(), positions);
}
