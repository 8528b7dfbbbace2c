import assert from "node:assert/strict";
import {
  doc,
  getDoc,
  getDocs,
  onSnapshot,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
} from "firebase/firestore";
import { settingMembers } from "../../client/src/members.ts";
import { changingMany } from "../../client/src/todos/many.ts";
import { type MoveTask, moving } from "../../client/src/todos/move.ts";
import { newComment, newList, newTask } from "../../client/src/todos/newDocuments.ts";
import { todosDocuments } from "../../client/src/todos.ts";
import { denied, guardedApp, type Person } from "../support/rules.ts";
import { standing } from "../support/rulesShape.ts";
import { until } from "../support/until.ts";
import { idsOf, listed, openIn } from "./support/clientLists.ts";
import { due, list, repeat } from "./support/documents.ts";
import { owner, reader, stranger, writer } from "./support/rulesLists.ts";

describe("todos client: what it writes", () => {
  const four = { a: {}, b: {}, c: {}, d: {} };
  const { as } = guardedApp("todos-client-changes", {
    ...listed("members", {}),
    ...listed("done", four),
    ...listed("binned", four),
    ...listed("here", { a: { due, repeat, assigneeId: writer, checked: [] }, b: {}, c: {} }),
    ...listed("there", { z: {} }),
    "lists/own": standing(list(owner)),
  });
  const documents = () => todosDocuments(as(owner));

  describe("newList, newTask and newComment", () => {
    it("are what the rules take of who makes them, with nothing but a title and with everything", async () => {
      const made = doc(documents().lists);
      await setDoc(made, newList(owner, "Groceries"));
      const plain = doc(documents().tasks(made.id));
      await setDoc(plain, newTask(owner, { title: "Milk", notes: undefined, due: undefined }));
      const whole = newTask(owner, {
        title: "Bread",
        notes: "Dark.",
        due,
        priority: 3,
        labels: ["food"],
        assigneeId: owner,
        checklist: ["Rye"],
        position: "zzz",
        repeat: { ...repeat, unit: "week", from: "due" },
        reminder: { at: Timestamp.now(), uid: owner, state: "waiting" },
      });
      await setDoc(doc(documents().tasks(made.id), "whole"), whole);
      await setDoc(doc(documents().comments(made.id, "whole")), newComment(owner, "Sliced."));
      assert.deepEqual(idsOf(await openIn(as(owner), made.id)), [plain.id, "whole"]);
      const said = await getDocs(documents().commentsOf(made.id, "whole"));
      assert.deepEqual(
        said.docs.map((one) => one.data().text),
        ["Sliced."],
      );
      await denied(setDoc(doc(documents().tasks(made.id)), newTask(writer, { title: "Butter" })));
    });
  });

  describe("setMember", () => {
    const roles = async () => (await getDoc(doc(documents().lists, "members"))).data();
    const set = (by: Person, ...said: Parameters<ReturnType<typeof settingMembers>>) =>
      settingMembers(as(by), "lists")(...said);

    it("lets a reader write, a writer only read, and takes somebody off the list", async () => {
      await set(owner, "members", reader, "writer");
      await set(owner, "members", writer, "reader");
      assert.deepEqual((await roles())?.roles, {
        [owner]: "owner",
        [reader]: "writer",
        [writer]: "reader",
      });
      await set(owner, "members", reader, null);
      const left = await roles();
      assert.deepEqual(left?.roles, { [owner]: "owner", [writer]: "reader" });
      assert.deepEqual(left?.memberIds, [owner, writer]);
      await denied(openIn(as(reader), "members"));
    });

    it("lets who is on the list leave, and change nothing else", async () => {
      await denied(set(writer, "members", writer, "writer"));
      await denied(set(writer, "members", owner, null));
      await set(writer, "members", writer, null);
      assert.deepEqual((await roles())?.memberIds, [owner]);
    });

    it("puts nobody on a list, and never lets the owner go", async () => {
      await denied(set(owner, "members", stranger, "writer"));
      await denied(set(owner, "members", owner, null));
      await denied(set(owner, "members", owner, "writer"));
    });
  });

  describe("completeTasks and deleteTasks of a few", () => {
    const none = () => assert.fail("something was called");
    const few = (by: Person) => changingMany(as(by), { completeTasks: none, deleteTasks: none });

    it("write them in one commit, and call nothing", async () => {
      await few(writer).completeTasks("done", ["a", "b", "d"]);
      assert.deepEqual(idsOf(await openIn(as(owner), "done")), ["c"]);
      assert.equal((await getDocs(documents().doneTasks("done"))).size, 3);
      await few(writer).deleteTasks("binned", ["b", "c", "d"]);
      assert.deepEqual(idsOf(await openIn(as(owner), "binned")), ["a"]);
      assert.equal((await getDocs(documents().binnedTasks("binned"))).size, 3);
    });

    it("do all or none", async () => {
      await denied(few(writer).completeTasks("done", ["c", "missing"]));
      assert.deepEqual(idsOf(await openIn(as(owner), "done")), ["c"]);
      await denied(few(reader).deleteTasks("done", ["c"]));
    });
  });

  describe("moveTask", () => {
    const at = async (id: string, by: Person = owner) =>
      (await openIn(as(by), "here")).find((task) => task.id === id) ?? assert.fail(id);
    const move: MoveTask = (...words) => moving(as(owner))(...words);

    it("puts a task at the end of the other list as it was, nobody's to do, and leaves its address", async () => {
      const task = await at("a");
      await move(task, "there");
      const [last, moved] = await openIn(as(writer), "there");
      const { position, updatedAt, ...content } = moved?.data() ?? assert.fail();
      const { position: _, updatedAt: before, ...was } = task.data();
      assert.deepEqual(content, { ...was, assigneeId: null, movedFrom: "here" });
      assert.ok(position > (last?.data().position ?? ""));
      assert.ok(updatedAt > before);
      const left = await getDoc(task.ref);
      assert.equal(left.data()?.movedTo, "there");
      assert.deepEqual(idsOf(await openIn(as(owner), "here")), ["b", "c"]);
      assert.equal((await getDocs(documents().binnedTasks("here"))).size, 0);
    });

    it("refuses one that somebody has changed since it was read", async () => {
      const task = await at("b");
      await updateDoc(doc(as(writer), "lists/here/tasks/b"), {
        title: "Oat milk",
        updatedAt: serverTimestamp(),
      });
      await denied(move(task, "there"));
      await move(await at("b"), "there");
    });

    it("refuses who may not write in both lists", async () => {
      await denied(moving(as(writer))(await at("c", writer), "own"));
      await denied(moving(as(reader))(await at("c", reader), "there"));
      await moving(as(writer))(await at("c", writer), "there");
    });

    it("waits for what the device itself has just written", async () => {
      const seen: Parameters<typeof move>[0][] = [];
      const stop = onSnapshot(documents().openTasks("here"), ({ docs }) => seen.push(...docs));
      setDoc(doc(documents().tasks("here"), "new"), newTask(owner, { title: "Just now" }));
      const pending = () =>
        seen.find(({ id, metadata }) => id === "new" && metadata.hasPendingWrites);
      await until(() => pending() !== undefined);
      await move(pending()!, "there");
      stop();
      const titles = (await openIn(as(owner), "there")).map((task) => task.data().title);
      assert.equal(titles.at(-1), "Just now");
    });
  });
});
