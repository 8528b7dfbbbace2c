import { isDeepStrictEqual } from "node:util";
import { onDocumentWritten } from "firebase-functions/firestore";
import { continueSeries } from "./repeat/continueSeries.ts";
import type { Task } from "./schema.ts";
import { followAssignment } from "./task/followAssignment.ts";
import { deleteComments, moveComments } from "./task/followComments.ts";

/**
 * Does what follows from a change of a task: the next of a series (what it misses, `sweep` finds), the
 * copies among assignments, the comments of a task that was moved or deleted for good. Looks at how
 * things are now, so events may come late, again or out of order. Most changes lead to nothing, and
 * cost no read.
 */
export const followTask = onDocumentWritten(
  { document: "lists/{list}/tasks/{task}", retry: true },
  async ({ data, params: { list, task } }) => {
    const before = data?.before.data() as Task | undefined;
    const after = data?.after.data() as Task | undefined;
    if (after?.completedAt && after.repeat) await continueSeries(list, task);
    const uids = assigneesToFollow(before, after);
    if (uids.length > 0) await followAssignment(list, task, uids);
    if (after?.movedTo && !before?.movedTo) await moveComments(list, task);
    if (!after) await deleteComments(list, task);
  },
);

/** Of whose assignments something may have to change. */
function assigneesToFollow(before: Task | undefined, after: Task | undefined): string[] {
  if (isDeepStrictEqual(shown(before), shown(after))) return [];
  const both = [before?.assigneeId, after?.assigneeId];
  return [...new Set(both.filter((uid) => uid !== null && uid !== undefined))];
}

const shown = (task: Task | undefined) =>
  task && {
    title: task.title,
    priority: task.priority,
    due: task.due,
    assigneeId: task.assigneeId,
    isOpen: !task.completedAt && !task.deletedAt,
  };
