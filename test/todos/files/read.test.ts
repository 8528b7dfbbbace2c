import assert from "node:assert/strict";
import { readTasks } from "../../../functions/src/todos/files/read.ts";
import { refused } from "../../support/call.ts";
import { readAll } from "../support/pureFiles.ts";
import { due } from "../support/pureTasks.ts";

const json = (...rows: unknown[]) => readTasks("json", JSON.stringify(rows));
const csv = (...lines: string[]) => readTasks("csv", lines.join("\n"));

/** What is read of the one row. */
const only = (row: Record<string, unknown>) => readAll("json", JSON.stringify([row]))[0]!;
const onlyOf = (file: string) => readAll("csv", file)[0]!;
const bare = {
  title: "Milk",
  notes: "",
  completedAt: null,
  due: null,
  priority: 0,
  labels: [],
  checklist: [],
  checked: [],
  repeat: null,
};

describe("todos: reading a file of tasks", () => {
  it("takes a title alone for a task of which nothing else is said", () => {
    assert.deepEqual(only({ title: "Milk" }), bare);
    assert.deepEqual(onlyOf("title\nMilk"), bare);
  });

  it("takes an empty cell, null and none at all for nothing said", () => {
    const columns =
      "title,notes,completedAt,dueDate,dueTime,dueZone,priority,labels,checklist,repeatUnit,repeatEvery,repeatWeekdays,repeatDay,repeatFrom,repeatUntil";
    const names = columns.split(",").slice(1);
    assert.deepEqual(onlyOf(`${columns}\nMilk${",".repeat(names.length)}`), bare);
    for (const nothing of [null, ""]) {
      const row = Object.fromEntries(names.map((name) => [name, nothing]));
      assert.deepEqual(only({ title: "Milk", ...row }), bare);
    }
  });

  it("takes columns in any order, numbers as numbers or words, and days of UTC where no zone is said", () => {
    const file = "priority,dueDate,title,dueTime\n3,2026-11-22,Milk,09:30";
    const meant = { ...bare, priority: 3, due: due("2026-11-22", "09:30") };
    assert.deepEqual(onlyOf(file), meant);
    const { title, priority, due: dueThen } = meant;
    const row = { title, dueDate: dueThen.date, dueTime: dueThen.time };
    assert.deepEqual(only({ ...row, priority }), meant);
    assert.deepEqual(only({ ...row, priority: "3" }), meant);
  });

  it("takes a unit for a task that repeats: each time, from the day it was due", () => {
    const row = { title: "Milk", dueDate: "2026-11-22", repeatUnit: "month" };
    const repeat = { every: 1, unit: "month", weekdays: [], day: null, from: "due", until: null };
    assert.deepEqual(only(row).repeat, repeat);
    const said = { repeatEvery: "2", repeatWeekdays: " 4  1 ", repeatDay: 31, repeatFrom: "done" };
    assert.deepEqual(only({ ...row, ...said, repeatUntil: "2027-11-22" }).repeat, {
      every: 2,
      unit: "month",
      weekdays: [4, 1],
      day: 31,
      from: "done",
      until: "2027-11-22",
    });
  });

  it("takes a moment with an offset for the moment that it is", () => {
    const doneAt = (completedAt: string) => only({ title: "Milk", completedAt }).completedAt;
    assert.equal(doneAt("2026-11-22T09:30:00Z"), "2026-11-22T09:30:00.000Z");
    assert.equal(doneAt("2026-11-22T09:30:00.5+01:00"), "2026-11-22T08:30:00.500Z");
    assert.equal(doneAt("2026-11-22T23:30:00-05:30"), "2026-11-23T05:00:00.000Z");
  });

  it("takes the lines of a checklist for its items, those with a cross for done", () => {
    const read = (lines: string) => {
      const { checklist, checked } = only({ title: "Milk", checklist: lines });
      return [checklist, checked];
    };
    assert.deepEqual(read("[x] a\n[ ] b\n[X] c\nd"), [
      ["a", "b", "c", "d"],
      ["a", "c"],
    ]);
    assert.deepEqual(read("\n[x] a\n\n  \nb\n"), [["a", "b"], ["a"]]);
    assert.deepEqual(read("[x] a\r\n[ ] b\rc"), [["a", "b", "c"], ["a"]]);
    assert.deepEqual(read("[x]a\n[y] b\n[x] [ ] c"), [["[x]a", "[y] b", "[ ] c"], ["[ ] c"]]);
  });

  it("takes labels apart at blanks", () => {
    assert.deepEqual(only({ title: "Milk", labels: " home\tmoney \n x " }).labels, [
      "home",
      "money",
      "x",
    ]);
  });

  describe("as spreadsheets write it", () => {
    const asWritten: Record<string, string> = {
      "with a byte order mark": "\uFEFFtitle,notes\nMilk,two",
      "with a byte order mark before quotes": '\uFEFF"title","notes"\n"Milk","two"',
      "with semicolons": "title;notes\nMilk;two",
      "with tabs": "title\tnotes\nMilk\ttwo",
      "with Windows' line ends": "title,notes\r\nMilk,two\r\n",
      "with spaces and empty rows": "title , notes\n\n Milk , two \n,\n",
    };
    for (const [how, file] of Object.entries(asWritten)) {
      it(how, () => assert.deepEqual(onlyOf(file), { ...bare, notes: "two" }));
    }

    it("with separators, quotes and lines in a cell", () => {
      const file = 'title;notes;checklist\n"Milk; ""oat""";"a\r\nb;c";"[x] d\r\n[ ] e"';
      const { title, notes, checklist, checked } = onlyOf(file);
      assert.deepEqual([title, notes], ['Milk; "oat"', "a\nb;c"]);
      assert.deepEqual([checklist, checked], [["d", "e"], ["d"]]);
    });

    it("with what a spreadsheet would take for a formula: it is text, with an apostrophe before it or not", () => {
      assert.equal(onlyOf("title\n'=1+1").title, "=1+1");
      assert.equal(onlyOf("title\n=1+1").title, "=1+1");
      assert.equal(only({ title: "'=1+1" }).title, "'=1+1");
    });
  });

  it("takes 500 rows", () => {
    assert.equal(csv("title", ..."x".repeat(500)).tasks.length, 500);
    assert.equal(json(...Array(500).fill({ title: "x" })).tasks.length, 500);
  });

  describe("refuses what is no table of tasks, with the line and what to do:", () => {
    const unreadable: [string, "csv" | "json", string, number, RegExp][] = [
      ["an empty file", "csv", "", 1, /empty.*title,notes/],
      ["an unknown column", "csv", "title,assignee\n", 1, /not known: "assignee"/],
      ["a file without titles", "csv", "notes\nx\n", 1, /missing: "title"/],
      ["a column twice", "csv", "title,title\n", 1, /twice: "title"/],
      ["a quote never closed", "csv", 'title\nMilk\n"Tea\n', 3, /never closed/],
      ["a quote within a cell", "csv", 'title\n5" pot\n', 2, /within a cell/],
      ["501 rows of CSV", "csv", `title\n${"x\n".repeat(501)}`, 1, /500 rows/],
      ["501 rows of JSON", "json", JSON.stringify(Array(501).fill({ title: "x" })), 1, /500 rows/],
      ["what is no JSON", "json", "[nope]", 1, /no JSON/],
      ["what is no list", "json", '{ "title": "Milk" }', 1, /must be a list/],
    ];
    for (const [what, format, file, line, words] of unreadable) {
      it(what, async () => {
        const attempt = (async () => readTasks(format, file))();
        const details = await refused(attempt, "invalid-argument", "unreadable");
        assert.equal(details.line, line);
        await assert.rejects(attempt, ({ message }: Error) => words.test(message));
      });
    }
  });
});
