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
import { dayIn, newComment, type Repeat } from "../../client/src/index.ts";
import { verify } from "../../dev/app.ts";
import { waitForMail } from "../../dev/mailbox.ts";
import { fire } from "../../dev/schedules.ts";
import { region } from "../../functions/src/core/settings.ts";
import { changeAsServer } from "../support/devices.ts";
import { running } from "../support/firestore.ts";
import { until } from "../support/until.ts";
import { addTasks, changeTask, type Device, newDevice, newListOf } from "./support/devices.ts";

const daily: Repeat = {
  every: 1,
  unit: "day",
  weekdays: [],
  day: null,
  from: "due",
  until: null,
};

const daysAgo = (days: number) => Timestamp.fromMillis(Date.now() - days * 86_400_000);

const runSchedule = (name: string) =>
  fire(running.hosts.functions, running.project, `${region}-todos-${name}`);

describe("todos: an app, through the whole platform", function () {
  this.timeout(60_000);
  const today = { date: dayIn("UTC"), time: null, zone: "UTC" };
  let app: Device;
  let friend: Device;
  let listId: string;

  before(async () => {
    [app, friend] = await Promise.all([newDevice(), newDevice()]);
    for (const { auth } of [app, friend]) await verify(auth.currentUser!, running.inboxUrl);
    listId = await newListOf(app, "Shared", { [friend.uid]: "writer" });
  });
  after(() => Promise.all([app.close(), friend.close()]));

  const openIn = async (id = listId) => (await getDocs(app.todos.documents.openTasks(id))).docs;
  const taskOf = async (id: string, inList = listId) =>
    (await getDoc(doc(app.todos.documents.tasks(inList), id))).data();
  const mailTo = ({ email }: Device, subject: string) =>
    waitForMail(running.inboxUrl, email, subject, 20_000);

  it("finds a list to begin with, once it has a profile", async () => {
    const username = `n${crypto.randomUUID().replaceAll("-", "").slice(0, 15)}`;
    const profile = { username, displayName: "Somebody", bio: "", avatar: "" };
    await app.accounts.saveProfile(app.uid, profile);
    const titles = async () => {
      const { docs } = await getDocs(app.todos.documents.listsOf(app.uid));
      return docs.map((list) => list.data().title);
    };
    let found: string[] = [];
    await until(async () => {
      found = await titles();
      return found.length === 2;
    });
    assert.deepEqual(found.sort(), ["My tasks", "Shared"]);
  });

  it("invites by a mail, whose link leads to the app and puts its reader on the list", async () => {
    const invitedTo = await newListOf(app, "By mail");
    await app.todos.call.inviteToList({ listId: invitedTo, email: friend.email, role: "reader" });
    const { text } = await mailTo(friend, "invited to a list");
    const link = new URL(/https?:\S+/.exec(text)?.[0] ?? assert.fail(text));
    assert.equal(link.host, running.hosts.hosting);
    const code = link.searchParams.get("invite") ?? "";
    await assert.rejects(app.todos.call.acceptInvite({ code }), { reason: "no-such-invite" });
    const accepted = await friend.todos.call.acceptInvite({ code });
    assert.deepEqual(accepted, { listId: invitedTo, role: "reader" });
    const theirs = await getDocs(friend.todos.documents.listsOf(friend.uid));
    assert.ok(theirs.docs.some(({ id }) => id === invitedTo));
  });

  it("goes on with what repeats", async () => {
    await addTasks(app, listId, { floss: { due: today, repeat: daily } });
    await friend.todos.completeTasks(listId, ["floss"]);
    const later = async () => (await openIn()).find((task) => task.data().title === "floss");
    await until(async () => (await later()) !== undefined);
    const next = (await later())?.data();
    assert.ok((next?.due?.date ?? "") > today.date);
    assert.deepEqual([next?.repeat?.unit, (await taskOf("floss"))?.repeat], ["day", null]);
  });

  it("shows people what they have to do, until it is done", async () => {
    const seen: string[][] = [];
    const stop = onSnapshot(friend.todos.documents.assignmentsOf(friend.uid), ({ docs }) => {
      seen.push(docs.map((one) => one.data().title));
    });
    await addTasks(app, listId, { ladder: { assigneeId: friend.uid } });
    await until(() => seen.at(-1)?.join() === "ladder");
    await changeTask(app, listId, "ladder", { title: "The long ladder" });
    await until(() => seen.at(-1)?.join() === "The long ladder");
    await friend.todos.completeTasks(listId, ["ladder"]);
    await until(() => seen.at(-1)?.length === 0);
    stop();
  });

  it("moves a task, and what was said of it follows", async () => {
    const elsewhere = await newListOf(app, "Elsewhere");
    await addTasks(app, listId, { paint: {} });
    const said = newComment(friend.uid, "Green.");
    await setDoc(doc(friend.todos.documents.comments(listId, "paint"), "said"), said);
    const paint = (await openIn()).find(({ id }) => id === "paint") ?? assert.fail();
    await app.todos.moveTask(paint, elsewhere);
    const { commentsOf } = app.todos.documents;
    await until(async () => (await getDocs(commentsOf(elsewhere, "paint"))).size === 1);
    await until(async () => (await getDocs(commentsOf(listId, "paint"))).size === 0);
    assert.deepEqual(
      (await openIn(elsewhere)).map(({ id }) => id),
      ["paint"],
    );
    await assert.rejects(getDocs(friend.todos.documents.commentsOf(elsewhere, "paint")), {
      code: "permission-denied",
    });
  });

  it("reminds who has asked for it, by a mail", async () => {
    const reminder = { at: daysAgo(0), uid: friend.uid, state: "waiting" as const };
    await addTasks(friend, listId, { oven: { reminder, due: today, notes: "It is hot." } });
    await runSchedule("sweep");
    const { text, subject } = await mailTo(friend, "oven");
    assert.equal(subject, "Reminder: oven");
    assert.match(text, /Shared.*It is hot\./s);
    assert.equal((await taskOf("oven"))?.reminder?.state, "sent");
  });

  it("writes each day what there is to do, until that is switched off", async () => {
    await addTasks(app, listId, {
      bread: { due: today },
      yeast: { due: { ...today, date: "2026-01-01" } },
    });
    const { call, documents } = app.todos;
    const { nextAt } = await call.setDigest({ digest: { hour: 7, zone: "UTC" } });
    const digest = async () => (await getDoc(documents.digest(app.uid))).data();
    assert.equal((await digest())?.nextAt.toDate().toISOString(), nextAt);
    await changeAsServer(`digests/${app.uid}`, { nextAt: daysAgo(0) });
    await runSchedule("sweep");
    const { text } = await mailTo(app, "for today");
    assert.match(text, /Overdue.*yeast.*Today.*bread/s);
    assert.equal((await digest())?.nextAt.toDate().toISOString(), nextAt);
    assert.deepEqual(await call.setDigest({ digest: null }), { nextAt: null });
    assert.equal(await digest(), undefined);
  });

  it("is read by a calendar under a secret link, the newest alone, until that is revoked", async () => {
    await addTasks(app, listId, { concert: { due: { ...today, time: "20:00" } } });
    const { call } = app.todos;
    const [before, { url }] = [await call.createFeed({}), await call.createFeed({})];
    const found = await fetch(url);
    assert.deepEqual(
      [found.status, found.headers.get("content-type")],
      [200, "text/calendar; charset=utf-8"],
    );
    assert.match(await found.text(), /^SUMMARY:concert\r$/m);
    assert.equal((await fetch(before.url)).status, 404);
    assert.deepEqual(await call.revokeFeed({}), { revoked: true });
    assert.equal((await fetch(url)).status, 404);
    assert.deepEqual(await call.revokeFeed({}), { revoked: false });
  });

  it("takes tasks out as a file, and into another list, once", async () => {
    const [from, to] = [await newListOf(app, "From"), await newListOf(app, "To")];
    const checklist = ["Flour", "Salt, fine"];
    await addTasks(app, from, {
      dough: { checklist, due: today, repeat: daily },
      sauce: { priority: 3 },
    });
    for (const format of ["csv", "json"] as const) {
      const file = await app.todos.call.exportTasks({ listId: from, format });
      assert.deepEqual([file.name, file.count], [`From.${format}`, 2]);
      const requestId = crypto.randomUUID();
      const request = { requestId, listId: to, format, content: file.content };
      assert.deepEqual(await app.todos.call.importTasks(request), { imported: 2 });
      assert.deepEqual(await app.todos.call.importTasks(request), { imported: 2 });
    }
    const imported = (await openIn(to)).map((task) => task.data());
    assert.deepEqual(
      imported.map(({ title }) => title),
      ["dough", "sauce", "dough", "sauce"],
    );
    for (const { title, checklist: items, priority, repeat } of imported) {
      const was = await taskOf(title, from);
      assert.deepEqual([items, priority, repeat], [was?.checklist, was?.priority, was?.repeat]);
    }
  });

  it("completes and bins by call what is named, and says how much that was", async () => {
    await addTasks(app, listId, { one: {}, two: {} });
    const named = { listId, taskIds: ["one", "two", "missing"] };
    const { completeTasks, deleteTasks } = friend.todos.call;
    assert.deepEqual(await completeTasks(named), { completed: 2 });
    assert.deepEqual(await completeTasks(named), { completed: 0 });
    assert.deepEqual(await deleteTasks(named), { deleted: 2 });
    const task = await taskOf("two");
    assert.ok(task?.completedAt && task.deletedAt);
  });

  it("deletes for good what has been in the bin for more than 30 days, and nothing else", async () => {
    await addTasks(app, listId, { old: {}, fresh: {} });
    await app.todos.deleteTasks(listId, ["old", "fresh"]);
    const old = { deletedAt: daysAgo(31) };
    await changeAsServer(`lists/${listId}/tasks/old`, old);
    await runSchedule("purge");
    await until(async () => (await taskOf("old")) === undefined);
    assert.ok(await taskOf("fresh"));
  });

  it("hands a list over, and tells the new owner", async () => {
    const handed = await newListOf(app, "Handed over", { [friend.uid]: "reader" });
    const transfer = { listId: handed, uid: friend.uid };
    const { call } = friend.todos;
    await assert.rejects(call.transferList(transfer), { reason: "not-owner" });
    assert.deepEqual(await app.todos.call.transferList(transfer), { ownerId: friend.uid });
    await mailTo(friend, 'You own the list "Handed over" now');
    const list = (await getDoc(doc(app.todos.documents.lists, handed))).data();
    assert.deepEqual(list?.roles, { [friend.uid]: "owner", [app.uid]: "writer" });
    const rename = { title: "Mine", updatedAt: serverTimestamp() };
    await assert.rejects(updateDoc(doc(app.todos.documents.lists, handed), rename), {
      code: "permission-denied",
    });
  });

  it("shows who was taken off a list nothing more at once, and takes from them what they had to do", async () => {
    const left = await newListOf(app, "Left", { [friend.uid]: "writer" });
    await addTasks(app, left, { broom: { assigneeId: friend.uid } });
    const { assignmentsOf, openTasks } = friend.todos.documents;
    const assigned = async () =>
      (await getDocs(assignmentsOf(friend.uid))).docs.map(({ id }) => id);
    await until(async () => (await assigned()).includes(`${left}.broom`));
    await app.todos.setMember(left, friend.uid, null);
    const denied = { code: "permission-denied" };
    await assert.rejects(getDocs(openTasks(left)), denied);
    await assert.rejects(changeTask(friend, left, "broom", { title: "Mop" }), denied);
    const listed = friend.todos.call.exportTasks({ listId: left, format: "csv" });
    await assert.rejects(listed, { code: "not-found", reason: "no-such-list" });
    await until(async () => (await taskOf("broom", left))?.assigneeId === null);
    await until(async () => !(await assigned()).includes(`${left}.broom`));
  });
});
