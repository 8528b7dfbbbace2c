import assert from "node:assert/strict";
import fc, { type Arbitrary } from "fast-check";
import type { DocumentData } from "firebase/firestore/lite";
import type * as z from "zod";
import { Comment, List, Task } from "../../../functions/src/todos/schema.ts";
import { guarded, putRules, rulesText } from "../../support/rules.ts";
import {
  asRead,
  documents,
  flags,
  mostly,
  oneLines,
  serverTimes,
  shown,
  texts,
} from "../../support/rulesArbitraries.ts";
import { standing } from "../../support/rulesShape.ts";
import { Double, SERVER_TIME, wire } from "../../support/rulesWire.ts";
import { due, list, repeat, task } from "../support/documents.ts";
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
} from "../support/rulesArbitraries.ts";
import { owner, reader, shared, writer } from "../support/rulesLists.ts";

/** The seed is fixed, so that what fails once fails again. */
const runs = { numRuns: 150, seed: 20261128 };

/** Who is on the lists that are changed. */
const people = [owner, writer, reader, "a.person/of\n😀"];

/** Enough for each of the runs, and for those that look for the smallest that fails. */
const changed = Array.from({ length: 400 }, (_, n) => `lists/changed-${n}`);

const stamps = { createdAt: SERVER_TIME, updatedAt: SERVER_TIME };
const none = fc.constant(null);

const listFields: Record<keyof z.output<typeof List>, Arbitrary<unknown>> = {
  title: oneLines(120),
  ownerId: mostly(fc.constant(owner), fc.constantFrom("", writer)),
  roles: fc.constant({ [owner]: "owner" }),
  memberIds: mostly<unknown[]>(
    fc.constant([owner]),
    fc.constantFrom<unknown[]>([], [owner, owner], [writer], [owner, writer], [null], [7]),
  ),
  archived: fc.constant(false),
  deletedAt: none,
  createdAt: serverTimes,
  updatedAt: serverTimes,
};

const taskFields: Record<keyof z.output<typeof Task>, Arbitrary<unknown>> = {
  title: oneLines(200),
  notes: fc.oneof(texts(10_000), fc.constant("")),
  completedAt: momentsOrNot,
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
  deletedAt: none,
  movedFrom: none,
  movedTo: none,
  createdBy: mostly(fc.constant<string>(owner), fc.constantFrom("", writer)),
  createdAt: serverTimes,
  updatedAt: serverTimes,
};

const commentFields: Record<keyof z.output<typeof Comment>, Arbitrary<unknown>> = {
  text: texts(2_000),
  authorId: mostly(fc.constant(owner), fc.constantFrom("", writer)),
  createdAt: serverTimes,
  updatedAt: serverTimes,
};

/** What the rules ask of a task that is new, besides its shape. */
const isNew = ({ completedAt, assigneeId, reminder, createdBy, ...rest }: DocumentData) =>
  (completedAt === null || completedAt === SERVER_TIME) &&
  [null, owner, writer].includes(assigneeId) &&
  (reminder === null ||
    (reminder.uid === owner && reminder.state === "waiting" && reminder.at.getTime() > 0)) &&
  createdBy === owner &&
  [rest.deletedAt, rest.movedFrom, rest.movedTo].every((field) => field === null);

