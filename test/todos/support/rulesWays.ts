import fc, { type Arbitrary } from "fast-check";
import { type DocumentData, Timestamp } from "firebase/firestore/lite";
import { Comment, List, Task } from "../../../functions/src/todos/schema.ts";
import { type Way, way } from "../../support/differential.ts";
import { flags, mostly, nearly, oneLines, texts } from "../../support/rulesArbitraries.ts";
import { past, standing } from "../../support/rulesShape.ts";
import { SERVER_TIME, type Write } from "../../support/rulesWire.ts";
import { comment, list, task } from "./documents.ts";
import {
  dues,
  items,
  labels,
  momentsOrNot,
  positions,
  priorities,
  reminders,
  repeats,
  rolesOf,
} from "./rulesArbitraries.ts";
import { kept, owner, reader, shared, writer } from "./rulesLists.ts";

// How clients write what is todos'.

const now = { updatedAt: SERVER_TIME };

/** Who is on the list that is changed. */
const people = [owner, writer, reader, "a.person/of\n😀"];
const crowd = Object.fromEntries(people.slice(1).map((uid) => [uid, "writer" as const]));

/** What a task leaves behind in "home" when it moves to "work". */
const gone = (fields: DocumentData): DocumentData =>
  kept({ ...fields, movedTo: "work", deletedAt: past });

const reminder = { at: new Date("2090-12-31T09:30:00Z"), uid: owner, state: "waiting" };
const moved = kept({ title: "Bread", notes: "Two days old.", reminder });

/** What stands before. */
export const before: Record<string, DocumentData> = {
  "lists/home": shared(),
  "lists/home/tasks/milk": kept(),
  "lists/home/tasks/bread": moved,
  "lists/home/tasks/returning": gone({}),
  "lists/home/tasks/milk/comments/mine": standing(comment(owner)),
  "lists/work": shared(),
  "lists/work/tasks/returning": kept({ movedFrom: "home" }),
  "lists/crowded": standing(list(owner, crowd)),
};

/** Lists whose people are those that have a role; mostly. */
const listFields = fc
  .record({ title: oneLines(120), archived: flags, roles: rolesOf(people) })
  .chain((fields) => {
    const uids = Object.keys(fields.roles);
    const anyOrder = fc.shuffledSubarray(uids, { minLength: uids.length });
    const others = fc.constantFrom<unknown[]>([], [owner, owner], [owner, writer], [null], [7]);
    return mostly<unknown[]>(anyOrder, others).map((memberIds) => ({ ...fields, memberIds }));
  });

const taskFields = (completedAt: Arbitrary<unknown>, deletedAt: Arbitrary<unknown>) =>
  fc.record({
    title: oneLines(200),
    notes: fc.oneof(texts(10_000), fc.constant("")),
    completedAt,
    due: dues,
    priority: priorities,
    labels,
    assigneeId: mostly<unknown>(
      fc.constantFrom(null, owner, writer),
      fc.constantFrom<unknown>(reader, "", "nobody", [owner], [], {}, 7, true),
    ),
    checklist: items,
    checked: items,
    position: positions,
    repeat: repeats,
    reminder: reminders(owner),
    deletedAt,
  });

/** What the rules ask of a task besides its shape. */
const isPossible = ({ completedAt, deletedAt, assigneeId, reminder }: DocumentData): boolean =>
  [completedAt, deletedAt].every((moment) => [null, SERVER_TIME].includes(moment)) &&
  [null, owner, writer].includes(assigneeId) &&
  (reminder === null ||
    (reminder.uid === owner && reminder.state === "waiting" && isToCome(reminder.at)));

const isToCome = (moment: Date | Timestamp): boolean =>
  (moment instanceof Timestamp ? moment.toDate() : moment).getTime() > 0;

const momentsOfBin = nearly<unknown>(fc.constantFrom(null, SERVER_TIME), fc.constant(new Date(0)));

/** What may be another in another list. */
const arrivalFields = fc.record({
  position: positions,
  assigneeId: mostly<unknown>(fc.constantFrom(null, writer), fc.constantFrom(reader, "", 7)),
});
const isAssignable = ({ assigneeId }: DocumentData): boolean =>
  [null, owner, writer].includes(assigneeId);

/** A task as it comes from `movedFrom`. */
const arrived = (origin: DocumentData | undefined, movedFrom: string): DocumentData => ({
  ...origin,
  movedFrom,
  ...now,
});

const leaving = (path: string, document: DocumentData | undefined, movedTo: string): Write => ({
  path,
  replace: { ...document, movedTo, deletedAt: SERVER_TIME, ...now },
});

export const ways: Record<string, Way> = {
  "a list is made": way({
    schema: List,
    path: "lists/new",
    by: owner,
    good: list(owner),
    free: fc.record({ title: oneLines(120) }),
  }),
  "a list is changed by its owner": way({
    schema: List,
    path: "lists/crowded",
    by: owner,
    good: { ...before["lists/crowded"], ...now },
    free: fc
      .tuple(listFields, momentsOfBin)
      .map(([fields, deletedAt]) => ({ ...fields, deletedAt })),
    also: ({ deletedAt, roles }) =>
      [null, SERVER_TIME].includes(deletedAt) &&
      Object.keys(roles).every((uid) => people.includes(uid)),
  }),
  "a list is left": way({
    schema: List,
    path: "lists/home",
    by: reader,
    good: {
      ...before["lists/home"],
      roles: { [owner]: "owner", [writer]: "writer" },
      memberIds: [owner, writer],
      ...now,
    },
  }),
  "a task is made": way({
    schema: Task,
    path: "lists/home/tasks/new",
    by: owner,
    good: task(owner),
    free: taskFields(momentsOrNot, fc.constant(null)),
    also: (document) => isPossible(document) && document.deletedAt === null,
  }),
  "a task is changed": way({
    schema: Task,
    path: "lists/home/tasks/milk",
    by: owner,
    good: { ...before["lists/home/tasks/milk"], ...now },
    free: taskFields(momentsOrNot, momentsOfBin),
    also: isPossible,
  }),
  "a task comes from another list": way({
    schema: Task,
    path: "lists/work/tasks/bread",
    by: owner,
    good: arrived(moved, "home"),
    free: arrivalFields,
    also: isAssignable,
    along: () => [leaving("lists/home/tasks/bread", moved, "work")],
  }),
  "a task goes to another list": way({
    schema: Task,
    path: "lists/home/tasks/bread",
    by: owner,
    good: { ...moved, movedTo: "work", deletedAt: SERVER_TIME, ...now },
    along: () => [{ path: "lists/work/tasks/bread", create: arrived(moved, "home") }],
  }),
  "a task comes back": way({
    schema: Task,
    path: "lists/home/tasks/returning",
    by: owner,
    good: arrived(before["lists/work/tasks/returning"], "work"),
    free: arrivalFields,
    also: isAssignable,
    along: () => [
      leaving("lists/work/tasks/returning", before["lists/work/tasks/returning"], "home"),
    ],
  }),
  "a comment is made": way({
    schema: Comment,
    path: "lists/home/tasks/milk/comments/new",
    by: owner,
    good: comment(owner),
    free: fc.record({ text: texts(2_000) }),
  }),
  "a comment is changed": way({
    schema: Comment,
    path: "lists/home/tasks/milk/comments/mine",
    by: owner,
    good: { ...before["lists/home/tasks/milk/comments/mine"], ...now },
    free: fc.record({ text: texts(2_000) }),
  }),
};
