import { randomUUID } from "node:crypto";
import { stamp, useClock } from "../../../functions/src/core/clock.ts";
import { decide } from "../../../functions/src/core/decide.ts";
import { payableOf } from "../../../functions/src/core/payments/intents.ts";
import { openPayment } from "../../../functions/src/core/payments/openPayment.ts";
import { payments } from "../../../functions/src/core/payments/schema.ts";
import { cancelOrder } from "../../../functions/src/shop/cancelOrder.ts";
import { deliverOrder } from "../../../functions/src/shop/deliverOrder.ts";
import { sweepOrders } from "../../../functions/src/shop/expireOrders.ts";
import { CLOSING } from "../../../functions/src/shop/order/closeOrder.ts";
import { PAYMENT_WINDOW } from "../../../functions/src/shop/order/newOrder.ts";
import { type OrderState, orders } from "../../../functions/src/shop/order/schema.ts";
import { pay } from "../../../functions/src/shop/pay.ts";
import { returnOrder } from "../../../functions/src/shop/returnOrder.ts";
import { shipOrder } from "../../../functions/src/shop/shipOrder.ts";
import { call, type Person } from "../../support/call.ts";
import { confirm, makeRefunds } from "../../support/payments.ts";
import { until } from "../../support/until.ts";
import { orderOf, type Placed, payFor, place } from "./orders.ts";

/** Tracking data of a parcel, and the key of a request. */
export const parcel = (orderId: string) => ({
  requestId: randomUUID(),
  orderId,
  carrier: "DHL",
  trackingNumber: "JD0146",
});

/** Does `work` while the clock is `milliseconds` ahead. */
export async function later<T>(milliseconds: number, work: (now: Date) => Promise<T>): Promise<T> {
  const time = new Date(Date.now() + milliseconds);
  const putBack = useClock(() => time);
  try {
    return await work(time);
  } finally {
    putBack();
  }
}

/** What the sweep does when the time to pay all orders is over. */
export const sweepLater = (milliseconds = PAYMENT_WINDOW + 1_000, limit = 200) =>
  later(milliseconds, (now) => sweepOrders(now, limit));

/** Opens the payment of an order, by default of a new one. */
export async function open(order?: Placed) {
  const placed = order ?? (await place());
  const { intent, paymentId } = await call(pay, placed.person, { orderId: placed.orderId });
  return { ...placed, intent, paymentId };
}

/** Somebody has begun to close it, and died. */
const mark = (orderId: string, state: OrderState) =>
  orders.doc(orderId).update({ state, closeAt: stamp(CLOSING) });

/** Two pieces ordered by somebody; brought into `state` by what would bring it there. */
export async function bringTo(state: OrderState, manager: Person, order?: Placed): Promise<Placed> {
  switch (state) {
    case "pending_payment":
      return open(order);
    case "expiring":
    case "cancelling": {
      const placed = await open(order);
      await mark(placed.orderId, state);
      return placed;
    }
    case "expired": {
      const placed = await open(order);
      await sweepLater();
      return placed;
    }
    default: {
      const placed = await payFor(order ?? (await place()));
      for (const step of STEPS[state]) await step(placed, manager);
      return placed;
    }
  }
}

type Step = (placed: Placed, manager: Person) => Promise<unknown>;

const ship: Step = ({ orderId }, manager) => call(shipOrder, manager, parcel(orderId));
const shipOne: Step = ({ orderId, sku }, manager) =>
  call(shipOrder, manager, { ...parcel(orderId), lines: [{ sku, quantity: 1 }] });
const deliver: Step = ({ orderId }, manager) => call(deliverOrder, manager, { orderId });
const takeBack: Step = ({ orderId, sku }, manager) =>
  call(returnOrder, manager, {
    requestId: randomUUID(),
    orderId,
    lines: [{ sku, quantity: 2 }],
  });
const cancel: Step = ({ orderId, person }) => call(cancelOrder, person, { orderId });
const refunded: Step = async ({ orderId }) => {
  await makeRefunds();
  await until(async () => (await orderOf(orderId)).state === "refunded");
};

const STEPS: Record<
  Exclude<OrderState, "pending_payment" | "expiring" | "cancelling" | "expired">,
  Step[]
> = {
  paid: [],
  cancelled: [cancel],
  part_shipped: [shipOne],
  shipped: [ship],
  delivered: [ship, deliver],
  returned: [ship, takeBack],
  refunded: [cancel, refunded],
};

/** Another payment for the same order, which a client has kept open. Answers its id and intent. */
export async function secondPayment(orderId: string) {
  const { payment, totals, uid, currency } = await orderOf(orderId);
  const opened = await decide(async (read) => {
    const [last] = payment ? await read(payments.doc(payment)) : [];
    const subject = orders.doc(orderId).path;
    const { paymentId, write } = openPayment(
      { subject, uid, amount: totals.total, currency },
      last,
    );
    return { answer: paymentId, writes: [write] };
  });
  return { paymentId: opened, intent: (await payableOf(opened)).intent };
}

/** Pays a payment by which nobody expected to be paid any more, and waits until it is heard. */
export async function payAgain(orderId: string): Promise<string> {
  const { paymentId, intent } = await secondPayment(orderId);
  await confirm(intent);
  await until(async () => (await payments.doc(paymentId).get()).data()?.state === "succeeded");
  return paymentId;
}
