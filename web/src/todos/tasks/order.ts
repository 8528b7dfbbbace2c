import type { Task } from "kindling-client";
import type { Found } from "../../core/live.ts";
import type { Side } from "./dragging.ts";

type Tasks = readonly Found<Task>[];

/** Between which two a task comes that is put to a place among the others. */
export function between(tasks: Tasks, moved: Found<Task>, place: number) {
  const others = tasks.filter(({ id }) => id !== moved.id);
  return { above: others[place - 1] ?? null, below: others[place] ?? null };
}

/** The place among the others that is above or below one of them. */
export function placeBeside(tasks: Tasks, moved: Found<Task>, besideId: string, side: Side) {
  const others = tasks.filter(({ id }) => id !== moved.id);
  const place = others.findIndex(({ id }) => id === besideId);
  return side === "above" ? place : place + 1;
}
