import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { reasonOf } from "../../functions/src/core/refuse.ts";
import { staff } from "../../functions/src/core/roles.ts";
import * as todosModule from "../../functions/src/todos/index.ts";
import { lists } from "../../functions/src/todos/schema.ts";
import { callWith, customer, type Person } from "../support/call.ts";
import { documentsHolding } from "../support/everything.ts";
import { clearFirestore } from "../support/firestore.ts";
import { somebody } from "../support/knownPeople.ts";
import { listNow, listOf, putTask } from "./support/lists.ts";

/** A list that is not there, or that the caller is on; a task of it, and another member. */
interface Place {
  listId: string;
  taskId: string;
  other: string;
}

/** Whom of a list a callable does its work for; those of an action on no list have none. */
type Members = "owner" | "writers" | "members";

/** For whom of a list which callable does its work, and with what input. A callable without a row fails. */
const rows: Record<string, { members?: Members; input: (place: Place) => object }> = {
  acceptInvite: {
    input: ({ listId }) => ({ code: `${listId}.${"A".repeat(43)}` }),
  },
  completeTasks: {
    members: "writers",
    input: ({ listId, taskId }) => ({ listId, taskIds: [taskId] }),
  },
  createFeed: { input: () => ({}) },
  deleteTasks: {
    members: "writers",
    input: ({ listId, taskId }) => ({ listId, taskIds: [taskId] }),
  },
  exportTasks: {
    members: "members",
    input: ({ listId }) => ({ listId, format: "json" }),
  },
  importTasks: {
    members: "writers",
    input: ({ listId }) => ({
      requestId: randomUUID(),
      listId,
      format: "json",
      content: JSON.stringify([{ title: "Milk" }]),
    }),
  },
  inviteToList: {
    members: "owner",
    input: ({ listId }) => ({ listId, email: "friend@example.com", role: "reader" }),
  },
  revokeFeed: { input: () => ({}) },
  setDigest: {
    input: () => ({ digest: { hour: 7, zone: "Europe/Berlin" } }),
  },
  transferList: {
    members: "owner",
    input: ({ listId, other }) => ({ listId, uid: other }),
  },
};

const callables = Object.entries(todosModule).filter(([, one]) => "stream" in one);

async function admin(): Promise<Person> {
  const person = customer();
  await staff.doc(person.uid).set({ role: "admin", disabled: false });
  return person;
}

/** What a call came to: a reason, or nothing where it went through. */
const outcomeOf = (callable: unknown, person: Person | undefined, input: object) =>
  callWith<Promise<unknown>>(callable as never, person, input).then(
    () => undefined,
    (error) => reasonOf(error) ?? String(error),
  );

/** What somebody on a list is told, by what they are there. */
const REFUSALS: Record<Members, Record<string, string | undefined>> = {
  owner: { owner: undefined, writer: "not-owner", reader: "not-owner" },
  writers: { owner: undefined, writer: undefined, reader: "reader" },
  members: { owner: undefined, writer: undefined, reader: undefined },
};

describe("todos: what a callable does for whom of a list", () => {
  beforeEach(() => clearFirestore());

  it("is said for each callable", () => {
    assert.deepEqual(callables.map(([name]) => name).sort(), Object.keys(rows).sort());
  });

  for (const [name, callable] of callables) {
    const row = rows[name];
    if (!row) continue;
    const { members, input } = row;
    /** All there is to say, of a list that is not there. */
    const nowhere = () => input({ listId: "no-list", taskId: "no-task", other: "no-one" });
    describe(name, () => {
      it("takes no field that it does not know", async () => {
        const person = customer();
        for (const field of ["admin", "uids", "role2", "ownerId"]) {
          const outcome = await outcomeOf(callable, person, { ...nowhere(), [field]: person.uid });
          assert.equal(outcome, "invalid-input", field);
        }
        assert.deepEqual(await documentsHolding(person.uid), []);
      });

      for (const field of Object.keys(nowhere())) {
        it(`does not go without its ${field}`, async () => {
          const { [field]: _, ...rest } = nowhere() as Record<string, unknown>;
          assert.equal(await outcomeOf(callable, customer(), rest), "invalid-input");
        });
      }

      if (members === undefined) return;

      for (const [role, reason] of Object.entries(REFUSALS[members])) {
        const told = reason === undefined ? "does its work for" : "refuses";
        it(`${told} the ${role} of a list`, async () => {
          const [owner, writer, reader] = [customer(), await somebody(), customer()];
          const listId = await listOf(owner, { writers: [writer], readers: [reader] });
          const taskId = await putTask(listId);
          const person = { owner, writer, reader }[role];
          const other = role === "writer" ? reader.uid : writer.uid;
          assert.equal(await outcomeOf(callable, person, input({ listId, taskId, other })), reason);
        });
      }

      it("tells no stranger that there is such a list, be it one who was on it or an admin", async () => {
        const [owner, former] = [customer(), await somebody()];
        const listId = await listOf(owner, { writers: [former] });
        const { memberIds, roles, ...rest } = await listNow(listId);
        delete roles[former.uid];
        await lists.doc(listId).set({ ...rest, roles, memberIds: [owner.uid] });
        const taskId = await putTask(listId);
        const before = await lists.doc(listId).get();
        for (const person of [customer(), former, await admin()]) {
          const place = { listId, taskId, other: person.uid };
          assert.equal(await outcomeOf(callable, person, input(place)), "no-such-list");
          assert.equal(
            await outcomeOf(callable, person, input({ ...place, listId: "no-list" })),
            "no-such-list",
          );
        }
        assert.ok((await lists.doc(listId).get()).isEqual(before));
      });
    });
  }
});
