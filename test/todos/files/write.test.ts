import assert from "node:assert/strict";
import fc from "fast-check";
import { Timestamp } from "firebase/firestore";
import { toCsv, toJson } from "../../../functions/src/todos/files/write.ts";
import type { Task } from "../../../functions/src/todos/schema.ts";
import { contentOf, readAll, tasks } from "../support/pureFiles.ts";
import { at, due, taskOf } from "../support/pureTasks.ts";

/** The seed is fixed, so that what fails once fails again. */
const runs = { numRuns: 600, seed: 20261122 };

const FORMULA = "=+-@＝＋－＠";

/** The first cell of the first task: its title. */
const titleCell = (title: string) =>
  toCsv([taskOf({ title })])
    .split("\r\n")[1]
    ?.split(",")[0];

/** What comes back of a task by way of CSV. */
function throughCsv(fields: Partial<Task>): ReturnType<typeof contentOf> {
  const [back] = readAll("csv", toCsv([taskOf(fields)]));
  return back ?? assert.fail("nothing came back");
}

describe("todos: files of tasks", () => {
  const rent = taskOf({
    title: "Rent",
    notes: 'To "him",\nas always',
    completedAt: at("2026-11-22T12:34:56.789Z"),
    due: due("2026-12-31", "09:30", "Europe/Berlin"),
    priority: 2,
    labels: ["home", "money"],
    checklist: ["look", "pay"],
    checked: ["pay"],
    repeat: {
      every: 2,
      unit: "week",
      weekdays: [4, 1],
      day: null,
      from: "due",
      until: "2027-12-31",
    },
  });

  it("of JSON are a list with a row of plain values for each", () => {
    const file = toJson([rent, taskOf()]);
    assert.ok(file.endsWith("]\n"));
    const [first, second] = JSON.parse(file);
    assert.deepEqual(first, {
      title: "Rent",
      notes: 'To "him",\nas always',
      completedAt: "2026-11-22T12:34:56.789Z",
      dueDate: "2026-12-31",
      dueTime: "09:30",
      dueZone: "Europe/Berlin",
      priority: 2,
      labels: "home money",
      checklist: "[ ] look\n[x] pay",
      repeatUnit: "week",
      repeatEvery: 2,
      repeatWeekdays: "4 1",
      repeatDay: null,
      repeatFrom: "due",
      repeatUntil: "2027-12-31",
    });
    assert.deepEqual(Object.keys(second), Object.keys(first));
    assert.equal(second.dueDate, null);
  });

  it("of CSV have a line of names, then each task, with Windows' line ends", () => {
    const lines = toCsv([rent, taskOf()]).split("\r\n");
    assert.deepEqual(lines, [
      "title,notes,completedAt,dueDate,dueTime,dueZone,priority,labels,checklist,repeatUnit,repeatEvery,repeatWeekdays,repeatDay,repeatFrom,repeatUntil",
      'Rent,"To ""him"",\nas always",2026-11-22T12:34:56.789Z,2026-12-31,09:30,Europe/Berlin,2,home money,"[ ] look\n[x] pay",week,2,4 1,,due,2027-12-31',
      "Milk,,,,,,0,,,,,,,,",
      "",
    ]);
  });

  it("of no task are read as none", () => {
    assert.deepEqual(readAll("json", toJson([])), []);
    assert.deepEqual(readAll("csv", toCsv([])), []);
  });

  it("of JSON give back every task as it was", () => {
    const kept = fc.property(fc.array(tasks, { maxLength: 4 }), (list) => {
      assert.deepEqual(readAll("json", toJson(list)), list.map(contentOf));
    });
    fc.assert(kept, { ...runs, examples: [[[rent]]] });
  });

  it("of JSON lose what a moment has below the millisecond", () => {
    const seconds = Date.parse("2026-11-22T12:34:56Z") / 1_000;
    const completedAt = new Timestamp(seconds, 789_654_321);
    const [back] = readAll("json", toJson([{ ...rent, completedAt }]));
    assert.equal(back?.completedAt, "2026-11-22T12:34:56.789Z");
  });

  it("lose what is checked and not on the checklist, and the order of the checks", () => {
    const task = taskOf({ checklist: ["a", "b"], checked: ["b", "gone", "a"] });
    assert.deepEqual(readAll("json", toJson([task]))[0]?.checked, ["a", "b"]);
  });

  /** Whether a text is one that CSV gives back as it was. */
  const isTidy = (text: string) =>
    text === text.trim() && !text.includes("\r") && !new RegExp(`^'[${FORMULA}]`).test(text);
  const isTidyTask = ({ title, notes, labels, checklist }: Task) =>
    [title, notes, labels.join(" "), checklist.at(-1) ?? ""].every(isTidy);

  it("of CSV give back every task as it was, but for what the next tests name", () => {
    let tried = 0;
    const kept = fc.property(fc.array(tasks.filter(isTidyTask), { maxLength: 4 }), (list) => {
      tried += list.length;
      assert.deepEqual(readAll("csv", toCsv(list)), list.map(contentOf));
    });
    fc.assert(kept, { ...runs, examples: [[[rent]]] });
    assert.ok(tried > runs.numRuns, `${tried} tasks`);
  });

  it("of CSV lose blanks and empty lines at the ends of a cell", () => {
    const { title, notes, checklist } = throughCsv({
      title: " \u00a0Rent ",
      notes: "\n\tTo him\n\nas always\t\n",
      checklist: ["a ", "b "],
    });
    assert.deepEqual([title, notes, checklist], ["Rent", "To him\n\nas always", ["a ", "b"]]);
    assert.equal(throughCsv({ notes: "\t\r\n " }).notes, "");
  });

  it("of CSV have line feeds for other line ends", () => {
    assert.equal(throughCsv({ notes: "a\r\nb\rc\nd" }).notes, "a\nb\nc\nd");
  });

  it("of CSV lose an apostrophe before what begins a formula, and no other", () => {
    assert.equal(throughCsv({ title: "'=1" }).title, "=1");
    for (const title of ["'tis", "''=1", "'", "x'=1", "'1"]) {
      assert.equal(throughCsv({ title }).title, title);
    }
  });

  it("of CSV that are written again are the same file, whatever was lost the first time", () => {
    const again = fc.property(fc.array(tasks, { maxLength: 3 }), (list) => {
      // Items that differ in a blank at the end alone would be one.
      fc.pre(list.every(({ checklist }) => checklist.every((item) => item === item.trim())));
      const file = toCsv(list);
      const back = readAll("csv", file).map(({ completedAt, ...task }) =>
        taskOf({ ...task, completedAt: completedAt === null ? null : at(completedAt) }),
      );
      assert.equal(toCsv(back), file);
    });
    fc.assert(again, runs);
  });

  describe("hold no formula for a spreadsheet to carry out", () => {
    for (const sign of FORMULA) {
      it(`where a cell begins with ${sign}: it gets an apostrophe, and comes back as it was`, () => {
        const title = `${sign}cmd|' /C calc'!A0`;
        assert.equal(titleCell(title), `'${title}`);
        // Spreadsheets may pass over what is blank.
        assert.equal(titleCell(` ${title}`), `'${title}`);
        assert.equal(titleCell(`x${title}`), `x${title}`);
        assert.equal(throughCsv({ title }).title, title);
      });
    }

    it("in any cell", () => {
      const evil = taskOf({
        title: "=1",
        notes: "\t=1",
        labels: ["=1"],
        due: due("2026-11-22", null, "+0530"),
      });
      const [, line = ""] = toCsv([evil]).split("\r\n");
      assert.equal(line, "'=1,'=1,,2026-11-22,,'+0530,0,'=1,,,,,,,");
    });

    it("but leave JSON, in which there are none, as it is", () => {
      assert.ok(toJson([taskOf({ title: "=1" })]).includes('"title": "=1"'));
    });
  });
});
