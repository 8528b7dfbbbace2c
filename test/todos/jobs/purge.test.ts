import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { DAY, HOUR, now, SECOND, stamp } from "../../../functions/src/core/clock.ts";
import { db } from "../../../functions/src/core/db.ts";
import { purgeLists, purgeTasks } from "../../../functions/src/todos/bin/purge.ts";
import { purge } from "../../../functions/src/todos/purge.ts";
import {
  allComments,
  allTasks,
  commentsOf,
  invitesOf,
  lists,
  tasksOf,
} from "../../../functions/src/todos/schema.ts";
import { customer } from "../../support/call.ts";
import { everyDocument } from "../../support/everything.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { changeList, changesBy, changeTask, hearAll, move, putTasks } from "../support/jobs.ts";
import { listOf, putComment, putTask, taskNow } from "../support/lists.ts";

const owner = customer();
const run = () => (purge as unknown as { run(event: object): Promise<void> }).run({});

/** What the bin keeps, with the hour that makes it certain. */
const KEPT = 30 * DAY + HOUR;

describe("todos: the purge", () => {
  const { pass } = useStillClock();

  /** A list with a task that somebody has commented on, and an invitation. */
  async function fullList(fields = {}): Promise<string> {
    const listId = await listOf(owner, fields);
    await putComment(listId, await putTask(listId), owner);
    await invitesOf(listId).doc(randomUUID()).set({
      email: "friend@example.com",
      role: "writer",
      invitedBy: owner.uid,
      tokenHash: "hash",
      createdAt: stamp(),
      expiresAt: stamp(),
      accepted: false,
    });
    return listId;
  }

  const pathsBelow = async (listId: string) =>
    (await everyDocument()).map(({ path }) => path).filter((path) => path.includes(listId));

  it("deletes a task with its comments after 30 days and an hour, and not a second before", async () => {
    const listId = await listOf(owner);
    const taskId = await putTask(listId, { deletedAt: stamp() });
    await putComment(listId, taskId, owner);
    const kept = await putTask(listId);
    await putComment(listId, kept, owner);
    pass(KEPT - SECOND);
    await run();
    assert.equal((await pathsBelow(listId)).length, 5);
    pass(SECOND);
    await run();
    assert.deepEqual(
      (await allTasks.get()).docs.map(({ id }) => id),
      [kept],
    );
    assert.equal((await allComments.get()).size, 1);
  });

  it("deletes a list with all that is in it after 30 days and an hour, and not a second before", async () => {
    const [listId, other] = [await fullList({ deletedAt: stamp() }), await fullList()];
    pass(KEPT - SECOND);
    await run();
    assert.equal((await pathsBelow(listId)).length, 4);
    pass(SECOND);
    await run();
    assert.deepEqual(await pathsBelow(listId), []);
    assert.equal((await pathsBelow(other)).length, 4);
  });

  it("keeps what was taken out of the bin, and counts anew when it is put there again", async () => {
    const [listId, other] = [await fullList({ deletedAt: stamp() }), await listOf(owner)];
    const taskId = await putTask(other, { deletedAt: stamp() });
    pass(29 * DAY);
    await changeList(listId, { deletedAt: null });
    await changeTask(other, taskId, { deletedAt: null });
    pass(DAY);
    await changeTask(other, taskId, { deletedAt: stamp() });
    pass(29 * DAY);
    await run();
    assert.equal((await pathsBelow(listId)).length, 4);
    assert.equal((await pathsBelow(other)).length, 2);
  });

  it("deletes what is done and in the bin, and keeps what is done or archived", async () => {
    const listId = await listOf(owner, { archived: true });
    await putTask(listId, { completedAt: stamp(), deletedAt: stamp() });
    const kept = await putTask(listId, { completedAt: stamp() });
    pass(365 * DAY);
    await run();
    const left = (await tasksOf(listId).get()).docs.map(({ id }) => id);
    assert.deepEqual(left, [kept]);
    assert.ok((await lists.doc(listId).get()).exists);
  });

  it("deletes the forwarding address of a task that was moved, and keeps the task", async () => {
    const [here, there] = [await listOf(owner), await listOf(owner)];
    const taskId = await putTask(here);
    await putComment(here, taskId, owner);
    await hearAll(await changesBy(() => move(taskId, here, there)));
    pass(KEPT);
    const events = await changesBy(run);
    await hearAll(events);
    assert.equal((await tasksOf(here).doc(taskId).get()).exists, false);
    assert.equal((await taskNow(there, taskId)).movedFrom, here);
    assert.equal((await commentsOf(there, taskId).get()).size, 1);
  });

  it("keeps a task that comes back to its forwarding address while that is being deleted", async () => {
    const [here, there] = [await listOf(owner), await listOf(owner)];
    const taskId = await putTask(here);
    await move(taskId, here, there);
    pass(KEPT);
    const back = async () => {
      const events = await changesBy(() => move(taskId, there, here));
      await putComment(here, taskId, owner);
      await hearAll(events);
    };
    assert.deepEqual(await beforeDelete(back, () => purgeTasks(now(), 10)), ["kept"]);
    assert.equal((await taskNow(here, taskId)).deletedAt, null);
    assert.equal((await commentsOf(here, taskId).get()).size, 1);
  });

  it("deletes 250 tasks, more than one batch, and those of a list with it", async () => {
    const [listId, other] = [await listOf(owner, { deletedAt: stamp() }), await listOf(owner)];
    await putTasks(listId, 250);
    await putTasks(other, 210, { deletedAt: stamp() });
    pass(KEPT);
    await run();
    assert.deepEqual(await pathsBelow(listId), []);
    assert.deepEqual(await pathsBelow(other), [`lists/${other}`]);
  });

  it("keeps a list until all that is in it is gone, so that what a crash leaves is found again", async () => {
    const listId = await fullList({ deletedAt: stamp() });
    const stuck = tasksOf(listId).doc(await putTask(listId));
    pass(KEPT);
    assert.deepEqual(await whileStuck(stuck.path, () => purgeLists(now(), 10)), ["failed"]);
    assert.deepEqual((await pathsBelow(listId)).includes(stuck.path), true);
    assert.ok((await lists.doc(listId).get()).exists);
    assert.deepEqual(await purgeLists(now(), 10), ["purged"]);
    assert.deepEqual(await pathsBelow(listId), []);
  });

  it("deletes the others though one can't be deleted", async () => {
    const [stuck, other] = [
      await fullList({ deletedAt: stamp(-1) }),
      await fullList({ deletedAt: stamp() }),
    ];
    const [first] = (await tasksOf(stuck).get()).docs;
    pass(KEPT);
    const outcomes = await whileStuck(first?.ref.path ?? "", () => purgeLists(now(), 10));
    assert.deepEqual(outcomes, ["failed", "purged"]);
    assert.deepEqual(await pathsBelow(other), []);
  });

  it("leaves nothing of a task whose purge dies before its comments are gone: its event is heard", async () => {
    const listId = await listOf(owner);
    const taskId = await putTask(listId, { deletedAt: stamp() });
    await putComment(listId, taskId, owner);
    pass(KEPT);
    const events = await changesBy(async () => {
      await beforeDelete(
        async () => {},
        () => purgeTasks(now(), 10),
        () => {
          throw new Error("killed");
        },
      );
    });
    assert.equal((await allComments.get()).size, 1);
    await hearAll(events);
    assert.deepEqual(await pathsBelow(listId), [`lists/${listId}`]);
  });

  it("is safe to run several times at once", async () => {
    const listId = await fullList({ deletedAt: stamp() });
    const other = await listOf(owner);
    await putComment(other, await putTask(other, { deletedAt: stamp() }), owner);
    pass(KEPT);
    await Promise.all([run(), run(), run()]);
    assert.deepEqual([await pathsBelow(listId), await pathsBelow(other)], [[], [`lists/${other}`]]);
  });

  it("costs two reads where there is nothing", async () => {
    await fullList();
    await fullList({ deletedAt: stamp() });
    await putTask(await listOf(owner), { deletedAt: stamp() });
    assert.deepEqual(await firestore.costOf(run), { reads: 2, writes: 0, deletes: 0 });
  });
});

