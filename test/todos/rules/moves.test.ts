import assert from "node:assert/strict";
import { doc, getDoc, serverTimestamp } from "firebase/firestore/lite";
import { denied, granted, guarded, type Person } from "../../support/rules.ts";
import { past, standing } from "../../support/rulesShape.ts";
import { due, list, repeat, task } from "../support/documents.ts";
import { change, owner, reader, shared, stranger, writer, writers } from "../support/rulesLists.ts";
import { move } from "../support/rulesMoves.ts";

const reminderOf = (uid: string) => ({ at: past, uid, state: "waiting" });
/** Of which nothing is as it is in a task that is new. */
const full = (fields: object = {}) =>
  standing(
    task(owner, {
      notes: "Two.",
      completedAt: past,
      due,
      repeat,
      checklist: ["oat", "soy"],
      checked: ["oat"],
      reminder: reminderOf(owner),
      ...fields,
    }),
  );

describe("todos rules: a task that is moved", () => {
  const ids = ["round", "people", "sent", "bare", ...writers, reader, stranger];
  const { as } = guarded("todos-moves", {
    "lists/a": shared(),
    "lists/b": shared(),
    "lists/c": shared(),
    "lists/mine": standing(list(reader)),
    ...Object.fromEntries(ids.map((id) => [`lists/a/tasks/${id}`, full()])),
    "lists/a/tasks/sent": full({ reminder: { ...reminderOf(reader), state: "sent" } }),
  });

  const go = async (person: Person, id: string, from: string, to: string, arrival = {}) => {
    const task = await inList(id, from);
    return move(as(person), { id, from, to, task: task ?? {}, arrival });
  };
  const inList = async (id: string, at: string) =>
    (await getDoc(doc(as(owner), `lists/${at}/tasks/${id}`))).data();

  it("goes there, back, on to a third list and round again, whole", async () => {
    const ways = ["a", "b", "a", "b", "c", "a", "c", "b", "a"];
    for (const [n, to] of ways.slice(1).entries()) {
      const from = ways[n] ?? "";
      await granted(go(n % 2 ? owner : writer, "round", from, to), `from ${from} to ${to}`);
      const [arrived, left] = [await inList("round", to), await inList("round", from)];
      const kept = full({ movedFrom: from });
      assert.deepEqual({ ...arrived, updatedAt: past }, { ...kept, updatedAt: past });
      assert.equal(left?.movedTo, to);
      assert.ok(left?.deletedAt);
    }
  });

  it("is moved by who may write in both lists", async () => {
    for (const person of [reader, stranger] as const) {
      await denied(go(person, person, "a", "b"), person);
      await denied(go(person, person, "a", "mine"), person);
    }
    await denied(go(owner, owner, "a", "mine"));
    for (const person of [owner, writer] as const) await granted(go(person, person, "a", "b"));
  });

  it("takes its place there, and is given to who may write there, or to nobody", async () => {
    for (const assigneeId of [reader, stranger, "nobody", "", [owner]]) {
      await denied(go(owner, "people", "a", "b", { assigneeId }), String(assigneeId));
    }
    await granted(go(owner, "people", "a", "b", { assigneeId: writer, position: "Zz" }));
  });

  it("keeps its reminder, whosoever that is, or drops it", async () => {
    for (const reminder of [reminderOf(writer), { ...reminderOf(reader), state: "waiting" }]) {
      await denied(go(writer, "sent", "a", "b", { reminder }));
    }
    await granted(go(writer, "sent", "a", "b"));
    await granted(go(writer, "sent", "b", "c", { reminder: null }));
  });

  it("is changed there as ever, but for where it came from", async () => {
    await granted(go(owner, "bare", "a", "b"));
    await granted(change(as(writer), "lists/b/tasks/bare", { title: "Oats" }));
    for (const movedFrom of [null, "c", "b"]) {
      await denied(change(as(writer), "lists/b/tasks/bare", { movedFrom }));
    }
    await granted(change(as(owner), "lists/b/tasks/bare", { deletedAt: serverTimestamp() }));
  });

  it("leaves an address behind that nobody changes, or takes out of the bin", async () => {
    const path = "lists/a/tasks/bare";
    for (const fields of [
      { deletedAt: null },
      { deletedAt: null, movedTo: null },
      { movedTo: null },
      { movedTo: "c" },
      { title: "Oats" },
      {},
    ]) {
      await denied(change(as(owner), path, fields), JSON.stringify(fields), /maximum of/);
    }
  });
});
