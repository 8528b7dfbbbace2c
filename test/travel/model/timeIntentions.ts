import fc from "fast-check";
import { DAY, HOUR, MINUTE, SECOND } from "../../../functions/src/core/clock.ts";
import type { Action } from "./action.ts";
import { intention, nothing, passing } from "./intending.ts";
import * as jobs from "./jobActions.ts";
import { nextMoments } from "./moments.ts";
import { isHeld, leftOf } from "./stays.ts";
import { quoting } from "./travellerActions.ts";
import { toTaken } from "./ways.ts";
import { passUntil, travellers } from "./world.ts";

const job = (text: string, plan: () => Action) => intention(text, nothing, plan);
export const lapse = job("lapse", jobs.lapsing);
export const mind = job("mind", jobs.minding);
export const reconcile = job("reconcile", jobs.reconciling);
export const makeRefunds = job("make refunds", jobs.makingRefunds);

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

/**
 * At the very end of a hold, or a millisecond before, somebody asks for its nights: for as many rooms as
 * there are once it has lapsed.
 */
export const askAtTheEnd = intention(
  "at the end of a hold",
  fc.tuple(fc.constantFrom(...travellers), fc.boolean()),
  ([person, isBefore], world) => {
    const { picture, time, booked } = world;
    const id = booked.findLast((one) => isHeld(picture.bookings[one]!, time));
    if (id === undefined) return toTaken(world);
    const { place, checkIn, checkOut, nights, heldUntil, rooms } = picture.bookings[id]!;
    passUntil(world, heldUntil! - (isBefore ? 1 : 0));
    const left = Object.keys(nights).map((date) => leftOf(picture, place, date, heldUntil!, id));
    const wanted = Math.max(Math.min(...left), rooms);
    return quoting(person, place, { checkIn, checkOut }, wanted);
  },
);
