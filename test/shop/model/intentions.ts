import fc, { type Arbitrary } from "fast-check";
import type { PaymentEvent } from "../../../dev/payments/objects.ts";
import { DAY, MINUTE } from "../../../functions/src/core/clock.ts";
import type { Person } from "../../support/call.ts";
import { breakDatabase, breakProvider } from "../../support/troubles.ts";
import type { Action, Intention } from "./action.ts";
import { isEmpty, toReturn, toShip } from "./goods.ts";
import { adjusting, makingRefunds, receiving, reconciling, sweeping } from "./houseActions.ts";
import {
  cancelling,
  delivering,
  paying,
  placing,
  refunding,
  returning,
  shipping,
} from "./orderActions.ts";
import type { Goods, OrderPicture, Picture } from "./picture.ts";
import {
  arriving,
  cancelingAtProvider,
  confirming,
  isOpen,
  methods,
  paymentIn,
  settling,
  settlingRefund,
} from "./providerActions.ts";
import { about, isPayable, toOpen, toPaid, toProcessing, toRefund, toShipped } from "./ways.ts";
import { buyers, manager, requestId, SKUS, type World } from "./world.ts";

/** Which of several, and whether it should be one with which something can be done. */
export interface Pick {
  nth: number;
  apt: boolean;
}

const pick: Arbitrary<Pick> = fc.record({
  nth: fc.nat(20),
  apt: fc.integer({ min: 0, max: 5 }).map((n) => n > 0),
});

function chosen<T>({ nth, apt }: Pick, all: readonly T[], isApt: (one: T) => boolean) {
  const fitting = all.filter(isApt);
  const from = apt && fitting.length > 0 ? fitting : all;
  return from[nth % from.length];
}

/**
 * Means to do something with an order: as a rule one that `isApt` for it, and if there is none, then
 * with what leads there (`way`).
 */
const withOrder = <P>(
  text: string,
  parameters: Arbitrary<P>,
  isApt: (order: OrderPicture, world: World) => boolean,
  plan: (id: string, order: OrderPicture, parameters: P, world: World) => Action | undefined,
  way: (world: World) => Action | undefined = toPaid,
) =>
  intention(text, fc.tuple(pick, parameters), ([which, more], world) => {
    const { orders } = world.picture;
    const fits = (id: string) => isApt(orders[id]!, world);
    if (which.apt && world.focus === undefined && !world.placed.some(fits)) return way(world);
    const id = world.focus ?? chosen(which, world.placed, fits);
    const action = id === undefined ? undefined : plan(id, orders[id]!, more, world);
    return action && about(action, id!, world);
  });

const intention = <P>(
  text: string,
  parameters: Arbitrary<P>,
  plan: (parameters: P, world: World) => Action | undefined,
): Arbitrary<Intention> =>
  parameters.map((values) => ({ text, plan: (world) => plan(values, world) }));

const isIn =
  (...states: string[]) =>
  ({ state }: OrderPicture): boolean =>
    states.includes(state);

const quantity = fc.integer({ min: 1, max: 2 });
const sku = fc.constantFrom(...SKUS);
const goods: Arbitrary<Goods> = fc.dictionary(sku, quantity, {
  minKeys: 1,
  maxKeys: 2,
  noNullPrototype: true,
});
const buyer = fc.constantFrom(...buyers);

/** Its customer, as a rule. */
const by = fc.option(fc.constantFrom<Person>(...buyers, manager, manager), { freq: 2 });
const callerOf = ({ uid }: OrderPicture, other: Person | null): Person =>
  other ?? buyers.find((one) => one.uid === uid)!;

const code = fc.constantFrom("FEW" as const, "ONCE" as const);

const placeWith = (codes: Arbitrary<"FEW" | "ONCE" | null>) =>
  intention("order", fc.tuple(buyer, goods, codes), ([person, wanted, coupon], world) =>
    placing(requestId(world), person, wanted, coupon ?? undefined),
  );

export const place = placeWith(fc.option(code, { freq: 1 }));

