import assert from "node:assert/strict";
import { HOUR, now, stamp } from "../../../functions/src/core/clock.ts";
import { sweepReminders } from "../../../functions/src/todos/reminders/sweepReminders.ts";
import { lists } from "../../../functions/src/todos/schema.ts";
import { firestore } from "../../support/firestore.ts";
import {
  disable,
  drop,
  type Known,
  shutOut,
  somebody,
  unconfirm,
} from "../../support/knownPeople.ts";
import { useStillClock } from "../../support/time.ts";
import { changeList, changeTask, mailCount, move, setRole } from "../support/jobs.ts";
import { listOf, mailsTo, putTask, taskNow } from "../support/lists.ts";

interface Place {
  listId: string;
  taskId: string;
  writer: Known;
}

describe("todos: a reminder is dropped", () => {
  const { pass } = useStillClock();
  const sweep = () => sweepReminders(now(), 100);

  /** A task of which a writer of its list is to be reminded in an hour. */
  async function reminded(): Promise<Place> {
    const writer = await somebody();
    const listId = await listOf(await somebody(), { writers: [writer] });
    const reminder = { at: stamp(HOUR), uid: writer.uid, state: "waiting" as const };
    return { listId, taskId: await putTask(listId, { reminder }), writer };
  }

  const reasons: Record<string, (place: Place) => Promise<unknown>> = {
    "of a task that is done": ({ listId, taskId }) =>
      changeTask(listId, taskId, { completedAt: stamp() }),
    "of a task that is in the bin": ({ listId, taskId }) =>
      changeTask(listId, taskId, { deletedAt: stamp() }),
    "of a list that is archived": ({ listId }) => changeList(listId, { archived: true }),
    "of a list that is in the bin": ({ listId }) => changeList(listId, { deletedAt: stamp() }),
    "of a list that is gone": ({ listId }) => lists.doc(listId).delete(),
    "to who was taken off the list": ({ listId, writer }) => setRole(listId, writer, null),
    "to who is disabled": ({ writer }) => disable(writer),
    "to who is shut out, which Firebase Authentication does not know yet": ({ writer }) =>
      shutOut(writer),
    "to an address that is not confirmed": ({ writer }) => unconfirm(writer),
    "to who has no account any more": ({ writer }) => drop(writer),
  };
  for (const [why, happens] of Object.entries(reasons)) {
    it(why, async () => {
      const [place, other] = [await reminded(), await reminded()];
      await happens(place);
      pass(HOUR);
      assert.deepEqual((await sweep()).toSorted(), ["dropped", "sent"]);
      assert.equal((await taskNow(place.listId, place.taskId)).reminder?.state, "dropped");
      // One mail, and it is the other's.
      assert.equal(await mailCount(), 1);
      assert.equal((await mailsTo(other.writer.token.email)).length, 1);
      assert.deepEqual(await sweep(), []);
    });
  }

  it("where a task was moved away; where it is now, it is sent", async () => {
    const { listId, taskId, writer } = await reminded();
    const there = await listOf(writer, { title: "There" });
    await move(taskId, listId, there);
    pass(HOUR);
    assert.deepEqual((await sweep()).toSorted(), ["dropped", "sent"]);
    assert.equal((await taskNow(there, taskId)).reminder?.state, "sent");
    const [mail, ...others] = await mailsTo(writer.token.email);
    assert.ok(mail?.message.text.includes("There"));
    assert.deepEqual(others, []);
  });

  it("and the task stays as it is, but for that", async () => {
    const { listId, taskId, writer } = await reminded();
    await disable(writer);
    const before = await taskNow(listId, taskId);
    pass(HOUR);
    // Found, looked at with the account; it and its list.
    const bill = await firestore.costOf(sweep);
    assert.deepEqual(bill, { reads: 5, writes: 1, deletes: 0 });
    const reminder = { ...before.reminder, state: "dropped" };
    assert.deepEqual(await taskNow(listId, taskId), { ...before, reminder });
  });
});
