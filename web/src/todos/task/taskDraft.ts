import { Timestamp, type UpdateData } from "firebase/firestore";
import type { Repeat, Task } from "kindling-client";
import { zoneHere } from "./dueWords.ts";

/** A task as its form has it. */
export interface TaskDraft {
  title: string;
  notes: string;
  date: string;
  time: string;
  repeat: Repeat | null;
  /** By the clocks of this device: "2026-02-28T09:30". */
  remindAt: string;
  priority: string;
  /** With blanks between. */
  labels: string;
  /** Nobody: empty. */
  assigneeId: string;
}

export const draftOf = (task: Task, uid: string): TaskDraft => ({
  title: task.title,
  notes: task.notes,
  date: task.due?.date ?? "",
  time: task.due?.time ?? "",
  repeat: task.repeat,
  remindAt:
    task.reminder?.uid === uid && task.reminder.state === "waiting"
      ? localMoment(task.reminder.at.toDate())
      : "",
  priority: String(task.priority),
  labels: task.labels.join(" "),
  assigneeId: task.assigneeId ?? "",
});

/** What is written: what differs from what the form began with, and nothing that others may change. */
export function changesOf(
  draft: TaskDraft,
  before: TaskDraft,
  task: Task,
  uid: string,
): UpdateData<Task> {
  const isOther = (...names: (keyof TaskDraft)[]) =>
    names.some((name) => JSON.stringify(draft[name]) !== JSON.stringify(before[name]));
  const due = draft.date
    ? { date: draft.date, time: draft.time || null, zone: task.due?.zone ?? zoneHere() }
    : null;
  const reminder = draft.remindAt
    ? { at: Timestamp.fromDate(new Date(draft.remindAt)), uid, state: "waiting" as const }
    : null;
  return {
    ...(isOther("title") && { title: draft.title.trim() }),
    ...(isOther("notes") && { notes: draft.notes }),
    ...(isOther("date", "time") && { due }),
    // What is due on no day can't come again.
    ...(isOther("repeat", "date") && { repeat: due && draft.repeat }),
    ...(isOther("remindAt") && { reminder }),
    ...(isOther("priority") && { priority: Number(draft.priority) }),
    ...(isOther("labels") && { labels: wordsOf(draft.labels) }),
    ...(isOther("assigneeId") && { assigneeId: draft.assigneeId || null }),
  };
}

/** "#food, errands" are two. */
export const wordsOf = (labels: string): string[] => [
  ...new Set(
    labels
      .split(/[\s,]+/)
      .map((word) => word.replace(/^#+/, ""))
      .filter((word) => word !== ""),
  ),
];

/** What is wrong with labels, if anything. */
export function labelsProblem(labels: string): string | undefined {
  const words = wordsOf(labels);
  if (words.length > 10) return "A task has at most ten labels. Leave some out.";
  if (words.some((word) => word.length > 40)) return "A label has at most 40 characters.";
  return undefined;
}

const two = (number: number): string => String(number).padStart(2, "0");

/** A moment as the field for it has it. */
export const localMoment = (at: Date): string =>
  `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`;
