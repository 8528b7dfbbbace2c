import { deleteDoc, serverTimestamp, type UpdateData, updateDoc } from "firebase/firestore";
import type { Task } from "kindling-client";
import type { Found } from "../../core/live.ts";

/** Changes these fields of a task, and leaves what others change meanwhile. */
export const changeTask = (task: Found<Task>, changes: UpdateData<Task>): Promise<void> =>
  updateDoc(task.ref, { ...changes, updatedAt: serverTimestamp() });

export const complete = (task: Found<Task>): Promise<void> =>
  changeTask(task, { completedAt: serverTimestamp() });

export const reopen = (task: Found<Task>): Promise<void> => changeTask(task, { completedAt: null });

export const putIntoBin = (task: Found<Task>): Promise<void> =>
  changeTask(task, { deletedAt: serverTimestamp() });

export const takeOutOfBin = (task: Found<Task>): Promise<void> =>
  changeTask(task, { deletedAt: null });

/** For good. */
export const deleteTask = (task: Found<Task>): Promise<void> => deleteDoc(task.ref);
