import { callable } from "../core/callable.ts";
import { HOUR, SECOND } from "../core/clock.ts";
import { pagesOf } from "../core/pagesOf.ts";
import { refuse } from "../core/refuse.ts";
import { toCsv, toJson } from "./files/write.ts";
import { ExportTasks } from "./inputs.ts";
import { ownList } from "./list/access.ts";
import { lists, type Task, tasksOf } from "./schema.ts";

/** What the answer to a call may have, in bytes; it takes 10 MB. */
const MAX_BYTES = 8 * 1024 * 1024;

/**
 * All tasks of a list but those in the bin, in their order, as a file that `importTasks` reads: a JSON
 * list, or CSV for a spreadsheet. Answers `{ name, type, content, count }`. Billed a read a task.
 *
 * For members. Refuses what `ownList` refuses; `failed-precondition`/`too-large-to-export`.
 */
export const exportTasks = callable(
  {
    access: "signed-in",
    input: ExportTasks,
    limit: { calls: 30, seconds: HOUR / SECOND },
    options: { memory: "512MiB" },
  },
  async ({ listId, format }, caller) => {
    const list = ownList(await lists.doc(listId).get(), caller);
    const tasks: Task[] = [];
    for await (const page of pagesOf(tasksOf(listId).where("deletedAt", "==", null))) {
      tasks.push(...page.map((task) => task.data()));
    }
    tasks.sort((one, other) => (one.position < other.position ? -1 : 1));
    const content = format === "csv" ? toCsv(tasks) : toJson(tasks);
    if (Buffer.byteLength(content) > MAX_BYTES) {
      refuse(
        "failed-precondition",
        "too-large-to-export",
        "This is too much for one file: put what you don't need into the bin, or another list.",
      );
    }
    const type = format === "csv" ? "text/csv; charset=utf-8" : "application/json";
    return { name: `${list.title}.${format}`, type, content, count: tasks.length };
  },
);
