import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../../dev/paths.ts";
import { draftTransitions, isAtLeast, mayDo } from "../../../functions/src/content/draft/states.ts";
import { DraftState } from "../../../functions/src/content/schema.ts";
import { siteRoles } from "../../../functions/src/content/team/schema.ts";

/** The table that docs/architecture.md shows. */
const transitionsTable = (): string =>
  [
    "| from | action | to |",
    "|---|---|---|",
    ...Object.entries(draftTransitions).flatMap(([from, actions]) =>
      Object.entries(actions).map(([action, to]) => `| \`${from}\` | ${action} | \`${to}\` |`),
    ),
  ].join("\n");

describe("content: what may be done to a draft", () => {
  it("is said of each state, and leads to a state", () => {
    assert.deepEqual(Object.keys(draftTransitions).toSorted(), DraftState.options.toSorted());
    for (const actions of Object.values(draftTransitions)) {
      for (const to of Object.values(actions)) assert.ok(DraftState.options.includes(to));
    }
  });

  it("is shown in docs/architecture.md as it is", () => {
    const document = readFileSync(join(root, "docs/architecture.md"), "utf8");
    const [, after = ""] = document.split("<!-- draftTransitions -->");
    const [shown = ""] = after.split("<!-- /draftTransitions -->");
    assert.equal(shown.trim(), transitionsTable());
  });

  it("leads from any state to being published, and back", () => {
    for (const state of DraftState.options) {
      assert.equal(draftTransitions[state].publish, "published", state);
    }
    assert.equal(draftTransitions.published.unpublish, "draft");
  });

  it("is no change to what is scheduled, but to take it back or to publish it now", () => {
    assert.deepEqual(Object.keys(draftTransitions.scheduled).toSorted(), [
      "publish",
      "unpublish",
      "unschedule",
    ]);
  });

  it("grows with the role: what one may do, those above may, too", () => {
    for (const state of DraftState.options) {
      for (const action of ["save", "submit", "publish", "approve", "unpublish"] as const) {
        for (const isOwn of [true, false]) {
          const may = siteRoles.map((role) => mayDo(action, { role, isOwn, state }));
          assert.deepEqual(
            may,
            may.toSorted((one, other) => Number(one) - Number(other)),
            action,
          );
        }
      }
    }
  });

  it("is nothing for a reader, and nothing with another's for a contributor or an author", () => {
    for (const state of DraftState.options) {
      for (const action of ["save", "submit", "withdraw", "publish", "schedule"] as const) {
        assert.equal(mayDo(action, { role: "reader", isOwn: true, state }), false);
        for (const role of ["contributor", "author"] as const) {
          assert.equal(mayDo(action, { role, isOwn: false, state }), false);
        }
      }
    }
  });

  it("is, for a contributor, to publish what an editor has approved and nothing else", () => {
    const states = DraftState.options.filter((state) =>
      mayDo("publish", { role: "contributor", isOwn: true, state }),
    );
    assert.deepEqual(states, ["ready"]);
  });

  it("is not, for an author, to approve or to reject, though it be their own", () => {
    for (const action of ["approve", "reject"] as const) {
      const may = mayDo(action, { role: "author", isOwn: true, state: "in_review" });
      assert.equal(may, false, action);
    }
  });

  it("is for editors, as for owners, all of it", () => {
    assert.ok(isAtLeast("owner", "editor") && !isAtLeast("author", "editor"));
    assert.ok(mayDo("reject", { role: "editor", isOwn: false, state: "in_review" }));
  });
});
