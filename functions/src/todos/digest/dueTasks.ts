import type { QueryDocumentSnapshot } from "firebase-admin/firestore";
import { type List, lists, type Task, tasksOf } from "../schema.ts";

/** Lists and due tasks of each that one mail or feed looks at. */
const MAX_LISTS = 100;
const MAX_TASKS = 200;

/** A list, and what is due in it. */
export interface DueTasks {
  list: List;
  tasks: QueryDocumentSnapshot<Task>[];
}

/**
 * What somebody has to do that is due, of all lists that they are on and that are in use: what is
 * assigned to them or to nobody; with `until`, what is due by that day. Billed a read a list and a
 * read a task that is due; two for a list where nothing is.
 */
export async function dueTasksOf(uid: string, until?: string): Promise<DueTasks[]> {
  const shared = await lists
    .where("memberIds", "array-contains", uid)
    .where("archived", "==", false)
    .where("deletedAt", "==", null)
    .orderBy("createdAt")
    .limit(MAX_LISTS)
    .get();
  return Promise.all(
    shared.docs.map(async (list) => {
      const open = tasksOf(list.id).where("deletedAt", "==", null).where("completedAt", "==", null);
      const due = until === undefined ? open : open.where("due.date", "<=", until);
      const found = await due.orderBy("due.date").limit(MAX_TASKS).get();
      const tasks = found.docs.filter((task) => [null, uid].includes(task.data().assigneeId));
      return { list: list.data(), tasks };
    }),
  );
}
