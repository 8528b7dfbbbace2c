import { now } from "../../core/clock.ts";
import { refuse } from "../../core/refuse.ts";
import { nightsOf, type Stay } from "../calendar/dates.ts";
import { dayAt, drop, type Months } from "../calendar/months.ts";
import { SMALLEST_PAYMENT } from "../schema.ts";
import { refuseUnlessFree } from "./free.ts";
import { datesOf } from "./letGo.ts";
import { checkInOf, todayAt } from "./moments.ts";
import { partOf, percentBack } from "./policy.ts";
import { type PricedNight, priceStay, type StayTotals } from "./price.ts";
import type { Booking } from "./schema.ts";

/** Other dates for a stay: what they cost, and what is to be paid or given back for them. */
export interface PricedChange {
  nights: PricedNight[];
  totals: StayTotals;
  /** Minor units. One of them is 0. */
  toPay: number;
  refund: number;
  /** What the policy gives back today, in percent: of the change, and from then on at most of the stay. */
  percent: number;
}

/** What the policy gives back at this moment, in percent. */
export const percentNow = (booking: Booking): number =>
  Math.min(booking.refundAtMost, percentBack(booking.policy, checkInOf(booking), now()));

/**
 * What has been paid of the price, in minor units. What the policy has kept of a change stays in `paid` and
 * counts towards a dearer stay, but is not given back in part again; and what was given back as goodwill is
 * not asked for again.
 */
export const paidOf = ({ paid, totals }: Pick<Booking, "paid" | "totals">): number =>
  Math.min(paid, totals.total);

/** How often a stay has been given other dates. */
export const timesMoved = ({ timeline }: Pick<Booking, "timeline">): number =>
  timeline.filter(({ event }) => event === "changed").length;

/** The nights of other dates that the stay does not have. */
export function newNights(booking: Booking, stay: Stay): string[] {
  const own = new Set(datesOf(booking));
  return nightsOf(stay).filter((date) => !own.has(date));
}

/**
 * Prices other dates. A night that the stay has keeps its price, the others cost what they cost now; what
 * is dearer is to be paid, of what is cheaper so much goes back as if it were cancelled.
 *
 * Refuses `failed-precondition`: `on-request` where its host would have to be asked, `same-dates`,
 * `in-the-past`, what `refuseUnlessFree` refuses for the nights that it does not have, and
 * `amount-too-large`. `id` is what holds nights for it already.
 */
export function priceChange(
  booking: Booking,
  stay: Stay,
  months: Months,
  id?: string,
): PricedChange {
  if (booking.mode === "on_request") {
    const sentence = "Its host is asked about dates: cancel it, and ask for others.";
    refuse("failed-precondition", "on-request", sentence);
  }
  if (stay.checkIn === booking.checkIn && stay.checkOut === booking.checkOut) {
    refuse("failed-precondition", "same-dates", "These are the dates that the stay has.");
  }
  if (booking.checkIn < todayAt(booking) || stay.checkIn < todayAt(booking)) {
    refuse(
      "failed-precondition",
      "in-the-past",
      "A stay is moved before it begins, to days to come.",
    );
  }
  const free = id === undefined ? months : drop(months, id);
  refuseUnlessFree(free, stay, newNights(booking, stay), booking.rooms);
  const kept = new Map(booking.nights.map(({ date, price }) => [date, price]));
  const nights = nightsOf(stay).map((date) => ({
    date,
    price: kept.get(date) ?? dayAt(months, date)?.price ?? 0,
  }));
  const totals = priceStay(nights, booking);
  const percent = percentNow(booking);
  const toPay = dueOf(totals.total - Math.max(booking.paid, booking.totals.total));
  return {
    nights,
    totals,
    toPay,
    refund: partOf(Math.max(paidOf(booking) - totals.total, 0), percent),
    percent: percentThen(booking, { paid: booking.paid + toPay, totals }, percent),
  };
}

/**
 * What a stay gives back at most once it has other dates, in percent. Where what the policy has kept pays for
 * dearer ones, so little that it stays kept: else it would be given back in part with each shorter stay.
 */
function percentThen(
  before: Booking,
  after: Pick<Booking, "paid" | "totals">,
  percent: number,
): number {
  const kept = before.paid - partOf(paidOf(before), percent);
  const most = after.paid - kept;
  if (partOf(paidOf(after), percent) <= most) return percent;
  return Math.floor((100 * most) / paidOf(after));
}

/** What is too little for the provider is not asked for. */
const dueOf = (difference: number): number => (difference < SMALLEST_PAYMENT ? 0 : difference);
