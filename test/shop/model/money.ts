import { DAY, MINUTE } from "../../../functions/src/core/clock.ts";
import { idOf } from "../../../functions/src/core/id.ts";
import { countCoupon, couponRefusal, covers, release, reserve, sellable } from "./goods.ts";
import type { IntentPicture, OrderPicture, Picture } from "./picture.ts";

// What must become of payments and refunds. Each changes the picture that it is given.

const RANK = { created: 0, processing: 1, failed: 1, canceled: 2, succeeded: 3 };
const CLOSING = 5 * MINUTE;

export const orderOf = (picture: Picture, paymentId: string): [string, OrderPicture] => {
  const id = picture.payments[paymentId]?.subject.split("/")[1] ?? "";
  return [id, picture.orders[id]!];
};

function stateOf({ status, declined }: IntentPicture): keyof typeof RANK {
  if (status === "succeeded" || status === "canceled" || status === "processing") return status;
  return declined && status === "requires_payment_method" ? "failed" : "created";
}

/** The shop hears how an intent stands, or stood. */
export function hear(picture: Picture, paymentId: string, intent: IntentPicture, now: number) {
  const payment = picture.payments[paymentId];
  if (!payment) return;
  payment.known = true;
  const next = stateOf(intent);
  if (next === payment.state || RANK[next] < RANK[payment.state]) return;
  payment.state = next;
  payment.captured = intent.received;
  if (RANK[next] >= 2) payment.checkAt = null;
  if (next === "succeeded") receive(picture, paymentId, now);
  if (next === "failed") decline(picture, paymentId);
}

function decline(picture: Picture, paymentId: string): void {
  const [id, order] = orderOf(picture, paymentId);
  if (order.state !== "pending_payment" || order.timeline.includes("payment_failed")) return;
  order.timeline.push("payment_failed");
  if (order.ownAddress) picture.mails.push(`payment-failed_${id}`);
}

/** The money is there. */
function receive(picture: Picture, paymentId: string, now: number): void {
  const [id, order] = orderOf(picture, paymentId);
  const giveBack = () => {
    const { captured, refunding } = picture.payments[paymentId]!;
    promise(picture, paymentId, idOf("refund", paymentId, "not kept"), captured - refunding, now);
  };
  const isPaid = () => {
    Object.assign(order, { state: "paid", payment: paymentId, closeAt: null });
    order.timeline.push("paid");
    picture.mails.push(`order-confirmed_${id}`);
  };
  switch (order.state) {
    case "pending_payment":
    case "expiring":
      isPaid();
      break;
    case "expired": {
      const refused = couponRefusal(picture, order.coupon, order.uid);
      if (refused.length === 0 && covers(sellable(picture), order.lines)) {
        reserve(picture, order.lines, 1);
        countCoupon(picture, order, 1);
        isPaid();
        break;
      }
      order.timeline.push("paid_late");
      order.payment = paymentId;
      giveBack();
      break;
    }
    case "cancelling":
      release(picture, order);
      picture.mails.push(`order-cancelled_${id}`);
      giveBack();
      break;
    case "cancelled":
      order.payment = paymentId;
      giveBack();
      break;
    default:
      order.review = `paid twice: ${paymentId}`;
      giveBack();
  }
}

export function promise(
  picture: Picture,
  payment: string,
  refundId: string,
  amount: number,
  now: number,
): void {
  const paid = picture.payments[payment];
  if (!paid || amount === 0) return;
  paid.refunding += amount;
  const nextAt = now + MINUTE;
  picture.refunds[refundId] = {
    payment,
    amount,
    state: "pending",
    attempts: 0,
    known: false,
    nextAt,
  };
}

/** Nobody may pay an order any more; then what it holds is free. */
export function close(picture: Picture, id: string, now: number): void {
  const order = picture.orders[id]!;
  const payment = order.payment === null ? undefined : picture.payments[order.payment];
  if (order.payment !== null && payment) {
    if (RANK[payment.state] < 2) {
      const intent = intentOf(picture, order.payment);
      if (intent.status.startsWith("requires_")) intent.status = "canceled";
      hear(picture, order.payment, intent, now);
    }
    if (order.state !== "expiring" && order.state !== "cancelling") return;
    if (payment.state !== "canceled") {
      order.closeAt = now + CLOSING;
      return;
    }
  }
  release(picture, order);
}

/** There is an intent for a payment as soon as somebody asks for it. */
export function intentOf(picture: Picture, paymentId: string): IntentPicture {
  picture.intents[paymentId] ??= {
    status: "requires_payment_method",
    received: 0,
    declined: false,
    method: null,
  };
  return picture.intents[paymentId];
}

/** The provider is asked to make a refund, or what became of it. */
export function execute(picture: Picture, refundId: string, now: number): void {
  const refund = picture.refunds[refundId];
  if (refund?.state !== "pending") return;
  refund.attempts++;
  refund.nextAt = now + MINUTE * 2 ** Math.min(refund.attempts, 10);
  const waits = picture.intents[refund.payment]?.method === "pm_card_pendingRefund";
  picture.refundsMade[refundId] ??= waits ? "pending" : "succeeded";
  hearRefund(picture, refundId, picture.refundsMade[refundId]);
}

/** The shop hears how a refund stands, or stood. */
export function hearRefund(picture: Picture, refundId: string, status: string): void {
  const refund = picture.refunds[refundId]!;
  const payment = picture.payments[refund.payment]!;
  refund.known = true;
  const was = refund.state;
  const news = ["pending", "succeeded", "failed"];
  if (news.indexOf(status) <= news.indexOf(was)) return;
  refund.state = status as typeof was;
  refund.nextAt = null;
  const [, order] = orderOf(picture, refund.payment);
  if (status === "failed") {
    payment.refunding -= refund.amount;
    if (was === "succeeded") payment.refunded -= refund.amount;
    order.review = `refund ${refundId} failed`;
    if (order.payment === refund.payment) isOpenAgain(order, payment.refunded);
    return;
  }
  payment.refunded += refund.amount;
  picture.mails.push(`order-refunded_${refundId}`);
  if (order.payment !== refund.payment) return;
  order.refunded += refund.amount;
  order.timeline.push("refunded");
  if (OVER.includes(order.state) && order.refunded >= order.total) order.state = "refunded";
}

const OVER = ["expired", "cancelled", "returned"];

/** What a bank has sent back must be given back again: the order is what it was before. */
function isOpenAgain(order: OrderPicture, refunded: number): void {
  order.refunded = refunded;
  if (order.state !== "refunded" || refunded >= order.total) return;
  order.state = order.timeline.findLast((word) => OVER.includes(word)) as OrderPicture["state"];
}

/** Asks about the payments that are due, in one of the orders in which that may happen. */
export function reconcileIn(picture: Picture, due: readonly string[], now: number): void {
  for (const id of due) {
    const payment = picture.payments[id]!;
    const age = Math.max(now - payment.createdAt, 10 * MINUTE);
    payment.checkAt = now + Math.min(age, DAY);
    if (payment.known) hear(picture, id, picture.intents[id]!, now);
  }
  for (const [id, { nextAt }] of Object.entries(picture.refunds)) {
    if (nextAt !== null && nextAt <= now) execute(picture, id, now);
  }
}
