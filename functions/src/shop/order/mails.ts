import { type Block, link, paragraph, rows, type Template } from "../../core/mail/template.ts";
import { formatMoney } from "../../core/money.ts";
import { appName } from "../../core/settings.ts";
import { currency } from "../rates.ts";
import type { Pieces } from "./parcels.ts";
import type { Order, Shipment } from "./schema.ts";

// What an order's customer is written, each once: see queueMail.

export const orderConfirmed = (order: Order): Template => ({
  subject: `Your order ${order.number}`,
  blocks: [
    hello(order),
    paragraph(`thank you, we have your order ${order.number} and your payment.`),
    rows(...order.lines.map((line) => [pieces(line), money(line.amount)] as const)),
    totalsOf(order),
    addressOf(order),
    paragraph(`${appName.value()} thanks you.`),
  ],
});

export const paymentFailed = (order: Order): Template => ({
  subject: `Your payment for order ${order.number} did not go through`,
  blocks: [
    hello(order),
    paragraph(
      `the payment of ${money(order.totals.total)} for your order ${order.number} was not accepted. Nothing has been charged.`,
    ),
    paragraph("You can try again, with another card if you like, while we hold the goods for you."),
  ],
});

export const orderShipped = (order: Order, { lines, ...shipment }: Shipment): Template => ({
  subject: `Your order ${order.number} is on its way`,
  blocks: [
    hello(order),
    paragraph("these have just left our house:"),
    rows(...lines.map(({ sku, quantity }) => [nameOf(order, sku), String(quantity)] as const)),
    rows(["Carrier", shipment.carrier], ["Tracking number", shipment.trackingNumber]),
    ...(shipment.trackingUrl === null ? [] : [link("Follow it", shipment.trackingUrl)]),
    addressOf(order),
  ],
});

export const orderDelivered = (order: Order): Template => ({
  subject: `Your order ${order.number} has been delivered`,
  blocks: [
    hello(order),
    paragraph(`your order ${order.number} has been delivered. We hope that you like it.`),
  ],
});

const MONEY_BACK = "What you have paid is on its way back; we write again when it has been sent.";

export const orderCancelled = (order: Order): Template => ({
  subject: `Your order ${order.number} is cancelled`,
  blocks: [
    hello(order),
    paragraph(`your order ${order.number} is cancelled.`),
    ...(order.totals.total > 0 ? [paragraph(MONEY_BACK)] : []),
  ],
});

export const restCancelled = (order: Order, rest: readonly Pieces[]): Template => ({
  subject: `Part of your order ${order.number} is cancelled`,
  blocks: [
    hello(order),
    paragraph(`we are sorry: these of your order ${order.number} we can't send you.`),
    rows(...rest.map(({ sku, quantity }) => [nameOf(order, sku), String(quantity)] as const)),
    paragraph("We write again when we have sent back what you have paid for them."),
  ],
});

export const orderRefunded = (order: Order, amount: number): Template => ({
  subject: `A refund for order ${order.number}`,
  blocks: [
    hello(order),
    paragraph(`we have sent you back ${money(amount)} of your order ${order.number}.`),
    paragraph("It goes to where you paid from. Your bank may take some days to show it."),
  ],
});

const money = (amount: number): string => formatMoney(amount, currency);

const hello = ({ shipTo }: Order): Block => paragraph(`Hello ${shipTo.name},`);

const pieces = ({ quantity, name }: { quantity: number; name: string }): string =>
  `${quantity} × ${name}`;

const nameOf = ({ lines }: Order, wanted: string): string =>
  lines.find(({ sku }) => sku === wanted)?.name ?? wanted;

const totalsOf = ({ totals }: Order): Block =>
  rows(
    ["Goods", money(totals.lines)],
    ...(totals.discount > 0 ? [["Discount", money(-totals.discount)] as const] : []),
    ["Shipping", totals.shipping === 0 ? "free" : money(totals.shipping)],
    ["Tax", money(totals.tax)],
    ["Total", money(totals.total)],
  );

const addressOf = ({ shipTo: { name, line1, line2, postalCode, city, country } }: Order): Block =>
  paragraph(
    [name, line1, line2, `${postalCode} ${city}`, country].filter((part) => part).join(", "),
  );
