import * as z from "zod";
import { documents } from "../../core/db.ts";
import { line, mailAddress, minorUnits, optionalLine, slug, timestamp } from "../../core/schema.ts";
import { countries, currency } from "../rates.ts";
import { MAX_LINES, Quantity, ShippingAddress } from "../schema.ts";

/** A line as it was sold; later changes to the catalogue do not reach it. */
export const OrderLine = z.strictObject({
  sku: slug,
  productId: slug,
  name: line(160),
  quantity: Quantity,
  price: minorUnits,
  /** Price × quantity, before discount and tax. */
  amount: minorUnits,
  tax: minorUnits,
});
export type OrderLine = z.output<typeof OrderLine>;

/** In minor units; `total = lines − discount + shipping + tax`. */
export const Totals = z.strictObject({
  lines: minorUnits,
  discount: minorUnits,
  shipping: minorUnits,
  tax: minorUnits,
  total: minorUnits,
});
export type Totals = z.output<typeof Totals>;

/** Where an order stands. What may follow what: `orderTransitions` in order/states.ts. */
export const OrderState = z.enum([
  "pending_payment",
  "expiring",
  "expired",
  "cancelling",
  "cancelled",
  "paid",
  "part_shipped",
  "shipped",
  "delivered",
  "returned",
  "refunded",
]);
export type OrderState = z.output<typeof OrderState>;

/** What has happened to an order, in words for its customer. */
export const OrderEvent = z.enum([
  "placed",
  "payment_failed",
  "paid",
  "paid_late",
  "expired",
  "cancelled",
  "shipped",
  "rest_cancelled",
  "delivered",
  "returned",
  "refunded",
]);
export type OrderEvent = z.output<typeof OrderEvent>;

/** Pieces by SKU. */
export const Pieces = z.array(z.strictObject({ sku: slug, quantity: Quantity })).max(MAX_LINES);

/** A parcel that has left the house. Its id derives from the request's. */
export const Shipment = z.strictObject({
  id: z.string(),
  lines: Pieces,
  carrier: line(60),
  /** Empty in an anonymous order: whoever has it is shown by the carrier where it went. */
  trackingNumber: optionalLine(80),
  trackingUrl: z.string().nullable(),
  at: timestamp,
});
export type Shipment = z.output<typeof Shipment>;

/** Goods that have come back, and whether they went onto the shelf. */
export const Return = z.strictObject({
  id: z.string(),
  lines: Pieces,
  restocked: z.boolean(),
  at: timestamp,
});
export type Return = z.output<typeof Return>;

/** An order has at most so many shipments, and as many returns. */
export const MAX_PARCELS = 50;

const nothing = z.literal("");

/** What is left of it in an anonymous order: the country, which its tax was for. */
export const ForgottenAddress = z.strictObject({
  name: nothing,
  line1: nothing,
  line2: nothing,
  postalCode: nothing,
  city: nothing,
  country: z.enum(countries),
});

/**
 * `orders/{hash of uid and requestId}`: written by the server alone; its customer reads it. When the
 * customer's account is deleted, one that is over becomes anonymous (order/forgetOrder.ts).
 */
export const Order = z.strictObject({
  number: z.string(),
  /** Of an anonymous order, what stands for its customer everywhere. */
  uid: z.string(),
  /** Where its mails go; null in an anonymous order, about which none are sent. */
  email: mailAddress.nullable(),
  /**
   * Whether it is its customer's own, confirmed. What a guest typed may be somebody else's: it is
   * written to only about money that has come.
   */
  ownAddress: z.boolean(),
  state: OrderState,
  lines: z.array(OrderLine).min(1).max(MAX_LINES),
  totals: Totals,
  currency: z.literal(currency),
  shipTo: z.union([ShippingAddress, ForgottenAddress]),
  coupon: z.string().nullable(),
  /** The payment in `payments` that the customer was last given to pay. */
  payment: z.string().nullable(),
  /** Given back so far, in minor units. */
  refunded: minorUnits,
  shipments: z.array(Shipment).max(MAX_PARCELS),
  returns: z.array(Return).max(MAX_PARCELS),
  /** What was ordered and will not be sent, where the rest was cancelled. */
  withdrawn: Pieces,
  /** What has happened, oldest first. In the order: one read shows the whole story. */
  timeline: z.array(
    z.strictObject({ event: OrderEvent, at: timestamp, amount: minorUnits.optional() }),
  ),
  placedAt: timestamp,
  /** What staff must look at: the provider's word and ours differ, or a refund failed. */
  review: z.string().nullable(),
  /** Until then it may be paid; then a sweep closes it. Gone once it is paid or closed. */
  closeAt: timestamp.optional(),
  /**
   * Of the request that made it: the same request id with another input is refused. Empty in an
   * anonymous order, since who guesses a name and an address could tell by it that they were these.
   */
  fingerprint: z.string(),
});
export type Order = z.output<typeof Order>;

export const orders = documents("orders", Order);
