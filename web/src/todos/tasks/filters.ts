import { dayIn, type Task, type TaskDraft } from "kindling-client";
import { urgencyOf, zoneHere } from "../task/dueWords.ts";

/** Which of the tasks are shown; `#word` are those with a label. */
export type Filter = "all" | "today" | "overdue" | "mine" | `#${string}`;

/** Whether a task is shown. What is loaded is looked through: nothing is read for it. */
export function passes({ due, assigneeId, labels }: Task, filter: Filter, uid: string): boolean {
  if (filter === "all") return true;
  if (filter === "mine") return assigneeId === uid;
  if (filter === "today" || filter === "overdue") return due !== null && urgencyOf(due) === filter;
  return labels.includes(filter.slice(1));
}

/** What a task has that is added while a filter is on, so that it is shown. */
export function draftFor(filter: Filter, uid: string): Partial<TaskDraft> {
  const zone = zoneHere();
  if (filter === "all" || filter === "overdue") return {};
  if (filter === "mine") return { assigneeId: uid };
  if (filter === "today") return { due: { date: dayIn(zone), time: null, zone } };
  return { labels: [filter.slice(1)] };
}

/** The labels of tasks, each once, in the order of the alphabet. */
export const labelsOf = (tasks: readonly Task[]): string[] =>
  [...new Set(tasks.flatMap(({ labels }) => labels))].toSorted((one, other) =>
    one.localeCompare(other),
  );
