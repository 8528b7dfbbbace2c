import assert from "node:assert/strict";
import { endsWindow } from "../../../functions/src/content/draft/revisions.ts";
import { MINUTE, stamp, useClock } from "../../../functions/src/core/clock.ts";

/** A draft that was changed so many milliseconds after ten. */
function changedAt(milliseconds: number) {
  const putBack = useClock(() => new Date("2026-11-22T10:00:00Z"));
  try {
    return { updatedAt: stamp(milliseconds) };
  } finally {
    putBack();
  }
}

describe("content: what stood before a change", () => {
  const isKept = (before: number, after: number) => endsWindow(changedAt(before), changedAt(after));

  it("is kept where the change is the first of another ten minutes", () => {
    assert.equal(isKept(0, 10 * MINUTE - 1), false);
    assert.equal(isKept(10 * MINUTE - 1, 10 * MINUTE), true);
    assert.equal(isKept(0, 60 * MINUTE), true);
  });

  it("is not kept where it is said late, of an earlier change", () => {
    assert.equal(isKept(10 * MINUTE, 0), false);
  });
});
