import { callable } from "../core/callable.ts";
import { HOUR, now, SECOND, stamp } from "../core/clock.ts";
import { create, decide } from "../core/decide.ts";
import { fingerprintOf, idOf } from "../core/id.ts";
import { refuse } from "../core/refuse.ts";
import { readTasks, type TaskContent } from "./files/read.ts";
import { ImportTasks } from "./inputs.ts";
import { writableList } from "./list/access.ts";
import { positionsAfter } from "./positions.ts";
import { lists, type Task, tasksOf } from "./schema.ts";

/** So many faults are named in one answer. */
const MAX_FAULTS = 100;

/**
 * Puts the tasks of a file, up to 500 and 1 MiB, at the end of a list: all of them or none. The columns
 * are those of `TaskRow`; `exportTasks` writes such files. Calling again with the same `requestId` and
 * file puts nothing there again. Answers `{ imported }`, their number.
 *
 * For owner and writers. Refuses what `writableList` refuses; `invalid-argument`/`unreadable` (with the
 * `line`) what is no table, `invalid-rows` (with the first 100 `faults`, `{ line, field, message }`, and
 * their `faultCount`).
 */
export const importTasks = callable(
  {
    access: "signed-in",
    input: ImportTasks,
    maxBytes: 1024 * 1024,
    limit: { calls: 30, seconds: HOUR / SECOND },
  },
  ({ requestId, listId, format, content }, caller) => {
    const { tasks, faults } = readTasks(format, content);
    refuseFaults(faults);
    const request = fingerprintOf({ requestId, uid: caller.uid, format, content });
    const refs = tasks.map((_, index) => tasksOf(listId).doc(idOf(request, String(index))));
    return decide(async (read) => {
      const [found, ...done] = await read(lists.doc(listId), ...refs);
      writableList(found, caller);
      const answer = { imported: tasks.length };
      // Any of them: others may have been deleted for good since.
      if (done.some(({ exists }) => exists)) return { answer };
      const places = await placesFor(tasks.length, listId);
      const writes = refs.map((ref, index) => {
        const [content, position] = [tasks[index], places[index]];
        if (!content || position === undefined) throw new Error("unreachable");
        return create(ref, newTask(content, position, caller.uid));
      });
      return { answer, writes };
    });
  },
);

/** At the end of what is not in the bin; by the clock, where somebody has put a task to the very end. */
async function placesFor(count: number, listId: string): Promise<string[]> {
  const kept = tasksOf(listId).where("deletedAt", "==", null);
  const [last] = (await kept.orderBy("position", "desc").limit(1).get()).docs;
  const places = positionsAfter(last?.data().position ?? null, count, now().getTime());
  return places.length === count ? places : positionsAfter(null, count, now().getTime());
}

function refuseFaults(faults: ReturnType<typeof readTasks>["faults"]): void {
  const [first] = faults;
  if (!first) return;
  refuse(
    "invalid-argument",
    "invalid-rows",
    `Nothing was imported. Row ${first.line}, ${first.field}: ${first.message}`,
    { faults: faults.slice(0, MAX_FAULTS), faultCount: faults.length },
  );
}

const newTask = (content: TaskContent, position: string, uid: string): Task => ({
  ...content,
  position,
  assigneeId: null,
  reminder: null,
  deletedAt: null,
  movedFrom: null,
  movedTo: null,
  createdBy: uid,
  createdAt: stamp(),
  updatedAt: stamp(),
});
