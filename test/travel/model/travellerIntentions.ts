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
import { about, toConfirmed, toHeld, toOpen, toRequested, toTaken } from "./ways.ts";
import { requestId, travellerOf, travellers, type World } from "./world.ts";

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

/** The same request is sent again. */
export const again = intention("again", fc.nat(4), (nth, { sent }) => {
  const action = sent.at(-1 - (nth % Math.max(sent.length, 1)));
  return action && { ...action, text: `again: ${action.text}` };
});
