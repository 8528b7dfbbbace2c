import {
  collection,
  deleteDoc,
  doc,
  getDoc,
  getDocs,
  limit,
  query,
  serverTimestamp,
  setDoc,
  Timestamp,
} from "firebase/firestore/lite";
import { denied, granted, guarded } from "../../support/rules.ts";
import { past } from "../../support/rulesShape.ts";
import { task } from "../support/documents.ts";
import {
  change,
  daysAgo,
  kept,
  members,
  owner,
  reader,
  shared,
  standingLists,
  stranger,
  writer,
  writers,
} from "../support/rulesLists.ts";

describe("todos rules: tasks", () => {
  const { as, only } = guarded("todos-tasks", {
    ...standingLists(),
    "lists/home/tasks/oats": kept(),
    "lists/home/tasks/done": kept({ completedAt: past }),
    "lists/home/tasks/fresh": kept({ deletedAt: daysAgo(29) }),
    "lists/home/tasks/again": kept({ deletedAt: daysAgo(29) }),
    "lists/home/tasks/late": kept({ deletedAt: daysAgo(30) }),
    "lists/home/tasks/live": kept(),
    "lists/home/tasks/address": kept({ deletedAt: daysAgo(1), movedTo: "other" }),
    "lists/other": shared(),
    "lists/aside/tasks/bin": kept({ deletedAt: daysAgo(1) }),
    "lists/binned/tasks/bin": kept({ deletedAt: daysAgo(1) }),
  });
  const at = (id: string) => `lists/home/tasks/${id}`;

  it("are made and changed by owner and writers, in whatever they do not keep", async () => {
    await only(writers, (db, person) => setDoc(doc(db, at(`of-${person}`)), task(person)));
    const title = "Oat milk";
    await only(writers, (db) => change(db, at("milk"), { title, notes: "Two.", priority: 3 }));
  });

  it("are made in a list that there is", async () => {
    const attempt = setDoc(doc(as(owner), "lists/none/tasks/milk"), task(owner));
    await denied(attempt, owner, /maximum of/);
  });

  it("say who made them and when, for ever", async () => {
    const make = (fields: object) => setDoc(doc(as(writer), at("new")), task(writer, fields));
    await denied(make({ createdBy: owner }));
    for (const createdAt of [past, Timestamp.now(), null]) await denied(make({ createdAt }));
    await granted(make({}));
    await granted(change(as(writer), at("milk"), { createdBy: owner, createdAt: past }));
    for (const createdAt of [serverTimestamp(), Timestamp.now(), daysAgo(1)]) {
      await denied(change(as(writer), at("milk"), { createdAt }));
    }
    await denied(change(as(writer), at("milk"), { createdBy: writer }));
    const renewed = setDoc(doc(as(writer), at("milk")), task(writer));
    await denied(renewed);
  });

  it("are done at the server's time, and opened again", async () => {
    for (const completedAt of [past, Timestamp.now(), daysAgo(-1), true]) {
      await denied(change(as(writer), at("oats"), { completedAt }));
      await denied(setDoc(doc(as(writer), at("new-done")), task(writer, { completedAt })));
    }
    await only(writers, (db) => change(db, at("oats"), { completedAt: serverTimestamp() }));
    await only(writers, (db) => change(db, at("oats"), { completedAt: null }));
    await granted(change(as(writer), at("done"), { title: "Still done" }));
    await denied(change(as(writer), at("done"), { completedAt: daysAgo(3) }));
    const done = task(writer, { completedAt: serverTimestamp() });
    await granted(setDoc(doc(as(writer), at("new-done")), done));
  });

  describe("go into the bin", () => {
    it("at the server's time, and out of it", async () => {
      for (const deletedAt of [past, Timestamp.now(), daysAgo(29), daysAgo(-1)]) {
        await denied(change(as(writer), at("oats"), { deletedAt }));
      }
      await only(writers, (db) => change(db, at("oats"), { deletedAt: serverTimestamp() }));
      await only(writers, (db) => change(db, at("oats"), { deletedAt: null }));
    });

    it("and not when they are made", async () => {
      const deletedAt = serverTimestamp();
      await denied(setDoc(doc(as(writer), at("born")), task(writer, { deletedAt })));
      await granted(setDoc(doc(as(writer), at("born")), task(writer)));
    });

    it("and not out of it after 30 days, nor in anew", async () => {
      for (const deletedAt of [null, serverTimestamp(), daysAgo(1)]) {
        await denied(change(as(owner), at("late"), { deletedAt }));
      }
      await granted(change(as(owner), at("fresh"), { deletedAt: null }));
      await granted(change(as(owner), at("again"), { deletedAt: serverTimestamp() }));
    });
  });

  describe("are deleted for good", () => {
    it("by owner and writers, from the bin alone", async () => {
      await denied(deleteDoc(doc(as(owner), at("live"))));
      await granted(change(as(writer), at("live"), { deletedAt: serverTimestamp() }));
      for (const person of [reader, stranger, "nobody"] as const) {
        await denied(deleteDoc(doc(as(person), at("live"))), person);
      }
      await granted(deleteDoc(doc(as(writer), at("live"))));
      await granted(deleteDoc(doc(as(owner), at("late"))));
    });

    it("but for the forwarding address of what was moved", () =>
      only([], (db) => deleteDoc(doc(db, at("address")))));

    it("where there is none: by nobody", () => only([], (db) => deleteDoc(doc(db, at("none")))));
  });

  for (const [id, what] of [
    ["aside", "put aside"],
    ["binned", "in the bin"],
  ]) {
    it(`of a list that is ${what} are read, and not written`, async () => {
      const folder = `lists/${id}/tasks`;
      await only(members, (db) => getDoc(doc(db, `${folder}/milk`)));
      await only(members, (db) => getDocs(query(collection(db, folder), limit(500))));
      await only([], (db, person) => setDoc(doc(db, `${folder}/new`), task(person)));
      await only([], (db) => change(db, `${folder}/milk`, { title: "Oats" }));
      await only([], (db) => change(db, `${folder}/milk`, { deletedAt: serverTimestamp() }));
      await only([], (db) => change(db, `${folder}/bin`, { deletedAt: null }));
      await only([], (db) => deleteDoc(doc(db, `${folder}/bin`)));
    });
  }
});
