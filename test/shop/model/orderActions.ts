import { MINUTE } from "../../../functions/src/core/clock.ts";
import { idOf } from "../../../functions/src/core/id.ts";
import { paymentIdOf } from "../../../functions/src/core/payments/schema.ts";
import { cancelOrder } from "../../../functions/src/shop/cancelOrder.ts";
import { deliverOrder } from "../../../functions/src/shop/deliverOrder.ts";
import { isAllowed } from "../../../functions/src/shop/order/states.ts";
import { pay } from "../../../functions/src/shop/pay.ts";
import { placeOrder } from "../../../functions/src/shop/placeOrder.ts";
import { priceOrder } from "../../../functions/src/shop/priceOrder.ts";
import { refundOrder } from "../../../functions/src/shop/refundOrder.ts";
import { returnOrder } from "../../../functions/src/shop/returnOrder.ts";
import { shipOrder } from "../../../functions/src/shop/shipOrder.ts";
import { call, type Person } from "../../support/call.ts";
import { shipTo } from "../support/shelf.ts";
import type { Action } from "./action.ts";
import {
  countCoupon,
  couponRefusal,
  covers,
  isEmpty,
  less,
  move,
  reserve,
  sellable,
  sum,
  toReturn,
  toShip,
} from "./goods.ts";
import { close, hear, intentOf, promise } from "./money.ts";
import type { Goods, OrderPicture, Picture } from "./picture.ts";
import { catalogue, manager } from "./world.ts";

const wrongUnless = (order: OrderPicture, ...states: string[]): string[] =>
  states.includes(order.state) ? [] : ["wrong-state"];

const linesOf = (goods: Goods) =>
  Object.entries(goods).map(([sku, quantity]) => ({ sku, quantity }));

export const wordsOf = (goods: Goods): string =>
  Object.entries(goods)
    .map(([sku, quantity]) => `${quantity} ${sku}`)
    .join(" + ");

export function placing(
  requestId: string,
  buyer: Person,
  goods: Goods,
  coupon: "FEW" | "ONCE" | undefined,
): Action {
  const id = idOf(buyer.uid, requestId);
  const lines = linesOf(goods);
  const email = buyer.token.email ?? "guest@example.com";
  return {
    repeatable: true,
    text: `${buyer.uid} orders ${wordsOf(goods)}${coupon ? ` with ${coupon}` : ""}`,
    refusals(picture) {
      if (picture.orders[id]) return [];
      const soldOut = covers(sellable(picture), goods) ? [] : ["out-of-stock"];
      return [...soldOut, ...couponRefusal(picture, coupon ?? null, buyer.uid)];
    },
    outcome(picture, now) {
      if (picture.orders[id]) return;
      const order: OrderPicture = {
        uid: buyer.uid,
        ownAddress: buyer.token.email_verified === true,
        state: "pending_payment",
        coupon: coupon ?? null,
        payment: null,
        total: totalOf(lines, coupon),
        refunded: 0,
        review: null,
        closeAt: now + 30 * MINUTE,
        lines: goods,
        shipments: {},
        returns: {},
        timeline: ["placed"],
      };
      picture.orders[id] = order;
      reserve(picture, goods, 1);
      countCoupon(picture, order, 1);
    },
    act: () =>
      call(placeOrder, buyer, { requestId, lines, shipTo, email, ...(coupon && { coupon }) }),
  };
}

function totalOf(lines: { sku: string; quantity: number }[], coupon: string | undefined): number {
  const variants = lines.map(({ sku }) => catalogue[sku]);
  const discount = (goods: number) =>
    coupon === "FEW" ? 300 : coupon ? Math.floor((goods * 1000 + 5000) / 10_000) : 0;
  return priceOrder(lines, variants, shipTo.country, discount).totals.total;
}

export const paying = (id: string, by: Person): Action => ({
  text: `${by.uid} opens the payment of`,
  refusals({ orders }, now) {
    const order = orders[id]!;
    if (order.uid !== by.uid) return ["no-such-order"];
    const wrong = wrongUnless(order, "pending_payment");
    if (wrong.length > 0) return wrong;
    return (order.closeAt ?? 0) <= now ? ["order-expired"] : [];
  },
  outcome: () => {},
  // What its bank has said since may be heard with this, or later.
  outcomes(picture, now) {
    const order = picture.orders[id]!;
    const last = order.payment === null ? undefined : picture.payments[order.payment];
    if (!last || last.state === "canceled") open(picture, id, (last?.attempt ?? 0) + 1, now);
    const paymentId = order.payment!;
    const intent = intentOf(picture, paymentId);
    // A key that is used again brings the answer that it brought first.
    const first = { ...intent, status: "requires_payment_method", declined: false, received: 0 };
    const isNew = !picture.payments[paymentId]!.known;
    if (isNew) hear(picture, paymentId, first, now);
    const heard = structuredClone(picture);
    if (!isNew) hear(heard, paymentId, intent, now);
    return [picture, heard];
  },
  act: () => call(pay, by, { orderId: id }),
});

function open(picture: Picture, id: string, attempt: number, now: number): void {
  const order = picture.orders[id]!;
  const subject = `orders/${id}`;
  order.payment = paymentIdOf(subject, attempt);
  picture.payments[order.payment] = {
    subject,
    attempt,
    state: "created",
    amount: order.total,
    captured: 0,
    refunding: 0,
    refunded: 0,
    known: false,
    review: null,
    createdAt: now,
    checkAt: now + 10 * MINUTE,
  };
}

