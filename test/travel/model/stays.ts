import { checkInOf, checkOutOf } from "../../../functions/src/travel/booking/moments.ts";
import {
  addDays,
  momentAt,
  nightsOf,
  type Stay,
} from "../../../functions/src/travel/calendar/dates.ts";
import type { BookingPicture, ChangePicture, Nights, Picture } from "./picture.ts";
import { type PlaceName, places } from "./places.ts";
import { todayAt } from "./world.ts";

// What can be had of the nights, and what it costs. It is counted from bookings alone: whether the
// calendars say the same, is seen to in invariants.ts.

export const isBooked = ({ state }: BookingPicture): boolean =>
  state === "confirmed" || state === "checked_in";

/** Whether the nights of a booking, or those that other dates add, are held. */
export const isHeld = (of: BookingPicture | ChangePicture, now: number): boolean =>
  of.state === "held" && of.heldUntil !== null && of.heldUntil > now;

/** The nights of other dates that the stay does not have. */
export const addedBy = (change: Stay, { nights }: BookingPicture): string[] =>
  nightsOf(change).filter((date) => !(date in nights));

/** Rooms of a night that are somebody's, but for what `except` holds. */
export function takenOf(
  { bookings, changes }: Picture,
  place: PlaceName,
  date: string,
  now: number,
  except?: string,
): number {
  let rooms = 0;
  for (const [id, booking] of Object.entries(bookings)) {
    const isIts = isBooked(booking) || (isHeld(booking, now) && id !== except);
    if (isIts && booking.place === place && date in booking.nights) rooms += booking.rooms;
  }
  for (const [id, change] of Object.entries(changes)) {
    const booking = bookings[change.bookingId]!;
    if (id === except || booking.place !== place || !isHeld(change, now)) continue;
    if (addedBy(change, booking).includes(date)) rooms += booking.rooms;
  }
  return rooms;
}

/** Rooms of a night that can be had. */
export function leftOf(
  picture: Picture,
  place: PlaceName,
  date: string,
  now: number,
  except?: string,
) {
  const day = picture.days[place][date];
  if (!day || day.closed) return 0;
  return day.capacity - takenOf(picture, place, date, now, except);
}

/** Whether nights can be had, of a place that is for sale; `except` holds them already. */
export const isFree = (
  picture: Picture,
  place: PlaceName,
  nights: readonly string[],
  rooms: number,
  now: number,
  except?: string,
): boolean => nights.every((date) => leftOf(picture, place, date, now, except) >= rooms);

/** By which reasons a stay can't be had, of which `wanted` nights must be free. */
export function stayRefusals(
  picture: Picture,
  place: PlaceName,
  stay: Stay,
  wanted: readonly string[],
  rooms: number,
  now: number,
): string[] {
  const days = picture.days[place];
  const nights = nightsOf(stay);
  if (nights.some((date) => !days[date])) return ["not-open"];
  const { minStay, maxStay } = days[stay.checkIn]!;
  const reasons: string[] = [];
  if (nights.length < minStay) reasons.push("stay-too-short");
  if (nights.length > maxStay) reasons.push("stay-too-long");
  if (wanted.length > 0 && !picture.listed[place]) reasons.push("not-listed");
  if (wanted.some((date) => days[date]!.closed)) reasons.push("closed");
  const open = wanted.filter((date) => !days[date]!.closed);
  if (!isFree(picture, place, open, rooms, now)) reasons.push("sold-out");
  return reasons;
}

/** What nights cost now. */
export const pricesOf = (picture: Picture, place: PlaceName, stay: Stay): Nights =>
  Object.fromEntries(nightsOf(stay).map((date) => [date, picture.days[place][date]?.price ?? 0]));

export function totalOf(place: PlaceName, nights: Nights, rooms: number): number {
  const { cleaningFee, taxBasisPoints } = places[place];
  const lodging = Object.values(nights).reduce((sum, price) => sum + price, 0);
  const net = (lodging + cleaningFee) * rooms;
  return net + Math.floor((net * taxBasisPoints + 5_000) / 10_000);
}

/** Hours before check-in, and what is given back until then, in percent. */
const TIERS = {
  moderate: [
    [120, 100],
    [24, 50],
  ],
  flexible: [[24, 100]],
} as const;

