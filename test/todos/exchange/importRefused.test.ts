import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { stamp } from "../../../functions/src/core/clock.ts";
import { importTasks } from "../../../functions/src/todos/importTasks.ts";
import { lists } from "../../../functions/src/todos/schema.ts";
import { call, customer, refused } from "../../support/call.ts";
import { shutOut } from "../../support/knownPeople.ts";
import { useStillClock } from "../../support/time.ts";
import { importRows, titlesNow } from "../support/exchange.ts";
import { listOf, putTask } from "../support/lists.ts";

describe("todos: an import is refused", () => {
  useStillClock();
  const [owner, writer, reader] = [customer(), customer(), customer()];
  let listId = "";
  beforeEach(async () => {
    listId = await listOf(owner, { writers: [writer], readers: [reader] });
    // So there is room for one more in any case, and for twenty as good as never.
    await putTask(listId, { title: "nearly last", position: "zzzzzzzw" });
  });
  // Nothing of a file was put there.
  afterEach(async () => {
    await importRows(owner, listId, [{ title: "one" }]);
    assert.deepEqual(await titlesNow(listId), ["nearly last", "one"]);
  });

  it("whole for one row that is wrong, with its line, its field and what is wrong", async () => {
    const rows = [{ title: "good" }, { title: "bad", priority: 4 }, { title: "good, too" }];
    const attempt = importRows(owner, listId, rows);
    const { faults, faultCount } = await refused(attempt, "invalid-argument", "invalid-rows");
    const [{ message = "", ...where } = {}] = faults as { message?: string }[];
    assert.deepEqual([where, faultCount], [{ line: 2, field: "priority" }, 1]);
    assert.match(message, /from 0 to 3/);
    await assert.rejects(attempt, /Row 2, priority: .*from 0 to 3/);
  });

  it("with the lines of the file where that is CSV", async () => {
    const content = 'title,dueDate\n"over\ntwo lines",\nPaper,2026-02-30\n';
    const input = { requestId: randomUUID(), listId, format: "csv" as const, content };
    const attempt = call(importTasks, owner, input);
    const { faults } = await refused(attempt, "invalid-argument", "invalid-rows");
    assert.deepEqual(
      (faults as { line: number; field: string }[]).map(({ line, field }) => [line, field]),
      [
        [2, "title"],
        [4, "dueDate"],
      ],
    );
  });

  it("with the first 100 of all that is wrong, and how much that is", async () => {
    const rows = Array(120).fill({ title: "", priority: 9 });
    const attempt = importRows(owner, listId, [{ title: "good" }, ...rows]);
    const details = await refused(attempt, "invalid-argument", "invalid-rows");
    const faults = details.faults as { line: number; field: string }[];
    assert.deepEqual(
      faults.map(({ line, field }) => `${line} ${field}`),
      Array.from({ length: 100 }, (_, n) => `${2 + (n >> 1)} ${n % 2 ? "priority" : "title"}`),
    );
    assert.equal(details.faultCount, 240);
  });

  it("where the file is no table, or has a column that is not known", async () => {
    const files = { json: '{ "title": "no list" }', csv: "title,assignee\nMilk,me\n" };
    for (const [format, content] of Object.entries(files) as ["json" | "csv", string][]) {
      const input = { requestId: randomUUID(), listId, format, content };
      const attempt = call(importTasks, owner, input);
      const { line } = await refused(attempt, "invalid-argument", "unreadable");
      assert.equal(line, 1);
    }
  });

  it("to readers, strangers, who is shut out and nobody", async () => {
    const [rows, stranger, leaver] = [[{ title: "one" }], customer(), customer()];
    await shutOut(leaver);
    await refused(importRows(reader, listId, rows), "permission-denied", "reader");
    await refused(importRows(stranger, listId, rows), "not-found", "no-such-list");
    await refused(importRows(stranger, "no-list", rows), "not-found", "no-such-list");
    await refused(importRows(leaver, listId, rows), "permission-denied", "disabled");
    await refused(importRows(undefined, listId, rows), "unauthenticated", "signed-out");
  });

  it("into a list that is put aside or in the bin, and taken again once that is over", async () => {
    for (const closed of [{ archived: true }, { deletedAt: stamp() }]) {
      const list = await listOf(owner, { writers: [writer], ...closed });
      for (const person of [owner, writer]) {
        const attempt = importRows(person, list, [{ title: "one" }]);
        await refused(attempt, "failed-precondition", "list-closed");
      }
      assert.deepEqual(await titlesNow(list), []);
      await lists.doc(list).update({ archived: false, deletedAt: null });
      await importRows(writer, list, [{ title: "one" }]);
      assert.deepEqual(await titlesNow(list), ["one"]);
    }
  });
});
