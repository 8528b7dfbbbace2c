import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { callable } from "../../functions/src/core/callable.ts";
import { reasonOf, refuse } from "../../functions/src/core/refuse.ts";
import { Staff } from "../../functions/src/core/roles.ts";
import { text } from "../../functions/src/core/schema.ts";
import { call, callWith, customer } from "../support/call.ts";
import { type LogEntry, logs } from "../support/logs.ts";

// Schemas grow out of one of the functions': zod is a package of theirs alone.
const Nothing = Staff.pick({});
const SECRET = "the password of the database is 1234";

/** What the client gets of the error that `attempt` ends in. */
async function answerOf(attempt: Promise<unknown>) {
  const error = await attempt.then(
    () => assert.fail("it went through"),
    (failure: Error & { code: string; details: Record<string, unknown>; toJSON(): object }) =>
      failure,
  );
  return { error, sent: JSON.stringify(error.toJSON()) };
}

/** What the functions log while `work` is done, however it ends. */
async function loggedBy(work: () => Promise<unknown>): Promise<LogEntry[]> {
  const before = logs.length;
  await work().catch(() => undefined);
  return logs.slice(before);
}

describe("core: what a callable function tells of a call", () => {
  describe("when its handler fails", () => {
    for (const [what, thrown] of Object.entries({
      "an error": new Error(SECRET),
      "an error with a code": Object.assign(new Error(SECRET), { code: 7, details: SECRET }),
      "a text": SECRET,
    })) {
      it(`with ${what}, tells the client an incident and the log the rest`, async () => {
        const broken = callable({ access: "anyone", input: Nothing }, async () => {
          throw thrown;
        });
        const before = logs.length;
        const { error, sent } = await answerOf(call(broken, undefined, {}));
        assert.equal(error.code, "internal");
        assert.equal(reasonOf(error), "unexpected");
        assert.ok(!sent.includes("password") && !sent.includes(import.meta.filename), sent);

        const { incident } = error.details;
        assert.match(String(incident), /^[0-9a-f-]{36}$/);
        assert.ok(error.message.includes(String(incident)));
        const entries = logs.slice(before).filter((entry) => entry.incident === incident);
        assert.equal(entries.length, 1);
        assert.equal(entries[0]?.severity, "ERROR");
        assert.ok(JSON.stringify(entries[0]).includes(SECRET));
      });
    }

    it("with a refusal, passes it on unchanged and logs no incident", async () => {
      const picky = callable({ access: "anyone", input: Nothing }, async () => {
        refuse("failed-precondition", "out-of-stock", "Only 3 left.", { left: 3 });
      });
      const before = logs.length;
      const { error } = await answerOf(call(picky, undefined, {}));
      assert.equal(error.code, "failed-precondition");
      assert.equal(error.message, "Only 3 left.");
      assert.deepEqual(error.details, { left: 3, reason: "out-of-stock" });
      assert.deepEqual(
        logs.slice(before).map(({ message }) => message),
        ["call"],
      );
    });
  });

  describe("logs one line a call", () => {
    afterEach(() => {
      delete process.env.FUNCTION_TARGET;
    });
    const person = customer();
    const Name = Nothing.extend({ name: text(100) });
    const name = `a private name ${randomUUID()}`;
    const asked = (handler: () => Promise<unknown>) =>
      callable({ access: "signed-in", input: Name }, handler);
    const fine = asked(async () => "fine");
    const outcomes: [string, () => Promise<unknown>, string, string?][] = [
      ["that went well", () => call(fine, person, { name }), "ok"],
      [
        "of somebody refused",
        () => call(fine, undefined, { name }),
        "unauthenticated",
        "signed-out",
      ],
      [
        "with bad input",
        () => callWith(fine, person, { name, [name]: person.token.email }),
        "invalid-argument",
        "invalid-input",
      ],
      [
        "refused by the handler",
        () =>
          call(
            asked(async () => refuse("not-found", "no-such-thing", name)),
            person,
            { name },
          ),
        "not-found",
        "no-such-thing",
      ],
      [
        "that failed",
        () =>
          call(
            asked(() => Promise.reject(new Error("a fault"))),
            person,
            { name },
          ),
        "internal",
        "unexpected",
      ],
    ];
    for (const [what, work, outcome, reason] of outcomes) {
      it(`${what}, with ${outcome}, without who called or with what`, async () => {
        process.env.FUNCTION_TARGET = "shop-test";
        const entries = await loggedBy(work);
        const [line, ...others] = entries.filter(({ message }) => message === "call");
        assert.deepEqual(others, []);
        assert.ok(line);
        const { milliseconds, ...rest } = line;
        const expected = { severity: "INFO", message: "call", function: "shop-test", outcome };
        assert.deepEqual(rest, reason ? { ...expected, reason } : expected);
        assert.ok(Number.isInteger(milliseconds) && Number(milliseconds) >= 0);

        const everything = JSON.stringify(entries);
        for (const personal of [person.uid, person.token.email, name]) {
          assert.ok(!everything.includes(personal), `the log holds ${personal}`);
        }
      });
    }
  });
});
