import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { callable } from "../../functions/src/core/callable.ts";
import { useClock } from "../../functions/src/core/clock.ts";
import type { Limit } from "../../functions/src/core/limits.ts";
import { reasonOf } from "../../functions/src/core/refuse.ts";
import { Staff } from "../../functions/src/core/roles.ts";
import { call, callWith, customer, type Person, refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";

const Nothing = Staff.pick({});

/** A function that may be called so often, and how often its handler was run. */
function limited(limit: Limit) {
  const ran = { times: 0 };
  const ring = callable({ access: "signed-in", input: Nothing, limit }, async () => {
    ran.times++;
    return "rung";
  });
  return { ran, ring: (person: Person) => call(ring, person, {}), raw: ring };
}

const tooMany = (attempt: Promise<unknown>) =>
  refused(attempt, "resource-exhausted", "too-many-requests");

describe("core: a callable function with a limit", () => {
  let time = Date.parse("2026-11-22T10:00:00Z");
  let putBack = () => {};
  before(() => clearFirestore());
  beforeEach(() => {
    process.env.FUNCTION_TARGET = `function-${randomUUID()}`;
    putBack = useClock(() => new Date(time));
  });
  afterEach(() => {
    delete process.env.FUNCTION_TARGET;
    putBack();
  });

  it("takes so many calls, then refuses with the seconds left, then takes as many again", async () => {
    const { ran, ring } = limited({ calls: 3, seconds: 60 });
    const person = customer();
    for (let window = 1; window <= 2; window++) {
      for (let n = 0; n < 3; n++) assert.equal(await ring(person), "rung");
      assert.deepEqual((await tooMany(ring(person))).retryAfterSeconds, 60);
      time += 59_001;
      assert.deepEqual((await tooMany(ring(person))).retryAfterSeconds, 1);
      time += 998;
      await tooMany(ring(person));
      time += 1;
      assert.equal(ran.times, 3 * window, "the handler was run");
    }
  });

  it("counts the window from its first call", async () => {
    const { ring } = limited({ calls: 2, seconds: 60 });
    const person = customer();
    await ring(person);
    time += 50_000;
    await ring(person);
    assert.equal((await tooMany(ring(person))).retryAfterSeconds, 10);
    time += 10_000;
    await ring(person);
  });

  it("counts each person alone", async () => {
    const { ring } = limited({ calls: 1, seconds: 60 });
    const [one, other] = [customer(), customer()];
    await ring(one);
    await tooMany(ring(one));
    await ring(other);
    await tooMany(ring(other));
  });

  it("counts each function alone", async () => {
    const { ring } = limited({ calls: 1, seconds: 60 });
    const person = customer();
    await ring(person);
    await tooMany(ring(person));
    process.env.FUNCTION_TARGET = `function-${randomUUID()}`;
    await ring(person);
  });

  it("counts calls at once exactly", async () => {
    const { ran, ring } = limited({ calls: 4, seconds: 60 });
    const person = customer();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => ring(person).catch((error) => reasonOf(error))),
    );
    assert.equal(ran.times, 4);
    assert.deepEqual(
      outcomes.toSorted(),
      [...Array(4).fill("rung"), ...Array(6).fill("too-many-requests")].toSorted(),
    );
  });

  it("does not count who may not call, nor bad input", async () => {
    const { ran, ring, raw } = limited({ calls: 1, seconds: 60 });
    const person = customer();
    await refused(callWith(raw, undefined, {}), "unauthenticated", "signed-out");
    await refused(callWith(raw, person, { x: 1 }), "invalid-argument", "invalid-input");
    await ring(person);
    assert.equal(ran.times, 1);
  });

  it("costs one read and one write more a call, and the read alone where it refuses", async () => {
    const { ring } = limited({ calls: 2, seconds: 60 });
    const person = customer();
    const bills = [
      await firestore.costOf(() => ring(person)),
      await firestore.costOf(() => ring(person)),
      await firestore.costOf(() => tooMany(ring(person))),
    ];
    assert.deepEqual(
      bills.map(({ reads, writes }) => [reads, writes]),
      [
        [1 + 1, 1],
        [1 + 1, 1],
        [1 + 1, 0],
      ],
    );
  });
});
