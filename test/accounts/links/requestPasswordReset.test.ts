import assert from "node:assert/strict";
import { linkRequestOf } from "../../../functions/src/accounts/links/askForLink.ts";
import { requestPasswordReset } from "../../../functions/src/accounts/requestPasswordReset.ts";
import { MINUTE, SECOND, stamp, useClock } from "../../../functions/src/core/clock.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { call, callWith, refused } from "../../support/call.ts";
import { firestore } from "../../support/firestore.ts";
import { logs } from "../../support/logs.ts";
import { useStillClock } from "../../support/time.ts";
import { askedOfAuth } from "../support/auth.ts";
import { account, disable, someone } from "./support/people.ts";
import { requestCount, requestOf } from "./support/requests.ts";

const ask = (email: string) => call(requestPasswordReset, undefined, { email });

const disabled = async (): Promise<string> => {
  const { uid, token } = await account();
  await disable(uid);
  return token.email;
};

const addresses: Record<string, () => Promise<string>> = {
  "of somebody with a password": async () => (await account()).token.email,
  "of somebody with a password, confirmed": async () =>
    (await account("password", { emailVerified: true })).token.email,
  "of nobody": async () => someone(),
  "of somebody disabled": disabled,
  "of somebody who signs in with Google": async () => (await account("google")).token.email,
  "of somebody, in capitals": async () => (await account()).token.email.toUpperCase(),
  "of nobody, in capitals": async () => someone().toUpperCase(),
};

