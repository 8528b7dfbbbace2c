import fc, { type Arbitrary } from "fast-check";
import type { PaymentEvent } from "../../../dev/payments/objects.ts";
import { DAY, HOUR, MINUTE, SECOND } from "../../../functions/src/core/clock.ts";
import { addDays, type Stay } from "../../../functions/src/travel/calendar/dates.ts";
import type { Person } from "../../support/call.ts";
import type { Action, Intention } from "./action.ts";
import { changing, payingChange, pricing } from "./changeActions.ts";
import * as host from "./hostActions.ts";
import * as jobs from "./jobActions.ts";
import { nextMoments } from "./moments.ts";
import type { BookingPicture } from "./picture.ts";
import { placeNames } from "./places.ts";
import {
  arriving,
  bookingOfEvent,
  cancelingAtProvider,
  confirming,
  happening,
  intentOf,
  isOpen,
  methods,
  settling,
  settlingRefund,
} from "./providerActions.ts";
import {
  askingForRefund,
  cancelling,
  holding,
  naming,
  paying,
  quoting,
} from "./travellerActions.ts";
import { about, toConfirmed, toHeld, toOpen, toRefund, toTaken } from "./ways.ts";
import {
  breakDatabase,
  breakProvider,
  requestId,
  todayAt,
  travellerOf,
  travellers,
  type Wish,
  type World,
} from "./world.ts";

/** Which of several, and whether it should be one with which something can be done. */
export interface Pick {
  nth: number;
  apt: boolean;
}

const pick: Arbitrary<Pick> = fc.record({
  nth: fc.nat(20),
  apt: fc.integer({ min: 0, max: 7 }).map((n) => n > 0),
});

function chosen<T>({ nth, apt }: Pick, all: readonly T[], isApt: (one: T) => boolean) {
  const fitting = all.filter(isApt);
  const from = apt && fitting.length > 0 ? fitting : all;
  return from[nth % from.length];
}

const intention = <P>(
  text: string,
  parameters: Arbitrary<P>,
  plan: (parameters: P, world: World) => Action | undefined,
): Arbitrary<Intention> =>
  parameters.map((values) => ({ text, plan: (world) => plan(values, world) }));

/**
 * Means to do something with a booking: as a rule one that `isApt` for it, and if there is none, then
 * with what leads there (`way`).
 */
const withBooking = <P>(
  text: string,
  parameters: Arbitrary<P>,
  isApt: (booking: BookingPicture, world: World) => boolean,
  plan: (id: string, booking: BookingPicture, parameters: P, world: World) => Action | undefined,
  way: (world: World) => Action | undefined = toConfirmed,
) =>
  intention(text, fc.tuple(pick, parameters), ([which, more], world) => {
    const { bookings } = world.picture;
    const fits = (id: string) => isApt(bookings[id]!, world);
    const isAlone = world.focus === undefined && world.nights === undefined;
    if (which.apt && isAlone && !world.booked.some(fits)) return way(world);
    const id = world.focus ?? chosen(which, world.booked, fits);
    const action = id === undefined ? undefined : plan(id, bookings[id]!, more, world);
    return action && about(action, id!, world);
  });

const isIn =
  (...states: string[]) =>
  ({ state }: BookingPicture): boolean =>
    states.includes(state);

const placeName = fc.constantFrom(...placeNames, "river" as const);
export const wish: Arbitrary<Wish> = fc.record({
  place: placeName,
  from: fc.integer({ min: 0, max: 6 }),
  length: fc.integer({ min: 1, max: 3 }),
});

const stayOf = ({ place, from, length }: Wish, { time }: World): Stay => {
  const checkIn = addDays(todayAt(place, time), from);
  return { checkIn, checkOut: addDays(checkIn, length) };
};

/** Who has booked, as a rule. */
const by = fc
  .option(fc.constantFrom<Person>(...travellers), { freq: 1, nil: null })
  .map((one) => one);
