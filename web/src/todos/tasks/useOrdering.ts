import type { Task } from "kindling-client";
import { todos } from "../../core/backend.ts";
import type { Found } from "../../core/live.ts";
import { useOpenList } from "../list/openList.ts";
import { between, placeBeside } from "./order.ts";
import type { Ordering } from "./TaskRow.tsx";

/** How each of these tasks is put to another place: that writes this one task, and no other. */
export function useOrdering(tasks: readonly Found<Task>[]): (task: Found<Task>) => Ordering {
  const { write, announce } = useOpenList();
  const move = (task: Found<Task>, place: number) => {
    write(todos.placeTask(task, between(tasks, task, place)));
    announce(`“${task.data().title}” is number ${place + 1} of ${tasks.length} now.`);
  };
  return (task) => ({
    place: tasks.indexOf(task),
    count: tasks.length,
    moveTo: (place) => move(task, place),
    onDropped: (draggedId, side) => {
      const dragged = tasks.find(({ id }) => id === draggedId);
      if (dragged) move(dragged, placeBeside(tasks, dragged, task.id, side));
    },
  });
}
