import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import type { AsyncCommand } from "fast-check";
import { isBroken } from "../../support/troubles.ts";
import type { Intention } from "./action.ts";
import { failureOf, isPassing, isTired, said, wordsOf } from "./failures.ts";
import { mustHold } from "./invariants.ts";
import { comparable, outcomesOf } from "./outcomes.ts";
import { lookAgain, passUntil, type World } from "./world.ts";

export type Command = AsyncCommand<World, World>;

/** Does one thing, and compares what has become of the stays with what must become of them. */
export class Step implements Command {
  readonly #intention: Intention;
  /** Milliseconds after the moment at which it is too late; null for now. */
  readonly #delay: number | null;

  constructor(intention: Intention, delay: number | null) {
    this.#intention = intention;
    this.#delay = delay;
  }

  check = (): boolean => true;

  async run(world: World): Promise<void> {
    const action = this.#intention.plan(world);
    if (!action) return;
    const end = action.end?.(world.picture, world.time);
    if (end && this.#delay !== null) passUntil(world, end + this.#delay);
    const before = world.picture;
    const now = world.time;
    const broken = await isBroken(world);
    world.story.push(action.text + (broken ? " (something goes wrong)" : ""));
    const failure = await failureOf(action, world);
    if (failure) world.story.push(`  → ${wordsOf(failure)}`);
    if (action.outside) return;
    const after = await lookAgain(world);
    mustHold(before, after, now);
    if (broken && (action.swept || isPassing(failure))) return;

    const refusals = action.refusals(before, now);
    if (failure) {
      const reason = failure.details?.reason ?? "";
      if (reason === "too-many-requests" && isTired(world)) return;
      assert.ok(refusals.includes(reason), `${wordsOf(failure)}, expected ${said(refusals)}`);
      assert.deepEqual(comparable(after), comparable(before), "a refusal changes nothing");
      return;
    }
    assert.deepEqual(refusals, [], "it went through, and should have been refused");
    // What else was to come of it goes wrong, and nobody is told.
    if (broken) return;
    const seen = comparable(after);
    const possible = outcomesOf(action, before, after, now).map(comparable);
    if (possible.some((one) => isDeepStrictEqual(one, seen))) return;
    assert.deepEqual(seen, possible[0]);
  }

  toString = (): string => this.#intention.text;
}
