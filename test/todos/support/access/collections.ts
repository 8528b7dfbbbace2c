import { doc, setDoc } from "firebase/firestore/lite";
import {
  Assignment,
  CalendarFeed,
  Comment,
  Digest,
  Invite,
  List,
  Task,
} from "../../../../functions/src/todos/schema.ts";
import type { Collection, Place } from "../../../support/access/table.ts";
import { past, standing } from "../../../support/standing.ts";
import { comment, due, invite, list, task } from "../documents.ts";
import { listOf, type Role } from "./cast.ts";

const get = ["get"] as const;
const read = ["get", "list"] as const;
const members = { owner: read, writer: read, reader: read } as const;
const keep = [...read, "create", "update"] as const;
const own = [...keep, "delete"] as const;

const whose = ({ id, uid, role }: Place<Role>) => (role === "self" ? uid : `somebody-${id}`);

const tasks = {
  path: "lists/{list}/tasks/{task}",
  schema: Task,
  at: ({ id }: Place) => `lists/${id}/tasks/t`,
  page: 500,
  wish: { title: "Oat milk" },
};
const comments = {
  path: "lists/{list}/tasks/{task}/comments/{comment}",
  schema: Comment,
  at: ({ id }: Place) => `lists/${id}/tasks/t/comments/c`,
  beside: ({ id, uid }: Place) => ({ [`lists/${id}/tasks/t`]: standing(task(uid)) }),
  wish: { text: "No, the other." },
};

export const collections: readonly Collection<Role>[] = [
  {
    path: "lists/{list}",
    who: { ...members, owner: keep },
    how: "whoever else is on it leaves by an update",
    schema: List,
    at: ({ id }) => `lists/new-${id}`,
    document: (place) => listOf(place),
    by: ["memberIds"],
    wish: { title: "Shopping" },
    create: (db, place) =>
      setDoc(
        doc(db, `lists/new-${place.id}`),
        list(place.role === "owner" ? place.uid : "somebody"),
      ),
  },
  {
    ...tasks,
    which: "in use",
    who: { owner: keep, writer: keep, reader: read },
    document: ({ uid }) => task(uid),
  },
  {
    ...tasks,
    which: "in the bin",
    who: {
      owner: [...read, "update", "delete"],
      writer: [...read, "update", "delete"],
      reader: read,
    },
    document: ({ uid }) => task(uid, { deletedAt: past }),
  },
  {
    ...comments,
    which: "one's own",
    who: { owner: own, writer: own, reader: read },
    document: ({ uid }) => comment(uid),
  },
  {
    ...comments,
    which: "another's",
    who: { ...members, owner: [...read, "delete"] },
    document: () => comment("somebody"),
  },
  {
    path: "lists/{list}/invites/{invite}",
    who: { owner: [...read, "delete"] },
    schema: Invite,
    at: ({ id }) => `lists/${id}/invites/i`,
    document: () => invite(),
    wish: { role: "reader" },
  },
  {
    path: "users/{uid}/assignments/{assignment}",
    who: { self: read },
    schema: Assignment,
    at: (place) => `users/${whose(place)}/assignments/home.milk`,
    document: () => ({
      listId: "home",
      taskId: "milk",
      title: "Milk",
      priority: 0,
      due,
      dueDate: due.date,
    }),
    wish: { title: "Oat milk" },
  },
  {
    path: "digests/{uid}",
    who: { self: get },
    schema: Digest,
    at: (place) => `digests/${whose(place)}`,
    document: () => ({ hour: 7, zone: "Europe/Berlin", nextAt: past }),
    wish: { hour: 8 },
  },
  {
    path: "calendarFeeds/{uid}",
    who: {},
    schema: CalendarFeed,
    at: (place) => `calendarFeeds/${whose(place)}`,
    document: () => ({ secretHash: "hash", createdAt: past }),
    wish: { secretHash: "another" },
  },
];
