import { collectionGroup, getDocs, limit, query, where } from "firebase/firestore/lite";
import { guarded } from "../../support/rules.ts";
import {
  address,
  cart,
  coupon,
  order,
  product,
  purchase,
  review,
  standing,
  variant,
} from "../support/rulesDocuments.ts";

/** What nobody has thought of, beside and below what the shop has. */
const unknown = [
  "secrets/x",
  "users/customer/addresses/home/history/x",
  "products/beanie/secret/x",
  "products/beanie/questions/customer",
  "products/beanie/reviews/customer/replies/x",
  "users/customer/purchases/beanie/receipts/x",
  "variants/beanie-moss/secret/x",
  "stock/beanie-moss/shards/x",
  "stockMovements/x/y/z",
  "carts/customer/lines/x",
  "orders/1/events/x",
  "orders/1/shipments/x",
  "payments/x/attempts/y",
  "refunds/x/y/z",
  "paymentEvents/x",
  "coupons/SUMMER-26/redemptions/customer",
  "coupons/SUMMER-26/codes/x",
  "a/b/c/d/e/f",
];

const known = {
  "users/customer/addresses/home": standing(address()),
  "users/customer/purchases/beanie": purchase(),
  "products/beanie": standing(product()),
  "products/beanie/reviews/customer": standing(review()),
  "variants/beanie-moss": standing(variant()),
  "carts/customer": standing(cart()),
  "orders/1": order("customer"),
  "coupons/SUMMER-26": standing(coupon()),
};

describe("shop rules: what no rule grants", () => {
  const { only, closed } = guarded("closed", {
    ...known,
    ...Object.fromEntries(unknown.map((path) => [path, { uid: "customer", active: true }])),
  });

  for (const path of unknown) {
    it(`keeps ${path} closed to everybody, whatever stands there`, () => closed(path));
  }

  for (const group of [
    "products",
    "reviews",
    "variants",
    "addresses",
    "purchases",
    "carts",
    "orders",
    "coupons",
    "redemptions",
    "payments",
    "refunds",
  ]) {
    it(`lists the ${group} of one place, never of all places at once`, async () => {
      const everywhere = (field: string, value: unknown) =>
        only([], (db) =>
          getDocs(query(collectionGroup(db, group), where(field, "==", value), limit(10))),
        );
      await everywhere("active", true);
      await everywhere("uid", "customer");
    });
  }
});
