import { addDays } from "../../../functions/src/travel/calendar/dates.ts";
import type { Action } from "./action.ts";
import { accepting, callingOff, listing } from "./hostActions.ts";
import { makingRefunds } from "./jobActions.ts";
import type { BookingPicture } from "./picture.ts";
import type { PlaceName } from "./places.ts";
import {
  arriving,
  bookingOfEvent,
  confirming,
  intentOf,
  isOpen,
  settling,
} from "./providerActions.ts";
import { booking, holding, naming, paying, quoting, taking } from "./travellerActions.ts";
import { requestId, todayAt, travellerOf, travellers, type World } from "./world.ts";

// What leads to where something can be done, one step at a time: random steps seldom get far.

/** An action with a booking, as the story tells it. */
export const about = (action: Action, id: string, { booked }: World): Action => ({
  ...action,
  text: `${action.text} booking ${booked.indexOf(id) + 1}`,
});

const withBooking = (
  world: World,
  isIt: (booking: BookingPicture, id: string) => boolean,
  plan: (id: string, booking: BookingPicture) => Action,
): Action | undefined => {
  const id = world.booked.findLast((one) => isIt(world.picture.bookings[one]!, one));
  return id === undefined ? undefined : about(plan(id, world.picture.bookings[id]!), id, world);
};

/** Who would like to come, when: others each time. */
function wishOf({ requests, time }: World, place: PlaceName) {
  const checkIn = addDays(todayAt(place, time), (requests * 3) % 7);
  const stay = { checkIn, checkOut: addDays(checkIn, 1 + (requests % 3)) };
  return { person: travellers[requests % travellers.length]!, place, stay };
}

/** To a quote that somebody can take up. */
export function toQuote(world: World): Action {
  const { person, place, stay } = wishOf(world, ++world.requests % 2 === 0 ? "hill" : "river");
  return world.picture.listed[place] ? quoting(person, place, stay, 1) : listing(place, true);
}

/** To a stay that is held or requested. */
export function toTaken(world: World): Action {
  const taken = world.quotes.findLast(({ expiresAt }) => expiresAt > world.time);
  if (!taken) return toQuote(world);
  world.quotes.splice(world.quotes.indexOf(taken), 1);
  return holding(requestId(world), taken, travellerOf(taken.uid));
}

/** To a stay that its host is asked for. */
export function toRequested(world: World): Action {
  const id = requestId(world);
  const { person, place, stay } = wishOf(world, "hill");
  return world.picture.listed[place] ? taking(id, person, place, stay) : listing(place, true);
}

/** To a stay that is held. */
export const toHeld = (world: World): Action =>
  withBooking(
    world,
    ({ state, closeAt }) =>
      state === "requested" && (closeAt ?? 0) > world.time && world.requests % 2 > 0,
    accepting,
  ) ?? toTaken(world);

/** To a payment that somebody can make. */
export const toOpen = (world: World): Action =>
  withBooking(
    world,
    ({ state, payment, closeAt }) =>
      state === "held" && payment === null && (closeAt ?? 0) > world.time,
    (id, { uid, named }) => (named ? paying : naming)(id, travellerOf(uid)),
  ) ?? toHeld(world);

/** To a stay that is confirmed. */
export const toConfirmed = (world: World): Action =>
  hearing(world) ??
  withBooking(
    world,
    ({ payment }) => intentOf(world, payment)?.status === "processing",
    (_, { payment }) => settling(payment!, "succeeded"),
  ) ??
  withBooking(
    world,
    ({ payment }) => isOpen(world, payment),
    (_, { payment }) => confirming(payment!, "a good card"),
  ) ??
  (world.requests % 4 === 0 || world.broken.length > 0 ? toOpen(world) : booked(world));

/** Somebody has booked: all at once, where nothing goes wrong. */
function booked(world: World): Action {
  const id = requestId(world);
  const { person, place, stay } = wishOf(world, "river");
  if (!world.picture.listed[place]) return listing(place, true);
  return booking(id, person, place, stay);
}

/** We hear that somebody has paid. */
function hearing(world: World): Action | undefined {
  const event = world.simulator
    .state()
    .events.find(({ id, type }) => type === "payment_intent.succeeded" && !world.lost.has(id));
  return event && about(arriving(event), bookingOfEvent(event, world.picture), world);
}

/** To a refund at the provider. */
export function toRefund(world: World): Action {
  const isWaiting = Object.values(world.picture.refunds).some(({ state }) => state === "pending");
  if (isWaiting) return makingRefunds();
  return withBooking(world, ({ state }) => state === "confirmed", callingOff) ?? toConfirmed(world);
}
