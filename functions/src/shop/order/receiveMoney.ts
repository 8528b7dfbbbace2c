import { type DocumentSnapshot, FieldValue } from "firebase-admin/firestore";
import { type Read, update } from "../../core/decide.ts";
import type { Response } from "../../core/payments/payees.ts";
import { refundable } from "../../core/payments/requestRefund.ts";
import type { Payment } from "../../core/payments/schema.ts";
import { count, isLeft, readCoupon } from "../coupons.ts";
import { reserve, type StockPart } from "../stock/moves.ts";
import { readShelves, sellable } from "../stock/shelf.ts";
import { orderCancelled, orderConfirmed } from "./mails.ts";
import { releaseOrder } from "./releaseOrder.ts";
import type { Order } from "./schema.ts";
import { isAllowed, next } from "./states.ts";
import { happened } from "./timeline.ts";
import { isForgotten, writeToCustomer } from "./writeToCustomer.ts";

interface Received {
  paymentId: string;
  payment: Payment;
}

/**
 * The money for an order is here. It is paid, if it still waits for it, or if it has expired but
 * all of it can be reserved again and there still is somebody to send it to; what comes to an order that is cancelled or has been paid
 * already goes back.
 */
export async function receiveMoney(
  read: Read,
  order: DocumentSnapshot<Order>,
  current: Order,
  { paymentId, payment }: Received,
): Promise<Response> {
  const refund = refundable(payment);
  const isPaid = current.timeline.some(({ event }) => event === "paid");
  if (isPaid || !isAllowed(current.state, "settle")) {
    return { writes: [update(order, { review: `paid twice: ${paymentId}` })], refund };
  }
  const paid = ({ joint, writes }: StockPart = { writes: [] }): Response => {
    const state = next(current.state, "settle", "paid");
    const timeline = happened(current, "paid", payment.captured);
    const confirmed = orderConfirmed(current);
    return {
      joint,
      writes: [
        update(order, { state, payment: paymentId, timeline, closeAt: FieldValue.delete() }),
        ...writeToCustomer(current, "order-confirmed", order.id, confirmed),
        ...writes,
      ],
    };
  };
  switch (current.state) {
    case "pending_payment":
    case "expiring":
      return paid();
    case "expired": {
      const again = isForgotten(current) ? undefined : await reserveAgain(read, current);
      if (again) return paid(again);
      const timeline = happened(current, "paid_late", payment.captured);
      return { writes: [update(order, { payment: paymentId, timeline })], refund };
    }
    case "cancelling": {
      const known = { ...current, payment: paymentId };
      const { joint, writes } = await releaseOrder(read, order, known, "settle");
      const mail = orderCancelled(current);
      return {
        joint,
        writes: [...writes, ...writeToCustomer(current, "order-cancelled", order.id, mail)],
        refund,
      };
    }
    default:
      return { writes: [update(order, { payment: paymentId })], refund };
  }
}

/** What holds an expired order's goods and coupon again; nothing if they are gone. */
async function reserveAgain(
  read: Read,
  { lines, coupon: code, uid }: Order,
): Promise<StockPart | undefined> {
  const coupon = await readCoupon(read, code, uid);
  const shelves = await readShelves(read, lines);
  const left = shelves.every(({ stock, quantity }) => {
    const current = stock.data();
    return current !== undefined && sellable(current) >= quantity;
  });
  if (!left || !isLeft(coupon)) return undefined;
  const { joint, writes } = reserve(shelves);
  return { joint, writes: [...writes, ...count(coupon, 1)] };
}
