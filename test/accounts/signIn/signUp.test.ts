import assert from "node:assert/strict";
import { inviteUser } from "../../../functions/src/accounts/inviteUser.ts";
import { invitationOf } from "../../../functions/src/accounts/schema.ts";
import { withdrawInvitation } from "../../../functions/src/accounts/withdrawInvitation.ts";
import { DAY, useClock } from "../../../functions/src/core/clock.ts";
import { call, refused } from "../../support/call.ts";
import { clearFirestore, firestore } from "../../support/firestore.ts";
import { someone as somebody } from "../../support/mail.ts";
import { signsUp } from "./support/events.ts";
import { employee, type Member, useSettings } from "./support/people.ts";

const isRefused = (attempt: Promise<unknown>, reason: string) =>
  refused(attempt, "permission-denied", reason);

describe("accounts: signing up", () => {
  let admin: Member;
  before(async () => {
    await clearFirestore();
    admin = await employee("admin");
  });
  const invite = (email: string) => call(inviteUser, admin, { email });

  it("is open to anyone, at no cost", async () => {
    const bill = await firestore.costOf(async () => {
      await signsUp(somebody());
      await signsUp(undefined);
    });
    assert.deepEqual(bill, { reads: 0, writes: 0, deletes: 0 });
  });

  it("goes wrong, saying why, with a setting that means nothing", async () => {
    process.env.SIGN_UP = "opne";
    try {
      await assert.rejects(signsUp(somebody()), /SIGN_UP must be "open" or "invited", not "opne"/);
    } finally {
      process.env.SIGN_UP = "open";
    }
  });

  describe("from blocked domains", () => {
    useSettings({ BLOCKED_DOMAINS: '["bad.example"]' });

    it("is refused, also from what is below them and to who is invited", async () => {
      for (const email of ["a@bad.example", "a@BAD.example", "a@mail.bad.example"]) {
        await isRefused(signsUp(email), "domain-blocked");
      }
      await signsUp("a@good.example");
      await signsUp("a@notbad.example");
    });
  });

  describe("where it takes an invitation", () => {
    useSettings({ SIGN_UP: "invited" });

    it("is for who is invited, in whatever case the address is written", async () => {
      const email = somebody();
      await isRefused(signsUp(email), "invitation-needed");
      await invite(email.toUpperCase());
      const bill = await firestore.costOf(() => signsUp(email));
      assert.deepEqual(bill, { reads: 1, writes: 0, deletes: 0 });
      await isRefused(signsUp(somebody()), "invitation-needed");
    });

    it("is not for who has no address", () => isRefused(signsUp(undefined), "invitation-needed"));

    it("is refused once the invitation has run out, to the millisecond", async () => {
      const email = somebody();
      await invite(email);
      const until = (await invitationOf(email).get()).data()?.expiresAt.toMillis() ?? 0;
      let putBack = useClock(() => new Date(until - 1));
      await signsUp(email).finally(putBack);
      putBack = useClock(() => new Date(until));
      await isRefused(signsUp(email).finally(putBack), "invitation-needed");
      putBack = useClock(() => new Date(until + 30 * DAY));
      await isRefused(signsUp(email).finally(putBack), "invitation-needed");
    });

    it("is refused once the invitation was withdrawn", async () => {
      const email = somebody();
      await invite(email);
      await call(withdrawInvitation, admin, { email });
      await isRefused(signsUp(email), "invitation-needed");
    });

    it("is refused in the same words whatever is known of the address, which they don't hold", async () => {
      const [stranger, late, withdrawn] = [somebody(), somebody(), somebody()];
      const putBack = useClock(() => new Date(Date.now() - 15 * DAY));
      await invite(late).finally(putBack);
      await invite(withdrawn);
      await call(withdrawInvitation, admin, { email: withdrawn });
      const words = await Promise.all(
        [stranger, late, withdrawn].map((email) => signsUp(email).catch((error) => String(error))),
      );
      assert.equal(new Set(words).size, 1);
      assert.ok(!String(words[0]).includes("@"));
    });

    it("is refused where nobody can say whether there is one", async () => {
      const email = somebody();
      await invite(email);
      const met = firestore.inject({ method: "BatchGetDocuments", kind: "held", code: 0 });
      await refused(signsUp(email), "unavailable", "not-confirmed");
      assert.ok(met());
      await signsUp(email);
    });
  });

  describe("says why it is refused so that the client SDK can tell it", () => {
    useSettings({ SIGN_UP: "invited", BLOCKED_DOMAINS: '["bad.example"]' });

    for (const [email, reason] of [
      ["a@bad.example", "domain-blocked"],
      ["a@good.example", "invitation-needed"],
    ] as const) {
      it(`in one text: a sentence, and ${reason} in brackets`, async () => {
        const { message } = await signsUp(email).then(
          () => assert.fail("was let in"),
          (error: Error) => error,
        );
        assert.match(message, new RegExp(`^[A-Z][^":]+\\. \\[${reason}\\]$`));
        // At this the SDK cuts what it was told.
        assert.ok(!message.includes(" : "));
      });
    }
  });
});
