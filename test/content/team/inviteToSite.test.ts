import assert from "node:assert/strict";
import { acceptSiteInvite } from "../../../functions/src/content/acceptSiteInvite.ts";
import { inviteToSite } from "../../../functions/src/content/inviteToSite.ts";
import {
  inviteOf,
  invitesOf,
  MAX_MEMBERS,
  teams,
} from "../../../functions/src/content/team/schema.ts";
import { DAY, MINUTE, now } from "../../../functions/src/core/clock.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { call, callWith, customer, refused } from "../../support/call.ts";
import { dyingAt } from "../../support/commits.ts";
import { documentsHolding } from "../../support/everything.ts";
import { firestore } from "../../support/firestore.ts";
import { someone } from "../../support/mail.ts";
import { useStillClock } from "../../support/time.ts";
import { codeNow, codesTo, invited, inviteNow, mailsTo } from "../support/invites.ts";
import { openSite, teamFields } from "../support/sites.ts";

const noCode = ["not-found", "no-such-invite"] as const;

describe("content: an invitation to a team", () => {
  const { pass } = useStillClock();

  it("goes to the address alone: who invites, to what, as what, and a code that nothing else holds", async () => {
    const { siteId, owner } = await openSite();
    const email = someone();
    const answer = await call(inviteToSite, owner, { siteId, email, role: "editor" });
    assert.deepEqual(answer, { expiresAt: new Date(now().getTime() + 7 * DAY).toISOString() });
    const { tokenHash, createdAt, expiresAt, ...invite } = await inviteNow(siteId, email);
    assert.deepEqual(invite, { email, role: "editor", invitedBy: owner.uid, accepted: false });
    assert.equal(createdAt.toMillis(), now().getTime());
    assert.equal(expiresAt.toDate().toISOString(), answer.expiresAt);

    const code = await codeNow(siteId, email);
    const [, token = ""] = code.split(".");
    const [mail, ...more] = (await mails.get()).docs;
    assert.ok(mail && more.length === 0);
    assert.deepEqual(await documentsHolding(token), [mail.ref.path]);
    const { confidential, message } = mail.data();
    assert.equal(confidential, true);
    for (const words of [owner.token.email, `the site "${siteId}"`, "editor"]) {
      assert.ok(message.text.includes(words), words);
    }
    assert.ok(!message.subject.includes(token));
    assert.ok(!tokenHash.includes(token));
  });

  it("says nothing that its owner could make it say: the site's address, and nothing that the site says of itself", async () => {
    const said = "Your account is locked. Call 555-0100";
    const { siteId, owner } = await openSite({ title: said, description: said });
    const email = someone();
    await invited(owner, siteId, { token: { email } });
    const [mail, ...more] = await mailsTo(email);
    assert.ok(mail && more.length === 0);
    const { subject, text, html } = mail.message;
    for (const part of [subject, text, html]) assert.doesNotMatch(part, /locked|555/);
    // In HTML the quotes are written otherwise.
    for (const part of [text, html]) {
      assert.match(part, new RegExp(`the site ("|&quot;|&#34;)${siteId}("|&quot;|&#34;)`));
    }
  });

  it("is one for each address, however it is written, and is not sent again within a minute", async () => {
    const { siteId, owner } = await openSite();
    const guest = customer();
    const { email } = guest.token;
    const code = await invited(owner, siteId, guest);
    const before = await inviteOf(siteId, email).get();
    pass(MINUTE - 1);
    const again = { siteId, email: email.toUpperCase(), role: "author" } as const;
    await call(inviteToSite, owner, again);
    assert.ok((await inviteOf(siteId, email).get()).isEqual(before));
    assert.deepEqual(await codesTo(siteId, email), [code]);
    assert.equal((await mails.get()).size, 1);
  });

  it("is a new one after a minute, or for another role: the code of before is good no more", async () => {
    const { siteId, owner } = await openSite();
    const guest = customer();
    const first = await invited(owner, siteId, guest, "author");
    pass(MINUTE);
    const second = await invited(owner, siteId, guest, "author");
    const third = await invited(owner, siteId, guest, "reader");
    assert.equal(new Set([first, second, third]).size, 3);
    for (const code of [first, second]) {
      await refused(call(acceptSiteInvite, guest, { code }), ...noCode);
    }
    assert.deepEqual(await call(acceptSiteInvite, guest, { code: third }), {
      siteId,
      role: "reader",
    });
    assert.equal((await invitesOf(siteId).get()).size, 1);
  });

  it("is made and sent once where answers are lost, its caller dies, or five are asked for at once", async () => {
    const { siteId, owner } = await openSite();
    const ask = (email: string) => call(inviteToSite, owner, { siteId, email, role: "author" });
    const fault = { method: "Commit", kind: "lost-answer", code: 14 } as const;
    const lost = [firestore.inject(fault), firestore.inject(fault)];
    const unheard = someone();
    await ask(unheard);
    assert.ok(lost.every((happened) => happened()));
    const [before, after] = [someone(), someone()];
    assert.ok(await dyingAt(2, "before", () => ask(before)));
    assert.ok(await dyingAt(2, "after", () => ask(after)));
    assert.deepEqual([(await mailsTo(before)).length, (await mailsTo(after)).length], [0, 1]);
    await ask(before);
    await ask(after);
    const wanted = someone();
    await Promise.all(Array.from({ length: 5 }, () => ask(wanted)));
    for (const email of [unheard, before, after, wanted]) {
      assert.deepEqual(await codesTo(siteId, email), [await codeNow(siteId, email)]);
    }
  });

  it("is sent by an owner with a verified address, to another's, and by nobody else", async () => {
    const { siteId, owner, editor, author, contributor, reader } = await openSite();
    const { owner: stranger } = await openSite();
    const ask = (person: typeof owner, email = someone()) =>
      call(inviteToSite, person, { siteId, email, role: "reader" });
    for (const person of [editor, author, contributor, reader]) {
      await refused(ask(person), "permission-denied", "role-too-low");
    }
    await refused(ask(stranger), "not-found", "no-such-site");
    const unverified = { ...owner, token: { ...owner.token, email_verified: false } };
    await refused(ask(unverified), "permission-denied", "unverified");
    const own = ask(owner, owner.token.email.toUpperCase());
    await refused(own, "failed-precondition", "own-address");
    assert.deepEqual([(await mails.get()).size, (await invitesOf(siteId).get()).size], [0, 0]);
    await ask(owner);
  });

  it("is for one address, and one of five roles", async () => {
    const { siteId, owner } = await openSite();
    const good = { siteId, email: someone(), role: "owner" };
    const worse = { email: `${someone()},${someone()}`, role: "admin" };
    for (const [field, value] of Object.entries(worse)) {
      const attempt = callWith<Promise<unknown>>(inviteToSite, owner, { ...good, [field]: value });
      const { fields } = await refused(attempt, "invalid-argument", "invalid-input");
      assert.equal((fields as { field: string }[])[0]?.field, field);
    }
    assert.equal((await mails.get()).size, 0);
    await callWith(inviteToSite, owner, good);
  });

  it("is not made where there are 50 in the team, nor more than five a day to one address", async () => {
    const { siteId, owner } = await openSite();
    const email = someone();
    for (let n = 0; n < 5; n++) {
      await call(inviteToSite, owner, { siteId, email, role: "author" });
      pass(MINUTE);
    }
    const sixth = call(inviteToSite, owner, { siteId, email, role: "author" });
    await refused(sixth, "resource-exhausted", "too-many-requests");
    const others = Array.from({ length: MAX_MEMBERS - 1 }, (_, n) => [`m-${n}`, "reader"] as const);
    const roles = { [owner.uid]: "owner" as const, ...Object.fromEntries(others) };
    await teams.doc(siteId).set(teamFields(roles));
    const full = call(inviteToSite, owner, { siteId, email: someone(), role: "author" });
    await refused(full, "failed-precondition", "too-many-members");
  });
});
