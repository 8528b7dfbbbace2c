import { DAY } from "../../../functions/src/core/clock.ts";
import { acceptStay } from "../../../functions/src/travel/acceptStay.ts";
import { addDays, daysOf } from "../../../functions/src/travel/calendar/dates.ts";
import { cancelAsHost } from "../../../functions/src/travel/cancelAsHost.ts";
import { checkIn } from "../../../functions/src/travel/checkIn.ts";
import { completeStay } from "../../../functions/src/travel/completeStay.ts";
import { declineStay } from "../../../functions/src/travel/declineStay.ts";
import { listProperty } from "../../../functions/src/travel/listProperty.ts";
import { markNoShow } from "../../../functions/src/travel/markNoShow.ts";
import { setCapacity } from "../../../functions/src/travel/setCapacity.ts";
import { setRates } from "../../../functions/src/travel/setRates.ts";
import { call } from "../../support/call.ts";
import type { Action } from "./action.ts";
import { giveUpChange } from "./money.ts";
import { type PlaceName, places } from "./places.ts";
import { checkOutAt, midnightAfter, stayRefusals, takenOf } from "./stays.ts";
import { cancelled, wrongUnless } from "./travellerActions.ts";
import { host, todayAt } from "./world.ts";

export const accepting = (id: string): Action => ({
  text: "the host accepts",
  end: ({ bookings }) => bookings[id]?.closeAt,
  refusals(picture, now) {
    const booking = picture.bookings[id]!;
    if (booking.timeline.includes("accepted")) return [];
    const wrong = wrongUnless(booking, "requested");
    if (wrong.length > 0) return wrong;
    if ((booking.closeAt ?? 0) <= now) return ["request-expired"];
    const { place, rooms, nights } = booking;
    const isPast = booking.checkIn < todayAt(place, now);
    const refusals = stayRefusals(picture, place, booking, Object.keys(nights), rooms, now);
    return [...(isPast ? ["in-the-past"] : []), ...refusals];
  },
  outcome({ bookings }, now) {
    const booking = bookings[id]!;
    if (booking.timeline.includes("accepted")) return;
    const closeAt = Math.min(now + DAY, midnightAfter(booking));
    Object.assign(booking, { state: "held", closeAt, heldUntil: closeAt });
    booking.timeline.push("accepted");
  },
  act: () => call(acceptStay, host, { bookingId: id }),
});

export const declining = (id: string): Action => ({
  text: "the host declines",
  refusals: ({ bookings }) => wrongUnless(bookings[id]!, "requested", "declined"),
  outcome({ bookings }) {
    const booking = bookings[id]!;
    if (booking.state === "declined") return;
    Object.assign(booking, { state: "declined", closeAt: null });
    booking.timeline.push("declined");
  },
  act: () => call(declineStay, host, { bookingId: id }),
});

export const callingOff = (id: string): Action => ({
  text: "the host cancels",
  refusals({ bookings }) {
    const booking = bookings[id]!;
    if (booking.timeline.includes("cancelled_by_host")) return [];
    return wrongUnless(booking, "held", "confirmed");
  },
  outcome(picture, now) {
    const booking = picture.bookings[id]!;
    if (booking.timeline.includes("cancelled_by_host")) return;
    cancelled(picture, id, "cancelled_by_host", booking.paid, now);
  },
  act: () => call(cancelAsHost, host, { bookingId: id, reason: "A pipe has burst." }),
});

export const checkingIn = (id: string): Action => ({
  text: "the host checks in",
  refusals({ bookings }, now) {
    const booking = bookings[id]!;
    if (booking.state === "checked_in") return [];
    const wrong = wrongUnless(booking, "confirmed");
    if (wrong.length > 0) return wrong;
    return todayAt(booking.place, now) < booking.checkIn ? ["too-early"] : [];
  },
  outcome({ bookings }) {
    const booking = bookings[id]!;
    if (booking.state === "checked_in") return;
    booking.state = "checked_in";
    booking.timeline.push("checked_in");
  },
  act: () => call(checkIn, host, { bookingId: id }),
});

