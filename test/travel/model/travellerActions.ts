import assert from "node:assert/strict";
import { DAY, MINUTE } from "../../../functions/src/core/clock.ts";
import { idOf } from "../../../functions/src/core/id.ts";
import { paymentIdOf } from "../../../functions/src/core/payments/schema.ts";
import type { Stay } from "../../../functions/src/travel/calendar/dates.ts";
import { cancelBooking } from "../../../functions/src/travel/cancelBooking.ts";
import { holdStay } from "../../../functions/src/travel/holdStay.ts";
import { nameGuests } from "../../../functions/src/travel/nameGuests.ts";
import { payStay } from "../../../functions/src/travel/payStay.ts";
import { quoteCancellation } from "../../../functions/src/travel/quoteCancellation.ts";
import { quoteStay } from "../../../functions/src/travel/quoteStay.ts";
import { call, type Person } from "../../support/call.ts";
import type { Action } from "./action.ts";
import { giveUpChange, promise } from "./money.ts";
import type { BookingPicture, Picture } from "./picture.ts";
import { type PlaceName, places } from "./places.ts";
import { payingNow } from "./providerActions.ts";
import {
  hasBegun,
  percentOf,
  pricesOf,
  refundOf,
  stayRefusals,
  tiersOf,
  totalOf,
} from "./stays.ts";
import { type Quoted, todayAt } from "./world.ts";

export const wrongUnless = ({ state }: BookingPicture, ...states: string[]): string[] =>
  states.includes(state) ? [] : ["wrong-state"];

export const wordsOf = ({ checkIn, checkOut }: Stay): string => `${checkIn}–${checkOut.slice(8)}`;

/** Another's booking is none. */
const ownOr = (booking: BookingPicture, by: Person, reasons: () => string[]): string[] =>
  booking.uid === by.uid ? reasons() : ["no-such-booking"];

export const quoting = (person: Person, place: PlaceName, stay: Stay, rooms: number): Action => ({
  text: `${person.uid} asks for ${rooms} at the ${place}, ${wordsOf(stay)}`,
  refusals(picture, now) {
    if (!picture.listed[place]) return ["no-such-stay"];
    if (stay.checkIn < todayAt(place, now)) return ["in-the-past"];
    return stayRefusals(picture, place, stay, nightsIn(stay, picture, place), rooms, now);
  },
  outcome: () => {},
  async act(world) {
    const { propertyId, roomTypeId } = places[place];
    const { picture, time } = world;
    const nights = pricesOf(picture, place, stay);
    const total = totalOf(place, nights, rooms);
    const asked = { propertyId, roomTypeId, ...stay, rooms, guests: rooms };
    const answer = await call(quoteStay, person, asked);
    const priced = Object.fromEntries(answer.nights.map(({ date, price }) => [date, price]));
    assert.deepEqual([priced, answer.totals.total], [nights, total], "what is quoted");
    const { uid } = person;
    const kept = { uid, place, ...stay, rooms, total: answer.totals.total, nights: priced };
    const made = { quoteId: answer.quoteId, ...kept, expiresAt: time + 15 * MINUTE };
    world.quotes.push(made);
    return made;
  },
});

const nightsIn = (stay: Stay, picture: Picture, place: PlaceName): string[] =>
  Object.keys(pricesOf(picture, place, stay));

export const holding = (requestId: string, quoted: Quoted, by: Person): Action => {
  const { quoteId, uid, place, checkIn, checkOut, rooms, total, nights, expiresAt } = quoted;
  const id = idOf(by.uid, requestId);
  return {
    repeatable: true,
    text: `${by.uid} takes ${rooms} at the ${place}, ${wordsOf(quoted)}`,
    end: () => expiresAt,
    refusals(picture, now) {
      if (picture.bookings[id]) return [];
      if (by.uid !== uid) return ["no-such-quote"];
      if (expiresAt <= now) return ["quote-expired"];
      if (checkIn < todayAt(place, now)) return ["in-the-past"];
      if (checkIn < todayAt(place, now)) return ["in-the-past"];
      return stayRefusals(picture, place, quoted, Object.keys(nights), rooms, now);
    },
    outcome(picture, now) {
      if (picture.bookings[id]) return;
      const isAsked = places[place].mode === "on_request";
      const state = isAsked ? "requested" : "held";
      const closeAt = now + (isAsked ? DAY : 10 * MINUTE);
      picture.bookings[id] = {
        ...{ uid, state, place, checkIn, checkOut, rooms, nights, total, quoted: total },
        ...{ payment: null, paidBy: [], captured: 0, paid: 0, refunded: 0, refundAtMost: 100 },
        ...{ reference: null, change: null, review: null, timeline: [state], given: null },
        ...{ closeAt, completeAt: null, heldUntil: isAsked ? null : closeAt },
        ...{ named: false, shownToHost: false },
      };
    },
    act(world) {
      world.taken[by.uid] = (world.taken[by.uid] ?? 0) + 1;
      return call(holdStay, by, { requestId, quoteId });
    },
  };
};

export const naming = (id: string, by: Person): Action => ({
  text: `${by.uid} names the guests of`,
  refusals: ({ bookings }) =>
    ownOr(bookings[id]!, by, () => wrongUnless(bookings[id]!, "requested", "held", "confirmed")),
  outcome({ bookings }) {
    bookings[id]!.named = true;
  },
  act: () => call(nameGuests, by, { bookingId: id, guests: [{ name: "Ana Guest" }] }),
});

