import { Filter, type Query, type QueryDocumentSnapshot } from "firebase-admin/firestore";
import { type List, lists, type Task, tasksOf } from "../schema.ts";

/** What mails and feeds show of a task, and no more: notes and checklists may be long. */
const SHOWN = ["title", "due", "priority", "labels", "position", "updatedAt"] as const;
export type DueTask = Pick<Task, (typeof SHOWN)[number]>;

/** A list, and what is due in it. */
export interface DueTasks {
  list: List;
  tasks: QueryDocumentSnapshot<DueTask>[];
}

/** One mail or feed looks at so many lists and tasks: whoever shares a list can fill it. */
const MAX_LISTS = 100;
const MAX_TASKS = 500;

/** Lists that are looked at at the same time. */
const WIDTH = 5;

/**
 * What somebody has to do that is due on the days named, of all lists that they are on and that are in
 * use: what is assigned to them or to nobody. The oldest 500 tasks of a list, and no further list once
 * there are so many. Billed a read a list and a read a task that is due; two for a list where nothing is.
 */
export async function dueTasksOf(
  uid: string,
  days: { from?: string; until?: string },
): Promise<DueTasks[]> {
  const shared = await lists
    .where("memberIds", "array-contains", uid)
    .where("archived", "==", false)
    .where("deletedAt", "==", null)
    .orderBy("createdAt")
    .limit(MAX_LISTS)
    .get();
  const found: DueTasks[] = [];
  let count = 0;
  for (let start = 0; start < shared.size && count < MAX_TASKS; start += WIDTH) {
    const group = shared.docs.slice(start, start + WIDTH).map(async (list) => ({
      list: list.data(),
      tasks: (await dueIn(list.id, uid, days).get()).docs,
    }));
    for (const one of await Promise.all(group)) {
      found.push(one);
      count += one.tasks.length;
    }
  }
  return found;
}

function dueIn(
  listId: string,
  uid: string,
  { from, until }: { from?: string; until?: string },
): Query<DueTask> {
  const theirs = tasksOf(listId)
    .where("deletedAt", "==", null)
    .where("completedAt", "==", null)
    .where(Filter.or(Filter.where("assigneeId", "==", null), Filter.where("assigneeId", "==", uid)))
    .orderBy("due.date");
  const begun = from === undefined ? theirs : theirs.where("due.date", ">=", from);
  const ended = until === undefined ? begun : begun.where("due.date", "<=", until);
  return ended.limit(MAX_TASKS).select(...SHOWN) as Query<DueTask>;
}
