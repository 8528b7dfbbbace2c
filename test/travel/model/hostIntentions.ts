import fc from "fast-check";
import { DAY } from "../../../functions/src/core/clock.ts";
import { addDays } from "../../../functions/src/travel/calendar/dates.ts";
import type { Action } from "./action.ts";
import * as host from "./hostActions.ts";
import { intention, isIn, nothing, passing, placeName, wish, withBooking } from "./intending.ts";
import type { BookingPicture } from "./picture.ts";
import { takenOf } from "./stays.ts";
import { toConfirmed, toHeld, toRequested } from "./ways.ts";
import { todayAt, type World } from "./world.ts";

export const accept = withBooking(
  "accept",
  nothing,
  isIn("requested"),
  host.accepting,
  toRequested,
);
export const decline = withBooking(
  "decline",
  nothing,
  isIn("requested"),
  host.declining,
  toRequested,
);
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

/** As many rooms as there must be for somebody's nights, or one less. */
export const tighten = withBooking(
  "tighten",
  fc.constantFrom(0, 1),
  isIn("held", "confirmed"),
  (_, { place, checkIn, nights }, less, { picture, time }) => {
    const taken = Math.max(takenOf(picture, place, checkIn, time) - less, 0);
    return host.setting(place, checkIn, Object.keys(nights).length, { capacity: taken });
  },
  toHeld,
);

/** As a rule of nights that somebody has. */
export const price = withBooking(
  "price",
  fc.constantFrom(40_00, 70_25, 160_00),
  isIn("confirmed", "held"),
  (_, { place, checkIn, nights }, amount) =>
    host.pricing(place, checkIn, Object.keys(nights).length, amount),
);

export const list = intention("list", fc.tuple(placeName, fc.boolean()), ([place, listed], world) =>
  host.listing(place, world.picture.listed[place] ? listed : true),
);
