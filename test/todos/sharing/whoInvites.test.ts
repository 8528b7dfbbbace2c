import assert from "node:assert/strict";
import { DAY, stamp } from "../../../functions/src/core/clock.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { inviteToList } from "../../../functions/src/todos/inviteToList.ts";
import { invitesOf, lists, MAX_MEMBERS } from "../../../functions/src/todos/schema.ts";
import { call, customer, type Person, refused } from "../../support/call.ts";
import { clearFirestore, firestore } from "../../support/firestore.ts";
import { somebody } from "../../support/knownPeople.ts";
import { someone } from "../../support/mail.ts";
import { useStillClock } from "../../support/time.ts";
import { asksOfAuth } from "../support/auth.ts";
import { listOf } from "../support/lists.ts";

describe("todos: who may invite to a list", () => {
  const { pass } = useStillClock();
  const invite = (person: Person, listId: string, email = someone()) =>
    call(inviteToList, person, { listId, email, role: "writer" });

  it("is its owner: not a writer, a reader, a former member or a stranger", async () => {
    const [owner, writer, reader, former] = [customer(), customer(), customer(), customer()];
    const listId = await listOf(owner, { writers: [writer], readers: [reader] });
    const was = await listOf(former, { writers: [owner] });
    await lists.doc(was).update({
      ownerId: owner.uid,
      roles: { [owner.uid]: "owner" },
      memberIds: [owner.uid],
    });
    for (const person of [writer, reader]) {
      await refused(invite(person, listId), "permission-denied", "not-owner");
    }
    for (const [person, where] of [
      [customer(), listId],
      [former, was],
    ] as const) {
      await refused(invite(person, where), "not-found", "no-such-list");
    }
    assert.equal((await invitesOf(listId).get()).size, 0);
    assert.equal((await mails.get()).size, 0);
    await invite(owner, listId);
    await invite(owner, was);
    assert.equal((await mails.get()).size, 2);
  });

  it("and a stranger does not learn whether there is such a list", async () => {
    const stranger = customer();
    const told = async (listId: string) => {
      const error = await invite(stranger, listId, "friend@example.com").catch((one) => one);
      return { code: error.code, message: error.message, details: error.details };
    };
    const listId = await listOf(customer());
    const binned = await listOf(customer(), { deletedAt: stamp() });
    const none = await told("no-such-list");
    assert.equal(none.code, "not-found");
    assert.deepEqual(await told(listId), none);
    assert.deepEqual(await told(binned), none);
  });

  it("not while it is put aside or in the bin", async () => {
    const owner = customer();
    for (const [put, taken] of [
      [{ archived: true }, { archived: false }],
      [{ deletedAt: stamp() }, { deletedAt: null }],
    ]) {
      const listId = await listOf(owner, put);
      await refused(invite(owner, listId), "failed-precondition", "list-closed");
      await lists.doc(listId).update(taken ?? {});
      await invite(owner, listId);
      assert.equal((await invitesOf(listId).get()).size, 1);
    }
  });

  it("not once there are 50 people on it", async () => {
    const owner = customer();
    const others = Array.from({ length: MAX_MEMBERS - 1 }, () => customer());
    const full = await listOf(owner, { readers: others });
    await refused(invite(owner, full), "failed-precondition", "too-many-members");
    await invite(owner, await listOf(owner, { readers: others.slice(1) }));
  });

  it("and nobody invites their own address, however they write it", async () => {
    const owner = customer();
    const listId = await listOf(owner);
    const { email } = owner.token;
    const shouting = { ...owner, token: { ...owner.token, email: email.toUpperCase() } };
    for (const [person, to] of [
      [owner, email],
      [owner, email.toUpperCase()],
      [shouting, email],
    ] as const) {
      await refused(invite(person, listId, to), "failed-precondition", "own-address");
    }
    assert.equal((await mails.get()).size, 0);
    await invite(owner, listId, `x${email}`);
  });

  it("and each 30 times a day", async () => {
    const owner = customer();
    const listId = await listOf(owner);
    for (let times = 0; times < 30; times++) await invite(owner, listId);
    const { retryAfterSeconds } = await refused(
      invite(owner, listId),
      "resource-exhausted",
      "too-many-requests",
    );
    assert.equal(retryAfterSeconds, DAY / 1000);
    assert.equal((await mails.get()).size, 30);
    const other = customer();
    await invite(other, await listOf(other));
    pass(DAY - 1);
    await refused(invite(owner, listId), "resource-exhausted", "too-many-requests");
    pass(1);
    await invite(owner, listId);
  });

  it("and nobody is invited more than 5 times a day, by whomever and however it is written", async () => {
    const tooOften = ["resource-exhausted", "too-many-requests"] as const;
    const [email, other] = [someone(), someone()];
    for (const to of [email, email, email.toUpperCase(), email, email]) {
      const owner = customer();
      await invite(owner, await listOf(owner), to);
    }
    const owner = customer();
    const listId = await listOf(owner);
    for (const to of [email, email.toUpperCase()]) {
      await refused(invite(owner, listId, to), ...tooOften);
    }
    assert.equal((await mails.where("to", "==", email).get()).size, 5);
    assert.equal((await invitesOf(listId).get()).size, 0);
    await invite(owner, listId, other);
    pass(DAY - 1);
    await refused(invite(owner, listId, email), ...tooOften);
    pass(1);
    await invite(owner, listId, email);
  });

  it("and nobody learns so who has an account: known or not, it answers and costs the same", async () => {
    const known = await somebody();
    const outcomes: { bill: object; answer: unknown }[] = [];
    for (const email of [known.token.email, someone()]) {
      await clearFirestore();
      const owner = customer();
      const listId = await listOf(owner);
      let answer: unknown;
      const asked = await asksOfAuth(async () => {
        const bill = await firestore.costOf(async () => {
          answer = await invite(owner, listId, email);
        });
        outcomes.push({ bill, answer });
      });
      assert.deepEqual(asked, []);
    }
    assert.deepEqual(outcomes[0], outcomes[1]);
    // The account, the list, the invitation, two counts; these, the invitation, the mail.
    assert.deepEqual(outcomes[0]?.bill, { reads: 5, writes: 4, deletes: 0 });
  });
});
