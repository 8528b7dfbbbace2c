import { addDays } from "../../../functions/src/travel/calendar/dates.ts";
import type { Action } from "./action.ts";
import { changing, payingChange } from "./changeActions.ts";
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
import {
  askingForRefund,
  booking,
  holding,
  naming,
  opening,
  paying,
  quoting,
  taking,
} from "./travellerActions.ts";
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
  ) ?? (isStepwise(world) ? toHeld(world) : atOnce(world, opening));

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
  (isStepwise(world) ? toOpen(world) : atOnce(world, booking));

/** Whether what leads there is done one by one: always, where something is to go wrong. */
const isStepwise = ({ requests, broken }: World): boolean =>
  requests % 4 === 0 || broken.length > 0;

/** All that leads there. */
function atOnce(world: World, act: typeof booking): Action {
  const id = requestId(world);
  const { person, place, stay } = wishOf(world, "river");
  return world.picture.listed[place] ? act(id, person, place, stay) : listing(place, true);
}

/** To other dates, of one more night, that wait to be paid. */
export const toChange = (world: World): Action =>
  withBooking(
    world,
    ({ state, place, change }) => state === "confirmed" && place === "river" && change === null,
    (id, { checkIn, checkOut }) =>
      changing(requestId(world), id, { checkIn, checkOut: addDays(checkOut, 1) }, world),
  ) ?? toConfirmed(world);

/** To a payment of other dates that somebody can make. */
export const toOpenChange = (world: World): Action =>
  withBooking(
    world,
    ({ change }) => {
      const { state, payment, closeAt } = world.picture.changes[change ?? ""] ?? {};
      return state === "held" && payment === null && (closeAt ?? 0) > world.time;
    },
    (_, { change, uid }) => payingChange(change!, travellerOf(uid)),
  ) ?? toChange(world);

/** To what cancelling would give back. */
export const toCancelQuote = (world: World): Action =>
  withBooking(
    world,
    ({ state, place }, id) =>
      state === "confirmed" && place === "river" && !world.picture.cancelQuotes[id],
    (id, { uid }) => askingForRefund(id, travellerOf(uid)),
  ) ?? toConfirmed(world);

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
