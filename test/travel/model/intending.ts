import fc, { type Arbitrary } from "fast-check";
import { SECOND } from "../../../functions/src/core/clock.ts";
import { addDays, type Stay } from "../../../functions/src/travel/calendar/dates.ts";
import type { Person } from "../../support/call.ts";
import type { Action, Intention } from "./action.ts";
import type { BookingPicture } from "./picture.ts";
import { placeNames } from "./places.ts";
import { happening } from "./providerActions.ts";
import { about, toConfirmed } from "./ways.ts";
import { todayAt, travellerOf, travellers, type Wish, type World } from "./world.ts";

/** Which of several, and whether it should be one with which something can be done. */
export interface Pick {
  nth: number;
  apt: boolean;
}

export const pick: Arbitrary<Pick> = fc.record({
  nth: fc.nat(20),
  apt: fc.integer({ min: 0, max: 7 }).map((n) => n > 0),
});

export function chosen<T>({ nth, apt }: Pick, all: readonly T[], isApt: (one: T) => boolean) {
  const fitting = all.filter(isApt);
  const from = apt && fitting.length > 0 ? fitting : all;
  return from[nth % from.length];
}

export const intention = <P>(
  text: string,
  parameters: Arbitrary<P>,
  plan: (parameters: P, world: World) => Action | undefined,
): Arbitrary<Intention> =>
  parameters.map((values) => ({ text, plan: (world) => plan(values, world) }));

/**
 * Means to do something with a booking: as a rule one that `isApt` for it, and if there is none, then
 * with what leads there (`way`).
 */
export const withBooking = <P>(
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

export const isIn =
  (...states: string[]) =>
  ({ state }: BookingPicture): boolean =>
    states.includes(state);

export const placeName = fc.constantFrom(...placeNames, "river" as const);
export const wish: Arbitrary<Wish> = fc.record({
  place: placeName,
  from: fc.integer({ min: 0, max: 6 }),
  length: fc.integer({ min: 1, max: 3 }),
});

export const stayOf = ({ place, from, length }: Wish, { time }: World): Stay => {
  const checkIn = addDays(todayAt(place, time), from);
  return { checkIn, checkOut: addDays(checkIn, length) };
};

/** Who has booked; now and then somebody else. */
export const caller: Arbitrary<Person | null> = fc.oneof(
  { weight: 15, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom(...travellers) },
);
export const callerOf = ({ uid }: { uid: string }, other: Person | null): Person =>
  other ?? travellerOf(uid);

export const nothing = fc.constant(null);
export const passing = (time: number): Action =>
  happening(`${Math.round(time / SECOND)} seconds pass`, async (world) => {
    world.time += time;
  });
