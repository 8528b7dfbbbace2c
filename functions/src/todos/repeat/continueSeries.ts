import { create, decide, update } from "../../core/decide.ts";
import { idOf } from "../../core/id.ts";
import { isOpen } from "../list/access.ts";
import { lists, tasksOf } from "../schema.ts";
import { nextTask } from "./nextTask.ts";

/** What became of a series. */
export type Continued = "continued" | "ended" | "nothing";

/**
 * Makes what comes after a task that was done and repeats. In the same commit the series goes over to
 * it: the one that was done repeats no more. So there is one next, however often this runs and
 * whatever happens meanwhile; a task that is reopened and done again brings no second. Where there is
 * no next (the series is over, the task or its list is in the bin or put aside) it ends.
 */
export const continueSeries = (listId: string, taskId: string): Promise<Continued> =>
  decide<Continued>(async (read) => {
    const [found, list] = await read(tasksOf(listId).doc(taskId), lists.doc(listId));
    const task = found.data();
    if (!task?.completedAt || !task.repeat) return { answer: "nothing" };
    const ended = update(found, { repeat: null });
    const next = task.deletedAt || !isOpen(list.data()) ? undefined : nextTask(task);
    if (!next) return { answer: "ended", writes: [ended] };
    const id = idOf("next", found.ref.path, String(found.updateTime?.toMillis()));
    return { answer: "continued", writes: [ended, create(tasksOf(listId).doc(id), next)] };
  });
