import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import fc, { type Arbitrary, type AsyncCommand } from "fast-check";
import { SECOND } from "../../../functions/src/core/clock.ts";
import { logs } from "../../support/logs.ts";
import { isBroken } from "../../support/troubles.ts";
import type { Action, Intention } from "./action.ts";
import * as intentions from "./intentions.ts";
import { mustHold } from "./invariants.ts";
import type { Picture } from "./picture.ts";
import { lookAgain, type World } from "./world.ts";

export type Command = AsyncCommand<World, World>;

/** A refusal, or a failure of ours, as a program sees it. */
interface Failure {
  code?: unknown;
  details?: { reason?: string };
}

/** Does one thing, and compares what has become of the shop with what must become of it. */
class Step implements Command {
  readonly #intention: Intention;

  constructor(intention: Intention) {
    this.#intention = intention;
  }

  check = (): boolean => true;

  async run(world: World): Promise<void> {
    const action = this.#intention.plan(world);
    if (!action) return;
    const before = world.picture;
    world.time += SECOND;
    const now = world.time;
    const broken = await isBroken(world);
    world.story.push(action.text + (broken ? " (something goes wrong)" : ""));
    const failure = await failureOf(action, world);
    if (failure) world.story.push(`  → ${wordsOf(failure)}`);
    const after = await lookAgain(world, action.outside ? "provider" : undefined);
    mustHold(before, after);
    if (broken && (action.swept || action.outside || isPassing(failure))) return;

    const refusals = action.refusals(before, now);
    if (failure) {
      const reason = failure.details?.reason ?? "";
      assert.ok(refusals.includes(reason), `${wordsOf(failure)}, expected ${said(refusals)}`);
      assert.deepEqual(after, before, "what was refused has changed nothing");
      return;
    }
    assert.deepEqual(refusals, [], "it went through, and should have been refused");
    const possible = outcomesOf(action, before, now);
    const seen = comparable(after);
    if (possible.some((one) => isDeepStrictEqual(comparable(one), seen))) return;
    assert.deepEqual(seen, comparable(possible[0]!));
  }

  toString = (): string => this.#intention.text;
}

/** Does several things at once; only what must always hold is looked at then. */
class Together implements Command {
  readonly #nth: number;
  readonly #intentions: Intention[];

  constructor(nth: number, all: Intention[]) {
    this.#nth = nth;
    this.#intentions = all;
  }

  check = (): boolean => true;

  async run(world: World): Promise<void> {
    const before = world.picture;
    world.time += SECOND;
    const broken = await isBroken(world);
    world.focus = world.placed[this.#nth % world.placed.length];
    const actions = this.#intentions.flatMap((one) => one.plan(world) ?? []);
    world.focus = undefined;
    world.story.push(`at once: ${actions.map(({ text }) => text).join(" | ")}`);
    const failures = await Promise.all(actions.map((action) => failureOf(action, world)));
    const after = await lookAgain(world);
    mustHold(before, after);
    for (const [index, failure] of failures.entries()) {
      if (!failure) continue;
      world.story.push(`  → ${wordsOf(failure)}`);
      const reason = failure.details?.reason ?? "";
      const { swept, outside } = actions[index]!;
      if (outside || isPassing(failure) || (broken && swept)) continue;
      assert.ok(REFUSALS.includes(reason), wordsOf(failure));
    }
  }

  toString = (): string => `at once(${this.#intentions.map(({ text }) => text).join(", ")})`;
}

/** What may be refused when several do something at once. */
const REFUSALS = [
  "no-such-order",
  "wrong-state",
  "order-expired",
  "out-of-stock",
  "coupon-used-up",
  "coupon-used",
  "coupon-needs-account",
  "too-many",
  "nothing-to-refund",
  "refund-too-large",
  "promised",
];

async function failureOf(action: Action, world: World): Promise<Failure | undefined> {
  if (action.repeatable && !world.sent.includes(action)) world.sent.push(action);
  try {
    await action.act(world);
    return undefined;
  } catch (error) {
    return error as Failure;
  }
}

/** After these the same may be tried again, and then it must go through. */
const isPassing = (failure: Failure | undefined): boolean =>
  failure?.code === "unavailable" || failure?.code === "aborted";

function outcomesOf(action: Action, before: Picture, now: number): Picture[] {
  const after = structuredClone(before);
  if (!action.outcomes) action.outcome(after, now);
  const possible = action.outcomes?.(after, now) ?? [after];
  for (const one of possible) one.mails.sort();
  return possible;
}

/** When an order that is being closed is looked at again, is the sweep's own affair. */
function comparable(picture: Picture): Picture {
  const orders = Object.entries(picture.orders).map(([id, order]) => {
    const isClosing = order.state === "expiring" || order.state === "cancelling";
    return [id, isClosing && order.closeAt !== null ? { ...order, closeAt: 0 } : order] as const;
  });
  return { ...picture, orders: Object.fromEntries(orders) };
}

const said = (reasons: readonly string[]): string => reasons.join(" or ") || "that it is done";

/** A refusal, or what our log says of a failure. */
function wordsOf(failure: Failure): string {
  const reason = failure.details?.reason;
  if (reason === "unexpected" || reason === undefined) {
    const entry = logs.findLast(({ message, severity }) => severity === "ERROR" && message);
    return `${failure}: ${entry?.stack ?? JSON.stringify(entry)}`;
  }
  return `${failure.code}/${reason}`;
}

const weighted = (...all: [number, Arbitrary<Intention>][]): Arbitrary<Intention> =>
  fc.oneof(...all.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const i = intentions;

/** What is done to one order, coupon or shelf by several at once. */
const contested = weighted(
  [3, i.place],
  [3, i.pay],
  [4, i.confirm],
  [4, i.cancel],
  [5, i.event],
  [2, i.settle],
  [3, i.sweep],
  [3, i.reconcile],
  [3, i.makeRefunds],
  [3, i.ship],
  [2, i.shipPart],
  [1, i.deliver],
  [3, i.giveBack],
  [4, i.refund],
  [2, i.receive],
  [2, i.adjust],
  [3, i.again],
);

const anything = weighted(
  [9, i.place],
  [8, i.pay],
  [9, i.confirm],
  [1, i.cancelAtProvider],
  [12, i.event],
  [2, i.lose],
  [3, i.settle],
  [4, i.settleRefund],
  [4, i.cancel],
  [3, i.ship],
  [4, i.shipPart],
  [3, i.deliver],
  [4, i.giveBack],
  [4, i.refund],
  [4, i.makeRefunds],
  [4, i.sweep],
  [4, i.reconcile],
  [5, i.jump],
  [1, i.receive],
  [2, i.adjust],
  [4, i.again],
  [2, i.breakSomething],
);

/** One thing after the other. */
export const steps: Arbitrary<Command> = anything.map((one) => new Step(one));

/** Two to four things at once: with one order or, for some, with the coupons. */
export const groups: Arbitrary<Command> = fc
  .tuple(
    fc.nat(20),
    fc.oneof(
      { weight: 4, arbitrary: fc.array(contested, { minLength: 2, maxLength: 4 }) },
      { weight: 1, arbitrary: fc.array(i.redeem, { minLength: 2, maxLength: 4 }) },
    ),
  )
  .map(([nth, all]) => new Together(nth, all));
