import * as z from "zod";
import { RequestId } from "../core/id.ts";
import { line, mailAddress, minorUnits, optionalLine, slug } from "../core/schema.ts";
import { Pieces } from "./order/schema.ts";
import { countries } from "./rates.ts";
import { CouponCode, MAX_LINES, Quantity, ShippingAddress } from "./schema.ts";

// What the callables take. Documents: schema.ts.

const RequestedLine = z.strictObject({
  sku: slug,
  quantity: Quantity,
  /** The unit price the customer was shown: another price now is refused, naming the line. */
  shownPrice: minorUnits.optional(),
});
export type RequestedLine = z.output<typeof RequestedLine>;

/** Lines of a quote or an order: 1 to 50, each SKU once. */
const RequestedLines = z
  .array(RequestedLine)
  .min(1, "must have at least one line: the cart is empty")
  .max(MAX_LINES, `must have at most ${MAX_LINES} lines`)
  .refine(
    (lines) => new Set(lines.map(({ sku }) => sku)).size === lines.length,
    "must name each SKU once",
  );

/** Input of `quote`. */
export const QuoteRequest = z.strictObject({
  lines: RequestedLines,
  country: z.enum(countries),
  coupon: CouponCode.optional(),
});

/** Input of `placeOrder`. Ids and quantities come in; prices are looked up. */
export const PlaceOrder = z.strictObject({
  requestId: RequestId,
  lines: RequestedLines,
  shipTo: ShippingAddress,
  coupon: CouponCode.optional(),
  /** Where mails about the order go. Needed of guests; of others it is their verified address. */
  email: mailAddress.optional(),
  /** The total the customer was shown: if it is another one now, the order is refused. */
  shownTotal: minorUnits.optional(),
});

const OrderId = z.string().regex(/^[0-9a-f]{40}$/, "must be the id of an order");

/** Pieces by SKU, each SKU once. */
const RequestedPieces = Pieces.min(1, "must name what is in it").refine(
  (lines) => new Set(lines.map(({ sku }) => sku)).size === lines.length,
  "must name each SKU once",
);

/** Input of `pay`, `cancelOrder`, `cancelRest` and `deliverOrder`. */
export const OrderReference = z.strictObject({ orderId: OrderId });

/** Input of `shipOrder`. */
export const ShipOrder = z.strictObject({
  requestId: RequestId,
  orderId: OrderId,
  /** What is in the parcel; everything that has not left yet, where none are named. */
  lines: RequestedPieces.optional(),
  carrier: line(60),
  trackingNumber: line(80),
  trackingUrl: z
    .url({ protocol: /^https$/ })
    .max(500)
    .optional(),
});

/** Input of `returnOrder`. */
export const ReturnOrder = z.strictObject({
  requestId: RequestId,
  orderId: OrderId,
  lines: RequestedPieces,
  /** Whether the goods can be sold again; else they are counted as returned, and gone. */
  restock: z.boolean().default(true),
});

/** Input of `refundOrder`. */
export const RefundOrder = z.strictObject({
  requestId: RequestId,
  orderId: OrderId,
  /** Minor units; all that is left, where none is given. */
  amount: minorUnits.min(1).optional(),
  reason: optionalLine(200).default(""),
});

/** Input of `receiveStock`. */
export const ReceiveStock = z.strictObject({
  requestId: RequestId,
  sku: slug,
  /** 0 changes the settings below and no more. */
  quantity: z.int().min(0).max(1_000_000),
  lowAt: z.int().min(0).max(1_000_000).optional(),
  hot: z.boolean().optional(),
});

/** Input of `adjustStock`. */
export const AdjustStock = z.strictObject({
  requestId: RequestId,
  sku: slug,
  /** Pieces more or, negative, fewer than the books say. */
  difference: z
    .int()
    .min(-1_000_000)
    .max(1_000_000)
    .refine((pieces) => pieces !== 0, "must not be 0"),
  reason: line(200),
});

/** Input of `adoptGuest`. */
export const AdoptGuest = z.strictObject({
  /** The ID token of the guest that the caller was. */
  guestToken: z.string().min(1).max(4096),
});

/** Input of `importCatalogue`: a file, as text. */
export const ImportCatalogue = z.strictObject({
  format: z.enum(["csv", "json"]),
  content: z.string(),
  dryRun: z.boolean(),
});

/** Input of `retireProduct`. */
export const RetireProduct = z.strictObject({ productId: slug });

/** Input of `removeReview`. */
export const RemoveReview = z.strictObject({
  productId: slug,
  uid: z.string().regex(/^(?!\.{1,2}$)(?!__)[^/]{1,128}$/, "must be a uid"),
  /** For the audit trail. */
  reason: line(500).optional(),
});
