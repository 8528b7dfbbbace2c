import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import {
  collection,
  collectionGroup,
  type DocumentData,
  deleteField,
  doc,
  getDoc,
  getDocs,
  limit,
  orderBy,
  query,
  serverTimestamp,
  setDoc,
  where,
} from "firebase/firestore/lite";
import { MINUTE } from "../../functions/src/core/clock.ts";
import { acceptInvite } from "../../functions/src/todos/acceptInvite.ts";
import { exportTasks } from "../../functions/src/todos/exportTasks.ts";
import { inviteToList } from "../../functions/src/todos/inviteToList.ts";
import { revokeFeed } from "../../functions/src/todos/revokeFeed.ts";
import { invitesOf, lists } from "../../functions/src/todos/schema.ts";
import { transferList } from "../../functions/src/todos/transferList.ts";
import { play } from "../support/attacks.ts";
import { call, customer } from "../support/call.ts";
import { somebody } from "../support/knownPeople.ts";
import { claimsOf, guarded, type Person } from "../support/rules.ts";
import { past, standing } from "../support/rulesShape.ts";
import { wire } from "../support/rulesWire.ts";
import { useStillClock } from "../support/time.ts";
import { allDenied, barred, refusedWhole, untouched } from "../support/untouched.ts";
import { attacks } from "./attacks.ts";
import { comment, due, list, repeat, task } from "./support/documents.ts";
import { newLink, useFeed } from "./support/feed.ts";
import { invited } from "./support/invites.ts";
import { listNow, listOf, putTask } from "./support/lists.ts";
import {
  change,
  daysAgo,
  kept,
  owner,
  reader,
  shared,
  stranger,
  writer,
} from "./support/rulesLists.ts";
import { move } from "./support/rulesMoves.ts";

const none = ["not-found", "no-such-invite"] as const;
const milk = "lists/home/tasks/milk";

