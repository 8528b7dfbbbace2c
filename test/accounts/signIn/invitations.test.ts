import assert from "node:assert/strict";
import { inviteUser } from "../../../functions/src/accounts/inviteUser.ts";
import { Invitation, invitationOf, invitations } from "../../../functions/src/accounts/schema.ts";
import { withdrawInvitation } from "../../../functions/src/accounts/withdrawInvitation.ts";
import { audit } from "../../../functions/src/core/audit.ts";
import { DAY, MINUTE } from "../../../functions/src/core/clock.ts";
import { call, callWith, customer, type Person, refused } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { someone as somebody, useOutbox } from "../../support/mail.ts";
import { employee, eventsTo, type Member, mailsTo, useSettings } from "./support/people.ts";

const recorded = async (email: string) =>
  (await audit.where("subject", "==", invitationOf(email).path).get()).docs
    .map((entry) => entry.data().action)
    .sort();

describe("accounts: inviting", () => {
  const { pass } = useOutbox();
  useSettings({ APP_URL: "" });
  let admin: Member;
  beforeEach(async () => {
    admin = await employee("admin");
  });
  const invite = (email: string) => call(inviteUser, admin, { email });
  const withdraw = (email: string) => call(withdrawInvitation, admin, { email });
  const found = async (email: string) => (await invitationOf(email).get()).data();

  it("counts for 14 days, writes to the address, and is recorded", async () => {
    const email = somebody();
    const { expiresAt } = await invite(email);
    const invitation = Invitation.parse(await found(email));
    assert.equal(invitation.expiresAt.toMillis() - invitation.createdAt.toMillis(), 14 * DAY);
    assert.equal(expiresAt, invitation.expiresAt.toDate().toISOString());
    assert.deepEqual([invitation.email, invitation.invitedBy], [email, admin.uid]);
    assert.deepEqual(await eventsTo(email), ["invited"]);
    assert.deepEqual(await recorded(email), ["invited"]);
  });

  it("costs two reads of who calls, one of the invitation, and three writes", async () => {
    const email = somebody();
    const bill = await firestore.costOf(() => invite(email));
    assert.deepEqual(bill, { reads: 3, writes: 3, deletes: 0 });
    const again = await firestore.costOf(() => invite(email));
    assert.deepEqual(again, { reads: 3, writes: 0, deletes: 0 });
  });

  it("again within a minute sends nothing and answers the same; then it renews", async () => {
    const email = somebody();
    const first = await invite(email);
    pass(MINUTE - 1);
    assert.deepEqual(await invite(email.toUpperCase()), first);
    assert.deepEqual(await eventsTo(email), ["invited"]);
    pass(1);
    const second = await invite(email);
    assert.equal(Date.parse(second.expiresAt) - Date.parse(first.expiresAt), MINUTE);
    assert.deepEqual(await eventsTo(email), ["invited", "invited"]);
    assert.equal((await invitations.get()).size, 1);
    assert.deepEqual(await recorded(email), ["invited", "invited"]);
  });

  it("by six at once sends one mail", async () => {
    const email = somebody();
    const answers = await Promise.all(Array.from({ length: 6 }, () => invite(email)));
    assert.equal(new Set(answers.map(({ expiresAt }) => expiresAt)).size, 1);
    assert.deepEqual(await eventsTo(email), ["invited"]);
    assert.deepEqual(await recorded(email), ["invited"]);
  });

  it("sends one mail when the answer to its commit is lost", async () => {
    const email = somebody();
    const met = firestore.inject({ method: "Commit", kind: "lost-answer", code: 4 });
    await invite(email);
    assert.ok(met());
    assert.deepEqual(await eventsTo(email), ["invited"]);
  });

  it("leads to the app where that is known, and nowhere else", async () => {
    const [without, withLink] = [somebody(), somebody()];
    await invite(without);
    process.env.APP_URL = "https://app.example/?a=1&b=2";
    await invite(withLink);
    assert.ok(!(await mailsTo(without))[0]?.message.text.includes("http"));
    const mail = (await mailsTo(withLink))[0];
    assert.ok(mail?.message.text.includes("https://app.example/?a=1&b=2"));
    assert.equal(mail?.confidential, false);
  });

  it("is taken back, once, and recorded", async () => {
    const email = somebody();
    await invite(email);
    const answers = await Promise.all([withdraw(email), withdraw(email.toUpperCase())]);
    assert.deepEqual(answers.map(({ withdrawn }) => withdrawn).sort(), [false, true]);
    assert.equal(await found(email), undefined);
    assert.deepEqual(await recorded(email), ["invitation-withdrawn", "invited"]);
    assert.deepEqual(await withdraw(somebody()), { withdrawn: false });
  });

  it("can be done again after it was taken back", async () => {
    const email = somebody();
    await invite(email);
    await withdraw(email);
    pass(1);
    await invite(email);
    await withdraw(email);
    assert.equal((await recorded(email)).length, 4);
  });

  describe("from blocked domains", () => {
    useSettings({ BLOCKED_DOMAINS: '["bad.example"]' });

    it("is refused, since they could not sign up", async () => {
      await refused(invite("a@x.bad.example"), "failed-precondition", "domain-blocked");
      assert.equal(await found("a@x.bad.example"), undefined);
      await invite("a@good.example");
    });
  });

  describe("is refused", () => {
    const people: [string, () => Promise<Person | undefined>, string, string][] = [
      ["to nobody", async () => undefined, "unauthenticated", "signed-out"],
      ["to customers", async () => customer(), "permission-denied", "not-staff"],
      ["to managers", () => employee("order_manager"), "permission-denied", "wrong-role"],
    ];
    for (const [whom, who, code, reason] of people) {
      it(whom, async () => {
        const [person, email] = [await who(), somebody()];
        await refused(call(inviteUser, person, { email }), code, reason);
        assert.equal(await found(email), undefined);
        await invite(email);
        await refused(call(withdrawInvitation, person, { email }), code, reason);
        assert.notEqual(await found(email), undefined);
      });
    }

    const inputs: Record<string, unknown> = {
      "no address": {},
      "two addresses": { email: "a@example.com, b@example.com" },
      "a list": { email: ["a@example.com"] },
      "a second line": { email: "a@example.com\nbcc:b@example.com" },
      "another field": { email: "a@example.com", invitedBy: "somebody" },
    };
    for (const [what, input] of Object.entries(inputs)) {
      it(`for ${what}`, async () => {
        const attempts = [
          callWith(inviteUser, admin, input),
          callWith(withdrawInvitation, admin, input),
        ];
        for (const attempt of attempts) await refused(attempt, "invalid-argument", "invalid-input");
      });
    }
  });
});
