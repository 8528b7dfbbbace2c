import assert from "node:assert/strict";
import { stamp, useClock } from "../../functions/src/core/clock.ts";
import type { Write } from "../../functions/src/core/decide.ts";
import { counterOf, spend, spendIfLeft } from "../../functions/src/core/limits.ts";
import { refused } from "../support/call.ts";

type Counter = Parameters<typeof spend>[0];

const limit = { calls: 3, seconds: 60 };
const readAt = { read: "at some time" };

/** A counter as it was read: after so many calls, with so many milliseconds to go. */
const counter = (calls?: number, left = 0): Counter =>
  ({
    ref: counterOf("ring", "a-uid"),
    updateTime: readAt,
    data: () =>
      calls === undefined ? undefined : { calls, lastCall: "another", expiresAt: stamp(left) },
  }) as unknown as Counter;

/** What a write asks of a batch. */
function asked([write, ...more]: Write[]): unknown[] {
  assert.deepEqual(more, []);
  const calls: unknown[][] = [];
  const batch = new Proxy(
    {},
    {
      get:
        (_, method) =>
        (...words: unknown[]) =>
          calls.push([method, ...words]),
    },
  );
  write?.(batch as Parameters<Write>[0]);
  assert.equal(calls.length, 1);
  return calls[0] ?? [];
}

describe("core: a limit", () => {
  const time = Date.parse("2026-11-22T10:00:00Z");
  const ref = counterOf("ring", "a-uid");
  const started = { calls: 1, lastCall: "this", expiresAt: stamp() };
  let putBack = () => {};
  beforeEach(() => {
    putBack = useClock(() => new Date(time));
    started.expiresAt = stamp(60_000);
  });
  afterEach(() => putBack());

  it("is counted by action and person, below the person", () => {
    assert.equal(ref.path, "users/a-uid/limits/ring");
  });

  it("begins with the first call, which must be the first", () => {
    assert.deepEqual(asked(spend(counter(), limit, "this")), ["create", ref, started]);
  });

  it("counts on within the window, from what was read, and leaves its end", () => {
    const expected = ["update", ref, { calls: 3, lastCall: "this" }, { lastUpdateTime: readAt }];
    assert.deepEqual(asked(spend(counter(2, 1), limit, "this")), expected);
  });

  it("does not count a call that it has counted last", () => {
    const counted = {
      ...counter(3, 1),
      data: () => ({ calls: 3, lastCall: "this", expiresAt: stamp(1) }),
    };
    assert.deepEqual(spend(counted as unknown as Counter, limit, "this"), []);
  });

  it("begins anew when the window is over, to the millisecond", () => {
    const anew = ["update", ref, started, { lastUpdateTime: readAt }];
    for (const left of [0, -1, -1_000_000]) {
      assert.deepEqual(asked(spend(counter(3, left), limit, "this")), anew);
      assert.deepEqual(asked(spend(counter(1, left), limit, "this")), anew);
    }
  });

  it("refuses one call more, with whole seconds to wait and never none", async () => {
    for (const [left, seconds] of [
      [1, 1],
      [1_000, 1],
      [1_001, 2],
      [60_000, 60],
    ] as const) {
      const again = async () => spend(counter(3, left), limit, "this");
      const about = await refused(again(), "resource-exhausted", "too-many-requests");
      assert.equal(about.retryAfterSeconds, seconds);
      const words = `At most 3 times in 60 seconds. Try again in ${seconds} seconds.`;
      await assert.rejects(again(), { message: words });
    }
  });

  it("leaves out what nobody waits for where there is none left, and hides no other failure", () => {
    assert.equal(spendIfLeft(counter(3, 1), limit, "this"), undefined);
    assert.equal(spendIfLeft(counter(2, 1), limit, "this")?.length, 1);
    const broken = {
      ...counter(),
      data: () => assert.fail("no such document"),
    } as unknown as Counter;
    assert.throws(() => spendIfLeft(broken, limit, "this"), /no such document/);
  });

  it("refuses also where it was lowered below what was counted", async () => {
    const again = async () => spend(counter(10, 1_000), limit, "this");
    await refused(again(), "resource-exhausted", "too-many-requests");
  });
});
