import * as z from "zod";
import { documents } from "../core/db.ts";
import {
  line,
  MAX_AMOUNT,
  minorUnits,
  optionalLine,
  optionalText,
  slug,
  timestamp,
  words,
} from "../core/schema.ts";
import { countries, currency, taxClasses } from "./rates.ts";

/** What a cart or an order may hold. The rules of `carts` say the same. */
export const MAX_LINES = 50;
export const MAX_QUANTITY = 99;

/** What the reviews of a product come to: their number and their stars. The average is `sum / count`. */
export const Rating = z.strictObject({ count: z.int().min(0), sum: z.int().min(0) });
export type Rating = z.output<typeof Rating>;

/**
 * `products/{product}`: what the catalogue shows. Rules: section shop. `updatedAt` is when staff
 * last edited it, here and in variants; what the server changes does not count.
 */
export const Product = z.strictObject({
  name: line(120),
  description: optionalText(4000),
  category: slug,
  /** Lower-case words to search by, from `keywordsOf`. */
  keywords: words(40),
  /** The lowest price of its variants: to show, to sort and to filter by. Never to charge. */
  priceFrom: minorUnits,
  currency: z.literal(currency),
  active: z.boolean(),
  /** Exactly that of its reviews, at any time. Here so that stars cost no read of their own. */
  rating: Rating,
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

/**
 * `products/{product}/reviews/{uid}`: what a buyer says of a product, for everybody to read. Each
 * write moves the product's rating, in the same commit. Rules: section shop.
 */
export const Review = z.strictObject({
  rating: z.int().min(1).max(5),
  title: optionalLine(120),
  text: optionalText(4000),
  /** The name to show, as the buyer chose it: never an address. */
  author: line(80).refine((name) => !name.includes("@"), "must not be an e-mail address"),
  createdAt: timestamp,
  updatedAt: timestamp,
});
export type Review = z.output<typeof Review>;

/** `users/{uid}/purchases/{product}`: was delivered, so may be reviewed. Server only. */
export const Purchase = z.strictObject({ orderId: z.string(), deliveredAt: timestamp });
export type Purchase = z.output<typeof Purchase>;

/** `stock/{sku}`: `0 ≤ reserved ≤ onHand`, always. Server only. */
export const Stock = z.strictObject({
  onHand: z.int().min(0),
  /** Promised to orders that have not left the house. */
  reserved: z.int().min(0),
  /** At so many left to sell, or fewer, the label says "low". */
  lowAt: z.int().min(0),
  /** Very many buy it at once: it is written by groups, about once a second. */
  hot: z.boolean().optional(),
  /** When staff were last told that it is low. */
  alertedAt: timestamp.optional(),
});
export type Stock = z.output<typeof Stock>;

/** `stockMovements/{id}`: the ledger; `onHand` of a SKU is the sum of its movements. Server only. */
export const StockMovement = z.strictObject({
  sku: slug,
  kind: z.enum(["received", "shipped", "returned", "adjusted"]),
  onHand: z.int(),
  /** The delivery or parcel, or why it was adjusted. */
  reference: line(200),
  at: timestamp,
});
export type StockMovement = z.output<typeof StockMovement>;

/** What a customer types in; `coupons` knows it in capitals. */
export const CouponCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9][A-Z0-9-]{2,29}$/, "must be 3 to 30 letters, digits or hyphens");

/**
 * `coupons/{CODE}`: less to pay. Rules: section shop; order managers write, `uses` is the server's.
 */
export const Coupon = z
  .strictObject({
    kind: z.enum(["percent", "fixed"]),
    /** Of `percent` in basis points (1000 is 10 %), of `fixed` in minor units. */
    value: z.int().min(1).max(MAX_AMOUNT),
    /** The goods must be worth so much, in minor units. */
    minimum: minorUnits,
    startsAt: timestamp,
    endsAt: timestamp,
    /** How often in all, and how often by one person; null for as often as one likes. */
    maxUses: z.int().min(1).max(1_000_000).nullable(),
    maxUsesPerUser: z.int().min(1).max(1_000).nullable(),
    /** Orders that have it and were not closed unpaid. Counted only where `maxUses` is set. */
    uses: z.int().min(0),
    active: z.boolean(),
    createdAt: timestamp,
    updatedAt: timestamp,
  })
  .refine(({ kind, value }) => kind === "fixed" || value <= 10_000, "must be 100 % at most")
  .refine(
    ({ startsAt, endsAt }) => startsAt.toMillis() < endsAt.toMillis(),
    "must begin before it ends",
  );
export type Coupon = z.output<typeof Coupon>;

/** `coupons/{CODE}/redemptions/{uid}`: counted where `maxUsesPerUser` is set. Server only. */
export const Redemption = z.strictObject({ uses: z.int().min(0) });
export type Redemption = z.output<typeof Redemption>;

/** Pieces of one line. */
export const Quantity = z.int().min(1).max(MAX_QUANTITY);

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

export const products = documents("products", Product);
export const reviewsOf = (productId: string) => documents(`products/${productId}/reviews`, Review);
export const purchasesOf = (uid: string) => documents(`users/${uid}/purchases`, Purchase);
export const variants = documents("variants", Variant);
export const stock = documents("stock", Stock);
export const stockMovements = documents("stockMovements", StockMovement);
export const carts = documents("carts", Cart);
export const coupons = documents("coupons", Coupon);

export const addresses = (uid: string) => documents(`users/${uid}/addresses`, Address);
export const redemptions = (code: string) => documents(`coupons/${code}/redemptions`, Redemption);
