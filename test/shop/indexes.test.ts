import assert from "node:assert/strict";
import { getDocs } from "firebase/firestore";
import { type CatalogueFilter, shopDocuments } from "../../client/src/shop.ts";
import { listed, needed, unclaimed } from "../support/indexes.ts";
import { guardedApp } from "../support/rules.ts";

describe("shop: the indexes", () => {
  const { project, as } = guardedApp("indexes");

  it("are those that the client's queries need, no more and no fewer", async () => {
    const documents = shopDocuments(as("order-manager"));
    const {
      catalogue,
      variantsOf,
      ordersOf,
      paymentsOf,
      refundsOf,
      ordersIn,
      newestCoupons,
      reviewsOf,
    } = documents;
    const { stockMovementsOf } = shopDocuments(as("inventory-manager"));
    const [category, keyword, prices] = ["tea", "green", { minPrice: 1, maxPrice: 900 }];
    const filters: CatalogueFilter[] = [{}, { category }, { keyword }, { category, keyword }];
    const queries = await needed(project, async () => {
      for (const filter of filters) {
        await getDocs(catalogue(filter));
        await getDocs(catalogue({ ...filter, ...prices }));
      }
      await getDocs(variantsOf("a-product"));
      await getDocs(ordersOf("customer"));
      await getDocs(paymentsOf("customer"));
      await getDocs(refundsOf("customer"));
      await getDocs(ordersIn("paid"));
      await getDocs(newestCoupons());
      await getDocs(reviewsOf("a-product"));
      await getDocs(stockMovementsOf("a-sku"));
    });
    assert.deepEqual(
      queries,
      listed("products", "variants", "orders", "payments", "refunds", "stockMovements"),
    );
  });

  it("are each of a collection whose queries are tested", () => {
    assert.deepEqual(unclaimed(), []);
  });
});
