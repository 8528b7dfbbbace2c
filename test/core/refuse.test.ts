import assert from "node:assert/strict";
import { reasonOf, refuse } from "../../functions/src/core/refuse.ts";

function refusalOf(...words: Parameters<typeof refuse>): Error & { details: unknown } {
  try {
    refuse(...words);
  } catch (error) {
    return error as Error & { details: unknown };
  }
}

describe("core: a refusal", () => {
  it("reaches the client as a code, a sentence, a reason and what it is about", () => {
    const refusal = refusalOf("failed-precondition", "out-of-stock", "Only 3 left.", {
      line: "tea",
      left: 3,
    });
    assert.deepEqual(JSON.parse(JSON.stringify(refusal)), {
      status: "FAILED_PRECONDITION",
      message: "Only 3 left.",
      details: { line: "tea", left: 3, reason: "out-of-stock" },
    });
  });

  it("has no details but the reason where it is about nothing", () => {
    const { details } = refusalOf("not-found", "no-such-thing", "Gone.");
    assert.deepEqual(details, { reason: "no-such-thing" });
  });

  it("keeps its reason, whatever it is about", () => {
    const refusal = refusalOf("not-found", "no-such-thing", "Gone.", { reason: "another" });
    assert.equal(reasonOf(refusal), "no-such-thing");
  });

  it("is known by its reason; no other error has one", () => {
    assert.equal(reasonOf(refusalOf("aborted", "contention", "Again.")), "contention");
    const lookalike = Object.assign(new Error("x"), { details: { reason: "forged" } });
    for (const other of [lookalike, new Error("x"), { details: { reason: "x" } }, "x", null]) {
      assert.equal(reasonOf(other), undefined);
    }
  });

  it("without details, as a library may throw one, has no reason", () => {
    const refusal = refusalOf("aborted", "contention", "Again.");
    for (const details of [undefined, null, "reason", {}]) {
      assert.equal(reasonOf(Object.assign(Object.create(refusal), { details })), undefined);
    }
  });
});
