import { type DocumentData, serverTimestamp, Timestamp } from "firebase/firestore/lite";
import type { Order } from "../../../functions/src/shop/order/schema.ts";
import { currency } from "../../../functions/src/shop/rates.ts";
import type {
  Address,
  Cart,
  Coupon,
  Product,
  Purchase,
  Review,
  Variant,
} from "../../../functions/src/shop/schema.ts";
import { past } from "../../support/standing.ts";

export { standing } from "../../support/standing.ts";

type Fields<Document> = Record<keyof Document, unknown>;

// Each as a client creates it. Bad ones are these with one thing wrong.

export const product = (fields: DocumentData = {}): DocumentData => ({
  ...({
    name: "Wool beanie",
    description: "Warm, and it stays where it is.",
    category: "clothing",
    keywords: ["wool", "beanie"],
    priceFrom: 1000,
    currency,
    active: true,
    rating: { count: 0, sum: 0 },
    createdAt: serverTimestamp(),
    updatedAt: serverTimestamp(),
  } satisfies Fields<Product>),
  ...fields,
});

export const variant = (fields: DocumentData = {}): DocumentData => ({
  ...({
    productId: "beanie",
    name: "Wool beanie, moss",
    price: 1500,
    currency,
    taxClass: "standard",
    active: true,
    availability: "out_of_stock",
    createdAt: serverTimestamp(),
    updatedAt: serverTimestamp(),
  } satisfies Fields<Variant>),
  ...fields,
});

export const cart = (lines: unknown = { "beanie-moss": 2 }): DocumentData =>
  ({ lines, updatedAt: serverTimestamp() }) satisfies Fields<Cart>;

export const address = (fields: DocumentData = {}): DocumentData => ({
  ...({
    name: "Somebody",
    line1: "Lindenweg 4",
    line2: "",
    postalCode: "20095",
    city: "Hamburg",
    country: "DE",
    updatedAt: serverTimestamp(),
  } satisfies Fields<Address>),
  ...fields,
});

export const review = (fields: DocumentData = {}): DocumentData => ({
  ...({
    rating: 4,
    title: "Warm",
    text: "It stays where it is,\nand it doesn't itch.",
    author: "A warm head",
    createdAt: serverTimestamp(),
    updatedAt: serverTimestamp(),
  } satisfies Fields<Review>),
  ...fields,
});

/** As the server writes it on delivery. */
export const purchase = (): DocumentData =>
  ({ orderId: "0123456789abcdef", deliveredAt: past }) satisfies Fields<Purchase>;

export const coupon = (fields: DocumentData = {}): DocumentData => ({
  ...({
    kind: "percent",
    value: 1000,
    minimum: 2000,
    startsAt: past,
    endsAt: Timestamp.fromMillis(past.toMillis() + 1000),
    maxUses: 100,
    maxUsesPerUser: 1,
    uses: 0,
    active: true,
    createdAt: serverTimestamp(),
    updatedAt: serverTimestamp(),
  } satisfies Fields<Coupon>),
  ...fields,
});

/** As the server places it. */
export const order = (uid: string): DocumentData =>
  ({
    number: "7F3Q-9X2M-K4TD",
    uid,
    email: `${uid}@example.com`,
    ownAddress: true,
    state: "pending_payment",
    lines: [
      {
        sku: "beanie-moss",
        productId: "beanie",
        name: "Wool beanie, moss",
        quantity: 2,
        price: 1500,
        amount: 3000,
        tax: 570,
      },
    ],
    totals: { lines: 3000, discount: 0, shipping: 490, tax: 663, total: 4153 },
    currency,
    shipTo: {
      name: "Somebody",
      line1: "Lindenweg 4",
      line2: "",
      postalCode: "20095",
      city: "Hamburg",
      country: "DE",
    },
    coupon: null,
    payment: null,
    refunded: 0,
    shipments: [],
    returns: [],
    withdrawn: [],
    timeline: [{ event: "placed", at: past }],
    placedAt: past,
    review: null,
    closeAt: past,
    fingerprint: "0123456789abcdef",
  }) satisfies Fields<Order>;
