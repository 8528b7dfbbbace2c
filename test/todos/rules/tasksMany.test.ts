import assert from "node:assert/strict";
import {
  collection,
  type DocumentData,
  doc,
  type Firestore,
  getDoc,
  getDocs,
  limit,
  query,
  serverTimestamp,
  writeBatch,
} from "firebase/firestore/lite";
import { denied, granted, guarded, type Person } from "../../support/rules.ts";
import { standing } from "../../support/rulesShape.ts";
import { wire } from "../../support/rulesWire.ts";
import { task } from "../support/documents.ts";
import { change, members, owner, reader, shared, writer } from "../support/rulesLists.ts";

describe("todos rules: many tasks", () => {
  const { project, as, only } = guarded("todos-tasks-many", {
    "lists/home": shared(),
    "lists/home/tasks/milk": standing(task(owner)),
    "lists/home/tasks/oats": standing(task(owner)),
    "lists/full": shared(),
  });
  const folder = "lists/home/tasks";

  it("are read 500 to the page, by members", async () => {
    const page = (size: number) => (db: Firestore) =>
      getDocs(query(collection(db, folder), limit(size)));
    await only(members, page(500));
    await only([], page(501));
    await only([], (db) => getDocs(collection(db, folder)));
  });

  it("are read by cursor, not by offset", async () => {
    const read = (fields: object) =>
      wire(project).query(
        { from: [{ collectionId: "tasks" }], limit: 500, ...fields },
        owner,
        "lists/home",
      );
    assert.equal(await read({}), true);
    assert.equal(await read({ offset: 1 }), false);
  });

  const inOneCommit = (person: Person, count: number, list: string, document: DocumentData) => {
    const batch = writeBatch(as(person));
    for (let n = 0; n < count; n++)
      batch.set(doc(as(person), `lists/${list}/tasks/t${n}`), document);
    return batch.commit();
  };

  it("are made in one commit, 100 and 500 of them, and by no reader", async () => {
    await denied(inOneCommit(reader, 2, "full", task(reader)));
    await granted(inOneCommit(writer, 100, "home", task(writer)));
    await granted(inOneCommit(owner, 500, "full", task(owner)));
  });

  it("are made in one commit all or none", async () => {
    const batch = writeBatch(as(writer));
    batch.set(doc(as(writer), `${folder}/right`), task(writer));
    batch.set(doc(as(writer), `${folder}/wrong`), task(owner));
    await denied(batch.commit());
    assert.equal((await getDoc(doc(as(writer), `${folder}/right`))).exists(), false);
  });

  it("of which two people change different fields at once keep what both have said", async () => {
    await Promise.all([
      granted(change(as(owner), `${folder}/oats`, { title: "Oats", priority: 2 })),
      granted(change(as(writer), `${folder}/oats`, { notes: "Fine ones", labels: ["shop"] })),
      granted(change(as(writer), `${folder}/oats`, { completedAt: serverTimestamp() })),
    ]);
    const { title, priority, notes, labels, completedAt } =
      (await getDoc(doc(as(reader), `${folder}/oats`))).data() ?? {};
    assert.deepEqual([title, priority, notes, labels], ["Oats", 2, "Fine ones", ["shop"]]);
    assert.ok(completedAt);
  });
});
