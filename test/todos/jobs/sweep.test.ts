import assert from "node:assert/strict";
import { MINUTE, stamp } from "../../../functions/src/core/clock.ts";
import { digests, tasksOf } from "../../../functions/src/todos/schema.ts";
import { sweep } from "../../../functions/src/todos/sweep.ts";
import { withoutAuth } from "../../accounts/support/auth.ts";
import { customer } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { somebody } from "../../support/knownPeople.ts";
import { useStillClock } from "../../support/time.ts";
import { daily, dueOn, mailCount, othersThan, putTasks } from "../support/jobs.ts";
import { listOf, putTask } from "../support/lists.ts";

const run = () => (sweep as unknown as { run(event: object): Promise<void> }).run({});

describe("todos: the sweep of each minute", () => {
  useStillClock();

  it("costs three reads where there is nothing to do", async () => {
    await putTask(await listOf(customer()));
    assert.deepEqual(await firestore.costOf(run), { reads: 3, writes: 0, deletes: 0 });
  });

  it("does all that is due, though one kind of it fails, and says that it failed", async () => {
    const person = await somebody();
    const listId = await listOf(person);
    await putTask(listId, { reminder: { at: stamp(), uid: person.uid, state: "waiting" } });
    const series = { due: dueOn("2026-05-04"), repeat: daily, completedAt: stamp(-MINUTE) };
    const other = await listOf(person);
    const taskId = await putTask(other, series);
    const where = digests.where;
    digests.where = () => {
      throw new Error("There is no such index.");
    };
    try {
      await assert.rejects(run(), /no such index/);
    } finally {
      digests.where = where;
    }
    assert.equal(await mailCount(), 1);
    assert.equal((await othersThan(other, taskId)).length, 1);
    await run();
  });

  it("does more than one batch of what is due", async () => {
    const series = { due: dueOn("2026-05-04"), repeat: daily, completedAt: stamp(-MINUTE) };
    const listId = await listOf(customer());
    await putTasks(listId, 201, { ...series, deletedAt: stamp() });
    await run();
    const left = await tasksOf(listId).where("repeat", "!=", null).get();
    assert.equal(left.size, 0);
  });

  it("leaves a batch in which something fails to the next minute", async () => {
    const { uid } = customer();
    const reminder = { at: stamp(), uid, state: "waiting" } as const;
    await putTasks(await listOf(customer()), 200, { reminder });
    let asked = 0;
    await withoutAuth(["getUser"], run, async () => {
      // So that what goes round in circles ends.
      if (++asked > 400) return undefined;
      throw new Error("It does not answer.");
    });
    assert.equal(asked, 200);
  });
});