/** Somebody wants to use a coupon, whoever else does. */
export const redeem = placeWith(code);

export const pay = withOrder(
  "pay",
  by,
  isIn("pending_payment"),
  (id, order, other) => paying(id, callerOf(order, other === manager ? null : other)),
  toOpen,
);

const intentIn = (order: OrderPicture, { picture }: World) => picture.intents[order.payment ?? ""];

export const confirm = withOrder(
  "confirm",
  fc.constantFrom(methods[0]!, ...methods),
  isPayable,
  (_, order, method, world) => {
    const intent = intentIn(order, world);
    return intent && isOpen(intent) ? confirming(order.payment!, method) : undefined;
  },
  toOpen,
);

export const cancelAtProvider = withOrder(
  "cancel in the dashboard",
  fc.constant(null),
  isPayable,
  (_, order, __, world) => {
    const intent = intentIn(order, world);
    return intent && isOpen(intent) ? cancelingAtProvider(order.payment!) : undefined;
  },
  toOpen,
);

const outcome = fc.constantFrom("succeeded" as const, "failed" as const);

export const settle = withOrder(
  "settle",
  outcome,
  (order, world) => intentIn(order, world)?.status === "processing",
  (_, order, how, world) =>
    intentIn(order, world)?.status === "processing" ? settling(order.payment!, how) : undefined,
  toProcessing,
);

export const settleRefund = intention(
  "settle a refund",
  fc.tuple(pick, outcome),
  ([which, how], world) => {
    const { refundsMade } = world.picture;
    const open = Object.entries(refundsMade).filter(([, status]) => status !== "failed");
    if (which.apt && open.length === 0) return toRefund(world);
    const id = chosen(which, open, ([, status]) => status === "pending")?.[0];
    return id === undefined || refundsMade[id] === how ? undefined : settlingRefund(id, how);
  },
);

export const cancel = withOrder(
  "cancel",
  by,
  isIn("pending_payment", "cancelling", "paid"),
  (id, order, other) => cancelling(id, callerOf(order, other)),
);

export const ship = withOrder(
  "ship",
  fc.option(goods, { freq: 2 }),
  isIn("paid", "part_shipped"),
  (id, _, some, world) => shipping(id, requestId(world), some ?? undefined),
);

/** One piece of what there is to ship: what is named at random is seldom in the order. */
export const shipPart = withOrder(
  "ship a part",
  fc.constant(null),
  isIn("paid", "part_shipped"),
  (id, order, _, world) => shipping(id, requestId(world), onePieceOf(toShip(order))),
);

const onePieceOf = (all: Goods): Goods | undefined =>
  isEmpty(all) ? undefined : { [Object.keys(all)[0]!]: 1 };

export const deliver = withOrder(
  "deliver",
  fc.constant(null),
  isIn("shipped"),
  delivering,
  toShipped,
);

export const giveBack = withOrder(
  "return",
  fc.record({ some: fc.option(goods, { freq: 1 }), whole: fc.boolean(), restock: fc.boolean() }),
  isIn("part_shipped", "shipped", "delivered"),
  (id, order, { some, whole, restock }, world) => {
    const there = toReturn(order);
    const back = some ?? (whole ? there : onePieceOf(there)) ?? there;
    return isEmpty(back) ? undefined : returning(id, requestId(world), back, restock);
  },
  toShipped,
);

export const refund = withOrder(
  "refund",
  fc.option(fc.constantFrom(100, 990, 1500), { freq: 1 }),
  isIn("paid", "part_shipped", "shipped", "delivered", "returned"),
  (id, _, amount, world) => refunding(id, requestId(world), amount ?? undefined),
);

export const receive = intention("receive", fc.tuple(sku, quantity), ([one, many], world) =>
  receiving(requestId(world), one, many),
);

export const adjust = intention(
  "adjust",
  fc.tuple(sku, fc.constantFrom(-2, -1, 1)),
  ([one, difference], world) => adjusting(requestId(world), one, difference),
);

