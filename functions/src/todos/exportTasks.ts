import { callable } from "../core/callable.ts";
import { HOUR, SECOND } from "../core/clock.ts";
import { pagesOf } from "../core/pagesOf.ts";
import { refuse } from "../core/refuse.ts";
import { rowOf, toCsv, toJson } from "./files/write.ts";
import { ExportTasks } from "./inputs.ts";
import { ownList } from "./list/access.ts";
import { byPosition } from "./positions.ts";
import { lists, type Task, tasksOf } from "./schema.ts";

/** What the tasks of one file may have, in bytes; the answer to a call takes 10 MB. */
const MAX_BYTES = 6 * 1024 * 1024;

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
    options: { memory: "512MiB", concurrency: 1 },
  },
  async ({ listId, format }, caller) => {
    const list = ownList(await lists.doc(listId).get(), caller);
    const tasks: Task[] = [];
    let bytes = 0;
    for await (const page of pagesOf(tasksOf(listId).where("deletedAt", "==", null))) {
      for (const task of page.map((one) => one.data())) {
        bytes += Buffer.byteLength(JSON.stringify(rowOf(task)));
        if (bytes > MAX_BYTES) refuseLarge();
        tasks.push(task);
      }
    }
    // Pages are in the order of ids, and so remain those of one position.
    tasks.sort(byPosition);
    const content = format === "csv" ? toCsv(tasks) : toJson(tasks);
    const type = format === "csv" ? "text/csv; charset=utf-8" : "application/json";
    return { name: `${list.title}.${format}`, type, content, count: tasks.length };
  },
);

function refuseLarge(): never {
  refuse(
    "failed-precondition",
    "too-large-to-export",
    "This is too much for one file: put what you don't need into the bin, or another list.",
  );
}
