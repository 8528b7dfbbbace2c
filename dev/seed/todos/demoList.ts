import type { Due, ListRole, Repeat, Task } from "../../../functions/src/todos/schema.ts";
import type { people } from "../people.ts";

/** Who logs in to the demo, by uid. */
export type Uid = (typeof people)[number]["uid"];

/** A list of the demo, and what is in it. */
export interface DemoList {
  id: string;
  title: string;
  /** In the order in which they came, the owner first. */
  members: Partial<Record<Uid, ListRole>>;
  /** Days ago. */
  created: number;
  archived: boolean;
  /** In their order. */
  tasks: readonly DemoTask[];
}

/** A task of the demo; days are counted from the one on which it is seeded. */
export interface DemoTask
  extends Partial<Pick<Task, "notes" | "priority" | "labels" | "checklist" | "checked">> {
  /** Of its own within the list. */
  id: string;
  title: string;
  by: Uid;
  assignee?: Uid;
  /** In so many days; less than 0: overdue. */
  due?: number;
  time?: Due["time"];
  repeat?: Partial<Repeat>;
  /** Whom a mail reminds at the time. */
  remind?: Uid;
  /** Days ago. */
  done?: number;
  /** In the bin since so many days. */
  binned?: number;
  /** Oldest first. */
  comments?: readonly { by: Uid; text: string }[];
}
