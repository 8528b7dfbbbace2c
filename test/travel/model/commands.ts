import assert, { AssertionError } from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import fc, { type Arbitrary, type AsyncCommand } from "fast-check";
import { logs } from "../../support/logs.ts";
import type { Action, Intention } from "./action.ts";
import * as i from "./intentions.ts";
import { mustHold } from "./invariants.ts";
import { receive } from "./money.ts";
import type { Picture } from "./picture.ts";
import { isBroken, lookAgain, type World } from "./world.ts";

export type Command = AsyncCommand<World, World>;

/** A refusal, or a failure of ours, as a program sees it. */
interface Failure {
  code?: unknown;
  details?: { reason?: string };
}

/** Does one thing, and compares what has become of the stays with what must become of them. */
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

/** Does several things at once; only what must always hold is looked at then. */
class Together implements Command {
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
  "too-early",
];

/** Whether somebody may have come to the end of what they may do in an hour. */
const isTired = ({ taken }: World): boolean => Object.values(taken).some((times) => times > 10);

async function failureOf(action: Action, world: World): Promise<Failure | undefined> {
  if (action.repeatable && !world.sent.includes(action)) world.sent.push(action);
  try {
    await action.act(world);
    return undefined;
  } catch (error) {
    if (error instanceof AssertionError) throw error;
    return error as Failure;
  }
}

/** After these the same may be tried again, and then it must go through. */
const isPassing = (failure: Failure | undefined): boolean =>
  failure?.code === "unavailable" || failure?.code === "aborted";

/** Money that has come with it, is received after it: of several payments, in any order. */
function outcomesOf(action: Action, before: Picture, after: Picture, now: number): Picture[] {
  const acted = structuredClone(before);
  acted.payments = after.payments;
  action.outcome(acted, now, after);
  const paid = Object.keys(after.payments).filter(
    (id) => after.payments[id]!.captured > (before.payments[id]?.captured ?? 0),
  );
  return permutations(paid).map((order) => {
    const one = structuredClone(acted);
    for (const id of order) receive(one, id, after.payments[id]!.captured, now);
    return one;
  });
}

function permutations<T>(all: readonly T[]): T[][] {
  if (all.length <= 1) return [[...all]];
  if (all.length > 4) return all.map((_, index) => [...all.slice(index), ...all.slice(0, index)]);
  return all.flatMap((first, index) =>
    permutations(all.toSpliced(index, 1)).map((rest) => [first, ...rest]),
  );
}

/** What an outcome says; the rest follows from it, and is seen to in invariants.ts. */
function comparable({ bookings, changes, days, listed, promised, cancelQuotes }: Picture) {
  const booked = Object.entries(bookings).map(([id, booking]) => {
    const { heldUntil, quoted, paid, refunded, review, reference, shownToHost, ...rest } = booking;
    const timeline = booking.timeline.filter((event) => event !== "refunded");
    return [id, { ...rest, timeline, state: stateBefore(booking) }];
  });
  const changed = Object.entries(changes).map(([id, { heldUntil, ...rest }]) => [id, rest]);
  return {
    bookings: Object.fromEntries(booked),
    changes: Object.fromEntries(changed),
    days,
    listed,
    promised,
    cancelQuotes,
  };
}

/** What a booking was before its money went back. */
const stateBefore = ({ state, timeline }: Picture["bookings"][string]): string => {
  if (state !== "refunded") return state;
  return timeline.some((event) => event.startsWith("cancelled")) ? "cancelled" : "expired";
};

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

/** What is done with one booking by several at once. */
const contested = weighted(
  [2, i.name],
  [3, i.pay],
  [5, i.confirm],
  [6, i.event],
  [2, i.settle],
  [3, i.cancel],
  [2, i.withdraw],
  [3, i.callOff],
  [3, i.accept],
  [2, i.decline],
  [4, i.change],
  [3, i.payChange],
  [2, i.askForRefund],
  [3, i.lapse],
  [1, i.mind],
  [2, i.reconcile],
  [2, i.makeRefunds],
  [2, i.checkIn],
  [2, i.missing],
  [2, i.complete],
  [2, i.set],
  [2, i.again],
);

/** What is done for the same nights by several at once. */
const wanted = weighted(
  [8, i.hold],
  [6, i.accept],
  [4, i.change],
  [4, i.event],
  [2, i.set],
  [2, i.lapse],
  [1, i.reconcile],
  [1, i.callOff],
  [1, i.list],
);

const anything = weighted(
  [4, i.quote],
  [8, i.hold],
  [2, i.name],
  [5, i.pay],
  [8, i.confirm],
  [1, i.cancelAtProvider],
  [10, i.event],
  [2, i.lose],
  [3, i.settle],
  [2, i.settleRefund],
  [3, i.askForRefund],
  [6, i.cancel],
  [2, i.withdraw],
  [2, i.callOff],
  [5, i.accept],
  [1, i.decline],
  [8, i.change],
  [2, i.priceChange],
  [6, i.payChange],
  [3, i.checkIn],
  [2, i.missing],
  [2, i.complete],
  [4, i.set],
  [1, i.list],
  [5, i.lapse],
  [2, i.mind],
  [2, i.reconcile],
  [3, i.makeRefunds],
  [3, i.jump],
  [6, i.jumpTo],
  [3, i.again],
  [2, i.breakSomething],
);

/** One thing after the other. */
export const steps: Arbitrary<Command> = anything.map((one) => new Step(one));

const several = (of: Arbitrary<Intention>) => fc.array(of, { minLength: 2, maxLength: 4 });

/** Two to four things at once: with one booking, as a rule one that is not over, or for the same nights. */
export const groups: Arbitrary<Command> = fc.oneof(
  fc.tuple(fc.nat(20), several(contested)).map(
    ([nth, all]) =>
      new Together((world) => {
        const { booked, picture } = world;
        const isOpen = (id: string) => OPEN.includes(picture.bookings[id]!.state);
        const from = nth > 3 && booked.some(isOpen) ? booked.filter(isOpen) : booked;
        world.focus = from.at(-1 - (nth % Math.max(from.length, 1)));
      }, all),
  ),
  fc.tuple(i.wish, several(wanted)).map(
    ([nights, all]) =>
      new Together((world) => {
        world.nights = nights;
      }, all),
  ),
);

const OPEN: readonly string[] = ["requested", "held", "confirmed", "checked_in"];
