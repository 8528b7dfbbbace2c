import assert from "node:assert/strict";
import { isBroken } from "../../support/troubles.ts";
import type { Intention } from "./action.ts";
import { failureOf, isPassing, isTired, wordsOf } from "./failures.ts";
import { mustHold } from "./invariants.ts";
import type { Command } from "./step.ts";
import { lookAgain, type World } from "./world.ts";

/** Does several things at once; only what must always hold is looked at then. */
export class Together implements Command {
  readonly #prepare: (world: World) => void;
  readonly #intentions: Intention[];

  constructor(prepare: (world: World) => void, all: Intention[]) {
    this.#prepare = prepare;
    this.#intentions = all;
  }

  check = (): boolean => true;

  async run(world: World): Promise<void> {
    const before = world.picture;
    const broken = await isBroken(world);
    this.#prepare(world);
    const actions = this.#intentions.flatMap((one) => one.plan(world) ?? []);
    world.focus = undefined;
    world.nights = undefined;
    world.story.push(`at once: ${actions.map(({ text }) => text).join(" | ")}`);
    const now = world.time;
    const failures = await Promise.all(actions.map((action) => failureOf(action, world)));
    world.time = Math.max(now, world.time);
    const after = await lookAgain(world);
    for (const [index, failure] of failures.entries()) {
      if (!failure) continue;
      world.story.push(`  → ${wordsOf(failure)}`);
      const reason = failure.details?.reason ?? "";
      const { swept, outside } = actions[index]!;
      if (outside || isPassing(failure) || (broken && swept)) continue;
      if (reason === "too-many-requests" && isTired(world)) continue;
      assert.ok(REFUSALS.includes(reason), wordsOf(failure));
    }
    mustHold(before, after, now);
  }

  toString = (): string => `at once(${this.#intentions.map(({ text }) => text).join(", ")})`;
}

/** What may be refused when several do something at once. */
const REFUSALS = [
  "no-such-booking",
  "no-such-change",
  "no-such-quote",
  "wrong-state",
  "request-expired",
  "hold-expired",
  "guests-needed",
  "quote-expired",
  "quote-needed",
  "quote-superseded",
  "change-pending",
  "price-changed",
  "on-request",
  "same-dates",
  "in-the-past",
  "not-open",
  "not-listed",
  "no-such-stay",
  "closed",
  "sold-out",
  "stay-too-short",
  "stay-too-long",
  "below-booked",
  "stay-begun",
  "too-early",
  "too-late",
];
