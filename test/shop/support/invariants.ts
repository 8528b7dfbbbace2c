import assert from "node:assert/strict";
import type { PaymentSimulator } from "../../../dev/payments/simulator.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import { Payment, payments, refunds } from "../../../functions/src/core/payments/schema.ts";
import { toShip } from "../../../functions/src/shop/order/parcels.ts";
import {
  Order,
  type OrderEvent,
  type OrderState,
  orders,
} from "../../../functions/src/shop/order/schema.ts";
import {
  Coupon,
  coupons,
  Stock,
  stock,
  stockMovements,
} from "../../../functions/src/shop/schema.ts";
import { clearFirestore } from "../../support/firestore.ts";
import { useProvider } from "../../support/payments.ts";
import { until } from "../../support/until.ts";

/** The states in which what has not been shipped is promised. */
const HOLDING: readonly OrderState[] = [
  "pending_payment",
  "expiring",
  "cancelling",
  "paid",
  "part_shipped",
];

/** `useProvider` with an empty database for each test of a `describe`, and its books checked after. */
export function useCheckedShop(): ReturnType<typeof useProvider> {
  const clean = { books: () => Promise.resolve() };
  beforeEach(() => clearFirestore());
  // Before the provider stops: what it has sent must have been heard.
  afterEach(() => clean.books());
  const use = useProvider();
  clean.books = () => checkBooks(use.simulator);
  return use;
}

/**
 * What is true whatever has happened, over the whole database of the tests and, where one is
 * given, all that its provider knows.
 */
export async function checkBooks(simulator?: PaymentSimulator): Promise<void> {
  if (simulator) await untilHeard(simulator);
  const placed = (await orders.get()).docs.map((order) => Order.parse(order.data()));
  for (const coupon of (await coupons.get()).docs) Coupon.parse(coupon.data());
  await checkStock(placed);
  await checkMoney(placed, simulator);
  await checkMails(placed);
}

/** Waits until all that the provider had to say has been heard (or was lost on the way). */
export const untilHeard = (simulator: PaymentSimulator): Promise<void> =>
  until(async () => {
    const events = await simulator.events();
    return events.every(({ pending_webhooks }) => pending_webhooks === 0);
  });

async function checkStock(placed: Order[]): Promise<void> {
  const promised = new Map<string, number>();
  for (const order of placed.filter(({ state }) => HOLDING.includes(state))) {
    for (const { sku, quantity } of toShip(order)) add(promised, sku, quantity);
  }
  const moved = new Map<string, number>();
  for (const movement of (await stockMovements.get()).docs) {
    const { sku, onHand } = movement.data();
    add(moved, sku, onHand);
  }
  for (const shelf of (await stock.get()).docs) {
    const { onHand, reserved } = Stock.parse(shelf.data());
    assert.ok(reserved <= onHand, `${shelf.id}: ${reserved} promised of ${onHand}`);
    assert.equal(reserved, promised.get(shelf.id) ?? 0, `${shelf.id}: promised to orders`);
    assert.equal(onHand, moved.get(shelf.id) ?? 0, `${shelf.id}: sum of its movements`);
  }
}

async function checkMoney(placed: Order[], simulator?: PaymentSimulator): Promise<void> {
  for (const { number, refunded, totals } of placed) {
    assert.ok(refunded <= totals.total, `${number}: ${refunded} back of ${totals.total}`);
  }
  const ours = { captured: 0, refunded: 0 };
  for (const payment of (await payments.get()).docs) {
    const { captured, refunding, refunded } = Payment.parse(payment.data());
    assert.ok(refunded <= refunding && refunding <= captured, `payment ${payment.id}`);
    ours.captured += captured;
    ours.refunded += refunded;
  }
  if (!simulator) return;
  const { captured, refunded } = await simulator.ledger();
  assert.deepEqual(ours, { captured, refunded }, "our books and the provider's");
}

/** One mail of a kind for each time that it happened to the orders of one address. */
async function checkMails(all: Order[]): Promise<void> {
  const placed = all.filter(({ email }) => email !== null);
  const due = new Map<string, number>();
  const expect = (kind: string, { email }: Order, times = 1) => add(due, `${kind} ${email}`, times);
  const once: Partial<Record<OrderEvent, string>> = {
    paid: "order-confirmed",
    payment_failed: "payment-failed",
    rest_cancelled: "rest-cancelled",
    delivered: "order-delivered",
  };
  for (const order of placed) {
    for (const [event, kind] of Object.entries(once)) {
      const told = order.ownAddress || event !== "payment_failed";
      if (told && order.timeline.some((entry) => entry.event === event)) expect(kind, order);
    }
    if (order.shipments.length > 0) expect("order-shipped", order, order.shipments.length);
  }
  const sent = new Map<string, number>();
  for (const mail of (await mails.get()).docs) {
    const kind = mail.id.split("_")[0] ?? "";
    if (kind === "low-stock" || kind === "order-refunded") continue;
    if (kind === "order-cancelled") {
      const order = placed.find(({ email }) => email === mail.data().to);
      assert.ok(order?.timeline.some(({ event }) => event === "cancelled"));
      assert.equal(mail.id.split("_")[1]?.length, 40);
      continue;
    }
    add(sent, `${kind} ${mail.data().to}`, 1);
  }
  assert.deepEqual(Object.fromEntries([...sent].sort()), Object.fromEntries([...due].sort()));
  await checkRefundMails();
}

/** As many as refunds that were made, also of those that the bank has sent back later. */
async function checkRefundMails(): Promise<void> {
  const forgotten = (await orders.where("email", "==", null).get()).docs.map(({ ref }) => ref.path);
  const told = (await mails.get()).docs.filter(({ id }) => id.startsWith("order-refunded_"));
  const made = (await refunds.where("state", "==", "succeeded").get()).docs.filter(
    (refund) => !forgotten.includes(refund.data().subject),
  );
  const ids = told.map(({ id }) => id.split("_").slice(1, -1).join("_"));
  assert.equal(new Set(ids).size, ids.length);
  for (const { id } of made) assert.ok(ids.includes(id), `refund ${id} was not told`);
}

const add = (sums: Map<string, number>, key: string, by: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + by);
};
