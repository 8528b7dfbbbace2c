import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { DAY, now, stamp } from "../../../functions/src/core/clock.ts";
import { importTasks } from "../../../functions/src/todos/importTasks.ts";
import { positionNow } from "../../../functions/src/todos/positions.ts";
import { tasksOf } from "../../../functions/src/todos/schema.ts";
import { call, customer, refused } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { importRows, tasksNow, titlesNow } from "../support/exchange.ts";
import { listOf, putTask } from "../support/lists.ts";

const rowsOf = (...titles: string[]) => titles.map((title) => ({ title }));
const many = (count: number, fields: object = {}) =>
  Array.from({ length: count }, (_, n) => ({ title: `Task ${n}`, ...fields }));

describe("todos: an import", () => {
  const { pass } = useStillClock();
  const [owner, writer, reader] = [customer(), customer(), customer()];
  let listId = "";
  beforeEach(async () => {
    listId = await listOf(owner, { writers: [writer], readers: [reader] });
  });

  describe("puts tasks", () => {
    it("at the end of the list, in the order of the file", async () => {
      await putTask(listId, { title: "there before" });
      pass(1);
      const titles = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
      assert.deepEqual(await importRows(owner, listId, rowsOf(...titles)), { imported: 9 });
      assert.deepEqual(await titlesNow(listId), ["there before", ...titles]);
      pass(1);
      await importRows(writer, listId, rowsOf("last"));
      assert.deepEqual(await titlesNow(listId), ["there before", ...titles, "last"]);
    });

    it("by the clock, where somebody has put a task to the very end", async () => {
      await putTask(listId, { title: "last", position: "z".repeat(40) });
      await importRows(owner, listId, rowsOf("one", "two"));
      assert.deepEqual(await titlesNow(listId), ["one", "two", "last"]);
    });

    it("after what was put there by a clock that is ahead, but for what is in the bin", async () => {
      const ahead = (days: number) => positionNow(now().getTime() + days * DAY);
      await putTask(listId, { title: "ahead", position: ahead(300) });
      await putTask(listId, { title: "binned", position: ahead(400), deletedAt: stamp() });
      await importRows(owner, listId, rowsOf("one", "two", "three"));
      assert.deepEqual(await titlesNow(listId), ["ahead", "one", "two", "three", "binned"]);
    });

    it("into an empty list, and none of a file without any", async () => {
      assert.deepEqual(await importRows(owner, listId, []), { imported: 0 });
      assert.deepEqual(await titlesNow(listId), []);
      await importRows(owner, listId, rowsOf("one", "two"));
      assert.deepEqual(await titlesNow(listId), ["one", "two"]);
    });

    it("with all that the file says of them, made by who handed it in, for nobody to do", async () => {
      const content = [
        "title;notes;completedAt;dueDate;dueTime;dueZone;priority;labels;checklist;repeatUnit;repeatWeekdays",
        'Bins;"Both;\nof them";2026-02-01T10:00:00+02:00;2026-02-02;07:30;Europe/Berlin;3;home out;"[x] paper\nglass";week;1 4',
      ].join("\r\n");
      const input = { requestId: randomUUID(), listId, format: "csv" as const, content };
      assert.deepEqual(await call(importTasks, writer, input), { imported: 1 });
      const [found] = await tasksNow(listId);
      assert.ok(found);
      const { completedAt, createdAt, updatedAt, position, ...task } = found;
      assert.deepEqual(task, {
        title: "Bins",
        notes: "Both;\nof them",
        due: { date: "2026-02-02", time: "07:30", zone: "Europe/Berlin" },
        priority: 3,
        labels: ["home", "out"],
        assigneeId: null,
        checklist: ["paper", "glass"],
        checked: ["paper"],
        repeat: { every: 1, unit: "week", weekdays: [1, 4], day: null, from: "due", until: null },
        reminder: null,
        deletedAt: null,
        movedFrom: null,
        movedTo: null,
        createdBy: writer.uid,
      });
      assert.equal(completedAt?.toDate().toISOString(), "2026-02-01T08:00:00.000Z");
      for (const time of [createdAt, updatedAt]) assert.equal(time.toMillis(), now().getTime());
      assert.ok(position);
    });

    it("500 of them at once, and not one more", async () => {
      assert.deepEqual(await importRows(owner, listId, many(500)), { imported: 500 });
      const titles = many(500).map(({ title }) => title);
      assert.deepEqual(await titlesNow(listId), titles);
      await refused(importRows(owner, listId, many(501)), "invalid-argument", "unreadable");
      assert.equal((await titlesNow(listId)).length, 500);
    });

    it("of a file of nearly a MiB, and of none that is larger", async () => {
      const notes = "n".repeat(10_000);
      assert.deepEqual(await importRows(owner, listId, many(104, { notes })), { imported: 104 });
      await refused(
        importRows(owner, listId, many(105, { notes })),
        "invalid-argument",
        "too-large",
      );
    });
  });

  describe("again", () => {
    const rows = rowsOf("one", "two", "three");
    const requestId = randomUUID();

    it("with the same requestId puts nothing there, whatever was done to the tasks since", async () => {
      assert.deepEqual(await importRows(owner, listId, rows, requestId), { imported: 3 });
      const { docs } = await tasksOf(listId).orderBy("position").get();
      await docs[0]?.ref.update({ title: "changed", deletedAt: stamp() });
      pass(DAY);
      assert.deepEqual(await importRows(owner, listId, rows, requestId), { imported: 3 });
      assert.deepEqual(await titlesNow(listId), ["changed", "two", "three"]);
    });

    it("five times at once puts them there once, and says so to each", async () => {
      const calls = Array.from({ length: 5 }, () => importRows(owner, listId, rows, requestId));
      const imported = { imported: 3 };
      assert.deepEqual(await Promise.all(calls), Array(5).fill(imported));
      assert.deepEqual(await titlesNow(listId), ["one", "two", "three"]);
    });

    it("after its answer was lost puts them there once", async () => {
      // Of the count of the call, and of the tasks.
      const met = [0, 1].map(() =>
        firestore.inject({ method: "Commit", kind: "lost-answer", code: 4 }),
      );
      assert.deepEqual(await importRows(owner, listId, rows, requestId), { imported: 3 });
      assert.ok(met.every((isMet) => isMet()));
      assert.deepEqual(await titlesNow(listId), ["one", "two", "three"]);
    });

    it("with another file, by another person, into another list or under another requestId is another", async () => {
      const other = await listOf(owner);
      await importRows(owner, listId, rows, requestId);
      await importRows(owner, listId, rowsOf("one", "two", "four"), requestId);
      assert.equal((await titlesNow(listId)).length, 6);
      await importRows(writer, listId, rows, requestId);
      assert.equal((await titlesNow(listId)).length, 9);
      await importRows(owner, listId, rows);
      assert.equal((await titlesNow(listId)).length, 12);
      await importRows(owner, other, rows, requestId);
      assert.deepEqual(await titlesNow(other), ["one", "two", "three"]);
    });
  });
});
