import assert from "node:assert/strict";
import {
  doc,
  type Firestore,
  getDocs,
  onSnapshot,
  type QueryDocumentSnapshot,
  query,
  serverTimestamp,
  startAfter,
  updateDoc,
} from "firebase/firestore";
import { placing } from "../../client/src/todos/place.ts";
import { type Task, todosDocuments } from "../../client/src/todos.ts";
import { positionsAfter } from "../../functions/src/todos/positions.ts";
import { denied, guardedApp } from "../support/rules.ts";
import { until } from "../support/until.ts";
import { assertStrict, idsOf, listed, openIn } from "./support/clientLists.ts";
import { owner, reader, writer } from "./support/rulesLists.ts";

/** 520 tasks, of which two are in the same place. */
const places = positionsAfter(null, 520, Date.now());
const crowd = places.map((position, index) => [
  `t${String(index).padStart(3, "0")}`,
  { position: index === 2 ? places[1] : position },
]);

type Found = QueryDocumentSnapshot<Task, Task>;

const five = { a: {}, b: {}, c: {}, d: {}, e: {} };
const many = Array.from({ length: 400 }, (_, index) => [`t${index + 100}`, { position: "00V" }]);

describe("todos client: placeTask", () => {
  const database = guardedApp("todos-client-place", {
    ...listed("quiet", five),
    ...listed("equal", {
      a: {},
      b: { position: "00M" },
      c: { position: "00M" },
      d: { position: "00T" },
    }),
    ...listed("gone", {
      top: {},
      a: { position: "00M" },
      b: { position: "00M" },
      c: { position: "00T" },
    }),
    ...listed("full", Object.fromEntries(many)),
    ...listed("crowded", Object.fromEntries(crowd)),
    ...listed("sequence", five),
    ...listed("busy", { ...five, f: {}, g: {}, h: {}, i: {}, j: {} }),
    ...listed("closed", five, { archived: true }),
  });
  const { as } = database;

  /** Puts a task behind another of the list as it is shown, or to the top. */
  const place = async (
    db: Firestore,
    found: readonly Found[],
    id: string,
    above: string | null,
  ) => {
    const [task, rest] = [at(found, id), found.filter((one) => one.id !== id)];
    const index = above === null ? -1 : idsOf(rest).indexOf(above);
    const between = { above: rest[index] ?? null, below: rest[index + 1] ?? null };
    await placing(db)(task, between);
  };

  it("puts a task between two neighbours, to the top and to the end, and writes no other", async () => {
    const db = as(writer);
    const before = await openIn(db, "quiet");
    await place(db, before, "e", "a");
    assert.deepEqual(idsOf(await openIn(db, "quiet")), ["a", "e", "b", "c", "d"]);
    await place(db, await openIn(db, "quiet"), "c", null);
    assert.deepEqual(idsOf(await openIn(db, "quiet")), ["c", "a", "e", "b", "d"]);
    await place(db, await openIn(db, "quiet"), "a", "d");
    const after = await openIn(db, "quiet");
    assert.deepEqual(idsOf(after), ["c", "e", "b", "d", "a"]);
    assertStrict(after);
    for (const id of ["b", "d"]) assert.deepEqual(at(after, id).data(), at(before, id).data());
  });

  it("spreads the list anew, in its order, where two are in the same place", async () => {
    const db = as(owner);
    await place(db, await openIn(db, "equal"), "d", "b");
    const after = await openIn(as(writer), "equal");
    assert.deepEqual(idsOf(after), ["a", "b", "d", "c"]);
    assertStrict(after);
  });

  it("finds the place by the other neighbour where one is gone by then", async () => {
    const db = as(owner);
    const found = await openIn(db, "gone");
    const completed = { completedAt: serverTimestamp(), updatedAt: serverTimestamp() };
    await updateDoc(doc(as(writer), "lists/gone/tasks/a"), completed);
    await place(db, found, "c", "a");
    assert.deepEqual(idsOf(await openIn(db, "gone")), ["top", "c", "b"]);
  });

  it("spreads 400 tasks in one commit that the rules take", async () => {
    const db = as(writer);
    const found = await openIn(db, "full");
    await place(db, found, "t499", "t100");
    const after = await openIn(db, "full");
    assert.deepEqual(idsOf(after).slice(0, 3), ["t100", "t499", "t101"]);
    assert.equal(after.length, 400);
    assertStrict(after);
  });

  it("of more than 500 spreads the first, and leaves what comes behind them where it is", async () => {
    const db = as(owner);
    const found = await openIn(db, "crowded");
    assert.equal(found.length, 500);
    await place(db, found, "t005", "t001");
    const views = todosDocuments(db);
    const last = await getDocs(query(views.openTasks("crowded"), startAfter(at(found, "t498"))));
    assert.deepEqual(
      idsOf(last.docs).filter((id) => id >= "t499"),
      Array.from({ length: 21 }, (_, n) => `t${499 + n}`),
    );
    const after = await openIn(db, "crowded");
    assert.deepEqual(idsOf(after).slice(0, 5), ["t000", "t001", "t005", "t002", "t003"]);
    assert.equal(after.at(-1)?.id, "t499");
    assertStrict(after);
  });

  it("is refused to readers, and to all where the list is put aside", async () => {
    const found = await openIn(as(reader), "sequence");
    await denied(place(as(reader), found, "a", "c"));
    await denied(place(as(owner), await openIn(as(owner), "closed"), "a", "c"));
    assert.deepEqual(idsOf(await openIn(as(reader), "sequence")), Object.keys(five));
  });

  it("keeps what two people make of a list in turns exactly", async () => {
    const model = Object.keys(five);
    for (let turn = 0; turn < 30; turn++) {
      const db = as(turn % 2 === 0 ? owner : writer);
      const [id = ""] = model.splice(random(model.length), 1);
      const index = random(model.length + 1);
      await place(db, await openIn(db, "sequence"), id, model[index - 1] ?? null);
      model.splice(index, 0, id);
    }
    const after = await openIn(as(owner), "sequence");
    assert.deepEqual(idsOf(after), model);
    assertStrict(after);
  });

  it("keeps the order strict through 200 moves that two people make at once", async () => {
    const views = ([owner, writer] as const).map((person) => {
      const db = as(person);
      const view = { db, found: [] as readonly Found[] };
      const stop = onSnapshot(todosDocuments(db).openTasks("busy"), ({ docs }) => {
        view.found = docs;
      });
      return { ...view, stop, current: () => view.found };
    });
    await until(() => views.every(({ current }) => current().length === 10));
    await Promise.all(
      views.map(async ({ db, current }) => {
        for (let move = 0; move < 100; move++) {
          const ids = idsOf(current());
          const [id = ""] = ids.splice(random(ids.length), 1);
          await place(db, current(), id, ids[random(ids.length + 1) - 1] ?? null);
        }
      }),
    );
    // Who listens to a query is answered by what they have heard so far.
    const after = await openIn(as(reader), "busy");
    assert.equal(after.length, 10);
    assertStrict(after);
    for (const { current } of views) {
      await until(() => idsOf(current()).join() === idsOf(after).join());
    }
    for (const { stop } of views) stop();
  });
});

const at = (found: readonly Found[], id: string): Found =>
  found.find((one) => one.id === id) ?? assert.fail(`${id} is not shown`);

/** A whole number from 0 to below `limit`. */
const random = (limit: number): number => Math.floor(Math.random() * limit);
