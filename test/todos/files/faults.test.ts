import assert from "node:assert/strict";
import { readTasks } from "../../../functions/src/todos/files/read.ts";
import { comparable } from "../support/pureFiles.ts";

const json = (...rows: unknown[]) => readTasks("json", JSON.stringify(rows));

const faultsOf = (row: Record<string, unknown>) =>
  json({ title: "Milk", ...row }).faults.map(({ field, message }) => `${field} ${message}`);

describe("todos: what is wrong with a file of tasks", () => {
  describe("is told cell by cell, with what would be right:", () => {
    const DAY = "must be a day like 2026-02-28";
    const wrong: Record<string, [string, ...unknown[]]> = {
      title: ["must not be blank", "", " "],
      notes: ["must have at most 10000 characters", "x".repeat(10_001)],
      completedAt: [
        "must be a moment from 2000 to 2099, like 2026-02-28T09:30:00Z",
        ...["yesterday", "2026-02-28", "2026-02-28T09:30:00", "2026-02-30T09:30:00Z"],
        ...["1999-12-31T23:59:59Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59-10:00", 1],
      ],
      dueDate: [DAY, "31.12.2026", "2026-02-29", "2026-2-28", "1999-12-31", "2100-01-01"],
      dueTime: ["must be a time like 09:30", "9:30", "24:00", "09:30:00", "9 am"],
      dueZone: ['must be a time zone like "Europe/Berlin"', "Mars/Phobos", "Berlin", "+05:30 ", 1],
      priority: ["must be a whole number from 0 to 3", "high", 4, -1, 1.5, "1.0", true],
      labels: [
        "must be at most 10 words, each of at most 40 characters",
        "x".repeat(41),
        "a ".repeat(11),
      ],
      checklist: [
        "must be one line of at most 200 characters that begins with no blank",
        ...["x".repeat(201), " a", "[ ]  a", "a\tb", " a\n b"],
      ],
      repeatUnit: ["must be day, week, month or year", "days", "Day", "fortnight", 1],
      repeatEvery: ["must be a whole number from 1 to 365", "0", 0, 366, "2.5", "two", "-1"],
      repeatWeekdays: [
        "must be days from 1 for Monday to 7, each once, like 1 4",
        ...["Mon", "0", "8", "1 1", "1,4", "1.5"],
      ],
      repeatDay: ["must be a whole number from 1 to 31", "0", 32, "last"],
      repeatFrom: ["must be due or done", "start", "Due", 1],
      repeatUntil: [DAY, "never", "2026-12-32"],
    };
    for (const [field, [message, ...cells]] of Object.entries(wrong)) {
      it(`${field} ${message}`, () => {
        for (const cell of cells) {
          const [fault = "", ...more] = faultsOf({ [field]: cell });
          assert.deepEqual(more, []);
          assert.ok(fault.startsWith(`${field} ${message}`), fault);
        }
      });
    }

    it("checklist must have at most 50 items, and each once", () => {
      const items = (count: number) =>
        Array.from({ length: count }, (_, n) => `[x] ${n}`).join("\n");
      assert.deepEqual(faultsOf({ checklist: items(50) }), []);
      const [many = "", ...more] = faultsOf({ checklist: items(51) });
      assert.match(many, /^checklist must have at most 50 items/);
      assert.deepEqual(more, []);
      const [twice = "", ...others] = faultsOf({ checklist: "[x] a\nb\na" });
      assert.match(twice, /^checklist must not name an item twice/);
      assert.deepEqual(others, []);
    });

    it("no text where there should be some", () => {
      const names = ["title", "notes", "dueDate", "dueTime", "labels", "checklist", "repeatUntil"];
      for (const field of [...names, "repeatWeekdays"]) {
        for (const cell of [1, true, ["a"], { a: 1 }]) {
          const [fault = "", ...more] = faultsOf({ [field]: cell });
          assert.deepEqual(more, []);
          assert.ok(fault.startsWith(`${field} must be text`), fault);
        }
      }
      assert.deepEqual(json({}).faults, [{ line: 1, field: "title", message: "must be text" }]);
    });

    it("with what was found, cut short", () => {
      assert.deepEqual(faultsOf({ priority: "high" }), [
        'priority must be a whole number from 0 to 3, not "high"',
      ]);
      assert.ok(faultsOf({ notes: "x".repeat(20_000) })[0]!.length < 150);
    });

    it("a time, a zone or a repetition of what is due on no day", () => {
      const lone = { dueTime: "09:30", dueZone: "UTC", repeatUnit: "day" };
      for (const [field, cell] of Object.entries(lone)) {
        assert.deepEqual(faultsOf({ [field]: cell }), [`${field} takes a dueDate`]);
        assert.deepEqual(faultsOf({ dueDate: "2026-11-22", [field]: cell }), []);
      }
      assert.equal(faultsOf(lone).length, 3);
      assert.deepEqual(json({ title: "Milk", ...lone }).tasks, []);
    });

    it("a column that is not known, in a row of JSON", () => {
      const [fault = ""] = faultsOf({ assignee: "ann" });
      assert.match(fault, /^assignee is not a column: they are title, notes, /);
    });

    it("a row that is none", () => {
      for (const row of [null, 1, "Milk", []]) {
        const [fault, ...more] = json(row).faults;
        assert.deepEqual([fault?.line, fault?.field, more], [1, "row", []]);
        assert.match(fault!.message, /^must be an object: { "title": …, "notes": …/);
      }
    });
  });

  it("is named by its line, and the other rows are taken", () => {
    const file = [
      "title,notes,priority",
      'Milk,"a\nb",1',
      "Tea,,high",
      "",
      ",,2",
      "Oats,c",
      "Eggs,,",
    ];
    const { tasks, faults } = readTasks("csv", file.join("\n"));
    assert.deepEqual(faults.map(({ line, field }) => [line, field]).toSorted(), [
      [4, "priority"],
      [6, "title"],
      [7, "row"],
    ]);
    assert.deepEqual(
      tasks.map((task) => comparable(task).title),
      ["Milk", "Eggs"],
    );
    const rows = json(
      { title: "Milk" },
      { title: "" },
      { title: "Eggs" },
      { title: "Tea", priority: 9 },
    );
    assert.deepEqual(
      rows.faults.map(({ line, field }) => [line, field]),
      [
        [2, "title"],
        [4, "priority"],
      ],
    );
    assert.equal(rows.tasks.length, 2);
  });

  it("is named whole, where much is wrong with a row", () => {
    const fields = json({ title: "", priority: 9, dueDate: "x", repeatFrom: "y" }).faults;
    assert.deepEqual(
      fields.map(({ field }) => field),
      ["title", "dueDate", "priority", "repeatFrom"],
    );
  });
});
