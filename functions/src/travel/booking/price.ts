import * as z from "zod";
import { formatMoney, percentOf } from "../../core/money.ts";
import { refuse } from "../../core/refuse.ts";
import { MAX_AMOUNT, minorUnits } from "../../core/schema.ts";
import { currency } from "../schema.ts";

/** A night of a stay, and what one room costs for it. */
export const PricedNight = z.strictObject({ date: z.string(), price: minorUnits });
export type PricedNight = z.output<typeof PricedNight>;

/** In minor units; `total = nights + cleaning + tax`. */
export const StayTotals = z.strictObject({
  nights: minorUnits,
  cleaning: minorUnits,
  tax: minorUnits,
  total: minorUnits,
});
export type StayTotals = z.output<typeof StayTotals>;

/** What is agreed on beside the nights. */
export interface Terms {
  rooms: number;
  /** Once a room and stay, in minor units. */
  cleaningFee: number;
  taxBasisPoints: number;
}

/**
 * The one place where the price of a stay comes from: for a search, a quote, and other dates. Tax is on
 * nights and cleaning together, rounded half up to a minor unit. Nobody can pay more than `MAX_AMOUNT`.
 */
export function totalsOf(
  nights: readonly PricedNight[],
  { rooms, cleaningFee, taxBasisPoints }: Terms,
): StayTotals {
  const lodging = nights.reduce((sum, { price }) => sum + price, 0) * rooms;
  const cleaning = cleaningFee * rooms;
  const tax = percentOf(lodging + cleaning, taxBasisPoints);
  return { nights: lodging, cleaning, tax, total: lodging + cleaning + tax };
}

/** `totalsOf`. Refuses `failed-precondition`/`amount-too-large` above `MAX_AMOUNT`. */
export function priceStay(nights: readonly PricedNight[], terms: Terms): StayTotals {
  const totals = totalsOf(nights, terms);
  if (totals.total > MAX_AMOUNT) {
    const most = formatMoney(MAX_AMOUNT, currency);
    refuse("failed-precondition", "amount-too-large", `A stay is worth ${most} at most.`);
  }
  return totals;
}