const rarely = fc.integer({ min: 0, max: 7 }).map((n) => n === 0);
const callerOf = ({ uid }: BookingPicture, [other, isOther]: [Person | null, boolean]): Person =>
  isOther && other ? other : travellerOf(uid);
const caller = fc.tuple(by, rarely);

export const quote = intention(
  "quote",
  fc.tuple(fc.constantFrom(...travellers), wish, fc.constantFrom(1, 1, 2)),
  ([person, wanted, rooms], world) => {
    const nights = world.nights ?? wanted;
    return quoting(person, nights.place, stayOf(nights, world), rooms);
  },
);

export const hold = intention("hold", fc.tuple(pick, caller), ([which, other], world) => {
  const { quotes, time } = world;
  if (which.apt && !quotes.some(({ expiresAt }) => expiresAt > time)) return toTaken(world);
  const quoted = chosen({ ...which, nth: 20 - which.nth }, quotes, (one) => one.expiresAt > time);
  return quoted && holding(requestId(world), quoted, callerOf(quoted as never, other));
});

export const name = withBooking(
  "name",
  caller,
  ({ state, named }) => state === "held" && !named,
  (id, booking, other) => naming(id, callerOf(booking, other)),
  toHeld,
);

export const pay = withBooking(
  "pay",
  caller,
  ({ state, payment, named }) => state === "held" && payment === null && named,
  (id, booking, other) => paying(id, callerOf(booking, other)),
  toOpen,
);

/** That of other dates, where there are any to be paid. */
const payments = ({ payment, change }: BookingPicture, { picture }: World) =>
  [picture.changes[change ?? ""]?.payment, payment].filter((id) => typeof id === "string");

const openOf = (booking: BookingPicture, world: World) =>
  payments(booking, world).find((id) => isOpen(world, id));

export const confirm = withBooking(
  "confirm",
  fc.constantFrom(methods[0]!, methods[0]!, ...methods),
  (booking, world) => openOf(booking, world) !== undefined,
  (_, booking, method, world) => {
    const id = openOf(booking, world);
    return id === undefined ? undefined : confirming(id, method);
  },
  toOpen,
);

export const cancelAtProvider = withBooking(
  "cancel in the dashboard",
  fc.constant(null),
  (booking, world) => openOf(booking, world) !== undefined,
  (_, booking, __, world) => {
    const id = openOf(booking, world);
    return id === undefined ? undefined : cancelingAtProvider(id);
  },
  toOpen,
);

const outcome = fc.constantFrom("succeeded" as const, "succeeded" as const, "failed" as const);

export const settle = withBooking(
  "settle",
  outcome,
  (booking, world) =>
    payments(booking, world).some((id) => intentOf(world, id)?.status === "processing"),
  (_, booking, how, world) => {
    const isWaiting = (id: string) => intentOf(world, id)?.status === "processing";
    const id = payments(booking, world).find(isWaiting);
    return id === undefined ? undefined : settling(id, how);
  },
  toOpen,
);

export const settleRefund = intention(
  "settle a refund",
  fc.tuple(pick, outcome),
  ([which, how], world) => {
    const made = world.simulator.state().refunds.filter(({ status }) => status !== "failed");
    if (which.apt && made.length === 0) return toRefund(world);
    const refund = chosen(which, made, ({ status }) => status === "pending");
    return !refund || refund.status === how ? undefined : settlingRefund(refund.id, how);
  },
);

export const askForRefund = withBooking(
  "ask for a refund",
  caller,
  isIn("confirmed"),
  (id, booking, other) => askingForRefund(id, callerOf(booking, other)),
);

const which = fc.constantFrom(
  "newest" as const,
  "newest" as const,
  "oldest" as const,
  "none" as const,
);