/** Does `work` while the document at `path` can't be deleted with what is around it. */
async function whileStuck<Outcome>(path: string, work: () => Promise<Outcome>): Promise<Outcome> {
  const recursiveDelete = db.recursiveDelete;
  db.recursiveDelete = async (ref) => {
    const writer = db.bulkWriter();
    const remove = writer.delete.bind(writer);
    writer.delete = (one, ...rest) =>
      one.path === path ? Promise.reject(new Error("It does not go.")) : remove(one, ...rest);
    return recursiveDelete.call(db, ref, writer);
  };
  try {
    return await work();
  } finally {
    db.recursiveDelete = recursiveDelete;
  }
}

/** Lets something happen just before a document is deleted by itself, or just after, once. */
async function beforeDelete<Outcome>(
  meanwhile: () => Promise<unknown>,
  work: () => Promise<Outcome>,
  afterwards = () => {},
): Promise<Outcome> {
  const references = Object.getPrototypeOf(lists.doc("any")) as ReturnType<typeof lists.doc>;
  const remove = references.delete;
  references.delete = async function (...words) {
    references.delete = remove;
    await meanwhile();
    const outcome = await remove.apply(this, words);
    afterwards();
    return outcome;
  };
  try {
    return await work();
  } finally {
    references.delete = remove;
  }
}
