import { doc, serverTimestamp, type UpdateData, updateDoc } from "firebase/firestore";
import type { List } from "kindling-client";
import { todos } from "../../core/backend.ts";

/** What its owner changes of a list. */
export const changeList = (listId: string, changes: UpdateData<List>): Promise<void> =>
  updateDoc(doc(todos.documents.lists, listId), { ...changes, updatedAt: serverTimestamp() });
