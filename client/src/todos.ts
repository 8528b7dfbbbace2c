import {
  type CollectionReference,
  type DocumentReference,
  doc,
  type Firestore,
  limit,
  orderBy,
  type Query,
  type QueryConstraint,
  query,
  where,
} from "firebase/firestore";
import type * as todos from "../../functions/src/todos/schema.ts";
import { typed } from "./documents.ts";
import { shapeOf } from "./shape.ts";

const list = shapeOf<todos.List>();
const task = shapeOf<todos.Task>();
const comment = shapeOf<todos.Comment>();
const invite = shapeOf<todos.Invite>();
const assignment = shapeOf<todos.Assignment>();
const digest = shapeOf<todos.Digest>();
export type List = typeof list;
export type ListRole = List["roles"][string];
export type Task = typeof task;
export type Due = NonNullable<Task["due"]>;
export type Repeat = NonNullable<Task["repeat"]>;
export type Comment = typeof comment;
export type Invite = typeof invite;
export type Assignment = typeof assignment;
export type Digest = typeof digest;

/** So many tasks the rules let one query have. */
export const PAGE = 500;

const tasksIn = (db: Firestore, listId: string): CollectionReference<Task, Task> =>
  typed<Task>(db, `lists/${listId}/tasks`);

const commentsOn = (
  db: Firestore,
  listId: string,
  taskId: string,
): CollectionReference<Comment, Comment> =>
  typed<Comment>(db, `lists/${listId}/tasks/${taskId}/comments`);

/** What is not in the bin. */
const kept = where("deletedAt", "==", null);
const open = [kept, where("completedAt", "==", null)];

/**
 * The documents of todos that clients may read or write; the rules say which of it. Every query has a
 * page size, and can be listened to; page on with `startAfter(lastSnapshot)`.
 */
export const todosDocuments = (db: Firestore) => {
  const view = (listId: string, pageSize: number, ...which: QueryConstraint[]) =>
    query(tasksIn(db, listId), ...which, limit(pageSize));

  return {
    /**
     * To make one: `newList`. To share it: `call.inviteToList`. The rules refuse a list that the server has
     * not heard of, and end a listener so: ask for one that was made offline, and for its tasks, with
     * `source: "cache"` until `waitForPendingWrites`.
     */
    lists: typed<List>(db, "lists"),
    /** To make one: `newTask`. */
    tasks: (listId: string): CollectionReference<Task, Task> => tasksIn(db, listId),
    /** To make one: `newComment`. */
    comments: (listId: string, taskId: string): CollectionReference<Comment, Comment> =>
      commentsOn(db, listId, taskId),
    /** For the owner. */
    invites: (listId: string): CollectionReference<Invite, Invite> =>
      typed<Invite>(db, `lists/${listId}/invites`),
    /** When somebody's own daily mail comes; none there: it does not. */
    digest: (uid: string): DocumentReference<Digest, Digest> =>
      doc(typed<Digest>(db, "digests"), uid),

    /** The lists that somebody is on, oldest first; those in use, or those put aside. */
    listsOf: (uid: string, archived = false, pageSize = 50): Query<List, List> =>
      query(
        typed<List>(db, "lists"),
        where("memberIds", "array-contains", uid),
        where("archived", "==", archived),
        kept,
        orderBy("createdAt"),
        limit(pageSize),
      ),
    /** Those of them that are in the bin, the last first. */
    binnedListsOf: (uid: string, pageSize = 50): Query<List, List> =>
      query(
        typed<List>(db, "lists"),
        where("memberIds", "array-contains", uid),
        where("deletedAt", "!=", null),
        orderBy("deletedAt", "desc"),
        limit(pageSize),
      ),

    /** What is to be done, in the order of the list. */
    openTasks: (listId: string, pageSize = PAGE): Query<Task, Task> =>
      view(listId, pageSize, ...open, orderBy("position")),
    /** What is done, the last first. */
    doneTasks: (listId: string, pageSize = 50): Query<Task, Task> =>
      view(
        listId,
        pageSize,
        kept,
        where("completedAt", "!=", null),
        orderBy("completedAt", "desc"),
      ),
    /** What is to be done and due on a day ("2026-02-28"; today is `dayIn()`). */
    tasksDueOn: (listId: string, date: string, pageSize = PAGE): Query<Task, Task> =>
      view(listId, pageSize, ...open, where("due.date", "==", date), orderBy("position")),
    /** What was to be done before a day, the oldest first. */
    overdueTasks: (listId: string, date: string, pageSize = PAGE): Query<Task, Task> =>
      view(listId, pageSize, ...open, where("due.date", "<", date), orderBy("due.date")),
    /** What is to be done and has a label. */
    tasksLabelled: (listId: string, label: string, pageSize = PAGE): Query<Task, Task> =>
      view(
        listId,
        pageSize,
        ...open,
        where("labels", "array-contains", label),
        orderBy("position"),
      ),
    /** What of a list somebody has to do. */
    tasksAssignedTo: (listId: string, uid: string, pageSize = PAGE): Query<Task, Task> =>
      view(listId, pageSize, ...open, where("assigneeId", "==", uid), orderBy("position")),
    /** What is in the bin, the last first. Taken out again by `deletedAt: null`, for 30 days. */
    binnedTasks: (listId: string, pageSize = 50): Query<Task, Task> =>
      view(
        listId,
        pageSize,
        where("movedTo", "==", null),
        where("deletedAt", "!=", null),
        orderBy("deletedAt", "desc"),
      ),
    /** What somebody has to do, of all lists: what is due first, and last what is due on no day. */
    assignmentsOf: (uid: string, pageSize = 50): Query<Assignment, Assignment> =>
      query(typed<Assignment>(db, `users/${uid}/assignments`), orderBy("dueDate"), limit(pageSize)),
    /** What is said of a task, oldest first. */
    commentsOf: (listId: string, taskId: string, pageSize = 50): Query<Comment, Comment> =>
      query(commentsOn(db, listId, taskId), orderBy("createdAt"), limit(pageSize)),
  };
};

export type TodosDocuments = ReturnType<typeof todosDocuments>;
