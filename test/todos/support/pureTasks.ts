import { stamp, useClock } from "../../../functions/src/core/clock.ts";
import { type List, Task } from "../../../functions/src/todos/schema.ts";
import type { DueTasks } from "../../../functions/src/todos/task/dueTasks.ts";
import { blankTask } from "./blankTask.ts";

// Tasks as they are read, for what looks at them and at nothing else.

/** A moment, as Firestore keeps it: `at("2026-02-28T09:30:00Z")`. */
export function at(moment: string | Date): ReturnType<typeof stamp> {
  const putBack = useClock(() => new Date(moment));
  try {
    return stamp();
  } finally {
    putBack();
  }
}

/** A task that the schema takes. */
export const taskOf = (fields: Partial<Task> = {}): Task =>
  Task.parse({
    ...blankTask,
    createdBy: "owner",
    createdAt: at("2026-01-01T00:00:00Z"),
    updatedAt: at("2026-01-02T00:00:00Z"),
    ...fields,
  });

/** What is due in a list, as a query finds it: tasks by their ids. */
export function foundIn(
  title: string,
  tasks: Record<string, Partial<Task>>,
  listId = "list",
): DueTasks {
  const snapshots = Object.entries(tasks).map(([id, fields]) => ({
    id,
    ref: { parent: { parent: { id: listId } } },
    data: () => taskOf(fields),
  }));
  return { list: { title } as List, tasks: snapshots as unknown as DueTasks["tasks"] };
}

/** The same tasks without names of their own: "t0", "t1", … */
export const foundTasks = (title: string, ...tasks: Partial<Task>[]): DueTasks =>
  foundIn(title, Object.fromEntries(tasks.map((task, index) => [`t${index}`, task])));

/** Due on a day, at a time of it where one is given. */
export const due = (date: string, time: string | null = null, zone = "UTC") => ({
  date,
  time,
  zone,
});
