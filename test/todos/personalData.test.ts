import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { db } from "../../functions/src/core/db.ts";
import { idOf } from "../../functions/src/core/id.ts";
import { deliver } from "../../functions/src/core/mail/deliver.ts";
import { mails } from "../../functions/src/core/mail/schema.ts";
import { personalData as core } from "../../functions/src/core/ownData.ts";
import { personalDataHolders } from "../../functions/src/core/personalData.ts";
import "../../functions/src/index.ts";
import { inviteToList } from "../../functions/src/todos/inviteToList.ts";
import { personalData as todos } from "../../functions/src/todos/personalData.ts";
import { allTasks, commentsOf, inviteOf, invitesOf } from "../../functions/src/todos/schema.ts";
import { call, customer } from "../support/call.ts";
import { beforeCommit, dyingAt } from "../support/commits.ts";
import { documentsHolding, everyDocument } from "../support/everything.ts";
import { firestore } from "../support/firestore.ts";
import { useOutbox } from "../support/mail.ts";
import { listNow, listOf, putTask, taskNow } from "./support/lists.ts";
import { busy, type Past, sendInvitations } from "./support/past.ts";

/** Somebody, and what stands for them when they are gone. */
function somebody() {
  const person = customer();
  const { uid, token } = person;
  return { ...person, leaving: { uid, emails: [token.email], alias: `deleted-${randomUUID()}` } };
}
type Leaving = ReturnType<typeof somebody>;

const namesOf = ({ uid, token }: Leaving): string[] => [uid, token.email];