describe("todos rules: against the schema", () => {
  const everybody = Object.fromEntries(people.map((uid) => [uid, "writer"]));
  const before = standing(list(owner, { ...everybody, [owner]: "owner" } as never));
  const { project } = guarded("todos-schema", {
    "lists/home": shared(),
    "lists/home/tasks/milk": standing(task(owner)),
    ...Object.fromEntries(changed.map((path) => [path, before])),
  });
  const { create, update } = wire(project);

  const agree = async (
    all: Arbitrary<DocumentData>,
    schema: z.ZodType,
    also: (document: DocumentData) => boolean,
    write: (document: DocumentData, n: number) => Promise<boolean>,
  ) => {
    // The emulator keeps every value that rules have seen, until they are put anew.
    await putRules(project, rulesText);
    let tried = 0;
    let taken = 0;
    const agreed = fc.asyncProperty(all, async (document) => {
      const right = schema.safeParse(read(document)).success && also(document);
      const wrote = await write(document, tried++);
      if (wrote) taken++;
      assert.equal(wrote, right, `the rules ${wrote ? "take" : "refuse"} ${shown(document)}`);
    });
    await fc.assert(agreed, runs);
    assert.ok(taken > tried / 5 && taken < tried * 0.9, `${taken} of ${tried} were taken`);
  };

  it("let lists be made exactly if the schema takes them", () =>
    agree(
      documents(listFields),
      List,
      ({ ownerId, archived, deletedAt }) =>
        ownerId === owner && archived === false && deletedAt === null,
      (document, n) => create(owner, `lists/made-${n}`, document),
    ));

  it("let lists be changed by their owner exactly if the schema takes them then", () => {
    const { createdAt: _, ...fields } = listFields;
    const shared = fc
      .tuple(documents({ ...fields, archived: flags }), rolesOf(people))
      .chain(([document, roles]) => {
        const memberIds = fc.shuffledSubarray(Object.keys(roles), {
          minLength: Object.keys(roles).length,
        });
        return memberIds.map((ids) => ({ memberIds: ids, ...document, roles }));
      })
      .chain((document) =>
        mostly(
          fc.constant({ ...document, memberIds: Object.keys(document.roles) }),
          fc.constant(document),
        ),
      );
    return agree(
      shared.map((document) => ({ ...before, ...document })),
      List,
      ({ ownerId, deletedAt }) => ownerId === owner && [null, SERVER_TIME].includes(deletedAt),
      ({ createdAt, ...document }, n) => update(owner, changed[n] ?? "", document),
    );
  });

  it("let tasks be made exactly if the schema takes them", () =>
    agree(documents(taskFields), Task, isNew, (document, n) =>
      create(owner, `lists/home/tasks/made-${n}`, document),
    ));

  it("let comments be made exactly if the schema takes them", () =>
    agree(
      documents(commentFields),
      Comment,
      ({ authorId }) => authorId === owner,
      (document, n) => create(owner, `lists/home/tasks/milk/comments/made-${n}`, document),
    ));

  it("let lists and tasks have those ids that the schema takes, and no other", async () => {
    const ids = ["x".repeat(64), "a-B_9", "x".repeat(65), "a.b", "é", "a b", "a:b"];
    for (const id of ids) {
      const right = Task.shape.movedTo.safeParse(id).success;
      assert.equal(await create(owner, `lists/${id}`, { ...list(owner), ...stamps }), right, id);
      const made = await create(owner, `lists/home/tasks/${id}`, { ...task(owner), ...stamps });
      assert.equal(made, right, id);
    }
  });

  it("refuse whole numbers that are stored as doubles, which schemas can't tell", async () => {
    const right = { ...task(owner, { due, repeat, priority: 2 }), ...stamps };
    const made = (fields: object) =>
      create(owner, "lists/home/tasks/double", { ...right, ...fields });
    for (const fields of [
      { priority: new Double(2) },
      { priority: new Double(-0) },
      { repeat: { ...repeat, every: new Double(2) } },
      { repeat: { ...repeat, day: new Double(2) } },
      { repeat: { ...repeat, weekdays: [1, new Double(1)] } },
    ]) {
      assert.equal(await made(fields), false, JSON.stringify(fields));
    }
    assert.equal(await made({}), true);
  });
});

/** As it reads once it is written, reminders too. */
function read({ reminder, ...document }: DocumentData): DocumentData {
  const isMap = reminder !== null && typeof reminder === "object" && !Array.isArray(reminder);
  const whole = isMap && !(reminder instanceof Date) ? asRead(reminder) : reminder;
  return asRead(reminder === undefined ? document : { ...document, reminder: whole });
}
