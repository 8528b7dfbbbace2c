import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getDocs } from "firebase/firestore";
import { type CatalogueFilter, shopDocuments } from "../../client/src/shop.ts";
import { root } from "../../dev/paths.ts";
import { running } from "../support/firestore.ts";
import { guarded } from "../support/rules.ts";

interface Index {
  collectionGroup: string;
  fields: { fieldPath: string; order?: string; arrayConfig?: string }[];
}

const named = (collection: string, fields: Index["fields"]): string =>
  [
    collection,
    ...fields
      .filter(({ fieldPath }) => fieldPath !== "__name__")
      .map(({ fieldPath, order, arrayConfig }) => `${fieldPath} ${order ?? arrayConfig}`),
  ].join(", ");

/** The composite indexes that the queries so far would have needed in production. */
async function needed(project: string): Promise<string[]> {
  const path = `emulator/v1/projects/${project}:indexUsage?database=projects/${project}/databases/(default)`;
  const answer = await fetch(`http://${running.hosts.firestore}/${path}`);
  const { reports = [] } = (await answer.json()) as {
    reports?: { index: { name: string; fields: Index["fields"] } }[];
  };
  return reports.map(({ index: { name, fields } }) => {
    const [, collection = ""] = /collectionGroups\/([^/]+)\//.exec(name) ?? [];
    return named(collection, fields);
  });
}

describe("shop: the indexes", () => {
  const { project, as } = guarded("indexes");

  // The emulator demands none; production refuses a query without its own.
  it("are those that the client's queries need, no more and no fewer", async () => {
    const documents = shopDocuments(as("order-manager"));
    const { catalogue, ordersOf, paymentsOf, refundsOf, ordersIn, newestCoupons, reviewsOf } =
      documents;
    const [category, keyword, prices] = ["tea", "green", { minPrice: 1, maxPrice: 900 }];
    const filters: CatalogueFilter[] = [{}, { category }, { keyword }, { category, keyword }];
    for (const filter of filters) {
      await getDocs(catalogue(filter));
      await getDocs(catalogue({ ...filter, ...prices }));
    }
    await getDocs(ordersOf("customer"));
    await getDocs(paymentsOf("customer"));
    await getDocs(refundsOf("customer"));
    await getDocs(ordersIn("paid"));
    await getDocs(newestCoupons());
    await getDocs(reviewsOf("a-product"));

    const { indexes } = JSON.parse(readFileSync(join(root, "firestore.indexes.json"), "utf8"));
    const listed = (indexes as Index[]).map((index) => named(index.collectionGroup, index.fields));
    assert.deepEqual((await needed(project)).toSorted(), listed.toSorted());
  });
});
