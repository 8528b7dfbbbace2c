import fc, { type Arbitrary } from "fast-check";
import type { DocumentData } from "firebase/firestore/lite";
import { countries, currency, taxClasses } from "../../../functions/src/shop/rates.ts";
import {
  Address,
  Cart,
  Coupon,
  MAX_LINES,
  MAX_QUANTITY,
  Product,
  Review,
  Variant,
} from "../../../functions/src/shop/schema.ts";
import { type Way, way } from "../../support/differential.ts";
import {
  among,
  amounts,
  flags,
  limits,
  lines,
  moments,
  nearly,
  oneLines,
  slugs,
  texts,
  words,
} from "../../support/rulesArbitraries.ts";
import { asRead, plain } from "../../support/rulesRead.ts";
import { Double, SERVER_TIME, type Write } from "../../support/rulesWire.ts";
import {
  address,
  cart,
  coupon,
  product,
  purchase,
  review,
  standing,
  variant,
} from "./rulesDocuments.ts";

// How clients write what is the shop's.

const stars = fc.oneof(
  { weight: 14, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.oneof(fc.constantFrom(0, 6, 4.5, -5, 2 ** 53), amounts) },
);

/** What stands before. */
export const before: Record<string, DocumentData> = {
  "products/beanie": standing(product({ priceFrom: 0 })),
  "products/put-away": standing(product({ active: false })),
  "products/reviewed": standing(product({ priceFrom: 0, rating: { count: 3, sum: 12 } })),
  "products/reviewed/reviews/critic": standing(review({ rating: 3 })),
  "users/buyer/purchases/reviewed": purchase(),
  "users/other-buyer/purchases/reviewed": purchase(),
  "users/critic/purchases/reviewed": purchase(),
  "variants/beanie-moss": standing(variant({ active: false })),
  "carts/shopper": standing(cart()),
  "users/customer/addresses/home": standing(address()),
  "coupons/LIMITED": standing(coupon({ uses: 3, maxUsesPerUser: null })),
};

const productFields = fc.record({
  name: oneLines(120),
  description: fc.oneof(texts(4000), fc.constant("")),
  category: slugs,
  keywords: words(40),
  priceFrom: amounts,
  currency: among(currency),
  active: flags,
});

const variantFields = fc.record({
  name: oneLines(160),
  price: amounts,
  currency: among(currency),
  taxClass: among(...taxClasses),
  active: flags,
});

const cartFields = fc.record({ lines: lines(MAX_LINES, MAX_QUANTITY) });

const reviewFields = fc.record({
  rating: stars,
  title: fc.oneof(oneLines(120), fc.constant("")),
  text: fc.oneof(texts(4000), fc.constant("")),
  author: fc.oneof(
    { weight: 9, arbitrary: oneLines(80) },
    { weight: 1, arbitrary: fc.constantFrom("@", "a@b", "\u2028@", "x@example.com\u2028") },
  ),
});

const couponFields = (maxUses: Arbitrary<unknown>, maxUsesPerUser: Arbitrary<unknown>) =>
  fc.record({
    kind: nearly(fc.constantFrom("percent", "fixed"), among("percent", "fixed")),
    value: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 10_000 }) },
      { weight: 1, arbitrary: fc.oneof(amounts, fc.constantFrom(0, 9_999, 10_000, 10_001)) },
    ),
    minimum: amounts,
    startsAt: moments,
    endsAt: moments.map((day) => new Date(day.getTime() + 48 * 3_600_000)),
    maxUses,
    maxUsesPerUser,
    active: flags,
  });

const addressFields = fc.record({
  name: oneLines(120),
  line1: oneLines(120),
  line2: fc.oneof(oneLines(120), fc.constant("")),
  postalCode: oneLines(20),
  city: oneLines(80),
  country: among(...countries),
});

/** What a review moves in the rating of its product. */
export const moved = (count: number | Double, sum: unknown): Write => ({
  path: "products/reviewed",
  add: {
    "rating.count": count,
    "rating.sum": typeof sum === "number" || sum instanceof Double ? sum : 0,
  },
});

/** With the double as the number that it is. */
const readCart = (document: DocumentData) => asRead(plain(document) as DocumentData);

const now = { updatedAt: SERVER_TIME };

export const ways: Record<string, Way> = {
  "a product is made": way({
    schema: Product,
    path: "products/new",
    by: "inventory-manager",
    good: product(),
    free: productFields,
  }),
  "a product is changed": way({
    schema: Product,
    path: "products/put-away",
    by: "inventory-manager",
    good: { ...before["products/put-away"], ...now },
    free: productFields,
  }),
  "a product is rated": way({
    schema: Product,
    path: "products/reviewed",
    by: "buyer",
    good: { ...before["products/reviewed"], rating: { count: 4, sum: 16 } },
    along: () => [
      {
        path: "products/reviewed/reviews/buyer",
        create: { ...review({ rating: 4 }), createdAt: SERVER_TIME, ...now },
      },
    ],
  }),
  "a variant is made": way({
    schema: Variant,
    path: "variants/new",
    by: "inventory-manager",
    good: variant(),
    free: variantFields,
  }),
  "a variant is changed": way({
    schema: Variant,
    path: "variants/beanie-moss",
    by: "inventory-manager",
    good: { ...before["variants/beanie-moss"], ...now },
    free: variantFields,
  }),
  "a cart is begun": way({
    schema: Cart,
    path: "carts/newcomer",
    by: "newcomer",
    good: cart(),
    free: cartFields,
    read: readCart,
  }),
  "a cart is changed": way({
    schema: Cart,
    path: "carts/shopper",
    by: "shopper",
    good: cart(),
    free: cartFields,
    read: readCart,
  }),
  "a review is given": way({
    schema: Review,
    path: "products/reviewed/reviews/buyer",
    by: "buyer",
    good: review(),
    free: reviewFields,
    along: ({ rating }) => [moved(1, rating)],
  }),
  "a review is changed": way({
    schema: Review,
    path: "products/reviewed/reviews/critic",
    by: "critic",
    good: { ...before["products/reviewed/reviews/critic"], ...now },
    free: reviewFields,
    along: ({ rating }) =>
      typeof rating === "number" && rating !== 3 ? [moved(0, rating - 3)] : [],
  }),
  "a coupon is made": way({
    schema: Coupon,
    path: "coupons/NEW",
    by: "order-manager",
    good: coupon(),
    free: couponFields(limits(1, 1_000_000), limits(1, 1_000)),
  }),
  "a coupon is changed": way({
    schema: Coupon,
    path: "coupons/LIMITED",
    by: "order-manager",
    good: { ...before["coupons/LIMITED"], ...now },
    free: couponFields(
      nearly(fc.integer({ min: 1, max: 1_000_000 }), limits(1, 1_000_000)),
      nearly(fc.constant(null), limits(1, 1_000)),
    ),
    also: ({ maxUses, maxUsesPerUser }) => maxUses !== null && maxUsesPerUser === null,
  }),
  "an address is added": way({
    schema: Address,
    path: "users/customer/addresses/new",
    by: "customer",
    good: address(),
    free: addressFields,
  }),
  "an address is changed": way({
    schema: Address,
    path: "users/customer/addresses/home",
    by: "customer",
    good: address(),
    free: addressFields,
  }),
};
