import assert from "node:assert/strict";
import fc from "fast-check";
import { stamp } from "../../../functions/src/core/clock.ts";
import {
  type Assignment,
  allTasks,
  assignmentsOf,
  lists,
  type Task,
  tasksOf,
} from "../../../functions/src/todos/schema.ts";
import { customer, type Person } from "../../support/call.ts";
import { clearFirestore } from "../../support/firestore.ts";
import {
  type Change,
  changeList,
  changeTask,
  dueOn,
  hear,
  hearAll,
  move,
  setRole,
  watching,
} from "../support/jobs.ts";
import { listNow, listOf, putTask, taskNow } from "../support/lists.ts";

type Place = { here: string; there: string; taskId: string; person: Person };

/** What people do, where they may: the rules let nobody write to a list that is put aside. */
const actions: Record<string, (place: Place, n: number) => Promise<unknown>> = {
  give: async ({ here, taskId, person }) => {
    const role = (await listNow(here)).roles[person.uid];
    if (role === "reader" || role === undefined) return;
    await changeTask(here, taskId, { assigneeId: person.uid });
  },
  take: ({ here, taskId }) => changeTask(here, taskId, { assigneeId: null }),
  rename: ({ here, taskId }, n) => changeTask(here, taskId, { title: `Name ${n}` }),
  plan: ({ here, taskId }, n) => changeTask(here, taskId, { due: dueOn(`2026-05-1${n % 10}`) }),
  complete: ({ here, taskId }) => changeTask(here, taskId, { completedAt: stamp() }),
  reopen: ({ here, taskId }) => changeTask(here, taskId, { completedAt: null }),
  bin: ({ here, taskId }) => changeTask(here, taskId, { deletedAt: stamp() }),
  restore: ({ here, taskId }) => changeTask(here, taskId, { deletedAt: null }),
  move: async ({ here, there, taskId }) => {
    const [task, { archived, deletedAt }] = [await taskNow(here, taskId), await listNow(there)];
    if (!task.deletedAt && !archived && !deletedAt) await move(taskId, here, there);
  },
};
const closings: typeof actions = {
  archive: ({ here }) => changeList(here, { archived: true }),
  reuse: ({ here }) => changeList(here, { archived: false }),
  binList: ({ here }) => changeList(here, { deletedAt: stamp() }),
  restoreList: ({ here }) => changeList(here, { deletedAt: null }),
  remove: ({ here, person }) => setRole(here, person, null),
  demote: ({ here, person }) => setRole(here, person, "reader"),
  welcome: ({ here, person }) => setRole(here, person, "writer"),
};

/** What happens: somebody does something, and the functions hear of something that was done. */
const step = fc.record({
  action: fc.constantFrom(...Object.keys(actions), "give", "rename", ...Object.keys(closings)),
  task: fc.nat(1),
  person: fc.nat(1),
  /** Which of those not heard yet are heard after it, and whether they come a second time later. */
  heard: fc.array(fc.record({ pick: fc.nat(50), again: fc.boolean() }), { maxLength: 2 }),
});

/** All that happens; and the order in which the functions hear what is left. */
const history = fc.record({
  steps: fc.array(step, { minLength: 6, maxLength: 12 }),
  order: fc.array(fc.nat(50), { minLength: 8, maxLength: 8 }),
});

type Played = typeof history extends fc.Arbitrary<infer Value> ? Value : never;

describe("todos: what somebody has to do, whenever events come", () => {
  const people = [customer(), customer()];
  const owner = customer();

  /** What there should be for somebody: of each task that is open and theirs, on a list in use. */
  async function expectedOf({ uid }: Person): Promise<Assignment[]> {
    const open = (await lists.get()).docs.filter(
      (list) => !list.data().archived && list.data().deletedAt === null,
    );
    const found = await Promise.all(open.map(({ id }) => tasksOf(id).get()));
    return found.flatMap(({ docs }) =>
      docs
        .map((one) => [one.id, one.ref.parent.parent?.id ?? "", one.data()] as const)
        .filter(([, , task]) => task.assigneeId === uid && !task.completedAt && !task.deletedAt)
        .map(([taskId, listId, { title, priority, due }]: readonly [string, string, Task]) => ({
          ...{ listId, taskId, title, priority, due },
          dueDate: due?.date ?? "none",
        })),
    );
  }

  const sorted = (all: Assignment[]) =>
    all.toSorted((a, b) => (a.listId + a.taskId < b.listId + b.taskId ? -1 : 1));

  /** Which of the two lists a task is on now. */
  async function whereIs(taskId: string, places: readonly [string, string]) {
    const [one, other] = places;
    const isHere = (await taskNow(one, taskId)).movedTo === null;
    return isHere ? { here: one, there: other } : { here: other, there: one };
  }

  async function run({ steps, order }: Played): Promise<void> {
    await clearFirestore();
    const [first, second] = [
      await listOf(owner, { writers: people }),
      await listOf(owner, { writers: people }),
    ];
    const waiting: Change[] = [];
    const since = await watching();
    const note = async (work: () => Promise<unknown>) => {
      await work();
      waiting.push(...(await since()));
    };
    const taskIds: string[] = [];
    await note(async () => {
      for (const { uid } of people) taskIds.push(await putTask(first, { assigneeId: uid }));
    });
    for (const [n, { action, task, person, heard }] of steps.entries()) {
      const taskId = taskIds[task] ?? "";
      const where = await whereIs(taskId, [first, second]);
      const place = { ...where, taskId, person: people[person] ?? owner };
      const { archived, deletedAt } = await listNow(place.here);
      const act = closings[action] ?? (archived || deletedAt ? undefined : actions[action]);
      if (act) await note(() => act(place, n));
      for (const { pick, again } of heard) {
        const [next] = waiting.splice(pick % Math.max(1, waiting.length), 1);
        if (next) await note(() => hear(next));
        if (next && again) waiting.push(next);
      }
    }
    let turn = 0;
    await hearAll(waiting, (count) => (order[turn++ % order.length] ?? 0) % count);
  }

  it("is what stands in the tasks in the end, and nothing is given to who may not write", async function () {
    this.timeout(60_000);
    await fc.assert(
      fc.asyncProperty(history, async (played) => {
        await run(played);
        for (const person of people) {
          const copies = (await assignmentsOf(person.uid).get()).docs.map((one) => one.data());
          assert.deepEqual(sorted(copies), sorted(await expectedOf(person)));
        }
        const given = (await allTasks.where("assigneeId", "!=", null).get()).docs;
        for (const task of given) {
          const { roles } = await listNow(task.ref.parent.parent?.id ?? "");
          assert.ok(["owner", "writer"].includes(roles[task.data().assigneeId ?? ""] ?? ""));
        }
      }),
      { seed: 20_260_101, numRuns: 12, endOnFailure: true },
    );
  });
});
