import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { stamp } from "../../../functions/src/core/clock.ts";
import { reasonOf } from "../../../functions/src/core/refuse.ts";
import { acceptInvite } from "../../../functions/src/todos/acceptInvite.ts";
import { inviteOf, lists, MAX_MEMBERS } from "../../../functions/src/todos/schema.ts";
import { transferList } from "../../../functions/src/todos/transferList.ts";
import { call, customer, refused } from "../../support/call.ts";
import { dyingAt, hookCommits } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { somebody } from "../../support/knownPeople.ts";
import { useStillClock } from "../../support/time.ts";
import { invited, inviteNow } from "../support/invites.ts";
import { listNow, listOf } from "../support/lists.ts";
import { useApps } from "../support/members.ts";

/** What each of these came to: the role, or the reason of the refusal; in alphabetical order. */
const outcomes = async (attempts: Promise<{ role: string }>[]): Promise<string[]> => {
  const all = attempts.map((one) => one.then(({ role }) => role, reasonOf));
  return (await Promise.all(all)).map(String).sort();
};

describe("todos: joining a list, while others do something too", () => {
  useStillClock();
  const { setMember } = useApps();
  const owner = customer();

  it("is one membership where somebody comes five times at once", async () => {
    const [guest, listId] = [customer(), await listOf(owner)];
    const code = await invited(owner, listId, guest);
    const attempts = Array.from({ length: 5 }, () => call(acceptInvite, guest, { code }));
    assert.deepEqual(await outcomes(attempts), Array(5).fill("writer"));
    assert.deepEqual((await listNow(listId)).memberIds, [owner.uid, guest.uid]);
  });

  it("is for one of five accounts with the same address", async () => {
    const [guest, listId] = [customer(), await listOf(owner)];
    const code = await invited(owner, listId, guest);
    const accounts = Array.from({ length: 5 }, () => ({ ...guest, uid: randomUUID() }));
    const attempts = accounts.map((one) => call(acceptInvite, one, { code }));
    assert.deepEqual(await outcomes(attempts), [...Array(4).fill("invite-used"), "writer"]);
    const { memberIds } = await listNow(listId);
    assert.equal(memberIds.length, 2);
    assert.ok(accounts.some(({ uid }) => uid === memberIds[1]));
  });

  it("brings both of two who come at once, and all of ten", async () => {
    for (const count of [2, 10]) {
      const [listId, guests] = [await listOf(owner), Array.from({ length: count }, customer)];
      const codes: string[] = [];
      for (const guest of guests) codes.push(await invited(owner, listId, guest));
      const attempts = guests.map((guest, index) =>
        call(acceptInvite, guest, { code: codes[index] ?? "" }),
      );
      assert.deepEqual(await outcomes(attempts), Array(count).fill("writer"));
      const { memberIds } = await listNow(listId);
      assert.deepEqual(memberIds.toSorted(), [owner, ...guests].map(({ uid }) => uid).sort());
    }
  });

  it("brings one of two who come at once where there are 49", async () => {
    const others = Array.from({ length: MAX_MEMBERS - 2 }, customer);
    const [listId, guests] = [await listOf(owner, { readers: others }), [customer(), customer()]];
    const codes: string[] = [];
    for (const guest of guests) codes.push(await invited(owner, listId, guest));
    const attempts = guests.map((guest, index) =>
      call(acceptInvite, guest, { code: codes[index] ?? "" }),
    );
    assert.deepEqual(await outcomes(attempts), ["too-many-members", "writer"]);
    assert.equal((await listNow(listId)).memberIds.length, MAX_MEMBERS);
    const uses = guests.map(async ({ token }) => (await inviteNow(listId, token.email)).accepted);
    assert.deepEqual((await Promise.all(uses)).sort(), [false, true]);
  });

  describe("keeps what others do between its reading and its writing", () => {
    let [guest, member] = [customer(), customer()];
    let [listId, code] = ["", ""];
    beforeEach(async () => {
      [guest, member] = [customer(), await somebody()];
      listId = await listOf(owner, { writers: [member] });
      code = await invited(owner, listId, guest);
    });

    /** The first commit is the count of calls. */
    async function meanwhile(work: () => Promise<unknown>): Promise<void> {
      const { commits, failure } = await hookCommits(
        async (n, commit) => {
          if (n === 2) await work();
          return commit();
        },
        () => call(acceptInvite, guest, { code }),
      );
      assert.ok(commits >= 2);
      if (failure !== undefined) throw failure;
    }

    const others = () => ({ [owner.uid]: "owner", [member.uid]: "writer" });

    it("somebody else removed", async () => {
      await meanwhile(() => setMember(owner, listId, member.uid, null));
      const { roles, memberIds } = await listNow(listId);
      assert.deepEqual(roles, { [owner.uid]: "owner", [guest.uid]: "writer" });
      assert.deepEqual(memberIds, [owner.uid, guest.uid]);
    });

    it("a role changed, and the list called something else", async () => {
      await meanwhile(async () => {
        await setMember(owner, listId, member.uid, "reader");
        await lists.doc(listId).update({ title: "Shopping" });
      });
      const { roles, title } = await listNow(listId);
      assert.deepEqual(roles, { ...others(), [member.uid]: "reader", [guest.uid]: "writer" });
      assert.equal(title, "Shopping");
    });

    it("the list handed over", async () => {
      await meanwhile(() => call(transferList, owner, { listId, uid: member.uid }));
      const { roles, ownerId } = await listNow(listId);
      assert.equal(ownerId, member.uid);
      assert.deepEqual(roles, {
        [owner.uid]: "writer",
        [member.uid]: "owner",
        [guest.uid]: "writer",
      });
    });

    for (const [what, work] of Object.entries({
      "the list put into the bin": () => lists.doc(listId).update({ deletedAt: stamp() }),
      "the invitation taken back": () => inviteOf(listId, guest.token.email).delete(),
      "the invitation made anew, as reader": () => invited(owner, listId, guest, "reader"),
    })) {
      it(`${what}: then nobody joins by it`, async () => {
        await refused(meanwhile(work), "not-found", "no-such-invite");
        assert.deepEqual((await listNow(listId)).roles, others());
      });
    }

    it("another account with the address that was faster: then this one is refused", async () => {
      const faster = { ...guest, uid: randomUUID() };
      const attempt = meanwhile(() => call(acceptInvite, faster, { code }));
      await refused(attempt, "failed-precondition", "invite-used");
      assert.deepEqual((await listNow(listId)).memberIds, [owner.uid, member.uid, faster.uid]);
    });
  });

  it("happens once where the answers of the database are lost, or who came dies", async () => {
    const fault = { method: "Commit", kind: "lost-answer", code: 14 } as const;
    const listId = await listOf(owner);
    const [unheard, killed] = [customer(), customer()];
    const code = await invited(owner, listId, unheard);
    const lost = [firestore.inject(fault), firestore.inject(fault)];
    const answer = await call(acceptInvite, unheard, { code });
    assert.ok(lost.every((happened) => happened()));
    assert.deepEqual(answer, { listId, role: "writer" });
    const other = await invited(owner, listId, killed, "reader");
    for (const moment of ["before", "after"] as const) {
      assert.ok(await dyingAt(2, moment, () => call(acceptInvite, killed, { code: other })));
      const { accepted } = await inviteNow(listId, killed.token.email);
      const isOn = (await listNow(listId)).memberIds.includes(killed.uid);
      assert.deepEqual([accepted, isOn], moment === "after" ? [true, true] : [false, false]);
    }
    assert.equal((await call(acceptInvite, killed, { code: other })).role, "reader");
    assert.deepEqual((await listNow(listId)).memberIds, [owner.uid, unheard.uid, killed.uid]);
  });
});