/** A sweep; or the time passes in which there will be something for it to do. */
const whenDue = (
  text: string,
  sweep: () => Action,
  minutes: number,
  times: (picture: Picture) => (number | null)[],
) =>
  intention(text, pick, ({ apt }, world) => {
    const open = times(world.picture).filter((time) => time !== null);
    const isEarly = open.length > 0 && open.every((time) => time > world.time);
    return apt && isEarly && world.focus === undefined ? passing(minutes * MINUTE) : sweep();
  });

export const sweep = whenDue("sweep", sweeping, 31, ({ orders }) =>
  Object.values(orders).map(({ closeAt }) => closeAt),
);
export const reconcile = whenDue("reconcile", reconciling, 11, ({ payments }) =>
  Object.values(payments).map(({ checkAt }) => checkAt),
);
export const makeRefunds = intention("make refunds", fc.constant(null), makingRefunds);

const isNews = ({ type, pending_webhooks }: PaymentEvent): boolean =>
  pending_webhooks === 1 && !["payment_intent.created", "charge.refunded"].includes(type);

/** An event comes: one that says something new, or any, perhaps again. */
export const event = intention("event", pick, (which, world) => {
  const { events } = world.simulator.state();
  const coming = events.filter(({ id }) => !world.lost.has(id));
  const next = chosen(which, coming, isNews);
  if (!next) return undefined;
  const action = arriving(next);
  const payment = paymentIn(next, world.picture);
  const id = world.picture.payments[payment]?.subject.split("/")[1] ?? "";
  return about(action, id, world);
});

/**
 * An event is lost for ever. Not one that says a refund has failed: the provider sends those for three
 * days, and nobody asks about a refund that was made.
 */
export const lose = intention("lose an event", fc.nat(20), (nth, world) => {
  const coming = world.simulator.state().events.filter(({ id, pending_webhooks, data }) => {
    const failed = data.object.object === "refund" && data.object.status === "failed";
    return pending_webhooks === 1 && !world.lost.has(id) && !failed;
  });
  const event = coming[nth % coming.length];
  if (!event) return undefined;
  return nothing(`the event ${event.type} is lost`, async () => world.lost.add(event.id));
});

const nothing = (text: string, act: Action["act"]): Action => ({
  text,
  outside: true,
  refusals: () => [],
  outcome: () => {},
  act,
});

const passing = (time: number): Action =>
  nothing(`${Math.round(time / MINUTE)} minutes pass`, async (world) => {
    world.time += time;
  });

export const jump = intention(
  "time passes",
  fc.constantFrom(2 * MINUTE, 6 * MINUTE, 12 * MINUTE, 31 * MINUTE, 180 * MINUTE, 1.1 * DAY),
  passing,
);

/** The same request is sent again. */
export const again = intention("again", fc.nat(4), (nth, { sent }) => {
  const action = sent.at(-1 - (nth % Math.max(sent.length, 1)));
  return action && { ...action, text: `again: ${action.text}` };
});

export const breakSomething = intention(
  "break something",
  fc.oneof(
    fc.constantFrom(
      { kind: "lost-answer" as const, code: 4 },
      { kind: "lost-answer" as const, code: 13 },
      { kind: "lost-answer" as const, code: 14 },
      { kind: "refused" as const, code: 14 },
      { kind: "refused" as const, code: 10 },
    ),
    fc.constantFrom(
      { provider: "500" as const, times: 2 },
      { provider: "drop-after" as const, times: 2 },
    ),
  ),
  (what, { broken }) => {
    // One thing at a time: else nobody can tell what has gone wrong from what still will.
    if (broken.length > 0) return undefined;
    if ("provider" in what) {
      return nothing(`the provider's next answers go wrong: ${what.provider}`, (world) =>
        breakProvider(world, what.provider, what.times),
      );
    }
    return nothing(`the next commit goes wrong: ${what.kind}, ${what.code}`, async (world) =>
      breakDatabase(world, { method: "Commit", ...what }),
    );
  },
);
