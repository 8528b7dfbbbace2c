import { type FieldValue, serverTimestamp, type WithFieldValue } from "firebase/firestore";
import { positionNow } from "../../../functions/src/todos/positions.ts";
import type { Comment, List, Task } from "../todos.ts";

// What the rules ask of a document that is new, filled in. None of it takes a read before: it can be
// written while offline, and is sent later as it is.

const written = (): { createdAt: FieldValue; updatedAt: FieldValue } => ({
  createdAt: serverTimestamp(),
  updatedAt: serverTimestamp(),
});

/** A list of somebody's own: `setDoc(doc(documents.lists), newList(uid, "Groceries"))`. */
export const newList = (uid: string, title: string): WithFieldValue<List> => ({
  title,
  ownerId: uid,
  roles: { [uid]: "owner" },
  memberIds: [uid],
  archived: false,
  deletedAt: null,
  ...written(),
});

/** What somebody says of a task that they make; the rest is as nobody had said anything. */
export type TaskDraft = Pick<Task, "title"> &
  Partial<
    Pick<
      Task,
      | "notes"
      | "due"
      | "priority"
      | "labels"
      | "assigneeId"
      | "checklist"
      | "position"
      | "repeat"
      | "reminder"
    >
  >;

/**
 * A task at the end of a list, or where `position` says:
 * `setDoc(doc(documents.tasks(listId)), newTask(uid, { title: "Milk" }))`.
 */
export const newTask = (uid: string, draft: TaskDraft): WithFieldValue<Task> => ({
  notes: "",
  completedAt: null,
  due: null,
  priority: 0,
  labels: [],
  assigneeId: null,
  checklist: [],
  checked: [],
  position: positionNow(Date.now()),
  repeat: null,
  reminder: null,
  deletedAt: null,
  movedFrom: null,
  movedTo: null,
  createdBy: uid,
  ...written(),
  ...said(draft),
});

/** Without what is undefined: that is no value. */
const said = (draft: TaskDraft): TaskDraft =>
  Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined)) as TaskDraft;

/** What somebody says of a task: `setDoc(doc(documents.comments(listId, taskId)), newComment(…))`. */
export const newComment = (uid: string, text: string): WithFieldValue<Comment> => ({
  text,
  authorId: uid,
  ...written(),
});

/** The day that it is by the clocks of a zone, or here: "2026-02-28". */
export const dayIn = (zone?: string, now: Date = new Date()): string =>
  new Intl.DateTimeFormat("en-CA", {
    ...(zone === undefined ? {} : { timeZone: zone }),
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(now);
