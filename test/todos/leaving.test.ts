import assert from "node:assert/strict";
import { stamp } from "../../functions/src/core/clock.ts";
import { db } from "../../functions/src/core/db.ts";
import { mails } from "../../functions/src/core/mail/schema.ts";
import { acceptInvite } from "../../functions/src/todos/acceptInvite.ts";
import { leaveLists } from "../../functions/src/todos/leaving/leaveLists.ts";
import { lists } from "../../functions/src/todos/schema.ts";
import { transferList } from "../../functions/src/todos/transferList.ts";
import { call, customer, type Person } from "../support/call.ts";
import { beforeCommit } from "../support/commits.ts";
import { everyDocument } from "../support/everything.ts";
import { firestore } from "../support/firestore.ts";
import { disable, shutOut, somebody, unconfirm } from "../support/knownPeople.ts";
import { useStillClock } from "../support/time.ts";
import { invited } from "./support/invites.ts";
import { listNow, listOf, mailsTo, putComment, putTask } from "./support/lists.ts";
import { useApps } from "./support/members.ts";

const leave = ({ uid }: Person) => leaveLists(uid);

/** The paths of all that is there of a list. */
const partsOf = async (listId: string): Promise<string[]> =>
  (await everyDocument())
    .map(({ path }) => path)
    .filter((path) => path === `lists/${listId}` || path.startsWith(`lists/${listId}/`));

