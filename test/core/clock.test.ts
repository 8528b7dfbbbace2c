import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DAY, MINUTE, now, SECOND, stamp, useClock } from "../../functions/src/core/clock.ts";

const source = join(import.meta.dirname, "../../functions/src");
const ASKS_THE_TIME =
  /\bDate\s*\.\s*now\b|\bnew\s+Date\s*(\(\s*\)|[^\s(\w.])|\bTimestamp\s*\.\s*now\b/;

describe("core: the clock", () => {
  it("tells the time of this machine unless another clock is in", () => {
    const before = Date.now();
    const told = now().getTime();
    assert.ok(before <= told && told <= Date.now());
  });

  it("nests, and puts back the one before", () => {
    const at = (text: string) => useClock(() => new Date(text));
    const outer = at("2030-01-01T00:00:00Z");
    try {
      const inner = at("2040-01-01T00:00:00Z");
      assert.equal(now().getUTCFullYear(), 2040);
      inner();
      assert.equal(now().getUTCFullYear(), 2030);
    } finally {
      outer();
    }
    assert.ok(Math.abs(now().getTime() - Date.now()) < MINUTE);
  });

  it("asks the clock that is in each time anew", () => {
    let time = 0;
    const putBack = useClock(() => new Date(time));
    try {
      assert.equal(now().getTime(), 0);
      time = DAY;
      assert.equal(now().getTime(), 86_400_000);
    } finally {
      putBack();
    }
  });

  it("stamps the present moment, or one so many milliseconds from it", () => {
    const putBack = useClock(() => new Date(1_800_000_000_123));
    try {
      assert.equal(stamp().toMillis(), 1_800_000_000_123);
      assert.equal(stamp(30 * MINUTE).toMillis(), 1_800_001_800_123);
      assert.equal(stamp(-SECOND).toMillis(), 1_799_999_999_123);
    } finally {
      putBack();
    }
  });

  it("is the only place in the functions that asks what time it is", () => {
    const files = globSync("**/*.ts", { cwd: source });
    const asking = files.filter((file) =>
      ASKS_THE_TIME.test(readFileSync(join(source, file), "utf8")),
    );
    assert.deepEqual(asking, [join("core", "clock.ts")]);
  });

  it("would be missed by none of the ways to ask it", () => {
    const ways = ["Date.now()", "new Date()", "new Date( )", "new Date;", "Timestamp.now()"];
    for (const way of [...ways, "[0].map(Date.now)"]) assert.match(way, ASKS_THE_TIME);
    for (const other of ["new Date(time)", "Timestamp.fromMillis(0)", "performance.now()"]) {
      assert.doesNotMatch(other, ASKS_THE_TIME);
    }
  });
});