describe("todos: what they keep about people", function () {
  this.timeout(60_000);
  const { smtp } = useOutbox();
  let person = somebody();
  let past: Past;
  beforeEach(async () => {
    person = somebody();
    past = await busy(person);
  });

  /** As somebody leaves: what core keeps, and what todos do. */
  const erase = async ({ leaving }: Leaving): Promise<string> => {
    await core.erase(leaving);
    return todos.erase(leaving);
  };

  /** How it is in the end, whatever happened on the way. */
  async function assertGone({ leaving, ...rest }: Leaving, of: Past): Promise<void> {
    assert.deepEqual(await documentsHolding(rest.uid, rest.token.email), []);
    const paths = (await everyDocument()).map(({ path }) => path);
    assert.deepEqual(
      paths.filter((path) => path.startsWith(`lists/${of.alone}`)),
      [],
    );
    const [shared, joined] = [await listNow(of.shared), await listNow(of.joined)];
    assert.deepEqual(shared.roles, { [of.writer.uid]: "owner", [of.reader.uid]: "reader" });
    assert.deepEqual(joined.roles, { [of.host.uid]: "owner", [of.writer.uid]: "writer" });
    for (const listId of [of.shared, of.joined, of.former]) {
      const [made, given] = [of.made[listId] ?? "", of.given[listId] ?? ""];
      const [own, others] = [await taskNow(listId, made), await taskNow(listId, given)];
      assert.deepEqual([own.createdBy, own.reminder], [leaving.alias, null]);
      assert.deepEqual([others.createdBy, others.assigneeId], [of.host.uid, null]);
      assert.equal((await commentsOf(listId, made).get()).size, 0);
      const [comment, ...more] = (await commentsOf(listId, given).get()).docs;
      assert.equal(comment?.data().authorId, of.writer.uid);
      assert.deepEqual(more, []);
    }
    const [invite] = (await invitesOf(of.shared).get()).docs;
    assert.deepEqual([invite?.data().email, invite?.data().invitedBy], [of.friend, leaving.alias]);
    const [once] = (await invitesOf(of.former).get()).docs;
    assert.equal(once?.data().invitedBy, leaving.alias);
    assert.equal((await invitesOf(of.joined).get()).size, 0);
  }

  it("is declared", () => assert.equal(personalDataHolders().get("todos"), todos));

  it("is theirs to take along: every document of theirs, and none of another's", async () => {
    const other = somebody();
    await busy(other);
    const { uid, token } = person;
    const { alone, shared, joined, former, made, given } = past;
    const found: Record<string, string[]> = {};
    const said: string[] = [];
    for (const [name, source] of Object.entries(await todos.held(person.leaving))) {
      const snapshot = await source.get();
      const paths = ("docs" in snapshot ? snapshot.docs : [snapshot]).map(({ ref }) => ref.path);
      if (name === `comment ${paths[0]}` && paths.length === 1) said.push(...paths);
      else found[name] = paths.sort();
    }
    const everywhere = [alone, shared, joined, former];
    assert.deepEqual(found, {
      lists: [alone, shared, joined].map((listId) => `lists/${listId}`).sort(),
      tasks: everywhere.map((listId) => `lists/${listId}/tasks/${made[listId]}`).sort(),
      assignments: everywhere
        .map((listId) => `users/${uid}/assignments/${listId}.${given[listId]}`)
        .sort(),
      digest: [`digests/${uid}`],
      calendarFeed: [`calendarFeeds/${uid}`],
      [`invitations to ${token.email}`]: [joined, former]
        .map((listId) => inviteOf(listId, token.email).path)
        .sort(),
    });
    const tasks = everywhere.flatMap((listId) => [
      `lists/${listId}/tasks/${made[listId]}`,
      `lists/${listId}/tasks/${given[listId]}`,
    ]);
    assert.deepEqual(said.map((path) => path.split("/comments/")[0]).sort(), tasks.sort());
    assert.deepEqual(
      said.filter((path) => !tasks.some((task) => path.startsWith(task))),
      [],
    );
  });

  it("is nothing of somebody who was never there, and takes no writes to erase", async () => {
    const { leaving } = somebody();
    const bill = await firestore.costOf(async () => {
      assert.equal(await todos.erase(leaving), "erased");
    });
    assert.equal(bill.writes, 0);
    const held = Object.values(await todos.held(leaving));
    for (const source of held) {
      const snapshot = await source.get();
      assert.ok("docs" in snapshot ? snapshot.empty : !snapshot.exists);
    }
  });

  describe("when they leave", () => {
    it("is gone in every document there is; what is others' stays, under the alias", async () => {
      const other = somebody();
      const others = await busy(other);
      for (const { friend } of [past, others]) await sendInvitations(friend);
      const untouched = await documentsHolding(...namesOf(other));
      assert.ok((await documentsHolding(...namesOf(person))).length > 25);
      assert.equal(await erase(person), "erased");
      await assertGone(person, past);
      assert.deepEqual(await documentsHolding(...namesOf(other)), untouched);
      assert.equal(await erase(person), "erased");
    });

    it("is not counted any more how often they were invited, under a hash of their address", async () => {
      const { email } = person.token;
      const all = async () => (await everyDocument()).map(({ path }) => path).sort();
      await sendInvitations(past.friend);
      const before = await all();
      const host = customer();
      const listId = await listOf(host);
      await call(inviteToList, host, { listId, email: email.toUpperCase(), role: "writer" });
      await sendInvitations(email);
      const [kept] = (await all()).filter(
        (path) => !before.includes(path) && path.startsWith("users/") && !path.includes(host.uid),
      );
      assert.ok(kept, "nothing counts it");
      assert.equal(await erase(person), "erased");
      assert.ok(!(await all()).includes(kept));
      assert.deepEqual(await documentsHolding(idOf("invited", email)), []);
    });

    it("has the same end where two processes see to it at once", async () => {
      await sendInvitations(past.friend);
      await core.erase(person.leaving);
      const outcomes = [todos.erase(person.leaving), todos.erase(person.leaving)];
      assert.deepEqual(await Promise.all(outcomes), ["erased", "erased"]);
      await assertGone(person, past);
    });

    it("has the same end where the process dies after each commit, and is begun anew", async () => {
      await sendInvitations(past.friend);
      await core.erase(person.leaving);
      let commits = 0;
      while (await dyingAt(1, "after", () => todos.erase(person.leaving))) commits++;
      assert.ok(commits > 8, `there were ${commits}`);
      await assertGone(person, past);
    });

    it("is left of it, until it has been sent, the mail in which their address is", async () => {
      const [mail, other] = (await mails.get()).docs;
      assert.ok(mail && other && (await mails.get()).size === 2);
      const sendingLater = async () => (await mail.ref.get()).data()?.delivery?.state;
      assert.equal(await erase(person), "later");
      assert.equal(await deliver(other), "sent");
      smtp.plan(past.friend, "451 at RCPT");
      assert.equal(await deliver(mail), "retry");
      assert.equal(await sendingLater(), "RETRY");
      assert.equal(await erase(person), "later");
      assert.ok((await documentsHolding(person.token.email)).includes(mail.ref.path));
      await sendInvitations(past.friend);
      assert.equal(await erase(person), "erased");
      await assertGone(person, past);
    });

    it("is not what others do to it in the same moment", async () => {
      const [leaver, host, next] = [somebody(), customer(), customer()];
      const listId = await listOf(host, { writers: [next] });
      const fresh = { at: (await listNow(listId)).createdAt, state: "waiting" as const };
      const taskId = await putTask(listId, { assigneeId: leaver.uid });
      const task = allTasks.firestore.doc(`lists/${listId}/tasks/${taskId}`);
      await beforeCommit(
        () => task.update({ assigneeId: next.uid }),
        () => todos.erase(leaver.leaving),
      );
      assert.equal((await taskNow(listId, taskId)).assigneeId, next.uid);

      await task.update({ reminder: { ...fresh, uid: leaver.uid } });
      await beforeCommit(
        () => task.update({ reminder: { ...fresh, uid: next.uid } }),
        () => todos.erase(leaver.leaving),
      );
      assert.equal((await taskNow(listId, taskId)).reminder?.uid, next.uid);

      const invite = invitesOf(past.former).doc(`by-${next.uid}`);
      const [known] = (await invitesOf(past.former).where("invitedBy", "==", person.uid).get())
        .docs;
      assert.ok(known);
      await invite.set({ ...known.data(), invitedBy: leaver.uid });
      await beforeCommit(
        () => invite.update({ invitedBy: next.uid }),
        () => todos.erase(leaver.leaving),
      );
      assert.equal((await invite.get()).data()?.invitedBy, next.uid);
    });

    it("is nothing that other modules keep in collections of the same name", async () => {
      const { uid, token } = person;
      const fields = {
        ...{ createdBy: uid, assigneeId: uid, reminder: { uid }, authorId: uid },
        ...{ email: token.email, invitedBy: uid, memberIds: [uid] },
      };
      const paths = ["tasks/t", "comments/c", "invites/i", "articles/a/comments/c", "lists/l"];
      const foreign = paths.map((path) => db.doc(`sites/s/${path}`));
      for (const ref of foreign) await ref.set(fields);
      await sendInvitations(past.friend);
      assert.equal(await erase(person), "erased");
      for (const ref of foreign) assert.deepEqual((await ref.get()).data(), fields, ref.path);
      assert.deepEqual(
        await documentsHolding(...namesOf(person)),
        foreign.map(({ path }) => path).sort(),
      );
      const held = Object.values(await todos.held(person.leaving));
      assert.ok(
        !held.some((source) => "path" in source && foreign.some((ref) => ref.path === source.path)),
      );
    });
  });
});
