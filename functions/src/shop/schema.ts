import * as z from "zod";
import { documents } from "../core/db.ts";
import { RequestId } from "../core/id.ts";
import {
  line,
  mailAddress,
  minorUnits,
  optionalLine,
  optionalText,
  slug,
  timestamp,
} from "../core/schema.ts";
import { countries, currency, taxClasses } from "./rates.ts";

/** What a cart or an order may hold. The rules of `carts` say the same. */
export const MAX_LINES = 50;
export const MAX_QUANTITY = 99;

/**
 * `products/{product}`: what the catalogue shows. Rules: section shop. `updatedAt` is when staff
 * last edited it, here and in variants; what the server changes does not count.
 */
export const Product = z.strictObject({
  name: line(120),
  description: optionalText(4000),
  category: slug,
  /** Lower-case words to search by, from `keywordsOf`. */
  keywords: z.array(z.string().regex(/^\S{1,40}$/u, "must be one word")).max(40),
  /** The lowest price of its variants: to show, to sort and to filter by. Never to charge. */
  priceFrom: minorUnits,
  currency: z.literal(currency),
  active: z.boolean(),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type Product = z.output<typeof Product>;

/** How much there is, as customers may know it. */
export const Availability = z.enum(["in_stock", "low", "out_of_stock"]);
export type Availability = z.output<typeof Availability>;

/** `variants/{sku}`: what is sold, at the price it is sold for. Rules: section shop. */
export const Variant = z.strictObject({
  productId: slug,
  /** As it stands on the order: "Wool beanie, moss". */
  name: line(160),
  price: minorUnits,
  currency: z.literal(currency),
  taxClass: z.enum(taxClasses),
  active: z.boolean(),
  /** Follows the stock; written by the server alone. */
  availability: Availability,
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type Variant = z.output<typeof Variant>;

/** `stock/{sku}`: `0 ≤ reserved ≤ onHand`, always. Server only. */
export const Stock = z.strictObject({
  onHand: z.int().min(0),
  /** Promised to orders that have not left the house. */
  reserved: z.int().min(0),
  /** At so many left to sell, or fewer, the label says "low". */
  lowAt: z.int().min(0),
});
export type Stock = z.output<typeof Stock>;

/** `stockMovements/{id}`: the ledger; `onHand` of a SKU is the sum of its movements. Server only. */
export const StockMovement = z.strictObject({
  sku: slug,
  kind: z.enum(["received"]),
  onHand: z.int(),
  reference: line(200),
  at: timestamp,
});
export type StockMovement = z.output<typeof StockMovement>;

const Quantity = z.int().min(1).max(MAX_QUANTITY);

/**
 * `carts/{uid}`: quantities by SKU, no prices. Rules: section shop. An order by somebody without
 * a cart leaves one without `lines`, which reads as an empty one.
 */
export const Cart = z.strictObject({
  lines: z
    .record(slug, Quantity)
    .refine((lines) => Object.keys(lines).length <= MAX_LINES, `at most ${MAX_LINES} lines`),
  updatedAt: timestamp,
});
export type Cart = z.output<typeof Cart>;

const addressFields = {
  name: line(120),
  line1: line(120),
  line2: optionalLine(120),
  postalCode: line(20),
  city: line(80),
  country: z.enum(countries),
};

/** Where an order goes. */
export const ShippingAddress = z.strictObject(addressFields);
export type ShippingAddress = z.output<typeof ShippingAddress>;

/** `users/{uid}/addresses/{id}`: the customer's address book. Rules: section shop. */
export const Address = z.strictObject({ ...addressFields, updatedAt: timestamp });
export type Address = z.output<typeof Address>;

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

/** `orders/{hash of uid and requestId}`: written by the server alone; its customer reads it. */
export const Order = z.strictObject({
  number: z.string(),
  uid: z.string(),
  email: mailAddress,
  state: z.enum(["pending_payment"]),
  lines: z.array(OrderLine).min(1).max(MAX_LINES),
  totals: Totals,
  currency: z.literal(currency),
  shipTo: ShippingAddress,
  /** What has happened, oldest first. In the order: one read shows the whole story. */
  timeline: z.array(z.strictObject({ event: z.enum(["placed"]), at: timestamp })),
  placedAt: timestamp,
  /** Of the request that made it: the same request id with another input is refused. */
  fingerprint: z.string(),
});
export type Order = z.output<typeof Order>;

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
});

/** Input of `placeOrder`. Ids and quantities come in; prices are looked up. */
export const PlaceOrder = z.strictObject({
  requestId: RequestId,
  lines: RequestedLines,
  shipTo: ShippingAddress,
  /** The total the customer was shown: if it is another one now, the order is refused. */
  shownTotal: minorUnits.optional(),
});

/** Input of `receiveStock`. */
export const ReceiveStock = z.strictObject({
  requestId: RequestId,
  sku: slug,
  quantity: z.int().min(1).max(1_000_000),
  lowAt: z.int().min(0).max(1_000_000).optional(),
});

/** Input of `importCatalogue`: a file, as text. */
export const ImportCatalogue = z.strictObject({
  format: z.enum(["csv", "json"]),
  content: z.string(),
  dryRun: z.boolean(),
});

/** Input of `retireProduct`. */
export const RetireProduct = z.strictObject({ productId: slug });

export const products = documents("products", Product);
export const variants = documents("variants", Variant);
export const stock = documents("stock", Stock);
export const stockMovements = documents("stockMovements", StockMovement);
export const carts = documents("carts", Cart);
export const orders = documents("orders", Order);
