import { Timestamp } from "firebase-admin/firestore";
import { MINUTE, stamp } from "../../core/clock.ts";
import { numberOf } from "../../core/id.ts";
import { currency } from "../rates.ts";
import type { Order } from "./schema.ts";

/** How long an order is held for its payment. */
export const PAYMENT_WINDOW = 30 * MINUTE;

type Placed = Pick<
  Order,
  "uid" | "email" | "ownAddress" | "lines" | "totals" | "shipTo" | "coupon" | "fingerprint"
>;

/** An order as it is placed: it waits for its payment, unless there is nothing to pay. */
export function newOrder(id: string, placed: Placed): Order {
  const at = stamp();
  const free = placed.totals.total === 0;
  return {
    ...placed,
    number: numberOf(id),
    state: free ? "paid" : "pending_payment",
    currency,
    payment: null,
    refunded: 0,
    shipments: [],
    returns: [],
    withdrawn: [],
    timeline: [{ event: "placed", at }, ...(free ? [{ event: "paid" as const, at }] : [])],
    placedAt: at,
    review: null,
    ...(free ? {} : { closeAt: Timestamp.fromMillis(at.toMillis() + PAYMENT_WINDOW) }),
  };
}