export const cancel = withBooking(
  "cancel",
  fc.tuple(caller, which),
  (booking, { picture, booked }) =>
    booking.state === "confirmed" &&
    booked.some((id) => picture.bookings[id] === booking && picture.cancelQuotes[id]),
  (id, booking, [other, word], { cancelQuoteIds }) => {
    const known = cancelQuoteIds[id] ?? [];
    const quoteId = word === "newest" ? known.at(-1) : word === "oldest" ? known[0] : undefined;
    return cancelling(id, callerOf(booking, other), quoteId);
  },
  (world) => {
    const id = world.booked.findLast((one) => world.picture.bookings[one]!.state === "confirmed");
    if (id === undefined) return toConfirmed(world);
    return about(askingForRefund(id, travellerOf(world.picture.bookings[id]!.uid)), id, world);
  },
);

/** Somebody does not want any more what they have not paid for. */
export const withdraw = withBooking(
  "withdraw",
  caller,
  isIn("held", "requested"),
  (id, booking, other) => cancelling(id, callerOf(booking, other), undefined),
  toOpen,
);

/** Of the other place its host is asked about dates. */
const isMovable = ({ state, place }: BookingPicture): boolean =>
  state === "confirmed" && place === "river";

/** Other dates: earlier or later, shorter or longer. */
const shift = fc.record({
  by: fc.integer({ min: -2, max: 3 }),
  longer: fc.integer({ min: -2, max: 2 }),
});
const shifted = (
  { checkIn, nights }: BookingPicture,
  { by, longer }: { by: number; longer: number },
) => {
  const from = addDays(checkIn, by);
  const length = Math.max(Object.keys(nights).length + longer, 1);
  return { checkIn: from, checkOut: addDays(from, length) };
};

export const change = withBooking("change", shift, isMovable, (id, booking, how, world) =>
  changing(requestId(world), id, shifted(booking, how), world),
);

export const priceChange = withBooking("price other dates", shift, isMovable, (id, booking, how) =>
  pricing(id, shifted(booking, how)),
);

const changeOf = ({ change: id }: BookingPicture, { picture }: World) =>
  picture.changes[id ?? ""]?.state === "held" ? id : null;

export const payChange = withBooking(
  "pay other dates",
  caller,
  (booking, world) => changeOf(booking, world) !== null,
  (id, booking, other, { picture }) => {
    const known = Object.keys(picture.changes).findLast(
      (one) => picture.changes[one]!.bookingId === id,
    );
    const changeId = booking.change ?? known;
    return changeId === undefined ? undefined : payingChange(changeId, callerOf(booking, other));
  },
  (world) => {
    const id = world.booked.findLast((one) => isMovable(world.picture.bookings[one]!));
    if (id === undefined) return toConfirmed(world);
    const longer = shifted(world.picture.bookings[id]!, { by: 0, longer: 1 });
    return about(changing(requestId(world), id, longer, world), id, world);
  },
);

const nothing = fc.constant(null);
export const accept = withBooking("accept", nothing, isIn("requested"), host.accepting, toTaken);
export const decline = withBooking("decline", nothing, isIn("requested"), host.declining, toTaken);
export const callOff = withBooking("call off", nothing, isIn("held", "confirmed"), host.callingOff);

const hasBegun = ({ state, place, checkIn }: BookingPicture, { time }: World): boolean =>
  state === "confirmed" && todayAt(place, time) >= checkIn;

/** To the day on which a stay begins or ends. */
const toTheDay = (world: World): Action => {
  const isConfirmed = Object.values(world.picture.bookings).some(isIn("confirmed"));
  return isConfirmed ? passing(DAY) : toConfirmed(world);
};

export const checkIn = withBooking("check in", nothing, hasBegun, host.checkingIn, toTheDay);
export const missing = withBooking("no show", nothing, hasBegun, host.missing, toTheDay);
export const complete = withBooking(
  "complete",
  nothing,
  ({ state, place, checkOut }, { time }) =>
    ["confirmed", "checked_in"].includes(state) && todayAt(place, time) >= checkOut,
  host.completing,
  toTheDay,
);

