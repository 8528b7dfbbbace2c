import assert from "node:assert/strict";
import {
  disableNetwork,
  doc,
  enableNetwork,
  getDocFromServer,
  getDocsFromServer,
  onSnapshot,
  type QueryDocumentSnapshot,
  serverTimestamp,
  setDoc,
} from "firebase/firestore";
import { newTask, type Task } from "../../client/src/index.ts";
import { until } from "../support/until.ts";
import {
  addTasks,
  changeTask,
  type Device,
  newDevice,
  newListOf,
  secondDeviceOf,
} from "./support/devices.ts";

type Found = QueryDocumentSnapshot<Task, Task>;

const namesOf = (found: readonly Found[]): string[] => found.map((task) => task.data().title);

const contentsOf = (found: readonly Found[]) => found.map((task) => task.data());

/** So much from now at most, in milliseconds. */
const isNow = (task: Found | undefined, field: "createdAt" | "updatedAt"): boolean =>
  Math.abs(Date.now() - (task?.data()[field].toMillis() ?? 0)) < 10_000;

describe("todos: two people on a list, one of them offline", function () {
  this.timeout(60_000);
  const tasks = ["edited", "done", "placed", "binned", "moved", "taken", "finished", "last"];
  let ours: Device;
  let theirs: Device;
  let [both, closed, elsewhere, own] = ["", "", "", ""];
  /** What their listeners show of the list that both are on, and of the one that they are taken off. */
  let shown: Found[] = [];
  let shownClosed: string[] = [];
  const outcomes: Record<string, string> = {};

  const show = (id: string) => shown.find((task) => task.id === id);
  const stored = async (id: string, listId = both) =>
    (await getDocFromServer(doc(ours.todos.documents.tasks(listId), id))).data();
  /** Begins a write, and keeps what becomes of it. */
  const attempt = (name: string, write: Promise<unknown>): void => {
    const keep = (outcome: string) => {
      outcomes[name] = outcome;
    };
    write.then(
      () => keep("written"),
      (error) => keep(error.code),
    );
  };

  before(async () => {
    [ours, theirs] = await Promise.all([newDevice(), newDevice()]);
    const { uid, todos } = theirs;
    both = await newListOf(ours, "Both", { [uid]: "writer" });
    closed = await newListOf(ours, "Soon without them", { [uid]: "writer" });
    elsewhere = await newListOf(ours, "Ours");
    own = await newListOf(theirs, "Theirs");
    await addTasks(ours, both, Object.fromEntries(tasks.map((id) => [id, {}])));
    await addTasks(ours, closed, { kept: {} });
    const changes = { includeMetadataChanges: true };
    onSnapshot(todos.documents.openTasks(both), changes, (list: { docs: Found[] }) => {
      shown = list.docs;
    });
    onSnapshot(
      todos.documents.openTasks(closed),
      changes,
      ({ docs }) => {
        shownClosed = namesOf(docs);
      },
      ({ code }) => {
        shownClosed = [code];
      },
    );
    await until(() => shown.length === tasks.length && shownClosed.length === 1);
  });
  after(() => Promise.all([ours.close(), theirs.close()]));

  it("shows at once what it writes, as on its way, at the time that it is here", async () => {
    const { db, uid, todos } = theirs;
    await disableNetwork(db);
    const change = (id: string, fields: object, listId = both) =>
      attempt(`${id} changed`, changeTask(theirs, listId, id, { ...fields }));
    const add = (title: string, listId: string) =>
      setDoc(doc(todos.documents.tasks(listId), title), newTask(uid, { title }));
    change("edited", { title: "theirs", notes: "theirs" });
    change("done", { completedAt: serverTimestamp() });
    change("binned", { notes: "theirs" });
    change("moved", { title: "theirs" });
    change("finished", { title: "theirs" });
    change("kept", { title: "theirs" }, closed);
    const between = { above: null, below: show("edited") ?? null };
    attempt("placed placed", todos.placeTask(show("placed")!, between));
    attempt("taken moved", todos.moveTask(show("taken")!, own));
    attempt("added", add("added", both));
    attempt("refused added", add("refused", closed));
    const isAllShown = () => show("added") !== undefined && show("taken") === undefined;
    await until(() => isAllShown() && shownClosed.length === 2);

    const expected = ["placed", "theirs", "binned", "theirs", "theirs", "last", "added"];
    assert.deepEqual(namesOf(shown), expected);
    const onTheirWay = shown.filter((task) => task.metadata.hasPendingWrites).map(({ id }) => id);
    assert.deepEqual(onTheirWay, ["placed", "edited", "binned", "moved", "finished", "added"]);
    assert.ok(isNow(show("added"), "createdAt") && isNow(show("edited"), "updatedAt"));
    assert.deepEqual(shownClosed, ["theirs", "refused"]);
    assert.deepEqual(outcomes, {}, "nothing is said to be written that is not");
  });

  it("sends it all when it is back, and is told one by one what was refused", async () => {
    const { todos } = ours;
    const ourTask = async (id: string) => {
      const { docs } = await getDocsFromServer(todos.documents.openTasks(both));
      return docs.find((task) => task.id === id)!;
    };
    await changeTask(ours, both, "edited", { title: "ours", priority: 2 });
    await changeTask(ours, both, "done", { title: "ours" });
    await changeTask(ours, both, "taken", { title: "ours" });
    await todos.deleteTasks(both, ["binned"]);
    await todos.completeTasks(both, ["finished"]);
    await todos.moveTask(await ourTask("moved"), elsewhere);
    await todos.setMember(closed, theirs.uid, null);

    await enableNetwork(theirs.db);
    await until(() => Object.keys(outcomes).length === 10);
    assert.deepEqual(outcomes, {
      "edited changed": "written",
      "done changed": "written",
      "binned changed": "written",
      "moved changed": "permission-denied",
      "finished changed": "written",
      "kept changed": "permission-denied",
      "placed placed": "written",
      "taken moved": "permission-denied",
      added: "written",
      "refused added": "permission-denied",
    });
  });

  it("has of one field what came last to the server, and of others what each has written", async () => {
    const edited = await stored("edited");
    assert.deepEqual([edited?.title, edited?.notes, edited?.priority], ["theirs", "theirs", 2]);
    const done = await stored("done");
    assert.deepEqual([done?.title, done?.completedAt !== null], ["ours", true]);
    const finished = await stored("finished");
    assert.deepEqual([finished?.title, finished?.completedAt !== null], ["theirs", true]);
    const binned = await stored("binned");
    assert.deepEqual([binned?.notes, binned?.deletedAt !== null], ["theirs", true]);
  });

  it("leaves alone what was moved away, or changed before it was to be moved", async () => {
    const [moved, left] = [await stored("moved", elsewhere), await stored("moved")];
    assert.deepEqual([moved?.title, left?.title, left?.movedTo], ["moved", "moved", elsewhere]);
    const taken = await stored("taken");
    assert.deepEqual([taken?.title, taken?.movedTo], ["ours", null]);
    const theirOwn = await getDocsFromServer(theirs.todos.documents.openTasks(own));
    assert.deepEqual(namesOf(theirOwn.docs), []);
    const kept = await stored("kept", closed);
    assert.equal(kept?.title, "kept");
  });

  it("shows what the server has, and of a list that they were taken off nothing more", async () => {
    const onServer = await getDocsFromServer(ours.todos.documents.openTasks(both));
    assert.deepEqual(namesOf(onServer.docs), ["placed", "theirs", "ours", "last", "added"]);
    // What has left the list while a change of their own was on its way stays in a listener of before
    // as pending: the SDK waits to be sent it, and is not. One that begins anew asks for it.
    const left = ["binned", "finished"];
    const open = () => shown.filter(({ id }) => !left.includes(id));
    await until(() => open().every((task) => !task.metadata.hasPendingWrites));
    assert.deepEqual(contentsOf(open()), contentsOf(onServer.docs));
    let anew: Found[] = [];
    onSnapshot(theirs.todos.documents.openTasks(both, 100), ({ docs }) => {
      anew = docs;
    });
    await until(() => anew.length === onServer.size);
    assert.deepEqual(contentsOf(anew), contentsOf(onServer.docs));
    await until(() => shownClosed.join() === "permission-denied");
  });
});

describe("todos: an app that is offline from the beginning", function () {
  this.timeout(60_000);

  it("adds a task at the end of a list that it has never read", async () => {
    const device = await newDevice();
    const listId = await newListOf(device, "Far away");
    await addTasks(device, listId, { first: {}, second: {} });
    const fresh = await secondDeviceOf(device);
    await disableNetwork(fresh.db);
    const { tasks, openTasks } = fresh.todos.documents;
    const written = setDoc(doc(tasks(listId)), newTask(device.uid, { title: "third" }));
    let shown: string[] = [];
    onSnapshot(openTasks(listId), ({ docs }) => {
      shown = namesOf(docs);
    });
    await until(() => shown.join() === "third");
    await enableNetwork(fresh.db);
    await written;
    const onServer = await getDocsFromServer(device.todos.documents.openTasks(listId));
    assert.deepEqual(namesOf(onServer.docs), ["first", "second", "third"]);
    await Promise.all([device.close(), fresh.close()]);
  });
});
