import { now, stamp } from "../../../functions/src/core/clock.ts";
import { db } from "../../../functions/src/core/db.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { dueMoment } from "../../../functions/src/todos/due.ts";
import { followList } from "../../../functions/src/todos/followList.ts";
import { followTask } from "../../../functions/src/todos/followTask.ts";
import {
  Assignment,
  allTasks,
  assignmentOf,
  assignmentsOf,
  type Due,
  type List,
  lists,
  type Repeat,
  type Task,
  tasksOf,
} from "../../../functions/src/todos/schema.ts";
import type { Person } from "../../support/call.ts";
import { taskOf } from "./lists.ts";

/** A change of a list or a task, as an event tells of it; nothing before it was made, or after it is gone. */
export interface Change {
  path: string;
  before: object | undefined;
  after: object | undefined;
}

interface Trigger {
  run(event: object): Promise<unknown>;
}

/** Lets the functions hear of a change. */
export async function hear({ path, before, after }: Change): Promise<void> {
  const [, list, , task] = path.split("/");
  const data = { before: { data: () => before }, after: { data: () => after } };
  if (task !== undefined) {
    await (followTask as unknown as Trigger).run({ data, params: { list, task } });
  } else if (before && after) {
    await (followList as unknown as Trigger).run({ data, params: { list } });
  }
}

/**
 * Answers what was changed of lists and tasks since it was last asked, or since now; what was changed
 * twice once.
 */
export async function watching(): Promise<() => Promise<Change[]>> {
  let before = await listsAndTasks();
  return async () => {
    const [then, since] = [before, await listsAndTasks()];
    before = since;
    return [...new Set([...then.keys(), ...since.keys()])].flatMap((path) => {
      const [was, is] = [then.get(path), since.get(path)];
      const isSame = was && is?.updateTime.isEqual(was.updateTime);
      return isSame ? [] : { path, before: was?.data(), after: is?.data() };
    });
  };
}

/** Does `work`, and answers what it changed of lists and tasks; one that was changed twice once. */
export async function changesBy(work: () => Promise<unknown>): Promise<Change[]> {
  const changes = await watching();
  await work();
  return changes();
}

async function listsAndTasks() {
  const found = await Promise.all([lists.get(), allTasks.get()]);
  return new Map(found.flatMap(({ docs }) => docs.map((one) => [one.ref.path, one] as const)));
}

/** Lets the functions hear of changes, and of those that come of it, until there are no more. */
export async function hearAll(
  changes: readonly Change[],
  pick: (count: number) => number = () => 0,
): Promise<void> {
  const waiting = [...changes];
  const since = await watching();
  for (let heard = 0; waiting.length > 0; heard++) {
    if (heard > 1_000) throw new Error("It does not end.");
    const [next] = waiting.splice(pick(waiting.length), 1);
    if (next) await hear(next);
    waiting.push(...(await since()));
  }
}

/** Does `work`, and lets the functions hear of it, in its order. */
export const happens = async (work: () => Promise<unknown>): Promise<void> =>
  hearAll(await changesBy(work));

export const changeTask = (listId: string, taskId: string, fields: Partial<Task>) =>
  tasksOf(listId).doc(taskId).update(fields);

export const changeList = (listId: string, fields: Partial<List>) =>
  lists.doc(listId).update(fields);

/** As the app moves a task: in one commit, with its forwarding address. */
export async function move(taskId: string, from: string, to: string): Promise<void> {
  const at = tasksOf(from).doc(taskId);
  const task = (await at.get()).data();
  if (!task) throw new Error(`${at.path} is not there to be moved.`);
  const there = { ...task, assigneeId: null, movedFrom: from, movedTo: null };
  const batch = db.batch();
  batch.set(tasksOf(to).doc(taskId), there);
  batch.update(at, { movedTo: to, deletedAt: task.updatedAt });
  await batch.commit();
}

/** Makes somebody a writer or reader, or takes them off a list. */
export async function setRole(
  listId: string,
  { uid }: Person,
  role: "writer" | "reader" | null,
): Promise<void> {
  const { roles: all, memberIds } = (await lists.doc(listId).get()).data() as List;
  const { [uid]: _, ...others } = all;
  await changeList(listId, {
    roles: role === null ? others : { ...others, [uid]: role },
    memberIds: [...memberIds.filter((one) => one !== uid), ...(role === null ? [] : [uid])],
  });
}

/** The titles of what somebody has to do, in alphabetical order. Each is as it has to be. */
export async function assignedTo({ uid }: Person): Promise<string[]> {
  const { docs } = await assignmentsOf(uid).get();
  return docs
    .map((one) => {
      const copy = Assignment.parse(one.data());
      if (one.ref.path !== assignmentOf(uid, copy.listId, copy.taskId).path) {
        throw new Error(`${one.ref.path} is of another task.`);
      }
      return copy.title;
    })
    .sort();
}

/** The tasks of a list that were made to follow `taskId` in its series. */
export async function othersThan(listId: string, taskId: string): Promise<Task[]> {
  const { docs } = await tasksOf(listId).get();
  return docs.filter(({ id }) => id !== taskId).map((task) => task.data());
}

/** Due on a day, or at a time of it, in Berlin. */
export const dueOn = (date: string, time: string | null = null): Due => ({
  date,
  time,
  zone: "Europe/Berlin",
});

/** Each day, counted from the day it was due. */
export const daily: Repeat = {
  every: 1,
  unit: "day",
  weekdays: [],
  day: null,
  from: "due",
  until: null,
};

/** The moment at which clocks in Berlin show "2026-03-29T09:30"; of two, the first. */
export function berlin(local: string): Date {
  const [date = "", time = ""] = local.split("T");
  return dueMoment(dueOn(date, time));
}

/** As Firestore keeps it. */
export const timestampOf = (moment: Date) => stamp(timeTo(moment));

/** What is left until `moment`; less than nothing if it is over. */
export const timeTo = (moment: Date): number => moment.getTime() - now().getTime();

/** How many mails there are, to whomever. */
export const mailCount = async (): Promise<number> => (await mails.count().get()).data().count;

/** Puts so many tasks on a list at once, "Task 0" and so on. Answers their ids. */
export async function putTasks(
  listId: string,
  count: number,
  fields: Partial<Task> = {},
): Promise<string[]> {
  const refs = Array.from({ length: count }, () => tasksOf(listId).doc());
  const batch = db.batch();
  for (const [n, ref] of refs.entries()) batch.set(ref, taskOf({ title: `Task ${n}`, ...fields }));
  await batch.commit();
  return refs.map(({ id }) => id);
}
