import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../dev/paths.ts";
import { BookingState } from "../../../functions/src/travel/booking/schema.ts";
import {
  bookingTransitions,
  isAllowed,
  next,
} from "../../../functions/src/travel/booking/states.ts";
import { refused } from "../../support/call.ts";
import { transitions, transitionsTable } from "../support/transitions.ts";

describe("travel: what may become of a booking", () => {
  it("is said of each state, and each but the first two is led to", () => {
    assert.deepEqual(Object.keys(bookingTransitions).toSorted(), BookingState.options.toSorted());
    const reached = new Set<BookingState>(["requested", "held"]);
    for (const _ of BookingState.options) {
      for (const { from, to } of transitions) {
        if (reached.has(from)) for (const state of to) reached.add(state);
      }
    }
    assert.deepEqual([...reached].toSorted(), BookingState.options.toSorted());
  });

  it("is shown in docs/architecture.md as it is", () => {
    const document = readFileSync(join(root, "docs/architecture.md"), "utf8");
    const [, after = ""] = document.split("<!-- bookingTransitions -->");
    const [shown = ""] = after.split("<!-- /bookingTransitions -->");
    const wanted = transitionsTable();
    assert.ok(shown.trim() === wanted, `Between its marks it must say:\n\n${wanted}\n`);
  });

  it("is refused where the table has none of it, in words for its traveller", async () => {
    assert.equal(isAllowed("held", "pay"), true);
    assert.equal(isAllowed("checked_in", "cancel"), false);
    const attempt = async () => next("checked_in", "cancel");
    await refused(attempt(), "failed-precondition", "wrong-state");
    await assert.rejects(attempt(), { message: "This booking is checked in." });
  });
});
