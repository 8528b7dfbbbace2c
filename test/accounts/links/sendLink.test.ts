import assert from "node:assert/strict";
import { changeEmail } from "../../../functions/src/accounts/changeEmail.ts";
import { linkRequestOf } from "../../../functions/src/accounts/links/askForLink.ts";
import { sweepLinks } from "../../../functions/src/accounts/links/sweepLinks.ts";
import { requestPasswordReset } from "../../../functions/src/accounts/requestPasswordReset.ts";
import type { LinkKind } from "../../../functions/src/accounts/schema.ts";
import { sendVerification } from "../../../functions/src/accounts/sendVerification.ts";
import { audit } from "../../../functions/src/core/audit.ts";
import { MINUTE, now, stamp } from "../../../functions/src/core/clock.ts";
import { mailOf } from "../../../functions/src/core/mail/queue.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { userOf } from "../../../functions/src/core/users.ts";
import { call } from "../../support/call.ts";
import { dyingAt } from "../../support/commits.ts";
import { firestore } from "../../support/firestore.ts";
import { logs } from "../../support/logs.ts";
import { useStillClock } from "../../support/time.ts";
import { whileAuthFails, withoutAuth } from "../support/auth.ts";
import {
  account,
  codesFor,
  confirm,
  disable,
  drop,
  type Known,
  move,
  protectAddresses,
  type Sort,
  someone,
} from "./support/people.ts";
import { eventOf, linkIn, mailsTo, requestOf } from "./support/requests.ts";

/** Each way of asking for a link: where it goes, and what is in the mail. */
const kinds: { kind: LinkKind; event: string; mode: string; subject: string; mails: number }[] = [
  {
    kind: "verify",
    event: "address-confirmation",
    mode: "verifyEmail",
    subject: "Confirm your e-mail address for A Name",
    mails: 1,
  },
  {
    kind: "reset",
    event: "password-reset",
    mode: "resetPassword",
    subject: "Choose a new password for A Name",
    mails: 1,
  },
  {
    kind: "change",
    event: "address-change",
    mode: "verifyAndChangeEmail",
    subject: "Confirm your new e-mail address for A Name",
    mails: 2,
  },
];

interface Asked {
  person: Known;
  /** Where the link goes. */
  to: string;
  ask: () => Promise<unknown>;
}

async function asking(kind: LinkKind, sort: Sort = "password"): Promise<Asked> {
  const person = await account(sort);
  const { email } = person.token;
  if (kind === "verify")
    return { person, to: email, ask: () => call(sendVerification, person, {}) };
  if (kind === "reset") {
    return { person, to: email, ask: () => call(requestPasswordReset, undefined, { email }) };
  }
  const to = someone();
  return { person, to, ask: () => call(changeEmail, person, { email: to }) };
}

const mailCount = async (): Promise<number> => (await mails.get()).size;