const howMany = fc.constantFrom(
  { capacity: 0 },
  { capacity: 1 },
  { capacity: 2 },
  { capacity: 3 },
  { closed: true },
  { closed: false },
  { capacity: 2, closed: false },
);
export const set = intention("set", fc.tuple(wish, howMany), ([wanted, how], world) => {
  const { place, from, length } = world.nights ?? wanted;
  return host.setting(place, addDays(todayAt(place, world.time), from - 1), length, how);
});

export const list = intention("list", fc.tuple(placeName, fc.boolean()), ([place, listed], world) =>
  host.listing(place, world.picture.listed[place] ? listed : true),
);

const job = (text: string, plan: () => Action) => intention(text, nothing, plan);
export const lapse = job("lapse", jobs.lapsing);
export const mind = job("mind", jobs.minding);
export const reconcile = job("reconcile", jobs.reconciling);
export const makeRefunds = job("make refunds", jobs.makingRefunds);

const isNews = ({ type, pending_webhooks }: PaymentEvent): boolean =>
  pending_webhooks === 1 && !["payment_intent.created", "charge.refunded"].includes(type);

/** An event comes: one that says something new, or any, perhaps again. */
export const event = intention("event", fc.tuple(pick, fc.boolean()), ([one, isNew], world) => {
  const { events } = world.simulator.state();
  const coming = [...events, ...(isNew ? [] : world.heard)].filter(({ id }) => !world.lost.has(id));
  const next = chosen(one, coming, isNew ? isNews : () => true);
  if (!next) return undefined;
  if (!world.heard.includes(next)) world.heard.push(next);
  return about(arriving(next), bookingOfEvent(next, world.picture), world);
});

/** An event is lost for ever; not that a refund has failed: nobody asks about one that was made. */
export const lose = intention("lose an event", fc.nat(20), (nth, world) => {
  const coming = world.simulator.state().events.filter(({ id, data }) => {
    const failed = data.object.object === "refund" && data.object.status === "failed";
    return !world.lost.has(id) && !failed;
  });
  const lost = coming[nth % coming.length];
  if (!lost) return undefined;
  return happening(`the event ${lost.type} is lost`, async () => world.lost.add(lost.id));
});

const passing = (time: number): Action =>
  happening(`${Math.round(time / SECOND)} seconds pass`, async (world) => {
    world.time += time;
  });

export const jump = intention(
  "time passes",
  fc.constantFrom(SECOND, 2 * MINUTE, 9 * MINUTE, 11 * MINUTE, HOUR, 7 * HOUR, DAY, 2.3 * DAY),
  passing,
);

/** Time passes until something is over, or until a millisecond before. */
export const jumpTo = intention(
  "to a moment",
  fc.tuple(fc.nat(6), fc.boolean()),
  ([nth, isBefore], world) => {
    const moments = nextMoments(world);
    const moment = moments[nth % moments.length];
    return moment === undefined ? undefined : passing(moment - world.time - (isBefore ? 1 : 0));
  },
);

/** The same request is sent again. */
export const again = intention("again", fc.nat(4), (nth, { sent }) => {
  const action = sent.at(-1 - (nth % Math.max(sent.length, 1)));
  return action && { ...action, text: `again: ${action.text}` };
});

const troubles = fc.oneof(
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
);

export const breakSomething = intention("break something", troubles, (what, { broken }) => {
  // One thing at a time: else nobody can tell what has gone wrong from what still will.
  if (broken.length > 0) return undefined;
  if ("provider" in what) {
    return happening(`the provider's next answers go wrong: ${what.provider}`, (world) =>
      breakProvider(world, what.provider, what.times),
    );
  }
  return happening(`the next commit goes wrong: ${what.kind}, ${what.code}`, async (world) =>
    breakDatabase(world, { method: "Commit", ...what }),
  );
});
