import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { DAY, MINUTE, now } from "../../../functions/src/core/clock.ts";
import { deliver } from "../../../functions/src/core/mail/deliver.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { acceptInvite } from "../../../functions/src/todos/acceptInvite.ts";
import { inviteToList } from "../../../functions/src/todos/inviteToList.ts";
import { inviteOf, invitesOf } from "../../../functions/src/todos/schema.ts";
import { call, callWith, customer, refused } from "../../support/call.ts";
import { documentsHolding } from "../../support/everything.ts";
import { someone, useOutbox } from "../../support/mail.ts";
import { codeNow, codesTo, invited, inviteNow } from "../support/invites.ts";
import { listNow, listOf, mailsTo } from "../support/lists.ts";

describe("todos: an invitation to a list", () => {
  const { smtp, pass } = useOutbox();
  const owner = customer();
  const noCode = ["not-found", "no-such-invite"] as const;

  it("goes to the address alone: who invites, to what, and a code that nothing else holds", async () => {
    const listId = await listOf(owner, { title: "Summer <holidays>" });
    const email = someone();
    const answer = await call(inviteToList, owner, { listId, email, role: "writer" });
    assert.deepEqual(answer, { expiresAt: new Date(now().getTime() + 7 * DAY).toISOString() });

    const [code = "", ...others] = await codesTo(listId, email);
    assert.deepEqual(others, []);
    const token = code.slice(listId.length + 1);
    const { tokenHash, expiresAt, ...invite } = await inviteNow(listId, email);
    assert.equal(tokenHash, createHash("sha256").update(token).digest("hex"));
    assert.equal(expiresAt.toDate().toISOString(), answer.expiresAt);
    const { createdAt, ...rest } = invite;
    assert.equal(createdAt.toMillis(), now().getTime());
    assert.deepEqual(rest, { email, role: "writer", invitedBy: owner.uid, accepted: false });

    const [mail] = (await mails.get()).docs;
    assert.ok(mail && (await mails.get()).size === 1);
    assert.deepEqual(await documentsHolding(token), [mail.ref.path]);
    assert.equal(mail.data().confidential, true);
    const { subject, text, html } = mail.data().message;
    assert.ok(text.includes(owner.token.email) && text.includes("Summer <holidays>"));
    assert.ok(!html.includes("<holidays>"));
    assert.ok(!subject.includes(token));

    assert.equal(await deliver(mail), "sent");
    assert.ok(smtp.acceptedFor(email)[0]?.mail.text?.includes(code));
    assert.deepEqual(await documentsHolding(token), []);
    assert.deepEqual(
      (await mailsTo(email)).map(({ message }) => message.text),
      ["Withheld."],
    );
  });

  it("is one for each address, in whatever case it is written", async () => {
    const [listId, email] = [await listOf(owner), someone()];
    const input = { listId, email: email.toUpperCase(), role: "reader" } as const;
    const first = await call(inviteToList, owner, input);
    pass(MINUTE - 1);
    assert.deepEqual(await call(inviteToList, owner, { ...input, email }), first);
    assert.equal((await invitesOf(listId).get()).size, 1);
    assert.equal((await mailsTo(email)).length, 1);
    assert.equal((await inviteNow(listId, email)).email, email);
    assert.equal((await mails.get()).size, 1);
  });

  it("is another for another list", async () => {
    const [one, other] = [await listOf(owner), await listOf(owner)];
    const guest = customer();
    const codes = [await invited(owner, one, guest), await invited(owner, other, guest, "reader")];
    for (const [index, listId] of [one, other].entries()) {
      const joined = await call(acceptInvite, guest, { code: codes[index] ?? "" });
      assert.deepEqual(joined, { listId, role: index === 0 ? "writer" : "reader" });
    }
  });

  it("changes nothing and is not sent again within a minute", async () => {
    const [listId, guest] = [await listOf(owner), customer()];
    const { email } = guest.token;
    const code = await invited(owner, listId, guest);
    const before = await inviteOf(listId, email).get();
    pass(MINUTE - 1);
    const again = await call(inviteToList, owner, { listId, email, role: "writer" });
    assert.equal(again.expiresAt, before.data()?.expiresAt.toDate().toISOString());
    assert.ok((await inviteOf(listId, email).get()).isEqual(before));
    assert.deepEqual(await codesTo(listId, email), [code]);
  });

  it("is a new one after a minute: the code of before is good no more", async () => {
    const [listId, guest] = [await listOf(owner), customer()];
    const former = await invited(owner, listId, guest);
    pass(MINUTE);
    const { email } = guest.token;
    const { expiresAt } = await call(inviteToList, owner, { listId, email, role: "writer" });
    assert.equal(expiresAt, new Date(now().getTime() + 7 * DAY).toISOString());
    assert.equal((await codesTo(listId, email)).length, 2);
    const code = await codeNow(listId, email);
    assert.notEqual(code, former);
    await refused(call(acceptInvite, guest, { code: former }), ...noCode);
    assert.deepEqual(await call(acceptInvite, guest, { code }), { listId, role: "writer" });
    assert.equal((await invitesOf(listId).get()).size, 1);
  });

  it("is a new one at once where it is for another role", async () => {
    const [listId, guest] = [await listOf(owner), customer()];
    const former = await invited(owner, listId, guest, "writer");
    const code = await invited(owner, listId, guest, "reader");
    assert.equal((await mailsTo(guest.token.email)).length, 2);
    await refused(call(acceptInvite, guest, { code: former }), ...noCode);
    assert.deepEqual(await call(acceptInvite, guest, { code }), { listId, role: "reader" });
  });

  it("is a new one at once where the one of before is used, or was taken back", async () => {
    const [listId, guest] = [await listOf(owner), customer()];
    const first = await invited(owner, listId, guest, "reader");
    await call(acceptInvite, guest, { code: first });
    const second = await invited(owner, listId, guest, "reader");
    assert.equal((await inviteNow(listId, guest.token.email)).accepted, false);
    await inviteOf(listId, guest.token.email).delete();
    const third = await invited(owner, listId, guest, "reader");
    assert.equal(new Set([first, second, third]).size, 3);
    await refused(call(acceptInvite, guest, { code: second }), ...noCode);
    assert.deepEqual(await call(acceptInvite, guest, { code: third }), { listId, role: "reader" });
  });

  it("makes nobody an owner, and goes to one address", async () => {
    const [listId, email] = [await listOf(owner), someone()];
    const good = { listId, email, role: "writer" };
    const worse = { role: "owner", email: `${email},${someone()}` };
    for (const [field, value] of Object.entries(worse)) {
      await refused(
        callWith<Promise<unknown>>(inviteToList, owner, { ...good, [field]: value }),
        "invalid-argument",
        "invalid-input",
      );
    }
    assert.equal((await mails.get()).size, 0);
    await callWith(inviteToList, owner, good);
    assert.deepEqual(Object.keys((await listNow(listId)).roles), [owner.uid]);
  });
});
