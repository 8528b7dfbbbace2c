import assert from "node:assert/strict";
import { MINUTE, now, SECOND, stamp } from "../../../functions/src/core/clock.ts";
import { sweepSeries } from "../../../functions/src/todos/repeat/sweepSeries.ts";
import type { Task } from "../../../functions/src/todos/schema.ts";
import { customer } from "../../support/call.ts";
import { hookCommits } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { logs } from "../../support/logs.ts";
import { useStillClock } from "../../support/time.ts";
import { daily, dueOn, othersThan } from "../support/jobs.ts";
import { listOf, putTask, taskNow } from "../support/lists.ts";

const owner = customer();

/** A task of a series that was done `ago` milliseconds ago, of which no event was heard. */
async function unheard(ago: number, fields: Partial<Task> = {}) {
  const listId = await listOf(owner);
  const series = { due: dueOn("2026-05-04"), repeat: daily, completedAt: stamp(-ago) };
  return { listId, taskId: await putTask(listId, { ...series, ...fields }) };
}

describe("todos: series whose events were missed", () => {
  const { pass } = useStillClock();
  const sweep = (limit = 100) => sweepSeries(now(), limit);

  it("go on after a minute, and not a second before", async () => {
    const { listId, taskId } = await unheard(MINUTE - SECOND);
    assert.deepEqual(await sweep(), []);
    assert.equal((await othersThan(listId, taskId)).length, 0);
    pass(SECOND);
    assert.deepEqual(await sweep(), ["continued"]);
    assert.equal((await othersThan(listId, taskId)).length, 1);
    assert.deepEqual(await sweep(), []);
  });

  it("go on in whatever list they are, counted from the day they were due or done", async () => {
    const places = [
      await unheard(MINUTE),
      await unheard(2 * MINUTE, { repeat: { ...daily, from: "done" } }),
    ];
    assert.deepEqual(await sweep(), ["continued", "continued"]);
    for (const { listId, taskId } of places) {
      assert.equal((await othersThan(listId, taskId)).length, 1);
    }
  });

  it("go on from the oldest, so many in one round", async () => {
    const later = await unheard(MINUTE);
    const earlier = await unheard(2 * MINUTE);
    assert.deepEqual(await sweep(1), ["continued"]);
    assert.equal((await taskNow(earlier.listId, earlier.taskId)).repeat, null);
    assert.deepEqual((await taskNow(later.listId, later.taskId)).repeat, daily);
  });

  it("end where the task is in the bin, so that they are not met again", async () => {
    await unheard(MINUTE, { deletedAt: stamp() });
    assert.deepEqual(await sweep(), ["ended"]);
    assert.deepEqual(await sweep(), []);
  });

  it("go on though another one fails, which is met again", async () => {
    const places = [await unheard(2 * MINUTE), await unheard(MINUTE)];
    const outcomes: string[] = [];
    const failing = (n: number, commit: () => Promise<unknown>) =>
      n === 1 ? Promise.reject(new Error("It fails.")) : commit();
    await hookCommits(failing, async () => outcomes.push(...(await sweep())));
    assert.deepEqual(outcomes.toSorted(), ["continued", "failed"]);
    assert.match(logs.at(-1)?.message ?? "", /sweep/);
    assert.deepEqual(await sweep(), ["continued"]);
    for (const { listId, taskId } of places) {
      assert.equal((await othersThan(listId, taskId)).length, 1);
    }
  });

  it("cost one read where there are none: of tasks to be done, and of others that were done", async () => {
    await unheard(MINUTE, { completedAt: null });
    await unheard(MINUTE, { repeat: null });
    const bill = await firestore.costOf(sweep);
    assert.deepEqual(bill, { reads: 1, writes: 0, deletes: 0 });
  });
});
