import assert from "node:assert/strict";
import { MINUTE, now, useClock } from "../../functions/src/core/clock.ts";
import { inRounds } from "../../functions/src/core/inRounds.ts";

describe("core: a sweep in rounds", () => {
  const round = (limit: number, outcome = "done") => Array<string>(limit).fill(outcome);

  it("goes on while a round is full, and ends with one that is not", async () => {
    const found = [1, 1, 0.5, 1];
    let rounds = 0;
    await inRounds(async (_, limit) => round(limit * (found[rounds++] ?? 0)), MINUTE);
    assert.equal(rounds, 3);
  });

  it("ends with a round in which something failed: that would be met again at once", async () => {
    let rounds = 0;
    const sweep = async (_: Date, limit: number) => {
      rounds++;
      return [...round(limit - 1), "failed"];
    };
    await inRounds(sweep, MINUTE);
    assert.equal(rounds, 1);
  });

  it("begins no round when its time is over", async () => {
    let time = Date.now();
    const putBack = useClock(() => new Date(time));
    const begun: number[] = [];
    try {
      const start = now().getTime();
      const sweep = async (at: Date, limit: number) => {
        begun.push(at.getTime() - start);
        time += 40_000;
        return round(limit);
      };
      await inRounds(sweep, MINUTE);
    } finally {
      putBack();
    }
    assert.deepEqual(begun, [0, 40_000]);
  });
});
