import { isDeepStrictEqual } from "node:util";
import { create, decide, remove, update } from "../../core/decide.ts";
import { isOpen, isWriter } from "../list/access.ts";
import { type Assignment, assignmentOf, type List, lists, type Task, tasksOf } from "../schema.ts";

/**
 * Brings what these people have of a task among their assignments to what stands in the task: a
 * copy, where it is open and theirs to do; else nothing. Looks at the task as it is now, so it may run
 * late, again or out of order. Billed two reads, and one for each of them; where something was to be
 * changed, a write for each change and those reads again.
 */
export async function followAssignment(
  listId: string,
  taskId: string,
  uids: readonly string[],
): Promise<void> {
  // Whoever changes the task meanwhile may have found the copies right, as they were: so it ends with
  // a look at all of it that finds them so.
  while (await bring(listId, taskId, uids));
}

const bring = (listId: string, taskId: string, uids: readonly string[]): Promise<boolean> =>
  decide(async (read) => {
    const [list, task, ...copies] = await read(
      lists.doc(listId),
      tasksOf(listId).doc(taskId),
      ...uids.map((uid) => assignmentOf(uid, listId, taskId)),
    );
    const writes = copies.flatMap((copy, index) => {
      const wanted = assignmentFor(uids[index] ?? "", list.data(), task.data());
      if (!wanted) return copy.exists ? remove(copy) : [];
      const whole: Assignment = { listId, taskId, ...wanted };
      if (!copy.exists) return create(copy.ref, whole);
      return isDeepStrictEqual(copy.data(), whole) ? [] : update(copy, whole);
    });
    return { answer: writes.length > 0, writes };
  });

function assignmentFor(uid: string, list: List | undefined, task: Task | undefined) {
  const isTheirs = task?.assigneeId === uid && !task.completedAt && !task.deletedAt && isOpen(list);
  if (!isTheirs || !isWriter(list, uid)) return undefined;
  const { title, priority, due } = task;
  return { title, priority, due, dueDate: due?.date ?? "none" };
}
