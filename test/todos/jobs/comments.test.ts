import assert from "node:assert/strict";
import { stamp } from "../../../functions/src/core/clock.ts";
import { db } from "../../../functions/src/core/db.ts";
import { allComments, Comment, commentsOf, tasksOf } from "../../../functions/src/todos/schema.ts";
import { customer } from "../../support/call.ts";
import { beforeCommit, dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { type Change, changesBy, happens, hear, hearAll, move } from "../support/jobs.ts";
import { listOf, putComment, putTask, taskNow } from "../support/lists.ts";

const owner = customer();

describe("todos: comments", () => {
  useStillClock();

  /** A task with so many comments, "0", "1" …, and three lists: it is on the first. */
  async function talkedAbout(count = 2) {
    const lists = [await listOf(owner), await listOf(owner), await listOf(owner)] as const;
    const taskId = await putTask(lists[0]);
    const batch = db.batch();
    for (let n = 0; n < count; n++) {
      const said = { text: String(n), authorId: owner.uid, createdAt: stamp(), updatedAt: stamp() };
      batch.set(commentsOf(lists[0], taskId).doc(`said-${n}`), said);
    }
    await batch.commit();
    return { lists, taskId };
  }

  /** All that is said, and in which list: [list, text]. */
  async function said(): Promise<[string, string][]> {
    const { docs } = await allComments.get();
    return docs
      .map((one): [string, string] => [
        one.ref.path.split("/")[1] ?? "",
        Comment.parse(one.data()).text,
      ])
      .sort(([, one], [, other]) => (one < other ? -1 : 1));
  }

  describe("of a task that is moved", () => {
    it("follow it, as they were, and no other's do", async () => {
      const { lists, taskId } = await talkedAbout();
      const [here, there] = lists;
      const other = await putTask(here);
      await putComment(here, other, owner, { text: "2: of another" });
      const before = (await commentsOf(here, taskId).get()).docs.map((one) => one.data());
      await happens(() => move(taskId, here, there));
      const after = (await commentsOf(there, taskId).get()).docs.map((one) => one.data());
      assert.deepEqual(after, before);
      assert.deepEqual(await said(), [
        [there, "0"],
        [there, "1"],
        [here, "2: of another"],
      ]);
    });

    it("follow it though its events come again, one after the other and at once", async () => {
      const { lists, taskId } = await talkedAbout();
      const [here, there] = lists;
      const events = await changesBy(() => move(taskId, here, there));
      await Promise.all([...events, ...events, ...events].map(hear));
      await hearAll(events);
      assert.deepEqual(await said(), [
        [there, "0"],
        [there, "1"],
      ]);
    });

    const routes: Record<string, readonly number[]> = {
      twice: [0, 1, 2],
      "and back": [0, 1, 0],
      "to and fro": [0, 1, 0, 1],
      "and back by another list": [0, 1, 2, 0],
    };
    for (const [how, route] of Object.entries(routes)) {
      it(`${how} follow it, in whatever order that is heard`, async () => {
        for (const order of ordersOf(route.length - 1)) {
          const { lists, taskId } = await talkedAbout(1);
          const moves: Change[][] = [];
          const at = (stop: number | undefined) => lists[(stop ?? 0) as 0 | 1 | 2];
          for (const [n, stop] of route.slice(1).entries()) {
            moves.push(await changesBy(() => move(taskId, at(route[n]), at(stop))));
          }
          for (const n of order) await hearAll(moves[n] ?? []);
          const end = await commentsOf(at(route.at(-1)), taskId).get();
          assert.equal(end.size, 1, `heard in the order ${order}`);
        }
        // Nothing is left anywhere else.
        assert.equal((await said()).length, ordersOf(route.length - 1).length);
      });
    }

    it("on while they are on their way are not left behind", async () => {
      const { lists, taskId } = await talkedAbout();
      const events = await changesBy(() => move(taskId, lists[0], lists[1]));
      await beforeCommit(
        () => happens(() => move(taskId, lists[1], lists[2])),
        () => Promise.all(events.map(hear)),
      );
      assert.deepEqual(await said(), [
        [lists[2], "0"],
        [lists[2], "1"],
      ]);
    });

    it("back while they are on their way are not left behind", async () => {
      const { lists, taskId } = await talkedAbout();
      const events = await changesBy(() => move(taskId, lists[0], lists[1]));
      await beforeCommit(
        () => happens(() => move(taskId, lists[1], lists[0])),
        () => Promise.all(events.map(hear)),
      );
      assert.deepEqual(await said(), [
        [lists[0], "0"],
        [lists[0], "1"],
      ]);
    });

    it("say what their author has changed meanwhile", async () => {
      const { lists, taskId } = await talkedAbout();
      const events = await changesBy(() => move(taskId, lists[0], lists[1]));
      await beforeCommit(
        () => commentsOf(lists[0], taskId).doc("said-0").update({ text: "0, or 00" }),
        () => hearAll(events),
      );
      assert.deepEqual(await said(), [
        [lists[1], "0, or 00"],
        [lists[1], "1"],
      ]);
    });

    for (const moment of ["before", "after"] as const) {
      it(`follow it, all 120, though a worker dies just ${moment} its first commit`, async () => {
        const { lists, taskId } = await talkedAbout(120);
        const events = await changesBy(() => move(taskId, lists[0], lists[1]));
        assert.ok(await dyingAt(1, moment, () => hearAll(events)));
        await hearAll(events);
        assert.equal((await commentsOf(lists[1], taskId).get()).size, 120);
        assert.equal((await said()).length, 120);
      });
    }

    it("leave the task itself as it is", async () => {
      const { lists, taskId } = await talkedAbout();
      const events = await changesBy(() => move(taskId, lists[0], lists[1]));
      const before = await taskNow(lists[1], taskId);
      await hearAll(events);
      assert.deepEqual(await taskNow(lists[1], taskId), before);
    });

    it("cost two reads of the task and one of each, and two writes of each and one", async () => {
      const { lists, taskId } = await talkedAbout(2);
      const events = await changesBy(() => move(taskId, lists[0], lists[1]));
      const bill = await firestore.costOf(() => Promise.all(events.map(hear)));
      assert.deepEqual(bill, { reads: 4, writes: 3, deletes: 2 });
    });
  });

  describe("of a task that is deleted for good", () => {
    it("are deleted, and no other's are", async () => {
      const { lists, taskId } = await talkedAbout(120);
      await putComment(lists[0], await putTask(lists[0]), owner, { text: "Of another" });
      const events = await changesBy(() => tasksOf(lists[0]).doc(taskId).delete());
      assert.ok(await dyingAt(2, "before", () => hearAll(events)));
      await hearAll(events);
      assert.deepEqual(await said(), [[lists[0], "Of another"]]);
      await hearAll(events);
    });

    it("stay when it is there again by the time that is heard", async () => {
      const { lists, taskId } = await talkedAbout();
      const task = await taskNow(lists[0], taskId);
      const events = await changesBy(() => tasksOf(lists[0]).doc(taskId).delete());
      await tasksOf(lists[0]).doc(taskId).set(task);
      await hearAll(events);
      assert.equal((await said()).length, 2);
    });
  });
});

/** All orders of the numbers from 0 to below `count`. */
function ordersOf(count: number): number[][] {
  if (count === 0) return [[]];
  return ordersOf(count - 1).flatMap((order) =>
    Array.from({ length: count }, (_, place) => order.toSpliced(place, 0, count - 1)),
  );
}
