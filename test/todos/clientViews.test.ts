import assert from "node:assert/strict";
import { getDocs, type Query } from "firebase/firestore";
import { dayIn } from "../../client/src/todos/newDocuments.ts";
import { type TodosDocuments, todosDocuments } from "../../client/src/todos.ts";
import { denied, guardedApp } from "../support/rules.ts";
import { idsOf, listed } from "./support/clientLists.ts";
import { comment } from "./support/documents.ts";
import { owner, reader, stranger, writer } from "./support/rulesLists.ts";

/** The n-th of January 2026. */
const on = (day: number) => new Date(Date.UTC(2026, 0, day));
const dueOn = (date: string, time: string | null = null) => ({
  due: { date, time, zone: "Asia/Tokyo" },
});
const assignment = (listId: string, taskId: string, dueDate: string) => ({
  [`users/${writer}/assignments/${listId}.${taskId}`]: {
    listId,
    taskId,
    title: taskId,
    priority: 0,
    due: null,
    dueDate,
  },
});

describe("todos client: the views", () => {
  const { as, only } = guardedApp("todos-client-views", {
    ...listed(
      "main",
      {
        plain: { position: "00Z" },
        late: { ...dueOn("2026-02-27"), position: "00Y" },
        later: { ...dueOn("2026-02-28", "09:00"), position: "00X", labels: ["home", "slow"] },
        today: { ...dueOn("2026-03-01", "23:00"), position: "00W", assigneeId: writer },
        todayFirst: {
          ...dueOn("2026-03-01"),
          position: "00V",
          labels: ["home"],
          assigneeId: writer,
        },
        tomorrow: { ...dueOn("2026-03-02"), position: "00U", assigneeId: owner },
        done: { ...dueOn("2026-02-01"), completedAt: on(5), labels: ["home"], assigneeId: writer },
        doneLast: { ...dueOn("2026-03-01"), completedAt: on(7) },
        binned: { ...dueOn("2026-03-01"), deletedAt: on(8), labels: ["home"], assigneeId: writer },
        binnedLast: { completedAt: on(2), deletedAt: on(9) },
        moved: { deletedAt: on(10), movedTo: "other" },
      },
      { createdAt: on(2) },
    ),
    ...listed("older", {}, { createdAt: on(1) }),
    ...listed("aside", {}, { archived: true, createdAt: on(3) }),
    ...listed("asideFirst", {}, { archived: true, createdAt: on(2) }),
    ...listed("binned", {}, { deletedAt: on(20) }),
    ...listed("binnedLast", {}, { deletedAt: on(21), archived: true }),
    ...assignment("main", "undated", "none"),
    ...assignment("older", "second", "2026-03-02"),
    ...assignment("main", "first", "2026-03-01"),
    "lists/main/tasks/plain/comments/second": { ...comment(owner), createdAt: on(2) },
    "lists/main/tasks/plain/comments/first": { ...comment(writer), createdAt: on(1) },
  });

  const views: Record<string, [(documents: TodosDocuments) => Query, string[]]> = {
    "openTasks: what is to be done, in the order of the list": [
      ({ openTasks }) => openTasks("main"),
      ["tomorrow", "todayFirst", "today", "later", "late", "plain"],
    ],
    "doneTasks: what is done, the last first": [
      ({ doneTasks }) => doneTasks("main"),
      ["doneLast", "done"],
    ],
    "tasksDueOn: what is to be done on a day, in the order of the list": [
      ({ tasksDueOn }) => tasksDueOn("main", "2026-03-01"),
      ["todayFirst", "today"],
    ],
    "overdueTasks: what was to be done before a day, the oldest first": [
      ({ overdueTasks }) => overdueTasks("main", "2026-03-01"),
      ["late", "later"],
    ],
    "tasksLabelled: what is to be done and has a label": [
      ({ tasksLabelled }) => tasksLabelled("main", "home"),
      ["todayFirst", "later"],
    ],
    "tasksAssignedTo: what of a list somebody has to do": [
      ({ tasksAssignedTo }) => tasksAssignedTo("main", writer),
      ["todayFirst", "today"],
    ],
    "binnedTasks: what is in the bin, the last first, and not what has moved": [
      ({ binnedTasks }) => binnedTasks("main"),
      ["binnedLast", "binned"],
    ],
    "commentsOf: what is said of a task, oldest first": [
      ({ commentsOf }) => commentsOf("main", "plain"),
      ["first", "second"],
    ],
    "listsOf: the lists in use, oldest first": [
      ({ listsOf }) => listsOf(reader),
      ["older", "main"],
    ],
    "listsOf: those put aside": [({ listsOf }) => listsOf(reader, true), ["asideFirst", "aside"]],
    "binnedListsOf: those in the bin, the last first": [
      ({ binnedListsOf }) => binnedListsOf(reader),
      ["binnedLast", "binned"],
    ],
  };

  for (const [what, [view, expected]] of Object.entries(views)) {
    it(`show a reader ${what}; and a stranger nothing`, async () => {
      assert.deepEqual(idsOf((await getDocs(view(todosDocuments(as(reader))))).docs), expected);
      await denied(getDocs(view(todosDocuments(as(stranger)))));
    });
  }

  it("show whose it is alone assignmentsOf: what is due first, and last what is due on no day", async () => {
    await only([writer], async (db) => {
      const found = await getDocs(todosDocuments(db).assignmentsOf(writer));
      assert.deepEqual(idsOf(found.docs), ["main.first", "older.second", "main.undated"]);
    });
  });

  it("end where a page does", async () => {
    const documents = todosDocuments(as(owner));
    assert.deepEqual(idsOf((await getDocs(documents.openTasks("main", 2))).docs), [
      "tomorrow",
      "todayFirst",
    ]);
    await denied(getDocs(documents.openTasks("main", 501)));
    await denied(getDocs(documents.listsOf(owner, false, 51)));
  });
});

describe("todos client: dayIn", () => {
  const moment = new Date("2026-03-01T11:30:00Z");

  for (const [zone, day] of [
    ["UTC", "2026-03-01"],
    ["Europe/Berlin", "2026-03-01"],
    ["Pacific/Kiritimati", "2026-03-02"],
    ["Pacific/Auckland", "2026-03-02"],
    ["Pacific/Pago_Pago", "2026-03-01"],
    ["Etc/GMT+12", "2026-02-28"],
  ] as const) {
    it(`is ${day} in ${zone} when it is half past eleven in the morning in Greenwich`, () => {
      assert.equal(dayIn(zone, moment), day);
    });
  }

  it("is that of this machine's clocks, where no zone is said", () => {
    const [year, month, day] = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
    const said = dayIn(undefined, moment).split("-").map(Number);
    assert.deepEqual(said, [year, month, day]);
  });

  it("is no day of a zone that there is not", () => {
    assert.throws(() => dayIn("Europe/Atlantis", moment), RangeError);
  });
});
