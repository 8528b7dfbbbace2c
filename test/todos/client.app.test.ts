import assert from "node:assert/strict";
import { doc, getDocs, writeBatch } from "firebase/firestore";
import { newTask } from "../../client/src/index.ts";
import { type Device, newDevice, newListOf } from "./support/devices.ts";

/** So many new tasks on a list, a commit for all. Answers their ids, in their order. */
async function fill({ db, uid, todos }: Device, listId: string, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, (_, index) => `task-${1_000 + index}`);
  const batch = writeBatch(db);
  for (const id of ids) {
    batch.set(
      doc(todos.documents.tasks(listId), id),
      newTask(uid, { title: id, position: `0${id.replace("task-", "")}V` }),
    );
  }
  await batch.commit();
  return ids;
}

describe("todos client: many tasks, through the whole platform", () => {
  let device: Device;

  before(async () => {
    device = await newDevice();
  });
  after(() => device.close());

  for (const count of [3, 101]) {
    it(`completes ${count} tasks, and puts them into the bin`, async () => {
      const listId = await newListOf(device, "Many");
      const ids = await fill(device, listId, count + 1);
      const { openTasks, doneTasks, binnedTasks } = device.todos.documents;
      const left = ids.splice(-1);
      await device.todos.completeTasks(listId, ids);
      const open = await getDocs(openTasks(listId));
      assert.deepEqual(
        open.docs.map(({ id }) => id),
        left,
      );
      const done = await getDocs(doneTasks(listId));
      assert.equal(done.size, Math.min(count, 50));
      await device.todos.deleteTasks(listId, ids);
      assert.equal((await getDocs(doneTasks(listId))).size, 0);
      assert.equal((await getDocs(binnedTasks(listId))).size, Math.min(count, 50));
    });
  }

  it("is refused more than a hundred tasks by the back end, and few by the rules", async () => {
    const ids = Array.from({ length: 101 }, (_, index) => `task-${index}`);
    const stranger = await newDevice();
    const listId = await newListOf(device, "Not theirs");
    const { completeTasks, deleteTasks } = stranger.todos;
    for (const change of [completeTasks, deleteTasks]) {
      await assert.rejects(change(listId, ids), { reason: "no-such-list" });
      await assert.rejects(change(listId, ids.slice(1)), { code: "permission-denied" });
    }
    await stranger.close();
  });
});
