import { randomUUID } from "node:crypto";
import { exportTasks } from "../../../functions/src/todos/exportTasks.ts";
import { importTasks } from "../../../functions/src/todos/importTasks.ts";
import { Task, tasksOf } from "../../../functions/src/todos/schema.ts";
import { call, type Person } from "../../support/call.ts";

/** What a task says in a file of JSON. */
export type Row = Record<string, unknown>;

/** Hands rows in as a file of JSON; each time a request of its own, unless one is named. */
export const importRows = (
  person: Person | undefined,
  listId: string,
  rows: readonly unknown[],
  requestId: string = randomUUID(),
): Promise<{ imported: number }> => {
  const content = JSON.stringify(rows);
  return call(importTasks, person, { requestId, listId, format: "json", content });
};

/** A list as a file of JSON has it. */
export async function exportedRows(person: Person, listId: string): Promise<Row[]> {
  const { content } = await call(exportTasks, person, { listId, format: "json" });
  return JSON.parse(content);
}

/** All tasks of a list in their order. Fails where one is not as tasks have to be. */
export const tasksNow = async (listId: string): Promise<Task[]> =>
  (await tasksOf(listId).orderBy("position").get()).docs.map((task) => Task.parse(task.data()));

/** Their titles. */
export const titlesNow = async (listId: string): Promise<string[]> =>
  (await tasksNow(listId)).map(({ title }) => title);
