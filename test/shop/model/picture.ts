import type { PaymentSimulator } from "../../../dev/payments/simulator.ts";
import { mails } from "../../../functions/src/core/mail/schema.ts";
import {
  type Payment,
  paymentEvents,
  payments,
  type Refund,
  refunds,
} from "../../../functions/src/core/payments/schema.ts";
import { type Order, orders } from "../../../functions/src/shop/order/schema.ts";
import { coupons, redemptions, stock, stockMovements } from "../../../functions/src/shop/schema.ts";

/** Pieces by SKU. */
export type Goods = Record<string, number>;

export interface OrderPicture
  extends Pick<Order, "uid" | "ownAddress" | "state" | "coupon" | "payment"> {
  total: number;
  refunded: number;
  review: string | null;
  /** Milliseconds since 1970. */
  closeAt: number | null;
  lines: Goods;
  /** By the parcel's id. */
  shipments: Record<string, Goods>;
  returns: Record<string, Goods>;
  timeline: string[];
}

export interface PaymentPicture
  extends Pick<Payment, "subject" | "attempt" | "state" | "amount" | "captured"> {
  refunding: number;
  refunded: number;
  /** Whether the provider's id of it has been heard. */
  known: boolean;
  review: string | null;
  createdAt: number;
  checkAt: number | null;
}

export interface RefundPicture extends Pick<Refund, "payment" | "amount" | "state" | "attempts"> {
  known: boolean;
  nextAt: number | null;
}

/** What the provider knows of a payment of ours. */
export interface IntentPicture {
  status: string;
  received: number;
  /** Whether the last try was declined. */
  declined: boolean;
  method: string | null;
}

/** All that matters of the shop and of its money at one moment: as it is, or as it must be. */
export interface Picture {
  stock: Record<string, { onHand: number; reserved: number }>;
  /** The ledger of stock, by id. */
  movements: Record<string, { sku: string; onHand: number }>;
  coupons: Record<string, { uses: number; byPerson: Record<string, number> }>;
  orders: Record<string, OrderPicture>;
  payments: Record<string, PaymentPicture>;
  refunds: Record<string, RefundPicture>;
  /** At the provider, by our payment's id. */
  intents: Record<string, IntentPicture>;
  /** At the provider, by our refund's id. */
  refundsMade: Record<string, string>;
  /** The provider's events that have been applied. */
  heard: Record<string, true>;
  /** `{kind}_{entity}` of what was written to customers. */
  mails: string[];
}

/** The shop as it is. */
export async function observe(simulator: PaymentSimulator): Promise<Picture> {
  const [shelves, ledger, codes, used, placed, opened, promised, events, outbox] =
    await Promise.all([
      stock.get(),
      stockMovements.get(),
      coupons.get(),
      redemptions("ONCE").get(),
      orders.get(),
      payments.get(),
      refunds.get(),
      paymentEvents.select("type").get(),
      mails.select("to").get(),
    ]);
  return {
    ...observeProvider(simulator),
    stock: byId(shelves.docs, ({ onHand, reserved }) => ({ onHand, reserved })),
    movements: byId(ledger.docs, ({ sku, onHand }) => ({ sku, onHand })),
    coupons: byId(codes.docs, ({ uses }, id) => ({
      uses,
      byPerson: id === "ONCE" ? byId(used.docs, (one) => one.uses) : {},
    })),
    orders: byId(placed.docs, orderPicture),
    payments: byId(opened.docs, paymentPicture),
    refunds: byId(promised.docs, refundPicture),
    heard: byId(events.docs, () => true as const),
    mails: outbox.docs
      .map(({ id }) => id.split("_").slice(0, 2).join("_"))
      .filter((id) => !id.startsWith("low-stock"))
      .toSorted(),
  };
}

/** What the provider has. */
export function observeProvider(
  simulator: PaymentSimulator,
): Pick<Picture, "intents" | "refundsMade"> {
  const provider = simulator.state();
  return {
    intents: once(
      provider.intents.map((intent) => [
        intent.metadata.payment ?? "",
        {
          status: intent.status,
          received: intent.amount_received,
          declined: intent.last_payment_error !== null,
          method: intent.payment_method,
        },
      ]),
    ),
    refundsMade: once(
      provider.refunds.map(({ metadata, status }) => [metadata.refund ?? "", status]),
    ),
  };
}

const orderPicture = (order: Order): OrderPicture => ({
  uid: order.uid,
  ownAddress: order.ownAddress,
  state: order.state,
  coupon: order.coupon,
  payment: order.payment,
  total: order.totals.total,
  refunded: order.refunded,
  review: order.review,
  closeAt: order.closeAt?.toMillis() ?? null,
  lines: goodsOf(order.lines),
  shipments: parcels(order.shipments),
  returns: parcels(order.returns),
  timeline: order.timeline.map(({ event }) => event),
});

const paymentPicture = ({ intent, ...payment }: Payment): PaymentPicture => ({
  subject: payment.subject,
  attempt: payment.attempt,
  state: payment.state,
  amount: payment.amount,
  captured: payment.captured,
  refunding: payment.refunding,
  refunded: payment.refunded,
  known: intent !== null,
  review: payment.review,
  createdAt: payment.createdAt.toMillis(),
  checkAt: payment.checkAt?.toMillis() ?? null,
});

const refundPicture = ({ payment, amount, state, attempts, ...refund }: Refund): RefundPicture => ({
  payment,
  amount,
  state,
  attempts,
  known: refund.providerId !== null,
  nextAt: refund.nextAt?.toMillis() ?? null,
});

export const goodsOf = (lines: readonly { sku: string; quantity: number }[]): Goods =>
  Object.fromEntries(lines.map(({ sku, quantity }) => [sku, quantity]));

const parcels = (all: Order["shipments"] | Order["returns"]): Record<string, Goods> =>
  once(all.map(({ id, lines }) => [id, goodsOf(lines)]));

const byId = <D, Part>(
  docs: readonly { id: string; data(): D }[],
  part: (data: D, id: string) => Part,
): Record<string, Part> =>
  Object.fromEntries(docs.map((doc) => [doc.id, part(doc.data(), doc.id)]));

/** There is one payment at the provider for one of ours, and one refund for one of ours. */
function once<Part>(entries: [string, Part][]): Record<string, Part> {
  const all = Object.fromEntries(entries);
  if (Object.keys(all).length < entries.length) {
    throw new Error(`twice in ${JSON.stringify(entries)}`);
  }
  return all;
}