describe("todos: the lists of somebody who leaves for good", () => {
  const { pass } = useStillClock();
  const { setMember } = useApps();
  let owner = customer();
  beforeEach(() => {
    owner = customer();
  });

  describe("that others share", () => {
    it("go to who has been a writer for longest, or else a reader; all else stays", async () => {
      const [early, writer, later, reader] = [customer(), customer(), customer(), customer()];
      const both = await listOf(owner, { readers: [early] });
      const guests = [writer, later] as const;
      for (const guest of guests) {
        await call(acceptInvite, guest, { code: await invited(owner, both, guest) });
      }
      const read = await listOf(owner, { readers: [reader, early] });
      const [before, taskId] = [await listNow(both), await putTask(both)];
      pass(1);
      await leave(owner);
      assert.deepEqual(await listNow(both), {
        ...before,
        ownerId: writer.uid,
        roles: { [early.uid]: "reader", [writer.uid]: "owner", [later.uid]: "writer" },
        memberIds: [early.uid, writer.uid, later.uid],
        updatedAt: stamp(),
      });
      assert.ok((await partsOf(both)).includes(`lists/${both}/tasks/${taskId}`));
      const { ownerId, memberIds } = await listNow(read);
      assert.equal(ownerId, reader.uid);
      assert.deepEqual(memberIds, [reader.uid, early.uid]);
    });

    it("are handed on also from the bin, and where they are put aside", async () => {
      const reader = customer();
      for (const fields of [{ archived: true }, { deletedAt: stamp() }]) {
        const listId = await listOf(owner, { ...fields, readers: [reader] });
        await leave(owner);
        const { ownerId, archived, deletedAt } = await listNow(listId);
        assert.equal(ownerId, reader.uid);
        assert.deepEqual({ archived, deletedAt }, { archived: false, deletedAt: null, ...fields });
      }
    });

    it("are told to who gets them, once, and to nobody else", async () => {
      const [leaving, writer, other] = [await somebody(), await somebody(), await somebody()];
      await listOf(leaving, { title: "Groceries", writers: [writer, other] });
      await Promise.all([leave(leaving), leave(leaving)]);
      await leave(leaving);
      const [mail, ...more] = await mailsTo(writer.token.email);
      assert.ok(mail?.message.subject.includes("Groceries"));
      assert.deepEqual(more, []);
      assert.equal((await mails.get()).size, 1);
    });

    it("are told each time, where somebody gets the same list twice", async () => {
      const [heir, other] = [await somebody(), await somebody()];
      const listId = await listOf(owner, { writers: [heir, other] });
      await leave(owner);
      pass(1);
      await call(transferList, heir, { listId, uid: other.uid });
      pass(1);
      await leave(other);
      assert.deepEqual((await listNow(listId)).roles, { [heir.uid]: "owner" });
      assert.equal((await mailsTo(heir.token.email)).length, 2);
    });

    it("are told to nobody who is shut out, or has not confirmed the address", async () => {
      for (const change of [disable, shutOut, unconfirm]) {
        const heir = await somebody();
        await change(heir);
        const listId = await listOf(owner, { writers: [heir] });
        await leave(owner);
        assert.equal((await listNow(listId)).ownerId, heir.uid);
        assert.deepEqual(await mailsTo(heir.token.email), []);
      }
    });

    it("go to the next where the first leaves in the same moment, and that one is told", async () => {
      const [first, next] = [await somebody(), await somebody()];
      const listId = await listOf(owner, { writers: [first, next] });
      await beforeCommit(
        () => setMember(first, listId, first.uid, null),
        () => leave(owner),
      );
      assert.deepEqual((await listNow(listId)).roles, { [next.uid]: "owner" });
      assert.equal((await mailsTo(next.token.email)).length, 1);
      assert.deepEqual(await mailsTo(first.token.email), []);
    });

    it("are handed on once where the answer of the database is lost", async () => {
      const [heir, third] = [await somebody(), customer()];
      const listId = await listOf(owner, { writers: [heir, third] });
      const lost = firestore.inject({ method: "Commit", kind: "lost-answer", code: 14 });
      await leave(owner);
      assert.ok(lost());
      assert.deepEqual((await listNow(listId)).memberIds, [heir.uid, third.uid]);
      assert.equal((await mailsTo(heir.token.email)).length, 1);
    });
  });

  it("of others go on without them", async () => {
    const [writer, reader] = [customer(), customer()];
    const listId = await listOf(owner, { writers: [writer], readers: [reader] });
    for (const person of [writer, reader]) await leave(person);
    assert.deepEqual((await listNow(listId)).roles, { [owner.uid]: "owner" });
    assert.equal((await mails.get()).size, 0);
  });

  describe("that are theirs alone", () => {
    let listId = "";
    /** With something of every kind in it, and a list of somebody else's beside it. */
    beforeEach(async () => {
      listId = await listOf(owner);
      const taskId = await putTask(listId);
      await putComment(listId, taskId, owner);
      await putComment(listId, "gone-before", customer());
      await invited(owner, listId, customer());
    });

    it("are deleted with all that is in them: tasks, comments, invitations", async () => {
      const other = await listOf(customer());
      await putTask(other);
      const binned = await listOf(owner, { deletedAt: stamp() });
      assert.equal((await partsOf(listId)).length, 5);
      await leave(owner);
      assert.deepEqual(await partsOf(listId), []);
      assert.deepEqual(await partsOf(binned), []);
      assert.equal((await partsOf(other)).length, 2);
    });

    it("are deleted to the end where the process dies in the middle", async () => {
      const { recursiveDelete } = db;
      for (const count of [1, 2]) {
        let times = 0;
        db.recursiveDelete = async (...words) => {
          if (++times === count) throw new Error("killed");
          return recursiveDelete.apply(db, words);
        };
        try {
          await assert.rejects(leave(owner), /killed/);
        } finally {
          db.recursiveDelete = recursiveDelete;
        }
      }
      assert.ok((await lists.doc(listId).get()).exists, "what is below it is not found again");
      await leave(owner);
      assert.deepEqual(await partsOf(listId), []);
    });

    it("stay for who joins first; who is later finds no list, not half of one", async () => {
      const [guest, late] = [customer(), customer()];
      const code = await invited(owner, listId, guest);
      await beforeCommit(
        () => call(acceptInvite, guest, { code }),
        () => leave(owner),
      );
      assert.deepEqual((await listNow(listId)).roles, { [guest.uid]: "owner" });

      const alone = await listOf(owner);
      const other = await invited(owner, alone, late);
      const { recursiveDelete } = db;
      let outcome = "";
      db.recursiveDelete = async (...words) => {
        outcome ||= await call(acceptInvite, late, { code: other }).then(
          () => "joined",
          (error) => error.details.reason,
        );
        return recursiveDelete.apply(db, words);
      };
      try {
        await leave(owner);
      } finally {
        db.recursiveDelete = recursiveDelete;
      }
      assert.equal(outcome, "no-such-invite");
      assert.deepEqual(await partsOf(alone), []);
    });
  });
});
