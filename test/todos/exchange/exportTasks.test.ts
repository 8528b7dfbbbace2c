import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { stamp } from "../../../functions/src/core/clock.ts";
import { exportTasks } from "../../../functions/src/todos/exportTasks.ts";
import { importTasks } from "../../../functions/src/todos/importTasks.ts";
import { type Task, tasksOf } from "../../../functions/src/todos/schema.ts";
import { call, customer, refused } from "../../support/call.ts";
import { shutOut } from "../../support/knownPeople.ts";
import { useStillClock } from "../../support/time.ts";
import { exportedRows, importRows, tasksNow, titlesNow } from "../support/exchange.ts";
import { listOf, putTask, taskOf } from "../support/lists.ts";

/** All that tasks may say which others may read. */
const telling: Partial<Task>[] = [
  { title: "=HYPERLINK(A1)", notes: "-1\n+1\n", labels: ["@home", "ö"], checklist: ["=a", "b"] },
  {
    title: '"quoted", or not; ',
    notes: "\r\n' 🧺\u0001 ",
    completedAt: stamp(-1),
    due: { date: "2028-02-29", time: "23:59", zone: "America/St_Johns" },
    priority: 3,
    checklist: ["[x] in the text", "done", "; , "],
    checked: ["done", "; , "],
    repeat: { every: 365, unit: "year", weekdays: [], day: 31, from: "done", until: "2099-12-31" },
  },
  {
    title: "Bins",
    due: { date: "2026-02-02", time: null, zone: "UTC" },
    repeat: { every: 2, unit: "week", weekdays: [7, 1], day: null, from: "due", until: null },
  },
];

const writtenIn = ({ title, notes, completedAt, due, priority, labels, ...task }: Task) => {
  const { checklist, checked, repeat } = task;
  const done = completedAt?.toMillis() ?? null;
  return { title, notes, done, due, priority, labels, checklist, checked, repeat };
};

