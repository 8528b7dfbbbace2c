import type { DocumentSnapshot } from "firebase-admin/firestore";
import { decide, merge, type Read, remove, update } from "../../core/decide.ts";
import { inPages } from "../../core/inPages.ts";
import { pathOf } from "../paths.ts";
import { commentsOf, type Task, tasksOf } from "../schema.ts";

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
  while (await movePage(listId, taskId));
}

/** Comments of one commit, which has two writes for each. */
const PAGE = 100;

/** Answers whether there may be more. */
const movePage = (listId: string, taskId: string): Promise<boolean> =>
  decide(async (read) => {
    const target = await whereabouts(read, listId, taskId);
    const { listId: there } = target ? pathOf(target.ref) : { listId };
    if (!target || there === listId) return { answer: false };
    const { docs } = await commentsOf(listId, taskId).limit(PAGE).get();
    if (docs.length === 0) return { answer: false };
    const moves = docs.flatMap((comment) => [
      merge(commentsOf(there, taskId).doc(comment.id), comment.data()),
      remove(comment),
    ]);
    // Changes nothing: the commit fails if the task has gone on from there, so nothing is left behind.
    const stillThere = update(target, { movedTo: null });
    return { answer: docs.length === PAGE, writes: [stillThere, ...moves] };
  });

/** A task where it is now; `undefined` if it is nowhere. Billed a read a move. */
async function whereabouts(
  read: Read,
  listId: string,
  taskId: string,
): Promise<DocumentSnapshot<Task> | undefined> {
  const met = new Set<string>();
  for (let here = listId; !met.has(here); ) {
    met.add(here);
    const [found] = await read(tasksOf(here).doc(taskId));
    const task = found.data();
    if (!task || task.movedTo === null) return task && found;
    here = task.movedTo;
  }
  return undefined;
}