const HOUR = 3_600_000;

export function percentOf(booking: BookingPicture, now: number): number {
  const { policy } = places[booking.place];
  const hours = (checkInAt(booking) - now) / HOUR;
  const tier = TIERS[policy].find(([hoursBefore]) => hours >= hoursBefore);
  return Math.min(tier?.[1] ?? 0, booking.refundAtMost);
}

/** The last moments at which a stay gives back as much as it does. */
export const tiersOf = (booking: BookingPicture): number[] =>
  booking.state === "confirmed"
    ? TIERS[places[booking.place].policy].map(([hours]) => checkInAt(booking) - hours * HOUR)
    : [];

export const partOf = (amount: number, percent: number): number =>
  Math.floor((amount * percent + 50) / 100);

type Placed = Stay & { place: PlaceName };

export const checkInAt = (stay: Placed): number =>
  checkInOf({ ...places[stay.place], ...stay }).getTime();
export const checkOutAt = (stay: Placed): number =>
  checkOutOf({ ...places[stay.place], ...stay }).getTime();

/** When the day of check-in is over. */
export const midnightAfter = ({ place, checkIn }: Placed): number =>
  momentAt(addDays(checkIn, 1), "00:00", places[place].timeZone).getTime();

/** What cancelling gives back. */
export const refundOf = (booking: BookingPicture, now: number): number =>
  partOf(Math.min(booking.paid, booking.total), percentOf(booking, now));

/** Less can't be paid. */
const SMALLEST = 50;

/**
 * Other dates: nights that the stay has keep their price. What was kept of earlier ones counts towards
 * what is to be paid, and is not given back again.
 */
export function changed(picture: Picture, booking: BookingPicture, stay: Stay, now: number) {
  const nights = { ...pricesOf(picture, booking.place, stay) };
  for (const date of Object.keys(nights)) nights[date] = booking.nights[date] ?? nights[date]!;
  const total = totalOf(booking.place, nights, booking.rooms);
  const percent = percentOf(booking, now);
  const dearer = total - Math.max(booking.paid, booking.total);
  const cheaper = Math.min(booking.paid, booking.total) - total;
  const toPay = dearer < SMALLEST ? 0 : dearer;
  // What would be kept of the stay as it is stays kept, also where it pays for dearer dates.
  const kept = booking.paid - partOf(Math.min(booking.paid, booking.total), percent);
  const paid = booking.paid + toPay;
  const price = Math.min(paid, total);
  const isLess = total > booking.total && partOf(price, percent) > paid - kept;
  return {
    nights,
    total,
    percent: isLess ? Math.floor((100 * (paid - kept)) / price) : percent,
    toPay,
    refund: partOf(Math.max(cheaper, 0), percent),
  };
}

/** By which reasons a stay can't have other dates. */
export function changeRefusals(
  picture: Picture,
  booking: BookingPicture,
  stay: Stay,
  now: number,
): string[] {
  const { place, rooms, checkIn, checkOut } = booking;
  if (places[place].mode === "on_request") return ["on-request"];
  const today = todayAt(place, now);
  const reasons: string[] = [];
  if (stay.checkIn === checkIn && stay.checkOut === checkOut) reasons.push("same-dates");
  if (checkIn < today || stay.checkIn < today) reasons.push("in-the-past");
  return [...reasons, ...stayRefusals(picture, place, stay, addedBy(stay, booking), rooms, now)];
}

/** A stay has other dates from now on. */
export function move(
  { bookings, changes }: Picture,
  id: string,
  change: Pick<ChangePicture, "nights" | "total" | "percent"> & Stay,
): void {
  const booking = bookings[id]!;
  for (const other of Object.values(changes)) {
    if (other.bookingId === id) other.isOvertaken = true;
  }
  const { checkIn, checkOut, nights, total, percent } = change;
  Object.assign(booking, { checkIn, checkOut, nights, total, refundAtMost: percent });
  booking.change = null;
  booking.timeline.push("changed");
  booking.completeAt = checkOutAt(booking);
}

/** From the day after check-in on who sleeps there can't cancel. */
export const hasBegun = ({ state, place, checkIn }: BookingPicture, now: number): boolean =>
  state === "confirmed" && todayAt(place, now) > checkIn;
