import fc from "fast-check";
import { addDays } from "../../../functions/src/travel/calendar/dates.ts";
import { changing, payingChange, pricing } from "./changeActions.ts";
import {
  caller,
  callerOf,
  chosen,
  intention,
  isIn,
  pick,
  stayOf,
  wish,
  withBooking,
} from "./intending.ts";
import type { BookingPicture } from "./picture.ts";
import {
  askingForRefund,
  cancelling,
  holding,
  naming,
  paying,
  quoting,
  taking,
} from "./travellerActions.ts";
import { toCancelQuote, toChange, toHeld, toOpen, toRequested, toTaken } from "./ways.ts";
import { passUntil, requestId, travellerOf, travellers, type World } from "./world.ts";

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
  return quoted && holding(requestId(world), quoted, callerOf(quoted, other));
});

/** Asks and takes: what several want at once, one after the other in each of them. */
export const seek = intention(
  "seek",
  fc.tuple(fc.constantFrom(...travellers), wish),
  ([person, wanted], world) => {
    const nights = world.nights ?? wanted;
    return taking(requestId(world), person, nights.place, stayOf(nights, world));
  },
);

/** Somebody else asks its host for the nights of a request. */
export const rival = withBooking(
  "rival",
  fc.constantFrom(...travellers),
  isIn("requested"),
  (_, { place, checkIn, checkOut }, person, world) =>
    taking(requestId(world), person, place, { checkIn, checkOut }),
  toRequested,
);

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

export const askForRefund = withBooking(
  "ask for a refund",
  caller,
  isIn("confirmed"),
  (id, booking, other) => askingForRefund(id, callerOf(booking, other)),
);

const which = fc.constantFrom(
  ...Array<"newest">(5).fill("newest"),
  "oldest" as const,
  "none" as const,
);

const quoteOf = (booking: BookingPicture, { picture, booked, time }: World) => {
  const id = booked.find((one) => picture.bookings[one] === booking) ?? "";
  const quote = booking.state === "confirmed" ? picture.cancelQuotes[id] : undefined;
  return quote && quote.expiresAt > time ? quote : undefined;
};

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
  toCancelQuote,
);

/** By what was quoted before the stay was moved; as soon as there is a quote, it is moved. */
export const cancelByOld = withBooking(
  "cancel by an old quote",
  fc.constant(null),
  (booking, world) => quoteOf(booking, world) !== undefined && isMovable(booking),
  (id, booking, _, world) => {
    const quote = quoteOf(booking, world);
    if (!quote) return undefined;
    const isOld = quote.checkIn !== booking.checkIn || quote.checkOut !== booking.checkOut;
    if (isOld) return cancelling(id, travellerOf(booking.uid), quote.quoteId);
    return changing(requestId(world), id, shifted(booking, { by: 1, longer: 0 }), world);
  },
  toCancelQuote,
);

/** By the quote, at the end of it. */
export const cancelAtTheEnd = withBooking(
  "cancel at the end of a quote",
  fc.constantFrom(-1, 0),
  (booking, world) => quoteOf(booking, world) !== undefined,
  (id, booking, delay, world) => {
    const quote = quoteOf(booking, world);
    if (!quote) return undefined;
    passUntil(world, quote.expiresAt + delay);
    return cancelling(id, travellerOf(booking.uid), quote.quoteId);
  },
  toCancelQuote,
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
  toChange,
);

/** The same request is sent again. */
export const again = intention("again", fc.nat(4), (nth, { sent }) => {
  const action = sent.at(-1 - (nth % Math.max(sent.length, 1)));
  return action && { ...action, text: `again: ${action.text}` };
});