export const cancelling = (id: string, by: Person): Action => ({
  text: `${by.uid} cancels`,
  refusals({ orders }) {
    const order = orders[id]!;
    if (order.uid !== by.uid && by !== manager) return ["no-such-order"];
    if (order.timeline.includes("cancelled")) return [];
    return wrongUnless(order, "pending_payment", "cancelling", "paid");
  },
  outcome(picture, now) {
    const order = picture.orders[id]!;
    if (order.state === "pending_payment") order.closeAt = now + 5 * MINUTE;
    if (order.state === "pending_payment" || order.state === "cancelling") {
      order.state = "cancelling";
      return close(picture, id, now);
    }
    if (order.state !== "paid") return;
    order.state = "cancelled";
    order.timeline.push("cancelled");
    reserve(picture, order.lines, -1);
    picture.mails.push(`order-cancelled_${id}`);
    const paid = picture.payments[order.payment ?? ""];
    if (!paid) return;
    const left = paid.captured - paid.refunding;
    promise(picture, order.payment!, idOf("refund", id, "cancelled"), left, now);
  },
  act: () => call(cancelOrder, by, { orderId: id }),
});

/** Ships the goods named, or all that is left. */
export const shipping = (id: string, requestId: string, goods: Goods | undefined): Action => {
  const parcel = idOf("shipment", id, requestId);
  return {
    repeatable: true,
    text: `ships ${goods ? wordsOf(goods) : "all"} of`,
    refusals({ orders }) {
      const order = orders[id]!;
      if (order.shipments[parcel]) return [];
      const wrong = wrongUnless(order, "paid", "part_shipped");
      if (wrong.length === 0 && order.refunded >= order.total) return ["refunded"];
      if (wrong.length > 0 || covers(toShip(order), goods ?? {})) return wrong;
      return ["too-many"];
    },
    outcome(picture) {
      const order = picture.orders[id]!;
      if (order.shipments[parcel]) return;
      const leaving = goods ?? toShip(order);
      order.shipments[parcel] = leaving;
      order.state = isEmpty(toShip(order)) ? "shipped" : "part_shipped";
      order.timeline.push("shipped");
      reserve(picture, leaving, -1);
      move(picture, leaving, "shipped", parcel);
      picture.mails.push(`order-shipped_${parcel}`);
    },
    act: () =>
      call(shipOrder, manager, {
        orderId: id,
        requestId,
        carrier: "DHL",
        trackingNumber: "JD0146",
        ...(goods && { lines: linesOf(goods) }),
      }),
  };
};

export const delivering = (id: string): Action => ({
  text: "notes the delivery of",
  refusals: ({ orders }) => wrongUnless(orders[id]!, "shipped", "delivered"),
  outcome(picture) {
    const order = picture.orders[id]!;
    if (order.state === "delivered") return;
    order.state = "delivered";
    order.timeline.push("delivered");
    picture.mails.push(`order-delivered_${id}`);
  },
  act: () => call(deliverOrder, manager, { orderId: id }),
});

export const returning = (
  id: string,
  requestId: string,
  goods: Goods,
  restock: boolean,
): Action => {
  const parcel = idOf("return", id, requestId);
  return {
    repeatable: true,
    text: `takes back ${wordsOf(goods)}${restock ? "" : " (broken)"} of`,
    refusals({ orders }) {
      const order = orders[id]!;
      if (order.returns[parcel]) return [];
      const wrong = wrongUnless(order, "part_shipped", "shipped", "delivered");
      if (wrong.length > 0 || covers(toReturn(order), goods)) return wrong;
      return ["too-many"];
    },
    outcome(picture) {
      const order = picture.orders[id]!;
      if (order.returns[parcel]) return;
      order.returns[parcel] = goods;
      order.timeline.push("returned");
      if (isEmpty(toShip(order)) && isEmpty(less(order.lines, sum(Object.values(order.returns))))) {
        order.state = order.refunded >= order.total ? "refunded" : "returned";
      }
      if (restock) move(picture, goods, "returned", parcel);
    },
    act: () =>
      call(returnOrder, manager, { orderId: id, requestId, lines: linesOf(goods), restock }),
  };
};

/** Refunds an amount, or all that is left. */
export const refunding = (id: string, requestId: string, amount: number | undefined): Action => {
  const refundId = idOf("refund", id, requestId);
  const leftOf = ({ orders, payments }: Picture): number => {
    const paid = payments[orders[id]?.payment ?? ""];
    return paid ? paid.captured - paid.refunding : 0;
  };
  return {
    repeatable: true,
    text: `refunds ${amount ?? "all"} of`,
    refusals(picture) {
      if (picture.refunds[refundId]) return [];
      const order = picture.orders[id]!;
      if (!isAllowed(order.state, "refund")) return ["wrong-state"];
      const left = leftOf(picture);
      if (!order.payment || (amount === undefined && left === 0)) return ["nothing-to-refund"];
      return (amount ?? 0) > left ? ["refund-too-large"] : [];
    },
    outcome(picture, now) {
      if (picture.refunds[refundId]) return;
      const { payment } = picture.orders[id]!;
      promise(picture, payment!, refundId, amount ?? leftOf(picture), now);
    },
    act: () => call(refundOrder, manager, { orderId: id, requestId, ...(amount && { amount }) }),
  };
};