describe("accounts: mails with links", () => {
  const { pass } = useStillClock();
  const { APP_NAME } = process.env;
  before(() => {
    process.env.APP_NAME = "A Name";
  });
  after(() => {
    process.env.APP_NAME = APP_NAME ?? "";
  });
  beforeEach(() => protectAddresses(true));

  for (const { kind, event, mode, subject, mails: expected } of kinds) {
    describe(`of the kind ${kind}`, () => {
      it("hold a link that Firebase Authentication made, and are for their reader's eyes alone", async () => {
        const { to, ask } = await asking(kind);
        const happen = await eventOf(kind, to, ask);
        await happen();
        const [mail, ...more] = await mailsTo(to);
        assert.deepEqual(more, []);
        assert.equal(mail?.message.subject, subject);
        assert.equal(mail?.confidential, true);
        const occasion = `${linkRequestOf(kind, to).id}-${now().getTime()}`;
        assert.ok((await mailOf(event, occasion, to).get()).exists);
        const link = linkIn(mail);
        assert.equal(link.searchParams.get("mode"), mode);
        assert.equal(link.searchParams.get("continueUrl"), process.env.APP_URL);
        assert.deepEqual(await codesFor(to), [link.searchParams.get("oobCode")]);
        assert.ok(mail?.message.html.includes(`oobCode=${link.searchParams.get("oobCode")}`));
        assert.match(mail?.message.text ?? "", /at A Name/);
        assert.match(mail?.message.text ?? "", /works .*once/);
        assert.match(mail?.message.text ?? "", /If it wasn't you, do nothing/);
      });

      it(`cost a read, and a write beside those of what is queued; the request rests then`, async () => {
        const { to, ask } = await asking(kind);
        const happen = await eventOf(kind, to, ask);
        const bill = await firestore.costOf(happen);
        assert.deepEqual(bill, { reads: 1, writes: kind === "change" ? 4 : 2, deletes: 0 });
        assert.equal((await requestOf(kind, to))?.nextAt, undefined);
        pass(60 * MINUTE);
        assert.deepEqual(await sweepLinks(now(), 100), []);
      });

      it("lead nowhere else where no APP_URL is set", async () => {
        const appUrl = process.env.APP_URL;
        process.env.APP_URL = "";
        try {
          const { to, ask } = await asking(kind);
          await (await eventOf(kind, to, ask))();
          const [mail] = await mailsTo(to);
          assert.equal(linkIn(mail).searchParams.get("continueUrl"), null);
        } finally {
          process.env.APP_URL = appUrl;
        }
      });

      it("are sent once for an event that comes five times, at once or later", async () => {
        const { to, ask } = await asking(kind);
        const happen = await eventOf(kind, to, ask);
        await Promise.all([happen(), happen(), happen()]);
        await happen();
        pass(MINUTE);
        await happen();
        assert.equal(await mailCount(), expected);
      });

      it("are sent once by events and sweeps together", async () => {
        const { to, ask } = await asking(kind);
        const happen = await eventOf(kind, to, ask);
        pass(MINUTE);
        const sweep = () => sweepLinks(now(), 100);
        await Promise.all([sweep(), happen(), sweep(), happen(), sweep()]);
        assert.equal(await mailCount(), expected);
        assert.equal((await mailsTo(to)).length, 1);
      });

      it("are sent by the sweep, a minute later, where the event was lost", async () => {
        const { to, ask } = await asking(kind);
        await ask();
        pass(MINUTE - 1);
        assert.deepEqual(await sweepLinks(now(), 100), []);
        pass(1);
        assert.deepEqual(await sweepLinks(now(), 100), ["queued"]);
        assert.equal((await mailsTo(to)).length, 1);
        assert.deepEqual(await sweepLinks(now(), 100), []);
      });

      for (const moment of ["before", "after"] as const) {
        it(`are sent once where their maker dies ${moment} the commit`, async () => {
          const { to, ask } = await asking(kind);
          const happen = await eventOf(kind, to, ask);
          assert.ok(await dyingAt(1, moment, happen));
          assert.equal(await dyingAt(2, moment, happen), false);
          pass(MINUTE);
          await sweepLinks(now(), 100);
          assert.equal(await mailCount(), expected);
        });

        it(`are sent once where who asks dies ${moment} the commit, and asks again`, async () => {
          const { to, ask } = await asking(kind);
          // That of the limit comes first, where there is one.
          const last = kind === "change" ? 2 : 1;
          assert.ok(await dyingAt(last, moment, ask));
          pass(MINUTE - 1);
          await ask().catch(() => {});
          pass(MINUTE);
          await sweepLinks(now(), 100);
          await sweepLinks(now(), 100);
          assert.equal((await mailsTo(to)).length, 1);
        });
      }

      for (const code of [4, 13, 14]) {
        it(`are sent once where the answer to the commit is lost (${code})`, async () => {
          const { to, ask } = await asking(kind);
          const happen = await eventOf(kind, to, ask);
          const met = firestore.inject({ method: "Commit", kind: "lost-answer", code });
          await happen();
          assert.ok(met());
          assert.equal(await mailCount(), expected);
        });
      }

      it("are sent once for nine who ask at once, and once more a minute later", async () => {
        const { to, ask } = await asking(kind);
        const first = await eventOf(kind, to, () =>
          Promise.allSettled(Array.from({ length: 9 }, ask)),
        );
        await first();
        assert.equal(await mailCount(), expected);
        pass(MINUTE);
        const second = await eventOf(kind, to, ask);
        await second();
        await first();
        assert.equal(await mailCount(), 2 * expected);
        assert.equal((await codesFor(to)).length, 2);
      });

      it("are not sent to who has been disabled or deleted since", async () => {
        for (const end of [disable, drop]) {
          const { person, to, ask } = await asking(kind);
          const happen = await eventOf(kind, to, ask);
          await end(person.uid);
          await happen();
          assert.equal((await requestOf(kind, to))?.nextAt, undefined);
        }
        assert.equal(await mailCount(), 0);
        assert.equal((await audit.get()).size, 0);
      });

      it("wait while Firebase Authentication fails, for 1, 2, 4 minutes, and the log says so without the address", async () => {
        const { person, to, ask } = await asking(kind);
        const happen = await eventOf(kind, to, ask);
        const before = logs.length;
        await whileAuthFails(async () => {
          await happen();
          for (const minutes of [1, 1, 2, 4]) {
            assert.deepEqual((await requestOf(kind, to))?.nextAt, stamp(minutes * MINUTE));
            pass(minutes * MINUTE - 1);
            assert.deepEqual(await sweepLinks(now(), 100), []);
            pass(1);
            assert.deepEqual(await sweepLinks(now(), 100), ["retry"]);
          }
        });
        const lines = logs.slice(before);
        assert.equal(lines.length, 5);
        for (const { severity, kind: logged, code } of lines) {
          assert.deepEqual([severity, logged, code], ["ERROR", kind, "auth/internal-error"]);
        }
        for (const address of [to, person.token.email]) {
          assert.ok(!JSON.stringify(lines).includes(address));
        }
        assert.equal(await mailCount(), 0);
        pass(8 * MINUTE);
        assert.deepEqual(await sweepLinks(now(), 100), ["queued"]);
        assert.equal(await mailCount(), expected);
      });

      it("are given up after a day", async () => {
        const { to, ask } = await asking(kind);
        await ask();
        await whileAuthFails(async () => {
          pass(24 * 60 * MINUTE);
          assert.deepEqual(await sweepLinks(now(), 100), ["retry"]);
        });
        pass(24 * 60 * MINUTE);
        assert.deepEqual(await sweepLinks(now(), 100), ["nothing-to-send"]);
        assert.equal((await requestOf(kind, to))?.nextAt, undefined);
        assert.equal(await mailCount(), 0);
      });

      it("are made for a request of the same address that comes while the one before waits", async () => {
        const { to, ask } = await asking(kind);
        const first = await eventOf(kind, to, ask);
        pass(MINUTE);
        const second = await eventOf(kind, to, ask);
        await first();
        assert.equal(await mailCount(), 0);
        await second();
        await first();
        assert.equal((await mailsTo(to)).length, 1);
      });
    });
  }

  for (const sort of ["password", "google", "no-password"] as const) {
    it(`for a new password go to who has the address, signed up with: ${sort}`, async () => {
      const { to, ask } = await asking("reset", sort);
      await (await eventOf("reset", to, ask))();
      assert.equal((await mailsTo(to)).length, 1);
    });
  }

  for (const isOn of [true, false]) {
    it(`for a new password go to nobody who is not known, protection ${isOn ? "on" : "off"}`, async () => {
      await protectAddresses(isOn);
      const email = someone();
      const ask = () => call(requestPasswordReset, undefined, { email });
      const happen = await eventOf("reset", email, ask);
      const before = logs.length;
      const bill = await firestore.costOf(happen);
      assert.deepEqual(bill, { reads: 1, writes: 1, deletes: 0 });
      assert.equal((await requestOf("reset", email))?.nextAt, undefined);
      assert.deepEqual([await mailCount(), logs.length - before], [0, 0]);
    });
  }

  it("for a new password go out for an address in capitals, too", async () => {
    const { token } = await account();
    const email = token.email.toUpperCase();
    const ask = () => call(requestPasswordReset, undefined, { email });
    await (await eventOf("reset", email, ask))();
    assert.equal((await mailsTo(token.email)).length, 1);
  });

  it("for a new password go to the address on file, however the one that was typed came to match", async () => {
    const { uid, token } = await account();
    const alike = token.email.replace("example", "exampl\u0435");
    const ask = () => call(requestPasswordReset, undefined, { email: alike });
    const settle = await eventOf("reset", alike, ask);
    await withoutAuth(["getUserByEmail"], settle, () => userOf(uid));
    assert.equal((await mailsTo(alike)).length, 0);
    assert.equal((await mailsTo(token.email)).length, 1);
  });

  it("for a new password say how long the link works", async () => {
    const { to, ask } = await asking("reset");
    await (await eventOf("reset", to, ask))();
    const [mail] = await mailsTo(to);
    assert.match(mail?.message.text ?? "", /works for an hour, and once/);
  });

  it("of confirmation are not sent where the address is confirmed, or another by now", async () => {
    const changes = [confirm, (uid: string) => move(uid, someone())];
    for (const change of changes) {
      const { person, to, ask } = await asking("verify");
      const happen = await eventOf("verify", to, ask);
      await change(person.uid);
      await happen();
      assert.equal((await requestOf("verify", to))?.nextAt, undefined);
    }
    assert.equal(await mailCount(), 0);
  });

  it("leave those of two people apart, and of two kinds", async () => {
    const [one, other] = [await asking("verify"), await asking("verify")];
    const reset = () => call(requestPasswordReset, undefined, { email: one.to });
    await one.ask();
    await other.ask();
    await reset();
    pass(MINUTE);
    assert.deepEqual(await sweepLinks(now(), 2), ["queued", "queued"]);
    assert.deepEqual(await sweepLinks(now(), 2), ["queued"]);
    assert.deepEqual([(await mailsTo(one.to)).length, (await mailsTo(other.to)).length], [2, 1]);
  });

  it("cost one read to look for where there are none", async () => {
    const bill = await firestore.costOf(() => sweepLinks(now(), 100));
    assert.deepEqual(bill, { reads: 1, writes: 0, deletes: 0 });
  });

  it("are not made again when a request is deleted", async () => {
    const { to, ask } = await asking("reset");
    await ask();
    const happen = await eventOf("reset", to, () => linkRequestOf("reset", to).delete());
    await happen();
    assert.equal(await mailCount(), 0);
  });
});
