import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { getDocs } from "firebase/firestore";
import { todosDocuments } from "../../client/src/todos.ts";
import { now } from "../../functions/src/core/clock.ts";
import { pagesOf } from "../../functions/src/core/pagesOf.ts";
import { purgeLists, purgeTasks } from "../../functions/src/todos/bin/purge.ts";
import { sweepDigests } from "../../functions/src/todos/digest/sweepDigests.ts";
import { exportTasks } from "../../functions/src/todos/exportTasks.ts";
import { importTasks } from "../../functions/src/todos/importTasks.ts";
import { followAssignments, unassign } from "../../functions/src/todos/list/followMembers.ts";
import { personalData } from "../../functions/src/todos/personalData.ts";
import { sweepReminders } from "../../functions/src/todos/reminders/sweepReminders.ts";
import { sweepSeries } from "../../functions/src/todos/repeat/sweepSeries.ts";
import { dueTasksOf } from "../../functions/src/todos/task/dueTasks.ts";
import { deleteComments, moveComments } from "../../functions/src/todos/task/followComments.ts";
import { call, customer } from "../support/call.ts";
import { project as ownProject } from "../support/firestore.ts";
import { listed, needed, onlyEverywhere, unclaimed } from "../support/indexes.ts";
import { guardedApp } from "../support/rules.ts";
import { list } from "./support/documents.ts";
import { listOf, putTask } from "./support/lists.ts";

describe("todos: the indexes", () => {
  const { project, as } = guardedApp("todos-indexes", { "lists/shared": list("customer") });

  /** As an app looks at lists and tasks. */
  async function clientQueries(): Promise<void> {
    const views = todosDocuments(as("customer"));
    const [uid, listId, today] = ["customer", "shared", "2026-12-31"];
    for (const query of [
      views.openTasks(listId),
      views.doneTasks(listId),
      views.tasksDueOn(listId, today),
      views.overdueTasks(listId, today),
      views.tasksLabelled(listId, "home"),
      views.tasksAssignedTo(listId, uid),
      views.binnedTasks(listId),
    ]) {
      await getDocs(query);
    }
    for (const isArchived of [false, true]) await getDocs(views.listsOf(uid, isArchived));
    await getDocs(views.binnedListsOf(uid));
    await getDocs(views.assignmentsOf(uid));
    await getDocs(views.commentsOf(listId, "a-task"));
  }

  /** As callables, triggers, jobs, and the export and deletion of accounts do. */
  async function serverQueries(): Promise<void> {
    const person = customer();
    const { uid } = person;
    const listId = await listOf(person);
    const taskId = await putTask(listId, { assigneeId: uid });
    const content = '[{ "title": "Tea" }]';
    const requestId = randomUUID();
    await call(importTasks, person, { requestId, listId, format: "json", content });
    await call(exportTasks, person, { listId, format: "json" });
    await dueTasksOf(uid, { from: "2026-12-01" });
    await dueTasksOf(uid, { until: "2026-12-31" });
    await followAssignments(listId, uid);
    await unassign(listId, uid);
    await deleteComments(listId, "a-task");
    await moveComments(listId, taskId);
    const jobs = [sweepReminders, sweepDigests, sweepSeries, purgeLists, purgeTasks];
    for (const job of jobs) await job(now(), 10);
    const held = { uid, emails: [person.token.email], alias: "somebody" };
    for (const source of Object.values(await personalData.held(held))) {
      if ("where" in source) await pagesOf(source).next();
    }
    await personalData.erase(held);
  }

  it("are those that the client's and the server's queries need, no more and no fewer", async () => {
    const queries = [
      ...(await needed(project, clientQueries)),
      ...(await needed(ownProject, serverQueries)),
    ];
    assert.deepEqual([...new Set(queries)].sort(), listed("lists", "tasks", "comments", "invites"));
  });

  it("leave a field that is looked for in all lists the usual ones within a list", () => {
    assert.deepEqual(onlyEverywhere(), []);
  });

  it("are each of a collection whose queries are tested", () => {
    assert.deepEqual(unclaimed(), []);
  });
});
