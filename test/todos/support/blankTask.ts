import type { Task } from "../../../functions/src/todos/schema.ts";

/** A task of which no more is said than has to be, but for who made it and when. */
export const blankTask = {
  title: "Milk",
  notes: "",
  completedAt: null,
  due: null,
  priority: 0,
  labels: [],
  assigneeId: null,
  checklist: [],
  checked: [],
  position: "V",
  repeat: null,
  reminder: null,
  deletedAt: null,
  movedFrom: null,
  movedTo: null,
} satisfies Omit<Task, "createdBy" | "createdAt" | "updatedAt">;
