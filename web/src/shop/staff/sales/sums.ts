import type { Order } from "kindling-client";

/** What some orders come to, in minor units. */
export interface Sum {
  orders: number;
  paid: number;
  refunded: number;
}

const UNPAID: readonly Order["state"][] = [
  "pending_payment",
  "expiring",
  "expired",
  "cancelling",
  "cancelled",
];

/** Orders that nobody has paid, or that were cancelled, are none of it. */
export function sumOf(orders: readonly Order[]): Sum {
  const sold = orders.filter(({ state }) => !UNPAID.includes(state));
  return {
    orders: sold.length,
    paid: sold.reduce((sum, { totals }) => sum + totals.total, 0),
    refunded: sold.reduce((sum, { refunded }) => sum + refunded, 0),
  };
}

/** The last days of this device's calendar, today at the end. Each begins at midnight. */
export const lastDays = (days: number, now = new Date()): Date[] =>
  Array.from(
    { length: days },
    (_, index) => new Date(now.getFullYear(), now.getMonth(), now.getDate() - (days - 1 - index)),
  );

/** The orders that were placed on a day. */
export const placedOn = (orders: readonly Order[], day: Date): Order[] =>
  orders.filter(({ placedAt }) => placedAt.toDate().toDateString() === day.toDateString());
