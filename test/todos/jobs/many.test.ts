import assert from "node:assert/strict";
import { HOUR, stamp } from "../../../functions/src/core/clock.ts";
import { completeTasks } from "../../../functions/src/todos/completeTasks.ts";
import { deleteTasks } from "../../../functions/src/todos/deleteTasks.ts";
import { lists, type Task, tasksOf } from "../../../functions/src/todos/schema.ts";
import { call, customer, type Person, refused } from "../../support/call.ts";
import { beforeCommit, dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import {
  changeList,
  changeTask,
  daily,
  dueOn,
  happens,
  othersThan,
  putTasks,
  setRole,
} from "../support/jobs.ts";
import { listOf, putTask, taskNow } from "../support/lists.ts";

/** What is done to many, in which field of the task, and how many it says it were. */
const kinds = [
  {
    name: "completing",
    field: "completedAt",
    run: async (person: Person | undefined, input: { listId: string; taskIds: string[] }) =>
      (await call(completeTasks, person, input)).completed,
  },
  {
    name: "deleting",
    field: "deletedAt",
    run: async (person: Person | undefined, input: { listId: string; taskIds: string[] }) =>
      (await call(deleteTasks, person, input)).deleted,
  },
] as const;

for (const { name, field, run } of kinds) {
  describe(`todos: ${name} many tasks`, () => {
    const { pass } = useStillClock();
    const [owner, writer, reader] = [customer(), customer(), customer()];
    const aList = () => listOf(owner, { writers: [writer], readers: [reader] });

    /** How many tasks of a list it was done to: at which moments, in milliseconds. */
    async function doneIn(listId: string): Promise<Map<number, number>> {
      const { docs } = await tasksOf(listId).where(field, "!=", null).get();
      const moments = docs.map((task) => task.data()[field]?.toMillis() ?? 0);
      return new Map(
        [...new Set(moments)].map((at) => [at, moments.filter((one) => one === at).length]),
      );
    }

    it("does it to 250 in one call, and to no other, at a read and a write each", async () => {
      const listId = await aList();
      const taskIds = await putTasks(listId, 250);
      const other = await putTask(listId);
      const bill = await firestore.costOf(async () => {
        assert.equal(await run(writer, { listId, taskIds }), 250);
      });
      assert.deepEqual(await doneIn(listId), new Map([[stamp().toMillis(), 250]]));
      assert.equal((await taskNow(listId, other))[field], null);
      // The caller once, and the list with each hundred.
      assert.deepEqual(bill, { reads: 254, writes: 250, deletes: 0 });
    });

    it("does nothing when it is sent again, and answers so", async () => {
      const listId = await aList();
      const taskIds = await putTasks(listId, 3);
      assert.equal(await run(owner, { listId, taskIds }), 3);
      const before = await Promise.all(taskIds.map((id) => taskNow(listId, id)));
      pass(HOUR);
      assert.equal(await run(owner, { listId, taskIds }), 0);
      assert.deepEqual(await Promise.all(taskIds.map((id) => taskNow(listId, id))), before);
    });

    it("changes nothing else of a task", async () => {
      const listId = await aList();
      const taskId = await putTask(listId, { labels: ["home"], assigneeId: reader.uid });
      const before = await taskNow(listId, taskId);
      pass(HOUR);
      await run(owner, { listId, taskIds: [taskId] });
      const changed = { [field]: stamp(), updatedAt: stamp() };
      assert.deepEqual(await taskNow(listId, taskId), { ...before, ...changed });
    });

    it("passes over those that are so already, missing, moved or another list's", async () => {
      const [listId, elsewhere] = [await aList(), await aList()];
      const fields: Partial<Task>[] = [
        {},
        { [field]: stamp() },
        { deletedAt: stamp() },
        { deletedAt: stamp(), movedTo: elsewhere },
        { movedTo: elsewhere },
      ];
      const ids = await Promise.all(fields.map((each) => putTask(listId, each)));
      const foreign = await putTask(elsewhere);
      pass(HOUR);
      assert.equal(await run(writer, { listId, taskIds: [...ids, foreign, "missing"] }), 1);
      assert.equal((await doneIn(listId)).get(stamp().toMillis()), 1);
      assert.equal((await taskNow(elsewhere, foreign))[field], null);
      assert.equal((await tasksOf(listId).get()).size, fields.length);
    });

    for (const moment of ["before", "after"] as const) {
      it(`does each once, though it dies half-way, just ${moment} a commit, and is sent again`, async () => {
        const listId = await aList();
        const taskIds = await putTasks(listId, 250);
        const first = stamp().toMillis();
        assert.ok(await dyingAt(2, moment, () => run(writer, { listId, taskIds })));
        pass(HOUR);
        const [begun, rest] = moment === "before" ? [100, 150] : [200, 50];
        assert.equal(await run(writer, { listId, taskIds }), rest);
        const expected = [
          [first, begun],
          [first + HOUR, rest],
        ] as const;
        assert.deepEqual(await doneIn(listId), new Map(expected));
      });
    }

    it("does each once, though the answer to a commit is lost", async () => {
      const listId = await aList();
      const taskIds = await putTasks(listId, 3);
      const met = firestore.inject({ method: "Commit", kind: "lost-answer", code: 4 });
      await run(writer, { listId, taskIds });
      assert.ok(met(), "the fault was not met");
      assert.deepEqual(await doneIn(listId), new Map([[stamp().toMillis(), 3]]));
    });

    it("does the rest when somebody is at one of them at the same time, and keeps their work", async () => {
      const listId = await aList();
      const taskIds = await putTasks(listId, 3);
      const [one = ""] = taskIds;
      const commits = await beforeCommit(
        () => changeTask(listId, one, { title: "Oats" }),
        () => run(writer, { listId, taskIds }),
      );
      assert.equal(commits, 2);
      assert.equal((await taskNow(listId, one)).title, "Oats");
      assert.deepEqual(await doneIn(listId), new Map([[stamp().toMillis(), 3]]));
    });

    describe("is refused", () => {
      const people: [string, Person | undefined, string][] = [
        ["nobody", undefined, "unauthenticated/signed-out"],
        ["a stranger", customer(), "not-found/no-such-list"],
        ["a reader", reader, "permission-denied/reader"],
      ];
      for (const [who, person, refusal] of people) {
        it(`to ${who}, and not to owner and writer`, async () => {
          const listId = await aList();
          const taskIds = await putTasks(listId, 2);
          const [code = "", reason = ""] = refusal.split("/");
          await refused(run(person, { listId, taskIds }), code, reason);
          assert.equal((await doneIn(listId)).size, 0);
          assert.equal(await run(owner, { listId, taskIds: taskIds.slice(0, 1) }), 1);
          assert.equal(await run(writer, { listId, taskIds: taskIds.slice(1) }), 1);
        });
      }

      it("in a list that is not there, as to a stranger", async () => {
        const attempt = run(owner, { listId: "missing", taskIds: ["one"] });
        await refused(attempt, "not-found", "no-such-list");
      });

      const roles = [
        ["taken off the list", null, "not-found", "no-such-list"],
        ["made a reader", "reader", "permission-denied", "reader"],
      ] as const;
      for (const [what, role, code, reason] of roles) {
        it(`to who is ${what} meanwhile, from the next hundred on`, async () => {
          const listId = await aList();
          const taskIds = await putTasks(listId, 150);
          const attempt = beforeCommit(
            () => setRole(listId, writer, role),
            () => run(writer, { listId, taskIds }),
          );
          await refused(attempt, code, reason);
          assert.deepEqual(await doneIn(listId), new Map([[stamp().toMillis(), 100]]));
        });
      }

      it("in a list that is archived or in the bin, until it is taken back", async () => {
        const listId = await aList();
        const taskIds = await putTasks(listId, 1);
        for (const fields of [{ archived: true }, { archived: false, deletedAt: stamp() }]) {
          await changeList(listId, fields);
          await refused(run(owner, { listId, taskIds }), "failed-precondition", "list-closed");
        }
        await lists.doc(listId).update({ deletedAt: null });
        assert.equal(await run(owner, { listId, taskIds }), 1);
      });

      it("for none, for more than 500, for one twice and for what is no id; 500 are taken", async () => {
        const listId = await aList();
        const ids = Array.from({ length: 501 }, (_, n) => `task-${n}`);
        for (const taskIds of [[], ids, ["one", "two", "one"], ["a/b"], [""]]) {
          const attempt = run(owner, { listId, taskIds });
          await refused(attempt, "invalid-argument", "invalid-input");
        }
        assert.equal(await run(owner, { listId, taskIds: ids.slice(1) }), 0);
      });
    });
  });
}

describe("todos: completing many tasks that repeat", () => {
  useStillClock();

  it("brings the next of each, once", async () => {
    const owner = customer();
    const listId = await listOf(owner);
    const taskIds = await putTasks(listId, 3, { due: dueOn("2026-05-04"), repeat: daily });
    await happens(() => call(completeTasks, owner, { listId, taskIds }));
    await happens(() => call(completeTasks, owner, { listId, taskIds }));
    const [one = ""] = taskIds;
    const open = (await othersThan(listId, one)).filter(({ completedAt }) => !completedAt);
    assert.equal(open.length, 3);
    assert.ok(open.every(({ repeat }) => repeat));
  });
});
