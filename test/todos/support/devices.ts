import { doc, serverTimestamp, setDoc, updateDoc } from "firebase/firestore";
import { newList, newTask, type TaskDraft } from "../../../client/src/index.ts";
import { type App, openApp, signIn, signUp } from "../../../dev/app.ts";
import { changeAsServer } from "../../support/devices.ts";
import { running } from "../../support/firestore.ts";

const PASSWORD = "a long password";

/** Somebody new, signed in to an app on a device of theirs. */
export interface Device extends App {
  uid: string;
  email: string;
}

export async function newDevice(): Promise<Device> {
  const [app, email] = [openApp(running), `todos-${crypto.randomUUID()}@example.com`];
  const { uid } = await signUp(app, email, PASSWORD);
  return { ...app, uid, email };
}

/** Another device of theirs, on which nothing has been read yet. */
export async function secondDeviceOf({ uid, email }: Device): Promise<Device> {
  const app = openApp(running);
  await signIn(app, email, PASSWORD);
  return { ...app, uid, email };
}

/** A list of somebody's; others are on it as if they had been invited. Answers its id. */
export async function newListOf(
  { uid, todos }: Device,
  title: string,
  others: Record<string, "writer" | "reader"> = {},
): Promise<string> {
  const list = doc(todos.documents.lists);
  await setDoc(list, newList(uid, title));
  if (Object.keys(others).length === 0) return list.id;
  const roles = { [uid]: "owner", ...others };
  const shared = { roles, memberIds: Object.keys(roles) };
  await changeAsServer(list.path, shared);
  return list.id;
}

/** Puts tasks on a list, by id; each is called as its id. */
export const addTasks = async (
  { uid, todos }: Device,
  listId: string,
  tasks: Record<string, Partial<TaskDraft>>,
): Promise<void> => {
  const tasksIn = todos.documents.tasks(listId);
  for (const [id, said] of Object.entries(tasks)) {
    await setDoc(doc(tasksIn, id), newTask(uid, { title: id, ...said }));
  }
};

/** Changes fields of a task as an app does. */
export const changeTask = (
  { todos }: App,
  listId: string,
  id: string,
  fields: Record<string, unknown>,
): Promise<void> =>
  updateDoc(doc(todos.documents.tasks(listId), id), { ...fields, updatedAt: serverTimestamp() });
