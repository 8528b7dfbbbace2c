import assert from "node:assert/strict";
import { acceptInvite } from "../../../functions/src/todos/acceptInvite.ts";
import { inviteToList } from "../../../functions/src/todos/inviteToList.ts";
import { invitesOf } from "../../../functions/src/todos/schema.ts";
import { call, customer, refused } from "../../support/call.ts";
import { dyingAt, hookCommits } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { useStillClock } from "../../support/time.ts";
import { codeNow, codesTo, inviteNow } from "../support/invites.ts";
import { listOf, mailsTo } from "../support/lists.ts";

/** A status of gRPC with which an answer gets lost: UNAVAILABLE. */
const LOST = 14;

describe("todos: an invitation, whatever goes wrong", () => {
  useStillClock();

  const asked = async () => {
    const [owner, guest] = [customer(), customer()];
    const listId = await listOf(owner);
    const { email } = guest.token;
    const invite = () => call(inviteToList, owner, { listId, email, role: "writer" });
    return { owner, guest, listId, email, invite };
  };

  it("is made and sent once where the answers of the database are lost", async () => {
    const { guest, listId, email, invite } = await asked();
    const fault = { method: "Commit", kind: "lost-answer", code: LOST } as const;
    // Of the count, and of the invitation.
    const lost = [firestore.inject(fault), firestore.inject(fault)];
    const { expiresAt } = await invite();
    assert.ok(lost.every((happened) => happened()));
    assert.equal((await invitesOf(listId).get()).size, 1);
    assert.equal((await mailsTo(email)).length, 1);
    assert.equal((await inviteNow(listId, email)).expiresAt.toDate().toISOString(), expiresAt);
    const code = await codeNow(listId, email);
    assert.deepEqual(await call(acceptInvite, guest, { code }), { listId, role: "writer" });
  });

  it("is made and sent once where its caller dies, and calls again", async () => {
    for (const moment of ["before", "after"] as const) {
      const { guest, listId, email, invite } = await asked();
      assert.ok(await dyingAt(2, moment, invite));
      assert.equal((await mailsTo(email)).length, moment === "after" ? 1 : 0);
      await invite();
      assert.equal((await invitesOf(listId).get()).size, 1);
      assert.equal((await mailsTo(email)).length, 1);
      const code = await codeNow(listId, email);
      assert.deepEqual(await call(acceptInvite, guest, { code }), { listId, role: "writer" });
    }
  });

  it("is made once where it is used before its caller knows that it went through", async () => {
    const { guest, listId, email, invite } = await asked();
    const { failure } = await hookCommits(async (n, commit) => {
      const outcome = await commit();
      if (n !== 2) return outcome;
      await call(acceptInvite, guest, { code: await codeNow(listId, email) });
      throw Object.assign(new Error("lost"), { code: LOST });
    }, invite);
    assert.equal(failure, undefined);
    assert.equal((await mailsTo(email)).length, 1);
    assert.equal((await inviteNow(listId, email)).accepted, true);
  });

  it("is one mail where five are asked for at once, and each is answered the same", async () => {
    const { listId, email, invite } = await asked();
    const answers = await Promise.all(Array.from({ length: 5 }, invite));
    assert.equal(new Set(answers.map(({ expiresAt }) => expiresAt)).size, 1);
    assert.equal((await invitesOf(listId).get()).size, 1);
    assert.deepEqual(await codesTo(listId, email), [await codeNow(listId, email)]);
  });

  it("has one code that is good where it is asked for as two roles at once", async () => {
    const { owner, guest, listId, email } = await asked();
    await Promise.all(
      (["writer", "reader"] as const).map((role) =>
        call(inviteToList, owner, { listId, email, role }),
      ),
    );
    const { role } = await inviteNow(listId, email);
    const good = await codeNow(listId, email);
    for (const code of (await codesTo(listId, email)).filter((code) => code !== good)) {
      await refused(call(acceptInvite, guest, { code }), "not-found", "no-such-invite");
    }
    assert.deepEqual(await call(acceptInvite, guest, { code: good }), { listId, role });
  });
});
