import { DAY, HOUR, MINUTE, now, stamp } from "../../../functions/src/core/clock.ts";
import { fingerprintOf, idOf } from "../../../functions/src/core/id.ts";
import { paymentIdOf } from "../../../functions/src/core/payments/schema.ts";
import {
  appointments,
  checkInOf,
  checkOutOf,
  todayAt,
} from "../../../functions/src/travel/booking/moments.ts";
import { newBooking } from "../../../functions/src/travel/booking/newBooking.ts";
import { policyOf } from "../../../functions/src/travel/booking/policy.ts";
import { priceStay } from "../../../functions/src/travel/booking/price.ts";
import { codeOf } from "../../../functions/src/travel/booking/reference.ts";
import { Booking, type BookingEvent, Quote } from "../../../functions/src/travel/booking/schema.ts";
import { happened } from "../../../functions/src/travel/booking/timeline.ts";
import { addDays, nightsOf } from "../../../functions/src/travel/calendar/dates.ts";
import { dayAt, type Months } from "../../../functions/src/travel/calendar/months.ts";
import type { Room } from "../../../functions/src/travel/calendar/schema.ts";
import { currency, type Property, type RoomType } from "../../../functions/src/travel/schema.ts";
import type { DemoStay } from "./demoPlace.ts";
import { stampAt, then } from "./then.ts";
import { travellers } from "./travellers.ts";

// A stay of the demo as its callables, the sweep and the provider would have left it.

/** What somebody stays at, and its calendar. */
export interface Rooms {
  room: Room;
  property: Property;
  roomType: RoomType;
  months: Months;
}

/** So many days before it begins a stay was booked. */
export const bookedAhead = ({ in: days, nights }: DemoStay): number =>
  Math.max(days, 0) + 4 + 3 * nights;

export const isPaid = ({ state }: DemoStay): boolean =>
  state !== "requested" && state !== "declined";

/** What has happened since, and when. */
type History = [BookingEvent, at: Date, amount?: number][];

export function bookingOf(stay: DemoStay, rooms: Rooms): { id: string; booking: Booking } {
  const { uid } = travellers[stay.by];
  const quote = quoteOf(stay, rooms);
  const id = idOf(uid, `${rooms.room.roomTypeId} ${stay.in}`);
  const at = bookedAt(stay, quote);
  const fingerprint = fingerprintOf({ quoteId: id });
  const asked = { fingerprint, closeAt: then(at, () => stamp(DAY)) };
  const booked = then(at, () => newBooking(quote, asked));
  const { total } = quote.totals;
  const payment = paymentIdOf(`bookings/${id}`, 1);
  const timeline = historyOf(stay, quote, at).reduce(
    (told, [event, moment, amount]) =>
      then(moment, () => happened({ timeline: told }, event, amount)),
    booked.timeline,
  );
  const { closeAt, ...rest } = booked;
  const money = { payment, paidBy: [payment], captured: total, paid: total };
  return {
    id,
    booking: Booking.parse({
      ...rest,
      state: stay.state,
      timeline,
      ...(isPaid(stay) ? { reference: codeOf(id, 0), ...money } : {}),
      ...(stay.state === "requested" ? { closeAt } : {}),
      ...(stay.state === "confirmed" ? appointments(quote) : {}),
      ...(stay.state === "checked_in" ? { completeAt: stampAt(checkOutOf(quote)) } : {}),
    }),
  };
}

/** What `quoteStay` would have promised. */
function quoteOf(stay: DemoStay, { room, property, roomType, months }: Rooms): Quote {
  const { hostId, address, city, timeZone, checkInFrom, checkOutUntil, mode } = property;
  const { cleaningFee, taxBasisPoints } = property;
  const { rooms = 1, guests = Math.min(2, roomType.sleeps) } = stay;
  const checkIn = addDays(todayAt(property), stay.in);
  const checkOut = addDays(checkIn, stay.nights);
  const nights = nightsOf({ checkIn, checkOut }).map((date) => ({
    date,
    price: dayAt(months, date)?.price ?? 0,
  }));
  if (guests > rooms * roomType.sleeps) throw new Error(`${stay.by} can't all sleep there`);
  return Quote.parse({
    uid: travellers[stay.by].uid,
    hostId,
    ...room,
    propertyName: property.name,
    roomName: roomType.name,
    ...{ address, city, timeZone, checkInFrom, checkOutUntil, checkIn, checkOut, rooms, guests },
    nights,
    totals: priceStay(nights, { rooms, cleaningFee, taxBasisPoints }),
    ...{ cleaningFee, taxBasisPoints, currency, mode },
    policy: policyOf(property.policy),
    expiresAt: stamp(),
  });
}

/** A request waits for three hours, so that its host has most of the day. */
function bookedAt(stay: DemoStay, quote: Quote): Date {
  if (stay.state === "requested") return new Date(now().getTime() - 3 * HOUR);
  return new Date(checkInOf(quote).getTime() - bookedAhead(stay) * DAY);
}

function historyOf({ state }: DemoStay, quote: Quote, at: Date): History {
  const after = (moment: Date, by: number) => new Date(moment.getTime() + by);
  const { total } = quote.totals;
  const [arrival, departure] = [checkInOf(quote), checkOutOf(quote)];
  if (state === "requested") return [];
  if (state === "declined") return [["declined", after(at, 5 * HOUR)]];
  const isAsked = quote.mode === "on_request";
  const paid: History = [
    ...(isAsked ? ([["accepted", after(at, 5 * HOUR)]] as History) : []),
    ["confirmed", after(at, isAsked ? 9 * HOUR : 4 * MINUTE), total],
  ];
  const arrived: History = [["checked_in", after(arrival, 40 * MINUTE)]];
  const since: Partial<Record<DemoStay["state"], History>> = {
    checked_in: arrived,
    completed: [...arrived, ["completed", departure]],
    no_show: [["no_show", after(arrival, 20 * HOUR)]],
    // Too late to be given anything back by any policy.
    cancelled: [["cancelled", after(arrival, -10 * HOUR), 0]],
  };
  return [...paid, ...(since[state] ?? [])];
}
