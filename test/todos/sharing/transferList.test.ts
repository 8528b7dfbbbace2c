import assert from "node:assert/strict";
import { accounts } from "../../../functions/src/core/accounts.ts";
import { audit } from "../../../functions/src/core/audit.ts";
import { DAY, stamp } from "../../../functions/src/core/clock.ts";
import { lists } from "../../../functions/src/todos/schema.ts";
import { transferList } from "../../../functions/src/todos/transferList.ts";
import { call, customer, type Person, refused } from "../../support/call.ts";
import { dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import {
  disable,
  drop,
  type Known,
  shutOut,
  somebody,
  unconfirm,
} from "../../support/knownPeople.ts";
import { useStillClock } from "../../support/time.ts";
import { whileAuthFails } from "../support/auth.ts";
import { listNow, listOf, mailsTo } from "../support/lists.ts";
import { useApps } from "../support/members.ts";

const give = (from: Person, listId: string, { uid }: Person) =>
  call(transferList, from, { listId, uid });

const trailOf = async (listId: string) =>
  (await audit.where("subject", "==", `lists/${listId}`).get()).docs.map((entry) => entry.data());

describe("todos: a list that changes hands", () => {
  const { pass } = useStillClock();
  const { setMember } = useApps();
  let [owner, next, reader]: [Known, Known, Known] = [customer(), customer(), customer()];
  let listId = "";
  beforeEach(async () => {
    [owner, next, reader] = [await somebody(), await somebody(), await somebody()];
    listId = await listOf(owner, { writers: [next], readers: [reader], title: "Groceries" });
  });

  it("is the new owner's; who had it stays as a writer, and all else stays as it is", async () => {
    const before = await listNow(listId);
    pass(1);
    assert.deepEqual(await give(owner, listId, next), { ownerId: next.uid });
    assert.deepEqual(await listNow(listId), {
      ...before,
      ownerId: next.uid,
      roles: { [owner.uid]: "writer", [next.uid]: "owner", [reader.uid]: "reader" },
      updatedAt: stamp(),
    });
    await refused(give(owner, listId, reader), "permission-denied", "not-owner");
    pass(1);
    await give(next, listId, reader);
    assert.deepEqual((await listNow(listId)).roles, {
      [owner.uid]: "writer",
      [next.uid]: "writer",
      [reader.uid]: "owner",
    });
  });

  it("is told to its new owner alone, and recorded once", async () => {
    await give(owner, listId, next);
    const [mail, ...more] = await mailsTo(next.token.email);
    assert.deepEqual(more, []);
    assert.ok(mail?.message.subject.includes("Groceries"));
    assert.deepEqual(await mailsTo(owner.token.email), []);
    assert.deepEqual(await trailOf(listId), [
      { action: "list-transferred", actor: owner.uid, subject: `lists/${listId}`, at: stamp() },
    ]);
  });

  it("is told and recorded each time that it comes back", async () => {
    const [two, ...hands] = [next, owner, next, owner];
    let from = owner;
    for (const to of [two, ...hands]) {
      await give(from, listId, to);
      from = to;
      pass(1);
    }
    assert.equal((await mailsTo(next.token.email)).length, 2);
    assert.equal((await mailsTo(owner.token.email)).length, 2);
    assert.equal((await trailOf(listId)).length, 4);
  });

  it("comes from one hand 20 times a day at most: each time, somebody is written to", async () => {
    for (let times = 0; times < 20; times++) {
      await give(owner, listId, next);
      pass(1);
      await lists.doc(listId).update({
        ownerId: owner.uid,
        roles: { [owner.uid]: "owner", [next.uid]: "writer", [reader.uid]: "reader" },
      });
    }
    const tooOften = ["resource-exhausted", "too-many-requests"] as const;
    await refused(give(owner, listId, next), ...tooOften);
    assert.equal((await mailsTo(next.token.email)).length, 20);
    pass(DAY);
    await give(owner, listId, next);
  });

  it("is not told where nobody has confirmed the address", async () => {
    await unconfirm(next);
    await give(owner, listId, next);
    assert.deepEqual(await mailsTo(next.token.email), []);
    assert.equal((await listNow(listId)).ownerId, next.uid);
  });

  it("goes to nobody who is not on it", async () => {
    const stranger = await somebody();
    const notThere = ["failed-precondition", "not-a-member"] as const;
    for (const uid of [stranger.uid, "constructor", "no-one"]) {
      await refused(call(transferList, owner, { listId, uid }), ...notThere);
    }
    await setMember(owner, listId, next.uid, null);
    await refused(give(owner, listId, next), ...notThere);
    assert.equal((await listNow(listId)).ownerId, owner.uid);
    assert.deepEqual(await mailsTo(stranger.token.email), []);
    await give(owner, listId, reader);
  });

  for (const [how, shut] of Object.entries({
    "is disabled": disable,
    "is shut out, which Firebase Authentication does not know yet": shutOut,
    "is gone": drop,
  })) {
    it(`goes to nobody whose account ${how}`, async () => {
      await shut(next);
      await refused(give(owner, listId, next), "failed-precondition", "account-disabled");
      assert.equal((await listNow(listId)).ownerId, owner.uid);
      assert.deepEqual(await mailsTo(next.token.email), []);
      assert.deepEqual(await trailOf(listId), []);
      await give(owner, listId, reader);
    });
  }

  it("waits where nobody can be looked up", async () => {
    const attempt = whileAuthFails(() => give(owner, listId, next));
    await refused(attempt, "unavailable", "sign-in-unavailable");
    assert.equal((await listNow(listId)).ownerId, owner.uid);
    await give(owner, listId, next);
  });

  it("goes by the hand of its owner alone", async () => {
    for (const person of [next, reader]) {
      await refused(give(person, listId, reader), "permission-denied", "not-owner");
      await refused(give(person, listId, next), "permission-denied", "not-owner");
    }
    await refused(give(await somebody(), listId, next), "not-found", "no-such-list");
    assert.equal((await listNow(listId)).ownerId, owner.uid);
    assert.deepEqual(await trailOf(listId), []);
  });

  it("stays, and nothing is told, where its owner gives it to themselves", async () => {
    const before = await lists.doc(listId).get();
    assert.deepEqual(await give(owner, listId, owner), { ownerId: owner.uid });
    assert.ok((await lists.doc(listId).get()).isEqual(before));
    assert.deepEqual(await trailOf(listId), []);
  });

  it("stays while it is put aside or in the bin", async () => {
    for (const [put, taken] of [
      [{ archived: true }, { archived: false }],
      [{ deletedAt: stamp() }, { deletedAt: null }],
    ]) {
      await lists.doc(listId).update(put ?? {});
      await refused(give(owner, listId, next), "failed-precondition", "list-closed");
      await lists.doc(listId).update(taken ?? {});
    }
    await give(owner, listId, next);
  });

  it("changes hands once where the answer of the database is lost, and asked for again", async () => {
    const fault = { method: "Commit", kind: "lost-answer", code: 14 } as const;
    // Of the count of calls, and of the change.
    const lost = [firestore.inject(fault), firestore.inject(fault)];
    assert.deepEqual(await give(owner, listId, next), { ownerId: next.uid });
    assert.ok(lost.every((happened) => happened()));
    pass(1);
    assert.deepEqual(await give(owner, listId, next), { ownerId: next.uid });
    assert.equal((await mailsTo(next.token.email)).length, 1);
    assert.equal((await trailOf(listId)).length, 1);
  });

  it("changes hands once where who gives it dies, and asks again", async () => {
    for (const moment of ["before", "after"] as const) {
      const [from, to] = [await somebody(), await somebody()];
      const one = await listOf(from, { readers: [to] });
      assert.ok(await dyingAt(2, moment, () => give(from, one, to)));
      const told = (await mailsTo(to.token.email)).length;
      const recorded = (await trailOf(one)).length;
      const isTheirs = (await listNow(one)).ownerId === to.uid;
      const expected = moment === "after" ? [1, 1, true] : [0, 0, false];
      assert.deepEqual([told, recorded, isTheirs], expected);
      pass(1);
      assert.deepEqual(await give(from, one, to), { ownerId: to.uid });
      assert.equal((await mailsTo(to.token.email)).length, 1);
      assert.equal((await trailOf(one)).length, 1);
    }
  });

  it("goes to one of two to whom it is given at once, and one is told", async () => {
    const outcomes = await Promise.allSettled([
      give(owner, listId, next),
      give(owner, listId, reader),
    ]);
    assert.deepEqual(outcomes.map(({ status }) => status).sort(), ["fulfilled", "rejected"]);
    const { ownerId, roles } = await listNow(listId);
    const lucky = outcomes[0]?.status === "fulfilled" ? next : reader;
    const other = lucky === next ? reader : next;
    assert.equal(ownerId, lucky.uid);
    assert.equal(roles[other.uid], other === next ? "writer" : "reader");
    assert.equal((await mailsTo(lucky.token.email)).length, 1);
    assert.deepEqual(await mailsTo(other.token.email), []);
    assert.equal((await trailOf(listId)).length, 1);
  });

  it("goes to who was disabled once and is not any more", async () => {
    const known = { disabled: false, validAfter: 0, email: null, seenSince: 0 };
    await accounts.doc(next.uid).set(known);
    await give(owner, listId, next);
    assert.equal((await listNow(listId)).ownerId, next.uid);
  });
});
