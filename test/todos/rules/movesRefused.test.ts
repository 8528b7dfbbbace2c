import {
  type DocumentData,
  doc,
  getDoc,
  serverTimestamp,
  setDoc,
  Timestamp,
  writeBatch,
} from "firebase/firestore/lite";
import { denied, granted, guarded } from "../../support/rules.ts";
import { past, standing } from "../../support/rulesShape.ts";
import { list, task } from "../support/documents.ts";
import { change, daysAgo, owner, shared, stranger, writer } from "../support/rulesLists.ts";
import { arrivalOf, type Move, move } from "../support/rulesMoves.ts";

const milk = standing(
  task(owner, { checklist: ["oat"], reminder: { at: past, uid: owner, state: "waiting" } }),
);

const bin = { ...milk, deletedAt: daysAgo(1) };

/** What a task may not become on its way. */
const changes: Record<string, DocumentData> = {
  "with another title": { title: "Oats" },
  "with other notes": { notes: "Two." },
  "done on the way": { completedAt: serverTimestamp() },
  "with a due day": { due: { date: "2026-12-31", time: null, zone: "UTC" } },
  "with another priority": { priority: 3 },
  "with a label": { labels: ["x"] },
  "with another checklist": { checklist: [] },
  "with a tick": { checked: ["oat"] },
  "into the bin": { deletedAt: serverTimestamp() },
  "to be moved on": { movedTo: "c" },
  "made by somebody else": { createdBy: writer },
  "made at another time": { createdAt: serverTimestamp() },
  "with one more field": { canary: true },
  "at a client's time": { updatedAt: Timestamp.now() },
  "from nowhere": { movedFrom: null },
  "from another list": { movedFrom: "c" },
  "from the list that it goes to": { movedFrom: "b" },
  "from a list that is not there": { movedFrom: "none" },
  "with another's reminder": { reminder: { at: past, uid: stranger, state: "waiting" } },
  "with a reminder of one's own": { reminder: { at: past, uid: writer, state: "waiting" } },
  "with its reminder at another time": {
    reminder: { at: daysAgo(-1), uid: owner, state: "waiting" },
  },
  "with its reminder sent": { reminder: { at: past, uid: owner, state: "sent" } },
};

/** What a forwarding address may not be. */
const addresses: Record<string, DocumentData> = {
  "out of the bin": { deletedAt: null },
  "at another time": { deletedAt: past },
  "of another title": { title: "Oats" },
  "of another list": { movedTo: "c" },
  "of itself": { movedTo: "a" },
  "of none": { movedTo: null },
  "of a list that is not there": { movedTo: "none" },
  "from elsewhere": { movedFrom: "b" },
  "in a list of lists": { movedTo: ["b"] },
};