export const paying = (id: string, by: Person): Action => ({
  text: `${by.uid} opens the payment of`,
  end: ({ bookings }) => bookings[id]?.closeAt,
  refusals({ bookings }, now) {
    const booking = bookings[id]!;
    return ownOr(booking, by, () => {
      const wrong = wrongUnless(booking, "held");
      if (wrong.length > 0) return wrong;
      if ((booking.closeAt ?? 0) <= now) return ["hold-expired"];
      return booking.named ? [] : ["guests-needed"];
    });
  },
  outcome(picture) {
    const booking = picture.bookings[id]!;
    booking.payment = payable(picture, `bookings/${id}`, booking.payment);
  },
  act: () => call(payStay, by, { bookingId: id }),
});

/** The payment that is open; another where the last was canceled. */
export function payable({ payments }: Picture, subject: string, last: string | null): string {
  const paid = last === null ? undefined : payments[last];
  if (last && paid && paid.state !== "canceled") return last;
  return paymentIdOf(subject, (paid?.attempt ?? 0) + 1);
}

/** A quote's id, or none; `undefined` stands for whatever is the newest. */
export const cancelling = (id: string, by: Person, quoteId: string | undefined): Action => ({
  text: `${by.uid} cancels`,
  end: ({ cancelQuotes }) => cancelQuotes[id]?.expiresAt,
  refusals({ bookings, cancelQuotes }, now) {
    const booking = bookings[id]!;
    return ownOr(booking, by, () => {
      if (booking.timeline.includes("cancelled")) return [];
      if (booking.state !== "confirmed") {
        return wrongUnless(booking, "requested", "held", "expired");
      }
      if (hasBegun(booking, now)) return ["stay-begun"];
      if (quoteId === undefined) return ["quote-needed"];
      const quote = cancelQuotes[id];
      const { paid, checkIn, checkOut } = booking;
      const isSame =
        quote?.paid === paid && quote.checkIn === checkIn && quote.checkOut === checkOut;
      if (quote?.quoteId !== quoteId || !isSame) return ["quote-superseded"];
      return quote.expiresAt <= now ? ["quote-expired"] : [];
    });
  },
  outcome(picture, now) {
    const booking = picture.bookings[id]!;
    if (booking.timeline.includes("cancelled")) return;
    const given = booking.state === "confirmed" ? picture.cancelQuotes[id]!.refund : 0;
    cancelled(picture, id, "cancelled", given, now);
    delete picture.cancelQuotes[id];
  },
  act: () => call(cancelBooking, by, { bookingId: id, ...(quoteId && { quoteId }) }),
});

export function cancelled(
  picture: Picture,
  id: string,
  event: "cancelled" | "cancelled_by_host",
  given: number,
  now: number,
): void {
  const booking = picture.bookings[id]!;
  giveUpChange(picture, id, now);
  Object.assign(booking, { state: "cancelled", given, completeAt: null, closeAt: null });
  booking.timeline.push(event);
  promise(picture, id, given);
}

export const askingForRefund = (id: string, by: Person): Action => ({
  text: `${by.uid} asks what cancelling gives back of`,
  end: ({ bookings }, now) => tiersOf(bookings[id]!).find((tier) => tier > now),
  refusals: ({ bookings }, now) =>
    ownOr(bookings[id]!, by, () =>
      hasBegun(bookings[id]!, now)
        ? ["stay-begun"]
        : wrongUnless(bookings[id]!, "requested", "held", "confirmed", "expired"),
    ),
  outcome({ bookings, cancelQuotes }, now, seen) {
    const { paid, checkIn, checkOut } = bookings[id]!;
    const quoteId = seen.cancelQuotes[id]?.quoteId ?? "";
    const percent = percentOf(bookings[id]!, now);
    const refund = refundOf(bookings[id]!, now);
    cancelQuotes[id] = {
      quoteId,
      refund,
      percent,
      paid,
      checkIn,
      checkOut,
      expiresAt: now + 15 * MINUTE,
    };
  },
  act: () => call(quoteCancellation, by, { bookingId: id }),
});

/** Asks for a stay, and takes it. */
export function taking(
  requestId: string,
  by: Person,
  place: PlaceName,
  stay: Stay,
  rooms = 1,
): Action {
  const asked = quoting(by, place, stay, rooms);
  return {
    ...asked,
    text: `${by.uid} asks for and takes ${rooms} at the ${place}, ${wordsOf(stay)}`,
    outcome(picture, now, seen) {
      const nights = pricesOf(picture, place, stay);
      const total = totalOf(place, nights, rooms);
      const quoted = { quoteId: "", uid: by.uid, place, ...stay, rooms, total, nights };
      holding(requestId, { ...quoted, expiresAt: 0 }, by).outcome(picture, now, seen);
    },
    async act(world) {
      const quoted = (await asked.act(world)) as Quoted;
      await holding(requestId, quoted, by).act(world);
    },
  };
}

/** Asks for a stay, takes it, names the guests, and opens the payment. */
export function opening(requestId: string, by: Person, place: PlaceName, stay: Stay): Action {
  const id = idOf(by.uid, requestId);
  const steps = [taking(requestId, by, place, stay), naming(id, by), paying(id, by)];
  return {
    ...steps[0]!,
    text: `${by.uid} takes the ${place} and opens its payment, ${wordsOf(stay)}`,
    outcome(picture, now, seen) {
      for (const step of steps) step.outcome(picture, now, seen);
    },
    async act(world) {
      for (const step of steps) await step.act(world);
    },
  };
}

/** All of that, pays with a good card, and we hear of it. */
export function booking(requestId: string, by: Person, place: PlaceName, stay: Stay): Action {
  const opened = opening(requestId, by, place, stay);
  const payment = paymentIdOf(`bookings/${idOf(by.uid, requestId)}`, 1);
  return {
    ...opened,
    text: `${by.uid} books and pays the ${place}, ${wordsOf(stay)}`,
    async act(world) {
      await opened.act(world);
      await payingNow(payment).act(world);
    },
  };
}
