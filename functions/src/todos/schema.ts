import * as z from "zod";
import { documents, documentsNamed } from "../core/db.ts";
import { idOf } from "../core/id.ts";
import { invitation } from "../core/invitations/schema.ts";
import {
  documentId,
  line,
  optionalText,
  text,
  timestamp,
  timeZone,
  words,
} from "../core/schema.ts";
import { POSITION } from "./positions.ts";

export const ListRole = z.enum(["owner", "writer", "reader"]);
export type ListRole = z.output<typeof ListRole>;

/** A list with everybody on it is read whole by each of its rules. */
export const MAX_MEMBERS = 50;

/** `lists/{list}`: a list of tasks, and who shares it. Rules: section todos. */
export const List = z
  .strictObject({
    title: line(120),
    ownerId: z.string(),
    /** By uid. There is one owner, `ownerId`. */
    roles: z.record(z.string(), ListRole),
    /** The keys of `roles`, so that everybody finds their lists. */
    memberIds: z.array(z.string()).max(MAX_MEMBERS),
    /** Put aside: read, not written. */
    archived: z.boolean(),
    /** In the bin since; gone for good 30 days later. */
    deletedAt: timestamp.nullable(),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .refine(
    ({ ownerId, roles }) => {
      const owners = Object.keys(roles).filter((uid) => roles[uid] === "owner");
      return owners.length === 1 && owners[0] === ownerId;
    },
    { path: ["roles"], message: "must have one owner, ownerId" },
  )
  .refine(
    ({ memberIds, roles }) =>
      memberIds.length === Object.keys(roles).length &&
      new Set(memberIds).size === memberIds.length &&
      memberIds.every((uid) => Object.hasOwn(roles, uid)),
    { path: ["memberIds"], message: "must be those who have a role" },
  );
export type List = z.output<typeof List>;

/** A day of the calendar, from 2000 to 2099: "2026-02-28". The rules have the same expression. */
export const localDate = z
  .string()
  .regex(
    /^(20[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))|20([02468][048]|[13579][26])-02-29)$/,
    "must be a day like 2026-02-28",
  );

/** Minutes of the day: "09:30". */
export const localTime = z
  .string()
  .regex(/^([01][0-9]|2[0-3]):[0-5][0-9]$/, "must be a time like 09:30");

/**
 * When something is due: on a day, or at a time of it, by the clocks of a zone. Kept as people say
 * it, so it stays at half past nine when the clocks change.
 */
export const Due = z.strictObject({
  date: localDate,
  time: localTime.nullable(),
  zone: timeZone,
});
export type Due = z.output<typeof Due>;

const among = (min: number, max: number) => z.int().min(min).max(max);

/** How a task comes again once it is done. See repeat/nextDue.ts. */
export const Repeat = z
  .strictObject({
    every: among(1, 365),
    unit: z.enum(["day", "week", "month", "year"]),
    /** Of weeks: the days on which, 1 for Monday to 7. None: that of the last time. */
    weekdays: z.array(among(1, 7)).max(7),
    /** Of months and years: the day that is meant, where a month is too short for it. */
    day: among(1, 31).nullable(),
    /** Counted from the day it was due, or from the day it was done. */
    from: z.enum(["due", "done"]),
    /** The last day on which it may be due. */
    until: localDate.nullable(),
  })
  .refine(({ weekdays }) => new Set(weekdays).size === weekdays.length, {
    path: ["weekdays"],
    message: "must not name a day twice",
  });
export type Repeat = z.output<typeof Repeat>;

/** A mail to who asked for it, at a time. The server says what became of it. */
export const Reminder = z.strictObject({
  at: timestamp,
  uid: z.string(),
  /** `dropped`: by then it was done, deleted or none of their business any more. */
  state: z.enum(["waiting", "sent", "dropped"]),
});
export type Reminder = z.output<typeof Reminder>;

/** One line that begins with something one sees; of at most 200 characters. */
const checklistItem = z
  .string()
  .regex(
    /^[^\p{Cc}\p{Z}\uFEFF][^\p{Cc}]{0,199}$/u,
    "must be one line of at most 200 characters that begins with no blank",
  )
  .refine((value) => value.isWellFormed(), "must be well-formed Unicode");

const items = z
  .array(checklistItem)
  .max(50)
  .refine((list) => new Set(list).size === list.length, "must not name an item twice");

/**
 * `lists/{list}/tasks/{task}`. What a task was in another list before stays behind there as its
 * forwarding address (`movedTo`), in the bin. Rules: section todos.
 */
export const Task = z
  .strictObject({
    title: line(200),
    notes: optionalText(10_000),
    completedAt: timestamp.nullable(),
    due: Due.nullable(),
    /** 0 for none, 1 low, 2 medium, 3 high. */
    priority: among(0, 3),
    /** Words without a blank, of at most 40 characters. */
    labels: words(10),
    /** A member who may write. */
    assigneeId: z.string().nullable(),
    /** In their order, each once. */
    checklist: items,
    /** Those of them that are done; what is not on the checklist does not count. */
    checked: items,
    /** Tasks are in the order of these, then of their ids. See positions.ts. */
    position: z.string().regex(POSITION, "must be made by positionAfter or positionBetween"),
    repeat: Repeat.nullable(),
    reminder: Reminder.nullable(),
    /** In the bin since; gone for good 30 days later. */
    deletedAt: timestamp.nullable(),
    /** The list it was in before. */
    movedFrom: documentId.nullable(),
    /** The list it is in now. */
    movedTo: documentId.nullable(),
    createdBy: z.string(),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .refine(({ repeat, due }) => repeat === null || due !== null, {
    path: ["repeat"],
    message: "takes a task that is due",
  });
export type Task = z.output<typeof Task>;

/** `lists/{list}/tasks/{task}/comments/{comment}`. Rules: section todos. */
export const Comment = z.strictObject({
  text: text(2_000),
  authorId: z.string(),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type Comment = z.output<typeof Comment>;

/** What somebody may be invited to be. */
export const InvitedRole = ListRole.exclude(["owner"]);

/**
 * `lists/{list}/invites/{hash of the address}`: who may join. The owner reads and deletes it, the
 * server writes.
 */
export const Invite = z.strictObject({ ...invitation, role: InvitedRole });
export type Invite = z.output<typeof Invite>;

/**
 * `users/{uid}/assignments/{list}.{task}`: what somebody has to do, of all their lists. A copy that
 * the server keeps of open tasks that are assigned to them.
 */
export const Assignment = z.strictObject({
  listId: z.string(),
  taskId: z.string(),
  title: z.string(),
  priority: among(0, 3),
  due: Due.nullable(),
  /** To sort by: the day on which it is due; "none" comes after all days. */
  dueDate: z.string(),
});
export type Assignment = z.output<typeof Assignment>;

/** `digests/{uid}`: who gets a mail each day, and when. Its owner reads; the server writes. */
export const Digest = z.strictObject({
  hour: among(0, 23),
  zone: timeZone,
  /** The next one. */
  nextAt: timestamp,
});
export type Digest = z.output<typeof Digest>;

/** `calendarFeeds/{uid}`: that somebody has a link to their calendar feed. Server only. */
export const CalendarFeed = z.strictObject({
  /** SHA-256 of the secret in the link. */
  secretHash: z.string(),
  createdAt: timestamp,
});
export type CalendarFeed = z.output<typeof CalendarFeed>;

export const lists = documents("lists", List);
export const tasksOf = (listId: string) => documents(`lists/${listId}/tasks`, Task);
export const commentsOf = (listId: string, taskId: string) =>
  documents(`lists/${listId}/tasks/${taskId}/comments`, Comment);
export const invitesOf = (listId: string) => documents(`lists/${listId}/invites`, Invite);
/** Two addresses that differ in case alone are one. */
export const inviteOf = (listId: string, email: string) =>
  invitesOf(listId).doc(idOf("list-invite", email.toLowerCase()));
export const assignmentsOf = (uid: string) => documents(`users/${uid}/assignments`, Assignment);
export const assignmentOf = (uid: string, listId: string, taskId: string) =>
  assignmentsOf(uid).doc(`${listId}.${taskId}`);
export const digests = documents("digests", Digest);
export const calendarFeeds = documents("calendarFeeds", CalendarFeed);

/** In whatever list. */
export const allTasks = documentsNamed("tasks", Task);
/** On whatever task; those of other modules have another path. */
export const allComments = documentsNamed("comments", Comment);
export const allInvites = documentsNamed("invites", Invite);
