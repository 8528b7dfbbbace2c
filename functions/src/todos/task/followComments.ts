import { decide, merge, remove } from "../../core/decide.ts";
import { inPages } from "../../core/inPages.ts";
import { commentsOf, tasksOf } from "../schema.ts";

/** Deletes what was said of a task that is gone. Safe to run again after any step. */
export async function deleteComments(listId: string, taskId: string): Promise<void> {
  if ((await tasksOf(listId).doc(taskId).get()).exists) return;
  await inPages(commentsOf(listId, taskId), (comment) => [remove(comment)]);
}

/**
 * Brings what was said of a task to where the task is now, however often it was moved since. Safe to
 * run again after any step. Where the task is gone, it stays: it goes with the forwarding address.
 */
export async function moveComments(listId: string, taskId: string): Promise<void> {
  const target = await whereabouts(listId, taskId);
  if (target === undefined || target === listId) return;
  await inPages(commentsOf(listId, taskId), (comment) => [
    merge(commentsOf(target, taskId).doc(comment.id), comment.data()),
    remove(comment),
  ]);
}

/** The list that a task is in now; `undefined` if it is nowhere. Billed a read a move. */
const whereabouts = (listId: string, taskId: string): Promise<string | undefined> =>
  decide(async (read) => {
    const met = new Set<string>();
    for (let here = listId; !met.has(here); ) {
      met.add(here);
      const [found] = await read(tasksOf(here).doc(taskId));
      const task = found.data();
      if (!task || task.movedTo === null) return { answer: task && here };
      here = task.movedTo;
    }
    return { answer: undefined };
  });
