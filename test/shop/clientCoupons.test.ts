import assert from "node:assert/strict";
import { getDocs } from "firebase/firestore";
import { shopDocuments } from "../../client/src/shop.ts";
import { guardedApp, orderManagers } from "../support/rules.ts";
import { coupon, standing } from "./support/rulesDocuments.ts";

describe("shop: the coupons, for who works with them", () => {
  const { as, only } = guardedApp("client-coupons", {
    "coupons/NEW": { ...standing(coupon()), createdAt: new Date(2_000) },
    "coupons/OLD": { ...standing(coupon()), createdAt: new Date(1_000) },
    "coupons/NEWEST": { ...standing(coupon()), createdAt: new Date(3_000) },
  });

  it("are listed the newest first", async () => {
    const page = await getDocs(shopDocuments(as("order-manager")).newestCoupons(50));
    assert.deepEqual(
      page.docs.map(({ id }) => id),
      ["NEWEST", "NEW", "OLD"],
    );
  });

  it("are listed for order managers and admins, 50 at a time", async () => {
    await only(orderManagers, (db) => getDocs(shopDocuments(db).newestCoupons(50)));
    await only([], (db) => getDocs(shopDocuments(db).newestCoupons(51)));
  });
});
