import { now } from "../../../functions/src/core/clock.ts";
import { create, decide, merge } from "../../../functions/src/core/decide.ts";
import { idOf } from "../../../functions/src/core/id.ts";
import { positionsAfter } from "../../../functions/src/todos/positions.ts";
import { commentsOf, lists, tasksOf } from "../../../functions/src/todos/schema.ts";
import { followAssignment } from "../../../functions/src/todos/task/followAssignment.ts";
import type { DemoList } from "./demoList.ts";
import { commentDocument, listDocument, taskDocument } from "./documents.ts";

/**
 * Puts a list there with all that is in it, in one commit; one that is there already is left as it
 * is, whatever has become of it. Those who have something to do find it among their assignments.
 */
export async function plant(list: DemoList): Promise<void> {
  await decide(async (read) => {
    const [found] = await read(lists.doc(list.id));
    if (found.exists) return { answer: undefined };
    const positions = positionsAfter(null, list.tasks.length, now().getTime());
    const tasks = list.tasks.map((task, index) =>
      merge(tasksOf(list.id).doc(task.id), taskDocument(task, positions[index] ?? "", list)),
    );
    const comments = list.tasks.flatMap(({ id, comments = [] }) =>
      comments.map((comment, nth) =>
        merge(commentsOf(list.id, id).doc(idOf(comment.text)), commentDocument(comment, nth)),
      ),
    );
    return {
      answer: undefined,
      writes: [create(found.ref, listDocument(list)), ...tasks, ...comments],
    };
  });
  for (const { id, assignee } of list.tasks) {
    if (assignee !== undefined) await followAssignment(list.id, id, [assignee]);
  }
}
