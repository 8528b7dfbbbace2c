import assert from "node:assert/strict";
import { changeEmail } from "../../../functions/src/accounts/changeEmail.ts";
import { accounts } from "../../../functions/src/core/accounts.ts";
import { audit } from "../../../functions/src/core/audit.ts";
import { MINUTE, SECOND, stamp } from "../../../functions/src/core/clock.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { call, callWith, type Person, refused } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { logs } from "../../support/logs.ts";
import { useStillClock } from "../../support/time.ts";
import { askedOfAuth } from "../support/auth.ts";
import { account, codesFor, disable, guest, move, someone } from "./support/people.ts";
import { eventOf, linkIn, mailsTo, requestCount, requestOf } from "./support/requests.ts";

const ask = (person: Person | undefined, email: string) => call(changeEmail, person, { email });

/** Asks, and lets `sendLink` hear of it. */
const send = async (person: Person, email: string) =>
  (await eventOf("change", email, () => ask(person, email)))();

const takers: Record<string, () => Promise<string>> = {
  nobody: async () => someone(),
  somebody: async () => (await account()).token.email,
  "somebody disabled": async () => {
    const { uid, token } = await account();
    await disable(uid);
    return token.email;
  },
  "somebody who signs in with Google": async () => (await account("google")).token.email,
};

describe("accounts: changing one's address", () => {
  const { pass } = useStillClock();

  for (const [whose, make] of Object.entries(takers)) {
    describe(`to one that is ${whose}'s`, () => {
      it("answers nothing, and costs three reads and two writes", async () => {
        const [person, email] = [await account(), await make()];
        const bill = await firestore.costOf(async () =>
          assert.deepEqual(await ask(person, email), {}),
        );
        assert.deepEqual(bill, { reads: 3, writes: 2, deletes: 0 });
        const request = await requestOf("change", email);
        assert.deepEqual([request?.uid, request?.email], [person.uid, email]);
        assert.equal((await mails.get()).size, 0);
      });

      it("is refused within a minute, whoever asks", async () => {
        const [one, other, email] = [await account(), await account(), await make()];
        await ask(one, email);
        await refused(ask(other, email), "resource-exhausted", "too-many-requests");
        pass(10 * SECOND);
        for (const person of [one, other]) {
          const attempt = ask(person, email.toUpperCase());
          const about = await refused(attempt, "resource-exhausted", "too-many-requests");
          assert.equal(about.retryAfterSeconds, 50);
        }
        assert.equal((await requestOf("change", email))?.uid, one.uid);
        pass(50 * SECOND);
        await ask(other, email);
        assert.equal((await requestOf("change", email))?.uid, other.uid);
      });

      it("sends one notice to the address until then: what was asked for, what to do, no link", async () => {
        const [person, email] = [await account(), await make()];
        await send(person, email);
        const [notice, ...more] = await mailsTo(person.token.email);
        assert.deepEqual(more, []);
        const { subject, text, html } = notice?.message ?? assert.fail("no notice");
        assert.match(subject, /^Somebody wants to change your e-mail address/);
        assert.ok(text.includes(email));
        assert.match(text, /If it wasn't, .* choose a new password/);
        assert.doesNotMatch(text + html, /oobCode|https?:/);
      });

      it("is recorded once in the audit trail, and logged without either address", async () => {
        const [person, email] = [await account(), await make()];
        const before = logs.length;
        const happen = await eventOf("change", email, () => ask(person, email));
        await happen();
        await happen();
        const [entry, ...more] = (await audit.get()).docs.map((found) => found.data());
        assert.deepEqual(more, []);
        assert.deepEqual(entry, {
          action: "address-change-requested",
          actor: person.uid,
          subject: `accounts/${person.uid}`,
          at: stamp(),
        });
        const said = JSON.stringify(logs.slice(before));
        for (const address of [email, person.token.email]) assert.ok(!said.includes(address));
      });
    });
  }

  it("sends a link to an address that is free, and none to one that is another's", async () => {
    const person = await account();
    for (const [whose, make] of Object.entries(takers)) {
      const email = await make();
      const asked = await askedOfAuth(() => send(person, email));
      assert.equal(asked.includes("generateVerifyAndChangeEmailLink"), whose === "nobody", whose);
      const sent = await mailsTo(email);
      assert.equal(sent.length, whose === "nobody" ? 1 : 0, whose);
      assert.equal((await codesFor(email)).length, sent.length, whose);
    }
    assert.equal((await mailsTo(person.token.email)).length, 4);
  });

  it("tells by its notice no difference but the address itself", async () => {
    const [person, other] = [await account(), await account()];
    const [free, taken] = [someone(), (await account()).token.email];
    await send(person, free);
    await send(other, taken);
    const [one] = await mailsTo(person.token.email);
    const [two] = await mailsTo(other.token.email);
    const blank = (text: string | undefined, email: string) => text?.replaceAll(email, "…");
    assert.equal(blank(one?.message.html, free), blank(two?.message.html, taken));
    assert.deepEqual(one?.confidential, two?.confidential);
  });

  it("sends nothing where the address is the caller's by now", async () => {
    const [person, email] = [await account(), someone()];
    const happen = await eventOf("change", email, () => ask(person, email));
    await move(person.uid, email);
    await happen();
    assert.equal((await mails.get()).size, 0);
    assert.equal((await requestOf("change", email))?.nextAt, undefined);
  });

  it("sends the notice where the address is in Firebase Authentication, not in an old token", async () => {
    const [person, moved, email] = [await account(), someone(), someone()];
    await move(person.uid, moved);
    await send(person, email);
    assert.deepEqual(
      [(await mailsTo(person.token.email)).length, (await mailsTo(moved)).length],
      [0, 1],
    );
    assert.equal(
      linkIn((await mailsTo(email))[0]).searchParams.get("mode"),
      "verifyAndChangeEmail",
    );
  });

  it("is refused to guests, to nobody, for one's own address, and to who is shut out", async () => {
    const [person, disabled] = [await account(), await account()];
    const shutOut = { disabled: true, validAfter: 0, email: null, seenSince: 0 };
    await accounts.doc(disabled.uid).set(shutOut);
    const { email } = person.token;
    await refused(ask(guest(), someone()), "failed-precondition", "no-address");
    await refused(ask(undefined, someone()), "unauthenticated", "signed-out");
    await refused(ask(person, email), "failed-precondition", "same-address");
    await refused(ask(person, email.toUpperCase()), "failed-precondition", "same-address");
    await refused(ask(disabled, someone()), "permission-denied", "disabled");
    assert.equal(await requestCount(), 0);
  });

  it("takes a sign-in of the last five minutes", async () => {
    const person = await account();
    pass(6 * MINUTE);
    await refused(ask(person, someone()), "failed-precondition", "recent-sign-in-required");
    assert.equal(await requestCount(), 0);
    await ask(await account(), someone());
  });

  it("is refused the eleventh time in an hour, whatever the address", async () => {
    const person = await account();
    for (let n = 0; n < 10; n++) await ask(person, someone());
    await refused(ask(person, someone()), "resource-exhausted", "too-many-requests");
    assert.equal(await requestCount(), 10);
  });

  for (const [what, input] of Object.entries({
    nothing: {},
    "no address": { email: "somebody" },
    "two addresses": { email: "a@example.com,b@example.com" },
    "another field": { email: "a@example.com", uid: "somebody" },
  })) {
    it(`is refused with ${what}`, async () => {
      const attempt = callWith(changeEmail, await account(), input);
      await refused(attempt, "invalid-argument", "invalid-input");
      assert.equal(await requestCount(), 0);
    });
  }
});