describe("todos: an attacker", () => {
  const { pass } = useStillClock();
  const { ask } = useFeed();
  const { project, as } = guarded("todos-attacks", {
    "lists/home": shared(),
    "lists/other": shared(),
    "lists/strangers": standing(list(stranger)),
    [milk]: kept(),
    "lists/home/tasks/reminded": kept({ reminder: { at: past, uid: owner, state: "sent" } }),
    [`${milk}/comments/said`]: standing(comment(owner)),
    "lists/strangers/tasks/milk": standing(task(stranger)),
  });
  const { query: askRules } = wire(project, claimsOf);
  const denied = (attempts: Record<string, () => Promise<unknown>>) => allDenied(project, attempts);
  const changes =
    (person: Person, fields: DocumentData, path = milk) =>
    () =>
      change(as(person), path, fields);
  const onHome = (person: Person, fields: DocumentData) => changes(person, fields, "lists/home");

  play(attacks, {
    "a role above their own": () =>
      denied({
        "a reader writes": onHome(reader, { [`roles.${reader}`]: "writer" }),
        "a reader writes, among members in another order": onHome(reader, {
          [`roles.${reader}`]: "writer",
          memberIds: [reader, writer, owner],
        }),
        "a writer owns": onHome(writer, { [`roles.${writer}`]: "owner" }),
        "a writer owns alone": onHome(writer, {
          ownerId: writer,
          roles: { [owner]: "writer", [writer]: "owner", [reader]: "reader" },
        }),
        "a reader is all there is": onHome(reader, {
          ownerId: reader,
          roles: { [reader]: "owner" },
          memberIds: [reader],
        }),
        "a writer removes a reader": onHome(writer, {
          [`roles.${reader}`]: deleteField(),
          memberIds: [owner, writer],
        }),
        "a reader sets the list anew": () => setDoc(doc(as(reader), "lists/home"), list(reader)),
      }),

    "a list that they are not on": () => {
      const members = [owner, writer, reader, stranger];
      const joined = { [`roles.${stranger}`]: "reader", memberIds: members };
      return denied({
        "a stranger comes": onHome(stranger, joined),
        "a writer brings one": onHome(writer, joined),
        "the owner brings one": onHome(owner, joined),
        "the owner brings one to a new list": () =>
          setDoc(doc(as(owner), "lists/new"), list(owner, { [stranger]: "writer" })),
        "a stranger is a member without a role": onHome(stranger, { memberIds: members }),
        "a stranger makes one for another": () =>
          setDoc(doc(as(stranger), "lists/new"), list(owner)),
      });
    },

    "a list without an owner, or with two": () =>
      denied({
        "the owner leaves": onHome(owner, {
          [`roles.${owner}`]: deleteField(),
          memberIds: [writer, reader],
        }),
        "there are two": onHome(owner, { [`roles.${writer}`]: "owner" }),
        "there is none": onHome(owner, { [`roles.${owner}`]: "writer" }),
        "it is another": onHome(owner, {
          ownerId: writer,
          roles: { [owner]: "writer", [writer]: "owner", [reader]: "reader" },
        }),
        "it is a word of another language": onHome(owner, { [`roles.${owner}`]: ["owner"] }),
      }),

    "what is on another's list": () => {
      const [db, guest] = [as(stranger), as("unverified")];
      const tasks = collection(db, "lists/home/tasks");
      const everywhere = (id: string) => () =>
        getDocs(query(collectionGroup(db, id), where("createdBy", "==", owner), limit(1)));
      return denied({
        "a task": () => getDoc(doc(db, milk)),
        "a task, by somebody new": () => getDoc(doc(guest, milk)),
        "its tasks": () => getDocs(query(tasks, limit(1))),
        "its tasks, by who made them": () =>
          getDocs(query(tasks, where("createdBy", "==", owner), limit(1))),
        "what is said": () => getDocs(query(collection(db, `${milk}/comments`), limit(1))),
        "the list": () => getDoc(doc(db, "lists/home")),
        "lists of another": () =>
          getDocs(
            query(collection(db, "lists"), where("memberIds", "array-contains", owner), limit(1)),
          ),
        "lists of one of two": () =>
          getDocs(
            query(
              collection(db, "lists"),
              where("memberIds", "array-contains-any", [owner, stranger]),
              limit(1),
            ),
          ),
        "all tasks": everywhere("tasks"),
        "all comments": everywhere("comments"),
        "all assignments": everywhere("assignments"),
        "who is invited": () => getDocs(query(collection(db, "lists/home/invites"), limit(1))),
      });
    },

    "a task for another's list": () =>
      denied({
        "by a stranger": () => setDoc(doc(as(stranger), "lists/home/tasks/new"), task(stranger)),
        "by a reader": () => setDoc(doc(as(reader), "lists/home/tasks/new"), task(reader)),
        "for a stranger's": () => setDoc(doc(as(owner), "lists/strangers/tasks/new"), task(owner)),
        "for none": () => setDoc(doc(as(owner), "lists/nowhere/tasks/new"), task(owner)),
        "for a list in its fields": () =>
          setDoc(
            doc(as(stranger), "lists/home/tasks/new"),
            task(stranger, { listId: "strangers" }),
          ),
        "changed by a reader": changes(reader, { title: "Beer" }),
      }),

    "a task moved where it must not go, or copied": () => {
      const away = { id: "milk", from: "home", to: "other", task: kept() };
      const go = (person: Person, fields: object) => () => move(as(person), { ...away, ...fields });
      return denied({
        "to a stranger's list": go(owner, { to: "strangers" }),
        "out of a stranger's list": go(owner, {
          from: "strangers",
          to: "other",
          task: standing(task(stranger)),
        }),
        "by a reader": go(reader, {}),
        "without leaving": go(owner, { departure: null }),
        "without arriving": go(owner, { arrival: null }),
        "as another's": go(owner, { arrival: { createdBy: writer } }),
        "with other words": go(owner, { arrival: { title: "Beer" } }),
        "as done long ago": go(owner, { arrival: { completedAt: past } }),
        "as what never was": () =>
          setDoc(doc(as(owner), "lists/other/tasks/ghost"), task(owner, { movedFrom: "home" })),
      });
    },

    "another's name under a task or a comment": () =>
      denied({
        "under a new task": () => setDoc(doc(as(writer), "lists/home/tasks/new"), task(owner)),
        "under an old task": changes(writer, { createdBy: writer }),
        "under a new comment": () =>
          setDoc(doc(as(writer), `${milk}/comments/new`), comment(owner)),
        "under what another said": changes(writer, { text: "Soy!" }, `${milk}/comments/said`),
        "under what another said, by the owner": changes(
          owner,
          { authorId: writer },
          `${milk}/comments/said`,
        ),
      }),

    "a mail to somebody else": () => {
      const at = daysAgo(-1);
      const reminder = { at, uid: writer, state: "waiting" };
      return denied({
        "to another": changes(writer, { reminder: { ...reminder, uid: owner } }),
        "to a stranger": changes(writer, { reminder: { ...reminder, uid: stranger } }),
        "to another, for their own time": changes(
          writer,
          { "reminder.at": at, "reminder.state": "waiting" },
          "lists/home/tasks/reminded",
        ),
        "of long ago": changes(writer, { reminder: { ...reminder, at: daysAgo(8) } }),
        "as if it were sent": changes(writer, { reminder: { ...reminder, state: "sent" } }),
        "to an address": changes(writer, { reminder: { ...reminder, email: "me@example.com" } }),
        "by giving it to a stranger": changes(writer, { assigneeId: stranger }),
        "by giving it to a reader": changes(writer, { assigneeId: reader }),
      });
    },

    "a past of their own": () =>
      denied({
        "set anew": () => setDoc(doc(as(writer), milk), task(owner)),
        "made long ago": () =>
          setDoc(doc(as(writer), "lists/home/tasks/new"), task(writer, { createdAt: past })),
        "done long ago": changes(writer, { completedAt: daysAgo(300) }),
        "done in time to come": changes(writer, { completedAt: daysAgo(-1) }),
        "changed by a clock of theirs": changes(writer, { updatedAt: new Date() }),
        "in the bin for a month": changes(writer, { deletedAt: daysAgo(31) }),
        "a list set anew": () =>
          setDoc(
            doc(as(owner), "lists/home"),
            list(owner, { [writer]: "writer", [reader]: "reader" }),
          ),
      }),

    "things that are not what they seem": () => {
      const wrong: Record<string, unknown> = {
        title: ["Milk"],
        notes: "x".repeat(900_000),
        priority: "3",
        labels: "urgent",
        checklist: { 0: "oat" },
        checked: [{ oat: true }],
        position: 7,
        due: { ...due, role: "owner" },
        repeat: [repeat],
        reminder: { uid: owner },
        deletedAt: "yesterday",
        "due.date": "2026-12-31",
        "labels.length": 1_000_000,
        __proto: { role: "owner" },
      };
      return denied(
        Object.fromEntries(
          Object.entries(wrong).map(([field, value]) => [
            field,
            changes(owner, { [field]: value }),
          ]),
        ),
      );
    },

    "a page without an end": () => {
      const [tasks, said] = ["lists/home/tasks", `${milk}/comments`].map((path) =>
        collection(as(owner), path),
      );
      assert.ok(tasks && said);
      const skipping = {
        from: [{ collectionId: "tasks" }],
        limit: 1,
        offset: 1_000_000,
      };
      return denied({
        "of tasks": () => getDocs(tasks),
        "of tasks in order": () => getDocs(query(tasks, orderBy("position"))),
        "of 501 tasks": () => getDocs(query(tasks, limit(501))),
        "of very many tasks": () => getDocs(query(tasks, limit(2 ** 31 - 1))),
        "of tasks, by skipping": () => barred(askRules(skipping, owner, "lists/home")),
        "of comments": () => getDocs(query(said, limit(51))),
        "of lists": () =>
          getDocs(
            query(collection(as(owner), "lists"), where("memberIds", "array-contains", owner)),
          ),
      });
    },

    "an invitation to another": async () => {
      const [host, guest, thief] = [customer(), customer(), customer()];
      const listId = await listOf(host);
      const code = await invited(host, listId, guest);
      const accept =
        (person: typeof thief, word = code) =>
        () =>
          call(acceptInvite, person, { code: word });
      await refusedWhole(accept(thief), ...none);
      const unconfirmed = { ...guest, token: { ...guest.token, email_verified: false } };
      await refusedWhole(accept(unconfirmed), "permission-denied", "unverified");
      const [invite] = (await invitesOf(listId).get()).docs;
      const { tokenHash = "" } = invite?.data() ?? {};
      for (const guess of ["A".repeat(43), tokenHash.slice(0, 43)]) {
        await refusedWhole(accept(guest, `${listId}.${guess}`), ...none);
      }
      const other = await listOf(host);
      await refusedWhole(accept(guest, code.replace(listId, other)), ...none);
      assert.ok(!tokenHash.includes(code.split(".")[1] ?? ""));
      await accept(guest)();
      const again = { ...thief, token: guest.token };
      await refusedWhole(accept(again), "failed-precondition", "invite-used");
      assert.deepEqual((await listNow(listId)).memberIds, [host.uid, guest.uid]);
    },

    "a way back by an invitation of their own": async () => {
      const [former, next, other] = [await somebody(), await somebody(), customer()];
      const listId = await listOf(former, { writers: [next] });
      const code = await invited(former, listId, other);
      await call(transferList, former, { listId, uid: next.uid });
      const accept = () => call(acceptInvite, other, { code });
      await lists.doc(listId).update({ roles: { [former.uid]: "reader", [next.uid]: "owner" } });
      await refusedWhole(accept, ...none);
      const roles = { [next.uid]: "owner" } as const;
      await lists.doc(listId).update({ roles, memberIds: [next.uid] });
      await refusedWhole(accept, ...none);
      pass(MINUTE);
      await call(acceptInvite, other, { code: await invited(next, listId, other) });
    },

    "another recipient of an invitation": async () => {
      const host = customer();
      const listId = await listOf(host);
      for (const email of [
        "friend@example.com\r\nBcc: victim@example.com",
        "friend@example.com,victim@example.com",
        "Friend <victim@example.com>",
        "friend@example.com\n",
        "victim@example.com;friend@example.com",
      ]) {
        const attempt = () => call(inviteToList, host, { listId, email, role: "reader" });
        await refusedWhole(attempt, "invalid-argument", "invalid-input");
      }
      await denied({
        "in the title": onHome(owner, { title: "Food\r\nBcc: victim@example.com" }),
        "in a new title": () =>
          setDoc(doc(as(owner), "lists/new"), list(owner, {}, { title: "Food\nBcc: x@y.z" })),
      });
    },

    "another's list, given to themselves": async () => {
      const [host, friend, thief] = [await somebody(), await somebody(), await somebody()];
      const listId = await listOf(host, { writers: [friend] });
      const take =
        (person: typeof thief, id = listId) =>
        () =>
          call(transferList, person, { listId: id, uid: person.uid });
      await refusedWhole(take(friend), "permission-denied", "not-owner");
      const told = [
        await refusedWhole(take(thief), "not-found", "no-such-list"),
        await refusedWhole(take(thief, randomUUID()), "not-found", "no-such-list"),
      ];
      assert.deepEqual(told[0], told[1]);
    },

    "another's calendar": async () => {
      const [person, thief] = [customer(), customer()];
      await putTask(await listOf(person), { title: "Secret", due: { ...due, time: null } });
      const [link, own] = [await newLink(person), await newLink(thief)];
      const secretOf = (path: string) => path.split("/").at(-1) ?? "";
      assert.match(await (await ask(link)).text(), /Secret/);
      const guesses = [
        link.replace(secretOf(link), secretOf(own)),
        link.replace(secretOf(link), `${"A".repeat(43)}.ics`),
        own.replace(thief.uid, `${thief.uid}%2F..%2F${person.uid}`),
        link.replace(person.uid, "nobody"),
      ];
      await untouched(async () => {
        const answers = await Promise.all(guesses.map((path) => ask(path)));
        const told = await Promise.all(
          answers.map(async (answer) => [answer.status, await answer.text()]),
        );
        for (const one of told) assert.deepEqual(one, [404, "There is no such calendar.\n"]);
      });
      await call(revokeFeed, person, {});
      assert.equal((await ask(link)).status, 404);
      await denied({
        "by its document": () => getDoc(doc(as(stranger), `calendarFeeds/${owner}`)),
        "by one of their own": () =>
          setDoc(doc(as(owner), `calendarFeeds/${owner}`), {
            secretHash: "0".repeat(64),
            createdAt: serverTimestamp(),
          }),
      });
    },

    "a formula in another's spreadsheet": async () => {
      const host = customer();
      const listId = await listOf(host, { title: "Home" });
      const formulas = ["=HYPERLINK(A1)", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1"];
      for (const notes of formulas) await putTask(listId, { title: "x", notes });
      for (const title of formulas.slice(0, 4)) await putTask(listId, { title });
      const { content } = await call(exportTasks, host, { listId, format: "csv" });
      const cells = content.split(/\r\n/).flatMap((row) => row.split(","));
      assert.deepEqual(
        cells.filter((cell) => /^["\s]*[=+\-@\t\r]/.test(cell)),
        [],
      );
    },
  });
});
