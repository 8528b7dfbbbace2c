import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { stamp } from "../../functions/src/core/clock.ts";
import { completeTasks } from "../../functions/src/todos/completeTasks.ts";
import { deleteTasks } from "../../functions/src/todos/deleteTasks.ts";
import { exportTasks } from "../../functions/src/todos/exportTasks.ts";
import { assignmentsOf, type Task, tasksOf } from "../../functions/src/todos/schema.ts";
import { call, callWith, customer, refused } from "../support/call.ts";
import { costs } from "../support/costs.ts";
import { useStillClock } from "../support/time.ts";
import { followed, hearEach } from "./support/bill.ts";
import { importRows } from "./support/exchange.ts";
import { changeTask, daily, dueOn } from "./support/jobs.ts";
import { listOf, putComment, putTask } from "./support/lists.ts";

/** The table of docs/architecture.md, "What it costs", is made of these. */
describe("todos: what is billed for tasks", () => {
  useStillClock();
  const [owner, member] = [customer(), customer()];
  let listId = "";
  beforeEach(async () => {
    listId = await listOf(owner, { writers: [member] });
  });

  const put = (count: number, fields: Partial<Task> = {}) =>
    Promise.all(Array.from({ length: count }, () => putTask(listId, fields)));

  for (const [verb, callable] of Object.entries({ completeTasks, deleteTasks })) {
    it(`${verb} of n reads n + 1 and 1 for each 100 begun, and writes n; again, none`, async () => {
      for (const n of [3, 101]) {
        const taskIds = await put(n);
        const reads = 1 + n + Math.ceil(n / 100);
        const work = () => callWith<Promise<object>>(callable, owner, { listId, taskIds });
        await costs({ reads, writes: n }, work);
        await costs({ reads }, work);
      }
    });
  }

  it("importTasks of n reads n + 4 and writes n + 1; again, n + 3 and 1; refused for a row, 2 and 1", async () => {
    const [rows, requestId] = [Array(7).fill({ title: "Milk" }), randomUUID()];
    await costs({ reads: 7 + 4, writes: 8 }, () => importRows(owner, listId, rows, requestId));
    await costs({ reads: 7 + 3, writes: 1 }, () => importRows(owner, listId, rows, requestId));
    await costs({ reads: 2, writes: 1 }, () =>
      refused(importRows(owner, listId, [{}]), "invalid-argument", "invalid-rows"),
    );
  });

  it("exportTasks of n reads n + 3 and writes 1", async () => {
    await put(3);
    const work = () => call(exportTasks, owner, { listId, format: "json" });
    await costs({ reads: 3 + 3, writes: 1 }, work);
  });

  it("an edit of a task that is nobody's to do costs nothing", async () => {
    const [taskId] = await put(1);
    await followed({}, () =>
      changeTask(listId, `${taskId}`, { title: "Oat milk", due: dueOn("2026-12-31") }),
    );
    await followed({}, () => changeTask(listId, `${taskId}`, { completedAt: stamp() }));
  });

  it("one that becomes somebody's to do reads 6 and writes 1; so does what the copy shows; again, 3", async () => {
    const [taskId = ""] = await put(1);
    const give = () => changeTask(listId, taskId, { assigneeId: member.uid });
    const changes = await followed({ reads: 6, writes: 1 }, give);
    await costs({ reads: 3 }, () => hearEach(changes));
    assert.equal((await assignmentsOf(member.uid).get()).size, 1);
    await followed({ reads: 6, writes: 1 }, () =>
      changeTask(listId, taskId, { title: "Oat milk" }),
    );
    await followed({}, () => changeTask(listId, taskId, { notes: "The blue one." }));
    await followed({ reads: 6, deletes: 1 }, () =>
      changeTask(listId, taskId, { completedAt: stamp() }),
    );
  });

  it("one that repeats and is done reads 2 and writes 2; again, 2", async () => {
    const [taskId = ""] = await put(1, { due: dueOn("2026-12-31"), repeat: daily });
    const done = () => changeTask(listId, taskId, { completedAt: stamp() });
    const changes = await followed({ reads: 2, writes: 2 }, done);
    await costs({ reads: 2 }, () => hearEach(changes));
  });

  it("one that is deleted for good reads 1, and deletes n comments for n reads; 2 where nothing was said", async () => {
    const [silent = "", taskId = ""] = await put(2);
    for (let n = 0; n < 3; n++) await putComment(listId, taskId, member);
    await followed({ reads: 2 }, () => tasksOf(listId).doc(silent).delete());
    await followed({ reads: 1 + 3, deletes: 3 }, () => tasksOf(listId).doc(taskId).delete());
  });
});
