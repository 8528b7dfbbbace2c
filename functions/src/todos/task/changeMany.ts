import type { DocumentSnapshot } from "firebase-admin/firestore";
import type { Caller } from "../../core/caller.ts";
import { decide, type Write } from "../../core/decide.ts";
import { writableList } from "../list/access.ts";
import { lists, type Task, tasksOf } from "../schema.ts";

/** Tasks of one commit. */
const PAGE = 100;

/**
 * Changes many tasks of one list, page by page; `change` answers nothing where there is nothing to
 * do. The caller's role is looked at in each commit. What is missing or was moved is passed over.
 * Safe to run again after any step. Answers how many were changed. Refuses what `writableList` refuses.
 */
export async function changeMany(
  listId: string,
  taskIds: readonly string[],
  caller: Caller,
  change: (found: DocumentSnapshot<Task>, task: Task) => Write | undefined,
): Promise<number> {
  let changed = 0;
  for (let start = 0; start < taskIds.length; start += PAGE) {
    const refs = taskIds.slice(start, start + PAGE).map((id) => tasksOf(listId).doc(id));
    changed += await decide(async (read) => {
      const [list, ...found] = await read(lists.doc(listId), ...refs);
      writableList(list, caller);
      const writes = found.flatMap((one) => {
        const task = one.data();
        return (task && task.movedTo === null && change(one, task)) || [];
      });
      return { answer: writes.length, writes };
    });
  }
  return changed;
}
