import type { DocumentSnapshot } from "firebase-admin/firestore";
import { stamp } from "../../core/clock.ts";
import { update } from "../../core/decide.ts";
import type { News, Payee, Response } from "../../core/payments/payees.ts";
import { orderRefunded, paymentFailed } from "./mails.ts";
import { receiveMoney } from "./receiveMoney.ts";
import { type Order, orders } from "./schema.ts";
import { isAllowed, next } from "./states.ts";
import { happened } from "./timeline.ts";
import { writeToCustomer } from "./writeToCustomer.ts";

/** What becomes of an order when its payment moves. Told by core/payments, in the same commit. */
export const settleOrder: Payee = async (read, news) => {
  const [order] = await read(orders.doc(news.payment.subject.split("/")[1] ?? ""));
  const current = order.data();
  if (!current) throw new Error(`payment ${news.paymentId} is for no order`);
  switch (news.kind) {
    case "failed":
      return paymentDidFail(order, current);
    case "succeeded":
      return receiveMoney(read, order, current, news);
    case "refunded":
      return moneyWentBack(order, current, news);
    case "refund-failed":
      return refundDidFail(order, current, news);
    case "review":
      return { writes: [update(order, { review: news.payment.review })] };
  }
};

/**
 * Said once, however often somebody tries, and to no address that a guest has typed: with a bad card
 * anybody could have us write to anybody. An order that is closing has waited for just this.
 */
function paymentDidFail(order: DocumentSnapshot<Order>, current: Order): Response {
  if (isAllowed(current.state, "release")) return { writes: [update(order, { closeAt: stamp() })] };
  const known = current.timeline.some(({ event }) => event === "payment_failed");
  if (known || !isAllowed(current.state, "pay")) return { writes: [] };
  return {
    writes: [
      update(order, { timeline: happened(current, "payment_failed") }),
      ...(current.ownAddress
        ? writeToCustomer(current, "payment-failed", order.id, paymentFailed(current))
        : []),
    ],
  };
}

function moneyWentBack(
  order: DocumentSnapshot<Order>,
  current: Order,
  { paymentId, payment: { refunded }, refundId, refund: { amount } }: News & { kind: "refunded" },
): Response {
  const mail = writeToCustomer(current, "order-refunded", refundId, orderRefunded(current, amount));
  // Of money that was paid twice, the second part is not the order's.
  if (paymentId !== current.payment || !isAllowed(current.state, "settle_refund")) {
    return { writes: mail };
  }
  const wanted =
    isOver(current.state) && refunded >= current.totals.total ? "refunded" : current.state;
  return {
    writes: [
      update(order, {
        state: next(current.state, "settle_refund", wanted),
        refunded,
        timeline: happened(current, "refunded", amount),
      }),
      ...mail,
    ],
  };
}

/** One that had succeeded may fail: then the order is again what it was before it was refunded. */
function refundDidFail(
  order: DocumentSnapshot<Order>,
  { payment: own, state, timeline, totals }: Order,
  { paymentId, payment: { refunded }, refundId }: News & { kind: "refund-failed" },
): Response {
  const review = `refund ${refundId} failed`;
  if (paymentId !== own) return { writes: [update(order, { review })] };
  const before = timeline.map(({ event }) => event).findLast(isOver);
  const isOpenAgain = isAllowed(state, "fail_refund") && refunded < totals.total;
  const then = isOpenAgain ? next(state, "fail_refund", before) : state;
  return { writes: [update(order, { state: then, refunded, review })] };
}

/** Of what is over, nothing remains to be done but to give its money back. */
const OVER = ["expired", "cancelled", "returned"] as const;

const isOver = (word: string): word is (typeof OVER)[number] => OVER.some((one) => one === word);
