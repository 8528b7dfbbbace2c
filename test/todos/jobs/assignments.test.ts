import assert from "node:assert/strict";
import { stamp } from "../../../functions/src/core/clock.ts";
import { assignmentOf, lists, tasksOf } from "../../../functions/src/todos/schema.ts";
import { customer, type Person } from "../../support/call.ts";
import { beforeCommit, dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import {
  assignedTo,
  changeList,
  changesBy,
  changeTask,
  dueOn,
  happens,
  hear,
  hearAll,
  move,
  setRole,
} from "../support/jobs.ts";
import { listOf, putComment, putTask, taskNow } from "../support/lists.ts";

describe("todos: what somebody has to do", () => {
  useStillClock();
  let [owner, ada, bea]: [Person, Person, Person] = [customer(), customer(), customer()];
  beforeEach(() => {
    [owner, ada, bea] = [customer(), customer(), customer()];
  });

  /** A list that all three write to, and a task of it that is Ada's; both heard of. */
  async function given(fields = {}) {
    const listId = await listOf(owner, { writers: [ada, bea] });
    let taskId = "";
    await happens(async () => {
      taskId = await putTask(listId, { title: "Sweep", assigneeId: ada.uid, ...fields });
    });
    assert.deepEqual(await assignedTo(ada), ["Sweep"]);
    return { listId, taskId };
  }

  const copyOf = async ({ uid }: Person, listId: string, taskId: string) =>
    (await assignmentOf(uid, listId, taskId).get()).data();

  it("is there when it is given to them, and is the others' not", async () => {
    const { listId, taskId } = await given({ due: dueOn("2026-12-31", "09:30"), priority: 2 });
    const due = dueOn("2026-12-31", "09:30");
    const copy = { listId, taskId, title: "Sweep", priority: 2, due, dueDate: "2026-12-31" };
    assert.deepEqual(await copyOf(ada, listId, taskId), copy);
    assert.deepEqual([await assignedTo(owner), await assignedTo(bea)], [[], []]);
  });

  it("follows the title, the day it is due and the priority", async () => {
    const { listId, taskId } = await given();
    assert.equal((await copyOf(ada, listId, taskId))?.dueDate, "none");
    const due = dueOn("2026-12-31");
    for (const fields of [{ title: "Mop" }, { due }, { priority: 3 }]) {
      await happens(() => changeTask(listId, taskId, fields));
      const copy = await copyOf(ada, listId, taskId);
      assert.deepEqual({ ...copy, ...fields }, copy);
    }
    assert.equal((await copyOf(ada, listId, taskId))?.dueDate, "2026-12-31");
  });

  it("goes to another with the task: the first has it no more", async () => {
    const { listId, taskId } = await given();
    await happens(() => changeTask(listId, taskId, { assigneeId: bea.uid }));
    assert.deepEqual([await assignedTo(ada), await assignedTo(bea)], [[], ["Sweep"]]);
    await happens(() => changeTask(listId, taskId, { assigneeId: null }));
    assert.deepEqual([await assignedTo(ada), await assignedTo(bea)], [[], []]);
  });

  it("is not what was moved to another list, until it is given to them there", async () => {
    const { listId, taskId } = await given();
    const there = await listOf(owner, { writers: [ada] });
    await happens(() => move(taskId, listId, there));
    assert.deepEqual(await assignedTo(ada), []);
    await happens(() => changeTask(there, taskId, { assigneeId: ada.uid }));
    assert.equal((await copyOf(ada, there, taskId))?.listId, there);
    assert.deepEqual(await assignedTo(ada), ["Sweep"]);
  });

  it("goes when the task is deleted for good, and when the list is with it", async () => {
    const { listId, taskId } = await given();
    await happens(async () => {
      await tasksOf(listId).doc(taskId).delete();
      await lists.doc(listId).delete();
    });
    assert.deepEqual(await assignedTo(ada), []);
  });

  const ways: Record<string, [object, object]> = {
    "is done": [{ completedAt: stamp() }, { completedAt: null }],
    "is in the bin": [{ deletedAt: stamp() }, { deletedAt: null }],
  };
  for (const [what, [there, back]] of Object.entries(ways)) {
    it(`goes when the task ${what}, and comes back when it is not any more`, async () => {
      const { listId, taskId } = await given();
      await happens(() => changeTask(listId, taskId, there));
      assert.deepEqual(await assignedTo(ada), []);
      await happens(() => changeTask(listId, taskId, back));
      assert.deepEqual(await assignedTo(ada), ["Sweep"]);
    });
  }

  const closings: Record<string, [object, object]> = {
    "is archived": [{ archived: true }, { archived: false }],
    "is in the bin": [{ deletedAt: stamp() }, { deletedAt: null }],
  };
  for (const [what, [there, back]] of Object.entries(closings)) {
    it(`goes when the list ${what}, and comes back with it`, async () => {
      const { listId, taskId } = await given();
      await putTask(listId, { assigneeId: bea.uid, completedAt: stamp() });
      await happens(() => changeList(listId, there));
      assert.deepEqual(await assignedTo(ada), []);
      assert.equal((await taskNow(listId, taskId)).assigneeId, ada.uid);
      await happens(() => changeList(listId, back));
      assert.deepEqual([await assignedTo(ada), await assignedTo(bea)], [["Sweep"], []]);
    });
  }

  for (const role of ["reader", null] as const) {
    const what = role === null ? "is taken off the list" : "may only read it any more";
    it(`is nobody's when who had it ${what}; the others' stays`, async () => {
      const { listId, taskId } = await given();
      await happens(() => putTask(listId, { title: "Mop", assigneeId: bea.uid }));
      await happens(() => setRole(listId, ada, role));
      assert.equal((await taskNow(listId, taskId)).assigneeId, null);
      assert.deepEqual([await assignedTo(ada), await assignedTo(bea)], [[], ["Mop"]]);
    });
  }

  it("stays theirs when they were taken off the list and are back before that is heard", async () => {
    const { listId, taskId } = await given();
    const left = await changesBy(() => setRole(listId, ada, null));
    // By that change they lose sight of it.
    await happens(() => changeTask(listId, taskId, { title: "Mop" }));
    assert.deepEqual(await assignedTo(ada), []);
    const back = await changesBy(() => setRole(listId, ada, "writer"));
    await hearAll([...back, ...left]);
    assert.equal((await taskNow(listId, taskId)).assigneeId, ada.uid);
    assert.deepEqual(await assignedTo(ada), ["Mop"]);
  });

  it("tells nothing new to who was taken off the list, before that is heard either", async () => {
    const { listId, taskId } = await given();
    await setRole(listId, ada, null);
    await happens(() => changeTask(listId, taskId, { title: "Secret" }));
    assert.deepEqual(await assignedTo(ada), []);
    await happens(() => putTask(listId, { title: "Secret", assigneeId: ada.uid }));
    assert.deepEqual(await assignedTo(ada), []);
  });

  it("is not what was done while somebody wrote that it is to be done", async () => {
    const listId = await listOf(owner, { writers: [ada] });
    const [made] = await changesBy(() => putTask(listId, { assigneeId: ada.uid }));
    const taskId = made?.path.split("/")[3] ?? "";
    assert.ok(made);
    await beforeCommit(
      () => happens(() => changeTask(listId, taskId, { completedAt: stamp() })),
      () => hear(made),
    );
    assert.deepEqual(await assignedTo(ada), []);
  });

  it("is what it is called now, though it was called so while another name was written", async () => {
    const { listId, taskId } = await given();
    const [renamed] = await changesBy(() => changeTask(listId, taskId, { title: "Mop" }));
    assert.ok(renamed);
    await beforeCommit(
      () => happens(() => changeTask(listId, taskId, { title: "Sweep" })),
      () => hear(renamed),
    );
    assert.deepEqual(await assignedTo(ada), ["Sweep"]);
  });

  for (const moment of ["before", "after"] as const) {
    it(`is right though a worker dies just ${moment} a commit and another takes over`, async () => {
      const { listId, taskId } = await given();
      const change = () => changeTask(listId, taskId, { title: "Mop", assigneeId: bea.uid });
      const events = await changesBy(change);
      assert.ok(await dyingAt(1, moment, () => hearAll(events)));
      await hearAll(events);
      assert.deepEqual([await assignedTo(ada), await assignedTo(bea)], [[], ["Mop"]]);
    });
  }

  it("costs no read where a change concerns nobody's assignments", async () => {
    const { listId, taskId } = await given();
    const other = await putTask(listId);
    const events = [
      ...(await changesBy(() => putTask(listId))),
      ...(await changesBy(() => changeTask(listId, other, { title: "Mop", priority: 3 }))),
      ...(await changesBy(() => changeTask(listId, other, { completedAt: stamp() }))),
      ...(await changesBy(() => changeTask(listId, other, { deletedAt: stamp() }))),
      ...(await changesBy(() =>
        changeTask(listId, taskId, { notes: "In corners, too.", position: "Vb", labels: ["home"] }),
      )),
      ...(await changesBy(() => changeList(listId, { title: "At home" }))),
      ...(await changesBy(() => setRole(listId, customer(), "reader"))),
    ];
    await putComment(listId, taskId, ada);
    assert.equal(events.length, 7);
    const bill = await firestore.costOf(async () => {
      for (const event of events) await hear(event);
    });
    assert.deepEqual(bill, { reads: 0, writes: 0, deletes: 0 });
  });
});
