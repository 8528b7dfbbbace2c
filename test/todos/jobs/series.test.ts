import assert from "node:assert/strict";
import { continueSeries } from "../../../functions/src/todos/repeat/continueSeries.ts";
import { sweepSeries } from "../../../functions/src/todos/repeat/sweepSeries.ts";
import { lists, type Repeat, type Task, tasksOf } from "../../../functions/src/todos/schema.ts";
import { customer } from "../../support/call.ts";
import { dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import {
  berlin,
  type Change,
  changesBy,
  changeTask,
  daily,
  dueOn,
  happens,
  hear,
  hearAll,
  move,
  othersThan,
  timestampOf,
} from "../support/jobs.ts";
import { listOf, putTask, taskNow } from "../support/lists.ts";

const owner = customer();
const done = (local: string) => timestampOf(berlin(local));

/** A task of a series, not done yet. */
async function seriesTask(fields: Partial<Task> = {}) {
  const listId = await listOf(owner);
  const task = { title: "Water", due: dueOn("2026-05-04"), repeat: daily, ...fields };
  return { listId, taskId: await putTask(listId, task) };
}

type Place = Awaited<ReturnType<typeof seriesTask>>;

/** Does a task. Answers the event of it. */
async function does({ listId, taskId }: Place, at = "2026-05-04T12:00"): Promise<Change> {
  const [change] = await changesBy(() => changeTask(listId, taskId, { completedAt: done(at) }));
  if (!change) throw new Error("Nothing was done.");
  return change;
}

/** When what follows is due: one for each. And the series has gone over to it, so it is one. */
async function nextOf({ listId, taskId }: Place): Promise<(string | undefined)[]> {
  assert.equal((await taskNow(listId, taskId)).repeat, null);
  return (await othersThan(listId, taskId)).map(({ due }) => due?.date);
}

describe("todos: the next of a series", () => {
  useStillClock();

  it("is made when a task is done, and not when anything else is done to it", async () => {
    const place = await seriesTask();
    const { listId, taskId } = place;
    await happens(() => changeTask(listId, taskId, { title: "Water all" }));
    assert.deepEqual(await othersThan(listId, taskId), []);
    const event = await does(place);
    const bill = await firestore.costOf(() => hear(event));
    assert.deepEqual(await nextOf(place), ["2026-05-05"]);
    assert.deepEqual(bill, { reads: 2, writes: 2, deletes: 0 });
  });

  it("is made once, though its event comes five times at once", async () => {
    const place = await seriesTask();
    const event = await does(place);
    await Promise.all(Array.from({ length: 5 }, () => hear(event)));
    await hear(event);
    assert.deepEqual(await nextOf(place), ["2026-05-05"]);
  });

  it("is made once, though event and sweeps meet", async () => {
    const place = await seriesTask();
    const event = await does(place);
    const late = new Date(berlin("2026-05-04T12:01"));
    await Promise.all([hear(event), sweepSeries(late, 10), hear(event), sweepSeries(late, 10)]);
    assert.deepEqual(await nextOf(place), ["2026-05-05"]);
    assert.deepEqual(await sweepSeries(late, 10), []);
  });

  for (const moment of ["before", "after"] as const) {
    it(`is made once, though its worker dies just ${moment} the commit and another takes over`, async () => {
      const place = await seriesTask();
      const event = await does(place);
      assert.ok(await dyingAt(1, moment, () => hear(event)));
      await hear(event);
      assert.deepEqual(await nextOf(place), ["2026-05-05"]);
    });
  }

  for (const [name, code] of Object.entries({ DEADLINE_EXCEEDED: 4, UNAVAILABLE: 14 })) {
    it(`is made once, though the answer to the commit is lost (${name})`, async () => {
      const place = await seriesTask();
      const event = await does(place);
      const met = firestore.inject({ method: "Commit", kind: "lost-answer", code });
      await hear(event);
      assert.ok(met(), "the fault was not met");
      assert.deepEqual(await nextOf(place), ["2026-05-05"]);
    });
  }

  it("has no brother when the task is reopened and done again, before its event is heard or after", async () => {
    const place = await seriesTask();
    const { listId, taskId } = place;
    const events = [
      await does(place),
      ...(await changesBy(() => changeTask(listId, taskId, { completedAt: null }))),
      await does(place, "2026-05-04T13:00"),
    ];
    await hearAll(events);
    assert.deepEqual(await nextOf(place), ["2026-05-05"]);
    await happens(() => changeTask(listId, taskId, { completedAt: null }));
    await happens(() => changeTask(listId, taskId, { completedAt: done("2026-05-06T09:00") }));
    assert.deepEqual(await nextOf(place), ["2026-05-05"]);
  });

  it("is not made of a task that was reopened by the time its event comes", async () => {
    const place = await seriesTask();
    const event = await does(place);
    await changeTask(place.listId, place.taskId, { completedAt: null });
    await hear(event);
    assert.deepEqual(await othersThan(place.listId, place.taskId), []);
    assert.deepEqual((await taskNow(place.listId, place.taskId)).repeat, daily);
  });

  it("goes with a task that is moved before its event comes: one, in the other list", async () => {
    const place = await seriesTask();
    const { listId, taskId } = place;
    const other = await listOf(owner);
    const event = await does(place);
    const moved = await changesBy(() => move(taskId, listId, other));
    await hearAll([...moved, event]);
    assert.deepEqual(await nextOf(place), []);
    assert.deepEqual(await nextOf({ listId: other, taskId }), ["2026-05-05"]);
  });

  describe("has the right day:", () => {
    const monthly: Repeat = { ...daily, unit: "month" };

    it("the last of a month that is too short, and then the 31st again", async () => {
      const place = await seriesTask({ due: dueOn("2026-01-31"), repeat: monthly });
      await hear(await does(place, "2026-01-31T18:00"));
      assert.deepEqual(await nextOf(place), ["2026-02-28"]);
      const [second] = (await tasksOf(place.listId).where("completedAt", "==", null).get()).docs;
      const next = { listId: place.listId, taskId: second?.id ?? "" };
      await hear(await does(next, "2026-02-28T18:00"));
      const days = (await nextOf(next)).filter((date) => date !== "2026-01-31");
      assert.deepEqual(days, ["2026-03-31"]);
    });

    it("that of its own zone, on the night in which the clocks change; reminded at the same time of day", async () => {
      const reminder = {
        at: done("2026-03-27T09:00"),
        uid: owner.uid,
        state: "sent" as const,
      };
      const due = dueOn("2026-03-28", "23:30");
      const place = await seriesTask({ due, reminder });
      // In Berlin it is 29 March by then, the day on which they change.
      const at = timestampOf(new Date("2026-03-28T23:30:00Z"));
      await happens(() => changeTask(place.listId, place.taskId, { completedAt: at }));
      const [next] = await othersThan(place.listId, place.taskId);
      assert.deepEqual(next?.due, dueOn("2026-03-30", "23:30"));
      // It was at 8:00 UTC the first time.
      assert.equal(next?.reminder?.at.toDate().toISOString(), "2026-03-29T07:00:00.000Z");
    });
  });

  it("is the same but for what was done: place, labels, who does it; with a reminder that waits", async () => {
    const reminder = { at: done("2026-05-03T09:15"), uid: owner.uid, state: "sent" as const };
    const kept = {
      title: "Water",
      notes: "Not the cactus.",
      priority: 3,
      labels: ["home", "plants"],
      assigneeId: owner.uid,
      checklist: ["Ferns", "Palm"],
      position: "Vab",
      createdBy: owner.uid,
    };
    const place = await seriesTask({
      ...kept,
      checked: ["Palm"],
      reminder,
      movedFrom: "elsewhere",
    });
    await hear(await does(place));
    const [{ id = "" } = {}] = (await tasksOf(place.listId).where("completedAt", "==", null).get())
      .docs;
    const { createdAt, updatedAt, ...next } = await taskNow(place.listId, id);
    assert.deepEqual(next, {
      ...kept,
      due: dueOn("2026-05-05"),
      repeat: daily,
      completedAt: null,
      checked: [],
      reminder: { at: done("2026-05-04T09:15"), uid: owner.uid, state: "waiting" },
      deletedAt: null,
      movedFrom: null,
      movedTo: null,
    });
    assert.ok(createdAt.toMillis() > 0 && updatedAt.toMillis() === createdAt.toMillis());
  });

  describe("does not come, and the series ends,", () => {
    const ends: Record<string, (place: Place) => Promise<unknown>> = {
      "when it is over": ({ listId, taskId }) =>
        changeTask(listId, taskId, { repeat: { ...daily, until: "2026-05-04" } }),
      "when the task is in the bin": ({ listId, taskId }) =>
        changeTask(listId, taskId, { deletedAt: done("2026-05-04T12:00") }),
      "when the list is archived": ({ listId }) => lists.doc(listId).update({ archived: true }),
      "when the list is in the bin": ({ listId }) =>
        lists.doc(listId).update({ deletedAt: done("2026-05-04T12:00") }),
      "when the list is gone": ({ listId }) => lists.doc(listId).delete(),
    };
    for (const [when, end] of Object.entries(ends)) {
      it(when, async () => {
        const place = await seriesTask();
        const event = await does(place);
        await end(place);
        await hear(event);
        assert.deepEqual(await nextOf(place), []);
        assert.equal(await continueSeries(place.listId, place.taskId), "nothing");
      });
    }

    it("and not a day before that", async () => {
      const place = await seriesTask({ repeat: { ...daily, until: "2026-05-05" } });
      await hear(await does(place));
      assert.deepEqual(await nextOf(place), ["2026-05-05"]);
    });
  });
});