describe("todos rules: a task is not moved", () => {
  const { as } = guarded("todos-moves-refused", {
    ...Object.fromEntries(["a", "b", "c", "7"].map((id) => [`lists/${id}`, shared()])),
    "lists/read": standing(list(stranger, { [writer]: "reader" })),
    "lists/read/tasks/theirs": milk,
    "lists/theirs": standing(list(stranger)),
    "lists/theirs/tasks/far": milk,
    "lists/aside": shared({ archived: true }),
    "lists/aside/tasks/kept": milk,
    "lists/binned": shared({ deletedAt: daysAgo(1) }),
    "lists/binned/tasks/gone": milk,
    "lists/a/tasks/milk": milk,
    "lists/c/tasks/other": milk,
    "lists/7/tasks/seven": milk,
    "lists/a/tasks/bin": bin,
    "lists/a/tasks/twin": milk,
    "lists/b/tasks/twin": milk,
    "lists/a/tasks/asleep": milk,
    "lists/b/tasks/asleep": { ...milk, deletedAt: daysAgo(1) },
    "lists/a/tasks/back": milk,
    "lists/b/tasks/back": { ...milk, createdAt: daysAgo(9), movedFrom: "a" },
    "lists/a/tasks/swap": bin,
    "lists/c/tasks/swap": bin,
    "lists/a/tasks/again": milk,
    "lists/b/tasks/again": { ...milk, movedFrom: "a" },
    "lists/a/tasks/address": { ...milk, deletedAt: daysAgo(1), movedTo: "b" },
    "lists/a/tasks/orphan": { ...milk, deletedAt: daysAgo(1), movedTo: "b" },
    "lists/b/tasks/address": { ...milk, deletedAt: daysAgo(1), movedTo: "c" },
  });
  const go = (fields: Partial<Move> = {}) =>
    move(as(writer), { id: "milk", from: "a", to: "b", task: milk, ...fields });
  const refused = (attempt: Promise<unknown>, what = "") => denied(attempt, what, /maximum of/);

  it("by one of its two halves", async () => {
    await refused(go({ departure: null }), "the arrival");
    await refused(go({ arrival: null }), "the departure");
  });

  it("to another id", async () => {
    const batch = writeBatch(as(writer));
    const now = serverTimestamp();
    batch.set(doc(as(writer), "lists/b/tasks/oats"), arrivalOf({ from: "a", task: milk }));
    batch.update(doc(as(writer), "lists/a/tasks/milk"), {
      movedTo: "b",
      deletedAt: now,
      updatedAt: now,
    });
    await refused(batch.commit());
  });

  for (const [what, arrival] of Object.entries(changes)) {
    it(`if it arrives ${what}`, () => refused(go({ arrival })));
  }

  for (const [what, departure] of Object.entries(addresses)) {
    it(`if it leaves an address ${what}`, () => refused(go({ departure })));
  }

  it("into or out of a list that one may not write, is put aside or in the bin", async () => {
    for (const to of ["read", "theirs", "aside", "binned", "none", "a"]) {
      await refused(go({ to }), `to ${to}`);
    }
    for (const [from, id] of [
      ["read", "theirs"],
      ["theirs", "far"],
      ["aside", "kept"],
      ["binned", "gone"],
    ] as const) {
      await refused(go({ id, from }), `from ${from}`);
      await refused(go({ id, from, departure: null }), `from ${from}, which it does not leave`);
    }
  });

  it("where it is in the bin, or has gone before", async () => {
    await refused(go({ id: "bin", task: bin }));
    await refused(go({ id: "bin", task: bin, arrival: { deletedAt: null } }));
    await refused(go({ id: "address", task: milk }));
    await refused(go({ id: "address", task: milk, to: "c" }));
  });

  it("over one of its id that stands there, or is in the bin there", async () => {
    await refused(go({ id: "twin" }));
    await refused(go({ id: "asleep" }));
    await granted(go({ id: "twin", to: "c" }));
  });

  it("to a list that it came to earlier, whatever happens to it there meanwhile", async () => {
    const there = doc(as(writer), "lists/b/tasks/back");
    for (const fields of [undefined, {}, { title: "Oats" }]) {
      const now = serverTimestamp();
      const batch = writeBatch(as(writer));
      if (fields) batch.update(there, { ...fields, updatedAt: now });
      const address = { movedTo: "b", deletedAt: now, updatedAt: now };
      batch.update(doc(as(writer), "lists/a/tasks/back"), address);
      await refused(batch.commit(), JSON.stringify(fields));
    }
    await granted(getDoc(there));
  });

  it("to where it stands already, as it is, and does not arrive", () =>
    refused(go({ id: "again", arrival: null })));

  it("to the number of a list", async () => {
    await refused(go({ id: "seven", from: "7", arrival: { movedFrom: 7 } }));
    await refused(go({ to: "7", departure: { movedTo: 7 } }));
    await granted(go({ id: "seven", from: "7" }));
  });

  it("on to a third list in the same commit, or to two", async () => {
    const [there, on] = [
      { id: "milk", from: "a", to: "b", task: milk },
      { id: "milk", from: "b", to: "c", task: { ...milk, movedFrom: "a" } },
    ];
    await refused(move(as(writer), there, on));
    await refused(move(as(writer), there, { ...there, to: "c" }));
    await refused(move(as(writer), there, { ...there, to: "c", departure: null }));
  });

  it("by two that are deleted and made anew in one commit, each as come from the other", async () => {
    const forged = (from: string) => ({
      ...milk,
      title: "Oats",
      createdBy: stranger,
      movedFrom: from,
      movedTo: from,
      updatedAt: serverTimestamp(),
    });
    const batch = writeBatch(as(writer));
    for (const [list, from] of [
      ["a", "c"],
      ["c", "a"],
    ]) {
      const swapped = doc(as(writer), `lists/${list}/tasks/swap`);
      batch.delete(swapped).set(swapped, forged(from ?? ""));
    }
    await refused(batch.commit());
  });

  it("out of its address without a move", async () => {
    const path = "lists/a/tasks/address";
    await refused(change(as(writer), path, { movedTo: null, deletedAt: null }));
    await refused(setDoc(doc(as(writer), path), task(writer)));
    await refused(setDoc(doc(as(writer), path), arrivalOf({ from: "b", task: milk })));
  });

  it("to where it was deleted for good, by what is left of it alone", async () => {
    const put = (document: DocumentData) =>
      refused(setDoc(doc(as(writer), "lists/b/tasks/orphan"), document));
    const address = (await getDoc(doc(as(writer), "lists/a/tasks/orphan"))).data();
    await put(arrivalOf({ from: "a", task: address ?? {} }));
    await put(arrivalOf({ from: "a", task: milk }));
  });

  it("more often than once", async () => {
    await granted(go());
    await refused(go());
    await refused(go({ to: "c" }));
  });
});
