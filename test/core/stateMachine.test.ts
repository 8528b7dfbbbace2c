import assert from "node:assert/strict";
import { stateMachine } from "../../functions/src/core/stateMachine.ts";
import { refused } from "../support/call.ts";

type State = "not_lit" | "burning" | "out";
type Action = "light" | "wait" | "blow";

const { isAllowed, next } = stateMachine<State, Action>("candle", {
  not_lit: { light: ["burning"] },
  burning: { wait: ["burning", "out"], blow: ["out"] },
  out: {},
});

describe("core: a state machine", () => {
  it("allows what its table has, and nothing else", () => {
    assert.ok(isAllowed("not_lit", "light") && isAllowed("burning", "wait"));
    assert.ok(!isAllowed("not_lit", "blow") && !isAllowed("out", "light"));
  });

  it("goes on to the one state there is, and of several to the one that is wanted", () => {
    assert.equal(next("not_lit", "light"), "burning");
    assert.equal(next("burning", "wait", "burning"), "burning");
    assert.equal(next("burning", "wait", "out"), "out");
  });

  it("refuses all else, with the state and what is possible in it", async () => {
    const attempt = async () => next("not_lit", "wait");
    const about = await refused(attempt(), "failed-precondition", "wrong-state");
    assert.deepEqual([about.state, about.possible], ["not_lit", ["light"]]);
    await assert.rejects(attempt(), { message: "This candle is not lit." });
  });

  it("takes it for a mistake of ours to want a state that an action does not lead to", () => {
    const mistake = /blow leads from burning to out, not to burning/;
    assert.throws(() => next("burning", "blow", "burning"), mistake);
  });
});
