import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { accounts } from "../../functions/src/core/accounts.ts";
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

/** Who is let in by which callable, and with what input. A callable without a row fails. */
const rows: Record<
  string,
  { whom: "signed-in" | "verified"; members?: Members; input: (place: Place) => object }
> = {
  acceptInvite: {
    whom: "verified",
    input: ({ listId }) => ({ code: `${listId}.${"A".repeat(43)}` }),
  },
  completeTasks: {
    whom: "signed-in",
    members: "writers",
    input: ({ listId, taskId }) => ({ listId, taskIds: [taskId] }),
  },
  createFeed: { whom: "signed-in", input: () => ({}) },
  deleteTasks: {
    whom: "signed-in",
    members: "writers",
    input: ({ listId, taskId }) => ({ listId, taskIds: [taskId] }),
  },
  exportTasks: {
    whom: "signed-in",
    members: "members",
    input: ({ listId }) => ({ listId, format: "json" }),
  },
  importTasks: {
    whom: "signed-in",
    members: "writers",
    input: ({ listId }) => ({
      requestId: randomUUID(),
      listId,
      format: "json",
      content: JSON.stringify([{ title: "Milk" }]),
    }),
  },
  inviteToList: {
    whom: "verified",
    members: "owner",
    input: ({ listId }) => ({ listId, email: "friend@example.com", role: "reader" }),
  },
  revokeFeed: { whom: "signed-in", input: () => ({}) },
  setDigest: {
    whom: "verified",
    input: () => ({ digest: { hour: 7, zone: "Europe/Berlin" } }),
  },
  transferList: {
    whom: "signed-in",
    members: "owner",
    input: ({ listId, other }) => ({ listId, uid: other }),
  },
};

const callables = Object.entries(todosModule).filter(([, one]) => "stream" in one);

interface Somebody {
  person: Person | undefined;
  /** Why they get into nothing, or into nothing that takes a verified address. */
  shutOut?: string;
  notVerified?: string;
}

const token = (person: Person, fields: object): Person => ({
  ...person,
  token: { ...person.token, ...fields },
});

async function account(person: Person, fields: object): Promise<Person> {
  const known = { disabled: false, validAfter: 0, email: null, seenSince: 0, ...fields };
  await accounts.doc(person.uid).set(known);
  return person;
}

async function admin(disabled = false): Promise<Person> {
  const person = customer();
  await staff.doc(person.uid).set({ role: "admin", disabled });
  return person;
}

const future = () => Math.floor(Date.now() / 1000) + 3600;

const people: Record<string, () => Promise<Somebody>> = {
  nobody: async () => ({ person: undefined, shutOut: "signed-out" }),
  "a guest": async () => ({
    person: token({ uid: `guest-${randomUUID()}`, token: {} }, { auth_time: future() - 3600 }),
    notVerified: "unverified",
  }),
  "an unverified person": async () => ({
    person: token(customer(), { email_verified: false }),
    notVerified: "unverified",
  }),
  "a person whose token says verified, and no address": async () => ({
    person: token(customer(), { email: undefined }),
    notVerified: "unverified",
  }),
  "a verified person": async () => ({ person: customer() }),
  "a person with a forged claim": async () => ({
    person: token(customer(), { role: "admin", admin: true }),
  }),
  "a disabled person": async () => ({
    person: await account(customer(), { disabled: true }),
    shutOut: "disabled",
  }),
  "a person signed out everywhere": async () => ({
    person: await account(customer(), { validAfter: future() }),
    shutOut: "signed-out-everywhere",
  }),
  "an admin": async () => ({ person: await admin() }),
  "a disabled admin": async () => ({
    person: await account(await admin(true), { disabled: true }),
    shutOut: "disabled",
  }),
};

/** All that turns somebody away for who they are. */
const admission = new Set(["signed-out", "unverified", "disabled", "signed-out-everywhere"]);

function expected({ whom }: { whom: string }, { shutOut, notVerified, person }: Somebody) {
  // What is said in the token comes before what is looked up.
  if (!person) return shutOut;
  return (whom === "verified" ? notVerified : undefined) ?? shutOut;
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

describe("todos: who may call what", () => {
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
      for (const [who, make] of Object.entries(people)) {
        it(`answers ${who} as the table says`, async () => {
          const one = await make();
          const reason = expected(row, one);
          const outcome = await outcomeOf(callable, one.person, nowhere());
          if (reason !== undefined) assert.equal(outcome, reason);
          else assert.ok(outcome === undefined || !admission.has(outcome), outcome);
          if (reason === undefined || !one.person) return;
          const left = await documentsHolding(one.person.uid);
          const own = [`accounts/${one.person.uid}`, `staff/${one.person.uid}`];
          assert.deepEqual(
            left.filter((path) => !own.includes(path)),
            [],
          );
        });
      }

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
