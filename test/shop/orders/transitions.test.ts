import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../dev/paths.ts";
import { OrderState } from "../../../functions/src/shop/order/schema.ts";
import { isAllowed, next, orderTransitions } from "../../../functions/src/shop/order/states.ts";
import { refused } from "../../support/call.ts";
import { transitions, transitionsTable } from "../support/transitions.ts";

describe("shop: what may become of an order", () => {
  it("is said of each state, and each but the first is led to", () => {
    assert.deepEqual(Object.keys(orderTransitions).toSorted(), OrderState.options.toSorted());
    const reached = new Set(["pending_payment"]);
    for (const _ of OrderState.options) {
      for (const { from, to } of transitions) {
        if (reached.has(from)) for (const state of to) reached.add(state);
      }
    }
    assert.deepEqual([...reached].toSorted(), OrderState.options.toSorted());
  });

  it("is shown in docs/architecture.md as it is", () => {
    const document = readFileSync(join(root, "docs/architecture.md"), "utf8");
    const [, after = ""] = document.split("<!-- orderTransitions -->");
    const [shown = ""] = after.split("<!-- /orderTransitions -->");
    const wanted = transitionsTable();
    assert.ok(shown.trim() === wanted, `Between its marks it must say:\n\n${wanted}\n`);
  });

  it("is refused where the table has none of it, in words for its customer", async () => {
    assert.equal(isAllowed("paid", "ship"), true);
    assert.equal(isAllowed("part_shipped", "cancel"), false);
    const attempt = async () => next("part_shipped", "cancel");
    await refused(attempt(), "failed-precondition", "wrong-state");
    await assert.rejects(attempt(), { message: "This order is part shipped." });
  });
});
