import { randomUUID } from "node:crypto";
import { stamp } from "../../../functions/src/core/clock.ts";
import { type Mail, mails } from "../../../functions/src/core/mail/schema.ts";
import { positionNow } from "../../../functions/src/todos/positions.ts";
import {
  type Comment,
  commentsOf,
  List,
  lists,
  Task,
  tasksOf,
} from "../../../functions/src/todos/schema.ts";
import type { Person } from "../../support/call.ts";
import { blankTask } from "./blankTask.ts";

/** Who shares a list with its owner; and whatever else it is. */
interface Sharing extends Partial<Omit<List, "ownerId" | "roles" | "memberIds">> {
  writers?: readonly Person[];
  readers?: readonly Person[];
}

/** Puts a list of `owner`'s there; members in the order: owner, writers, readers. Answers its id. */
export async function listOf(
  { uid: ownerId }: Person,
  { writers = [], readers = [], ...fields }: Sharing = {},
): Promise<string> {
  const roles: List["roles"] = { [ownerId]: "owner" };
  for (const { uid } of writers) roles[uid] = "writer";
  for (const { uid } of readers) roles[uid] = "reader";
  const listId = randomUUID();
  const list = {
    title: "Groceries",
    ownerId,
    roles,
    memberIds: Object.keys(roles),
    archived: false,
    deletedAt: null,
    createdAt: stamp(),
    updatedAt: stamp(),
    ...fields,
  };
  await lists.doc(listId).set(List.parse(list));
  return listId;
}

/** A list as it is now. Fails where it is not there or not as lists have to be. */
export const listNow = async (listId: string): Promise<List> =>
  List.parse((await lists.doc(listId).get()).data());

/** A task to be done that says no more than it has to. */
export const taskOf = (fields: Partial<Task> = {}): Task => ({
  ...blankTask,
  position: positionNow(Date.now()),
  createdBy: "who-made-it",
  createdAt: stamp(),
  updatedAt: stamp(),
  ...fields,
});

/** Puts a task on a list. Answers its id. */
export async function putTask(listId: string, fields: Partial<Task> = {}): Promise<string> {
  const taskId = randomUUID();
  await tasksOf(listId)
    .doc(taskId)
    .set(Task.parse(taskOf(fields)));
  return taskId;
}

/** A task as it is now. Fails where it is not there or not as tasks have to be. */
export const taskNow = async (listId: string, taskId: string): Promise<Task> =>
  Task.parse((await tasksOf(listId).doc(taskId).get()).data());

/** Lets somebody say something of a task. Answers the path of what was said. */
export async function putComment(
  listId: string,
  taskId: string,
  { uid: authorId }: Person,
  fields: Partial<Comment> = {},
): Promise<string> {
  const said = { text: "The oat one.", authorId, createdAt: stamp(), updatedAt: stamp() };
  return (await commentsOf(listId, taskId).add({ ...said, ...fields })).path;
}

/** All mails to an address, whatever came of them. */
export const mailsTo = async (address: string): Promise<Mail[]> =>
  (await mails.where("to", "==", address).get()).docs.map((mail) => mail.data());
