import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { DAY, stamp } from "../../../functions/src/core/clock.ts";
import { acceptInvite } from "../../../functions/src/todos/acceptInvite.ts";
import { inviteOf, lists, MAX_MEMBERS } from "../../../functions/src/todos/schema.ts";
import { transferList } from "../../../functions/src/todos/transferList.ts";
import { call, customer, refused } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { somebody } from "../../support/knownPeople.ts";
import { useStillClock } from "../../support/time.ts";
import { invited, inviteNow } from "../support/invites.ts";
import { listNow, listOf } from "../support/lists.ts";
import { useApps } from "../support/members.ts";

const none = ["not-found", "no-such-invite"] as const;
const used = ["failed-precondition", "invite-used"] as const;
const expired = ["failed-precondition", "invite-expired"] as const;

describe("todos: who is invited to a list", () => {
  const { pass } = useStillClock();
  const { setMember } = useApps();
  const owner = customer();

  for (const role of ["writer", "reader"] as const) {
    it(`joins it as a ${role}, after those who are there`, async () => {
      const [guest, writer, reader] = [customer(), customer(), customer()];
      const listId = await listOf(owner, { writers: [writer], readers: [reader] });
      const before = await listNow(listId);
      pass(1);
      const code = await invited(owner, listId, guest, role);
      assert.deepEqual(await call(acceptInvite, guest, { code }), { listId, role });
      assert.deepEqual(await listNow(listId), {
        ...before,
        roles: { ...before.roles, [guest.uid]: role },
        memberIds: [...before.memberIds, guest.uid],
        updatedAt: stamp(),
      });
      assert.equal((await inviteNow(listId, guest.token.email)).accepted, true);
    });
  }

  it("is who has the address, however it is written; all others are told as with a wrong code", async () => {
    const [guest, other] = [customer(), customer()];
    const listId = await listOf(owner);
    const code = await invited(owner, listId, guest);
    const before = await listNow(listId);
    const told = async (code: string) => {
      const error = await call(acceptInvite, other, { code }).catch((one) => one);
      return { code: error.code, message: error.message, details: error.details };
    };
    const guessed = `${listId}.${randomBytes(32).toString("base64url")}`;
    const wrong = await told(guessed);
    assert.equal(wrong.details.reason, "no-such-invite");
    assert.deepEqual(await told(code), wrong);
    assert.deepEqual(await told(`no-list.${code.split(".")[1]}`), wrong);
    await refused(call(acceptInvite, guest, { code: guessed }), ...none);
    assert.deepEqual(await listNow(listId), before);

    const { email } = guest.token;
    const unverified = { ...guest, token: { ...guest.token, email_verified: false } };
    await refused(call(acceptInvite, unverified, { code }), "permission-denied", "unverified");
    const shouting = { ...guest, token: { ...guest.token, email: email.toUpperCase() } };
    assert.deepEqual(await call(acceptInvite, shouting, { code }), { listId, role: "writer" });
  });

  it("is refused a code that is for another list of the same owner", async () => {
    const [guest, one, other] = [customer(), await listOf(owner), await listOf(owner)];
    const [, token] = (await invited(owner, one, guest)).split(".");
    await invited(owner, other, guest);
    await refused(call(acceptInvite, guest, { code: `${other}.${token}` }), ...none);
    await call(acceptInvite, guest, { code: `${one}.${token}` });
  });

  it("has seven days for it, and not a millisecond more", async () => {
    const [late, timely, listId] = [customer(), customer(), await listOf(owner)];
    const codes = [await invited(owner, listId, late), await invited(owner, listId, timely)];
    pass(7 * DAY - 1);
    await call(acceptInvite, timely, { code: codes[1] ?? "" });
    pass(1);
    await refused(call(acceptInvite, late, { code: codes[0] ?? "" }), ...expired);
    assert.deepEqual((await listNow(listId)).memberIds, [owner.uid, timely.uid]);
    await call(acceptInvite, late, { code: await invited(owner, listId, late) });
  });

  it("can't come once the owner has taken the invitation back", async () => {
    const [guest, listId] = [customer(), await listOf(owner)];
    const code = await invited(owner, listId, guest);
    await inviteOf(listId, guest.token.email).delete();
    await refused(call(acceptInvite, guest, { code }), ...none);
    assert.deepEqual((await listNow(listId)).memberIds, [owner.uid]);
    await call(acceptInvite, guest, { code: await invited(owner, listId, guest) });
  });

  it("can't come while the list is in the bin, and then can", async () => {
    const [guest, listId] = [customer(), await listOf(owner)];
    const code = await invited(owner, listId, guest);
    await lists.doc(listId).update({ deletedAt: stamp() });
    await refused(call(acceptInvite, guest, { code }), ...none);
    await lists.doc(listId).update({ deletedAt: null });
    await call(acceptInvite, guest, { code });
  });

  it("is answered the same however often they come, and after it has run out", async () => {
    const [guest, listId] = [customer(), await listOf(owner)];
    const code = await invited(owner, listId, guest, "reader");
    const first = await call(acceptInvite, guest, { code });
    const after = await lists.doc(listId).get();
    pass(8 * DAY);
    const bill = await firestore.costOf(async () => {
      assert.deepEqual(await call(acceptInvite, guest, { code }), first);
    });
    // The count of calls alone.
    assert.equal(bill.writes, 1);
    assert.ok((await lists.doc(listId).get()).isEqual(after));
  });

  it("does not come back by it once they were removed, or have left", async () => {
    const [guest, listId] = [customer(), await listOf(owner)];
    const code = await invited(owner, listId, guest);
    await call(acceptInvite, guest, { code });
    await setMember(owner, listId, guest.uid, null);
    await refused(call(acceptInvite, guest, { code }), ...used);
    assert.deepEqual((await listNow(listId)).memberIds, [owner.uid]);
    await call(acceptInvite, guest, { code: await invited(owner, listId, guest) });
    assert.deepEqual((await listNow(listId)).memberIds, [owner.uid, guest.uid]);
  });

  it("may do more by it than before, never less", async () => {
    const [member, listId] = [customer(), await listOf(owner)];
    for (const [role, then] of [
      ["reader", "reader"],
      ["writer", "writer"],
      ["reader", "writer"],
    ] as const) {
      const code = await invited(owner, listId, member, role);
      assert.deepEqual(await call(acceptInvite, member, { code }), { listId, role: then });
      assert.equal((await listNow(listId)).roles[member.uid], then);
    }
    assert.deepEqual((await listNow(listId)).memberIds, [owner.uid, member.uid]);
  });

  it("stays the owner who has become that meanwhile", async () => {
    const [first, next] = [await somebody(), await somebody()];
    const listId = await listOf(first, { writers: [next] });
    const code = await invited(first, listId, next, "reader");
    await call(transferList, first, { listId, uid: next.uid });
    assert.deepEqual(await call(acceptInvite, next, { code }), { listId, role: "owner" });
    const { ownerId, roles } = await listNow(listId);
    assert.equal(ownerId, next.uid);
    assert.deepEqual(roles, { [first.uid]: "writer", [next.uid]: "owner" });
    await refused(call(acceptInvite, first, { code }), ...none);
  });

  it("is refused where there are 50 on the list by then, and its members are not", async () => {
    const [guest, member] = [customer(), customer()];
    const others = Array.from({ length: MAX_MEMBERS - 3 }, () => customer());
    const listId = await listOf(owner, { readers: [member, ...others] });
    const code = await invited(owner, listId, guest);
    const more = await invited(owner, listId, member, "writer");
    const last = customer();
    await call(acceptInvite, last, { code: await invited(owner, listId, last) });
    const full = ["failed-precondition", "too-many-members"] as const;
    await refused(call(acceptInvite, guest, { code }), ...full);
    assert.equal((await call(acceptInvite, member, { code: more })).role, "writer");
    await setMember(last, listId, last.uid, null);
    await call(acceptInvite, guest, { code });
    assert.equal((await listNow(listId)).memberIds.length, MAX_MEMBERS);
  });
});