export const missing = (id: string): Action => ({
  text: "the host says that nobody came to",
  refusals({ bookings }, now) {
    const booking = bookings[id]!;
    if (booking.state === "no_show") return [];
    const wrong = wrongUnless(booking, "confirmed");
    if (wrong.length > 0) return wrong;
    if (todayAt(booking.place, now) <= booking.checkIn) return ["too-early"];
    return checkOutAt(booking) <= now ? ["too-late"] : [];
  },
  outcome(picture, now) {
    const booking = picture.bookings[id]!;
    if (booking.state === "no_show") return;
    giveUpChange(picture, id, now);
    Object.assign(booking, { state: "no_show", completeAt: null });
    booking.timeline.push("no_show");
  },
  act: () => call(markNoShow, host, { bookingId: id }),
});

export const completing = (id: string): Action => ({
  text: "the host completes",
  refusals({ bookings }, now) {
    const booking = bookings[id]!;
    if (booking.state === "completed") return [];
    const wrong = wrongUnless(booking, "confirmed", "checked_in");
    if (wrong.length > 0) return wrong;
    return todayAt(booking.place, now) < booking.checkOut ? ["too-early"] : [];
  },
  outcome({ bookings }) {
    const booking = bookings[id]!;
    if (booking.state === "completed") return;
    Object.assign(booking, { state: "completed", completeAt: null, change: null });
    booking.timeline.push("completed");
  },
  act: () => call(completeStay, host, { bookingId: id }),
});

/** Sets how many rooms there are of some nights, or whether they are closed. */
export function setting(
  place: PlaceName,
  from: string,
  days: number,
  set: { capacity?: number; closed?: boolean },
): Action {
  const until = addDays(from, days);
  const { propertyId, roomTypeId } = places[place];
  return {
    text: `the host sets ${JSON.stringify(set)} at the ${place} for ${days} days from ${from}`,
    refusals(picture, now) {
      const dates = daysOf(from, until).filter((date) => date >= todayAt(place, now));
      if (dates.some((date) => !picture.days[place][date])) return ["not-open"];
      const { capacity } = set;
      const isBelow = (date: string) =>
        capacity !== undefined && capacity < takenOf(picture, place, date, now);
      return dates.some(isBelow) ? ["below-booked"] : [];
    },
    outcome(picture, now) {
      for (const date of daysOf(from, until)) {
        if (date < todayAt(place, now)) continue;
        picture.days[place][date] = { ...picture.days[place][date]!, ...set };
      }
    },
    act: () => call(setCapacity, host, { propertyId, roomTypeId, from, until, ...set }),
  };
}

/** Sets what some nights cost: what is quoted or booked keeps its price. */
export function pricing(place: PlaceName, from: string, days: number, price: number): Action {
  const until = addDays(from, days);
  const { propertyId, roomTypeId } = places[place];
  const dates = (now: number) => daysOf(from, until).filter((date) => date >= todayAt(place, now));
  return {
    text: `the host asks ${price} at the ${place} for ${days} days from ${from}`,
    refusals: ({ days: set }, now) =>
      dates(now).some((date) => !set[place][date]) ? ["not-open"] : [],
    outcome(picture, now) {
      for (const date of dates(now)) {
        picture.days[place][date] = { ...picture.days[place][date]!, price };
      }
    },
    act: () => call(setRates, host, { propertyId, roomTypeId, from, until, price }),
  };
}

export const listing = (place: PlaceName, listed: boolean): Action => ({
  text: `the host ${listed ? "lists" : "takes down"} the ${place}`,
  refusals: () => [],
  outcome(picture) {
    picture.listed[place] = listed;
  },
  act: () => call(listProperty, host, { propertyId: places[place].propertyId, listed }),
});