describe("todos: an export", () => {
  useStillClock();
  const [owner, writer, reader] = [customer(), customer(), customer()];
  let listId = "";
  beforeEach(async () => {
    listId = await listOf(owner, { title: "Home", writers: [writer], readers: [reader] });
  });

  const titlesOf = async (list = listId) =>
    (await exportedRows(owner, list)).map(({ title }) => title);

  it("has what is done and what is not, in the order of the list", async () => {
    const titles = Array.from({ length: 120 }, (_, n) => `Task ${n}`);
    await importRows(
      owner,
      listId,
      titles.map((title, n) => ({ title, completedAt: n % 2 ? "2026-01-01T00:00:00Z" : null })),
    );
    await putTask(listId, { title: "first of all", position: "01" });
    assert.deepEqual(await titlesOf(), ["first of all", ...titles]);
  });

  it("has tasks of the same place in the order of their ids, as the list shows them", async () => {
    const ids = Array.from({ length: 20 }, () => randomUUID());
    for (const id of ids)
      await tasksOf(listId)
        .doc(id)
        .set(taskOf({ title: id, position: "V" }));
    assert.deepEqual(await titlesOf(), ids.toSorted());
    assert.deepEqual(await titlesNow(listId), ids.toSorted());
  });

  it("leaves out what is in the bin and what was moved away, and other lists", async () => {
    const other = await listOf(owner);
    await putTask(listId, { title: "Milk" });
    await putTask(listId, { title: "Old milk", deletedAt: stamp() });
    await putTask(listId, { title: "Moved", deletedAt: stamp(), movedTo: other });
    await putTask(other, { title: "Moved", movedFrom: listId });
    assert.deepEqual(await titlesOf(), ["Milk"]);
    assert.deepEqual(await titlesOf(other), ["Moved"]);
  });

  it("is a file with a name and a type, also of an empty list", async () => {
    const of = (format: "json" | "csv") => call(exportTasks, owner, { listId, format });
    const [json, csv] = [await of("json"), await of("csv")];
    assert.deepEqual(json, {
      name: "Home.json",
      type: "application/json",
      content: "[]\n",
      count: 0,
    });
    const { content, ...file } = csv;
    assert.deepEqual(file, { name: "Home.csv", type: "text/csv; charset=utf-8", count: 0 });
    assert.match(content, /^title,notes,[\w,]+\r\n$/);
    await putTask(listId);
    assert.deepEqual([(await of("json")).count, (await of("csv")).count], [1, 1]);
  });

  it("is for members, who read, too, and whatever became of the list; to others there is no such list", async () => {
    for (const state of [{}, { archived: true }, { deletedAt: stamp() }]) {
      const shared = await listOf(owner, { writers: [writer], readers: [reader], ...state });
      await putTask(shared, { title: "Milk" });
      for (const person of [owner, writer, reader]) {
        assert.equal((await exportedRows(person, shared)).length, 1);
      }
      await refused(exportedRows(customer(), shared), "not-found", "no-such-list");
    }
    await refused(exportedRows(customer(), "no-list"), "not-found", "no-such-list");
    const leaver = customer();
    await shutOut(leaver);
    const left = await listOf(leaver);
    await refused(exportedRows(leaver, left), "permission-denied", "disabled");
  });

  it("says nothing of who has to do a task, who made it and who is reminded", async () => {
    const reminder = { at: stamp(), uid: reader.uid, state: "waiting" as const };
    await putTask(listId, { assigneeId: writer.uid, createdBy: owner.uid, reminder });
    for (const format of ["json", "csv"] as const) {
      const { content } = await call(exportTasks, owner, { listId, format });
      for (const { uid } of [owner, writer, reader]) assert.ok(!content.includes(uid), format);
    }
  });

  it("as JSON, imported into another list, makes the same tasks there", async () => {
    for (const [n, fields] of telling.entries()) {
      await putTask(listId, { ...fields, position: `${n + 1}` });
    }
    const { content } = await call(exportTasks, owner, { listId, format: "json" });
    const other = await listOf(owner);
    const input = { requestId: randomUUID(), listId: other, format: "json" as const, content };
    assert.deepEqual(await call(importTasks, owner, input), { imported: telling.length });
    const [before, after] = [await tasksNow(listId), await tasksNow(other)];
    assert.deepEqual(after.map(writtenIn), before.map(writtenIn));
    const again = await call(exportTasks, owner, { listId: other, format: "json" });
    assert.equal(again.content, content);
  });

  it("as CSV has no cell that a spreadsheet would carry out, and is imported as it was", async () => {
    const titles = ["=1+1", "+1", "-1", "@SUM(A1)", "1 = 1"];
    for (const [n, title] of titles.entries()) {
      await putTask(listId, { title, notes: title, position: `${n + 1}` });
    }
    const { content } = await call(exportTasks, owner, { listId, format: "csv" });
    const [, ...lines] = content.trim().split("\r\n");
    assert.deepEqual(
      lines.map((line) => line.split(",").slice(0, 2)),
      ["'=1+1", "'+1", "'-1", "'@SUM(A1)", "1 = 1"].map((cell) => [cell, cell]),
    );
    const other = await listOf(owner);
    const input = { requestId: randomUUID(), listId: other, format: "csv" as const, content };
    await call(importTasks, owner, input);
    assert.deepEqual(await titlesNow(other), titles);
  });

  it("is refused where the file is over 6 MiB, until some of it is put into the bin", async () => {
    // JSON takes six bytes for each of these.
    const notes = "\u0001".repeat(10_000);
    const ids = await Promise.all(Array.from({ length: 106 }, () => putTask(listId, { notes })));
    await refused(exportedRows(owner, listId), "failed-precondition", "too-large-to-export");
    for (const id of ids.slice(0, 5)) await tasksOf(listId).doc(id).update({ deletedAt: stamp() });
    assert.equal((await exportedRows(owner, listId)).length, 101);
  });
});