describe("accounts: asking for a new password", () => {
  const { pass } = useStillClock();

  for (const [whose, make] of Object.entries(addresses)) {
    describe(`for the address ${whose}`, () => {
      let email: string;
      beforeEach(async () => {
        email = await make();
      });

      it("answers nothing, reads one document, writes one, and asks nobody yet", async () => {
        const bill = await firestore.costOf(async () => assert.deepEqual(await ask(email), {}));
        assert.deepEqual(bill, { reads: 1, writes: 1, deletes: 0 });
        assert.deepEqual(await requestOf("reset", email), {
          kind: "reset",
          email: email.toLowerCase(),
          uid: null,
          requestedAt: stamp(),
          times: 1,
          nextAt: stamp(MINUTE),
          expiresAt: stamp(24 * 60 * MINUTE),
        });
        assert.equal(await requestCount(), 1);
        assert.equal((await mails.get()).size, 0);
      });

      it("is refused once more within a minute, in any case, for as long as is left of it", async () => {
        await ask(email);
        const asked = await requestOf("reset", email);
        for (const [after, seconds] of [
          [1, 60],
          [29_999, 30],
          [29_999, 1],
        ] as const) {
          pass(after);
          for (const spelling of [email, email.toLowerCase(), email.toUpperCase()]) {
            const bill = await firestore.costOf(async () => {
              const about = await refused(ask(spelling), "resource-exhausted", "too-many-requests");
              assert.deepEqual(about, { reason: "too-many-requests", retryAfterSeconds: seconds });
            });
            assert.deepEqual(bill, { reads: 1, writes: 0, deletes: 0 });
          }
        }
        assert.deepEqual(await requestOf("reset", email), asked);
      });

      it("goes through a minute later, at the same cost", async () => {
        await ask(email);
        pass(MINUTE);
        const bill = await firestore.costOf(async () => assert.deepEqual(await ask(email), {}));
        assert.deepEqual(bill, { reads: 1, writes: 1, deletes: 0 });
        const renewed = await requestOf("reset", email);
        assert.deepEqual(renewed?.requestedAt, stamp());
        assert.deepEqual(renewed?.nextAt, stamp(MINUTE));
        assert.equal(await requestCount(), 1);
      });

      it("goes through five times in a row, then once an hour, until there is a day of rest", async () => {
        const another = async (wait: number) => {
          pass(wait - 1);
          const about = await refused(ask(email), "resource-exhausted", "too-many-requests");
          assert.equal(about.retryAfterSeconds, 1);
          pass(1);
          await ask(email);
        };
        await ask(email);
        for (let times = 2; times <= 5; times++) await another(MINUTE);
        for (let times = 6; times <= 8; times++) await another(60 * MINUTE);
        pass(24 * 60 * MINUTE);
        await ask(email);
        await another(MINUTE);
      });

      it("logs one line that does not hold it", async () => {
        const before = logs.length;
        await ask(email);
        pass(1);
        await ask(email).catch(() => {});
        const lines = logs.slice(before);
        assert.deepEqual(
          lines.map(({ message, outcome }) => [message, outcome]),
          [
            ["call", "ok"],
            ["call", "resource-exhausted"],
          ],
        );
        const said = JSON.stringify(lines).toLowerCase();
        assert.ok(!said.includes(email.toLowerCase()));
        assert.ok(!said.includes(linkRequestOf("reset", email).id));
      });
    });
  }

  it("takes as long for unknown addresses as for known ones", async () => {
    const [known, unknown] = [await Promise.all(times(40, addressOfSomebody)), times(40, someone)];
    const took: Record<"known" | "unknown", number[]> = { known: [], unknown: [] };
    const time = async (list: number[], email: string) => {
      const started = performance.now();
      await ask(email);
      list.push(performance.now() - started);
    };
    for (const [index, email] of known.entries()) {
      await time(took.known, email);
      await time(took.unknown, unknown[index] ?? "");
    }
    const ratio = median(took.known) / median(took.unknown);
    assert.ok(ratio > 1 / 2 && ratio < 2, `known to unknown as ${ratio}`);
  });

  it("asks Firebase Authentication nothing, so its answer can't tell", async () => {
    for (const make of Object.values(addresses)) {
      const email = await make();
      assert.deepEqual(await askedOfAuth(() => ask(email)), []);
    }
  });

  it("goes through for one of ten who ask at once; the others come too late", async () => {
    for (const email of [await addressOfSomebody(), someone()]) {
      // No two in the same millisecond: those are taken for one.
      let time = Date.now();
      const putBack = useClock(() => new Date(time++));
      const outcomes = await Promise.allSettled(times(10, () => ask(email))).finally(putBack);
      assert.equal(outcomes.filter(({ status }) => status === "fulfilled").length, 1);
      for (const outcome of outcomes) {
        if (outcome.status === "rejected") {
          assert.equal(outcome.reason.details.reason, "too-many-requests");
        }
      }
    }
    assert.equal(await requestCount(), 2);
  });

  for (const code of [4, 13, 14]) {
    it(`goes through when the answer to its commit is lost (${code})`, async () => {
      const email = someone();
      const met = firestore.inject({ method: "Commit", kind: "lost-answer", code });
      assert.deepEqual(await ask(email), {});
      assert.ok(met());
      pass(SECOND);
      await refused(ask(email), "resource-exhausted", "too-many-requests");
    });
  }

  for (const [what, input] of Object.entries({
    nothing: {},
    "no text": { email: 1 },
    "no address": { email: "somebody" },
    "two addresses": { email: "a@example.com,b@example.com" },
    "another line": { email: "a@example.com\nbcc: b@example.com" },
    "another field": { email: "a@example.com", uid: "somebody" },
  })) {
    it(`is refused with ${what}, and nothing is read`, async () => {
      const bill = await firestore.costOf(async () => {
        const attempt = callWith(requestPasswordReset, undefined, input);
        await refused(attempt, "invalid-argument", "invalid-input");
      });
      assert.deepEqual(bill, { reads: 0, writes: 0, deletes: 0 });
    });
  }
});

const addressOfSomebody = async () => (await account()).token.email;

const times = <T>(n: number, make: () => T): T[] => Array.from({ length: n }, make);

const median = (list: number[]): number => list.toSorted((a, b) => a - b)[list.length / 2] ?? 0;
