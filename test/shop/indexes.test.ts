import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getDocs } from "firebase/firestore";
import type { CatalogueFilter } from "../../client/src/index.ts";
import { openApp, signUp } from "../../dev/app.ts";
import { root } from "../../dev/paths.ts";
import { running } from "../support/firestore.ts";

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
  // The emulator demands none; production refuses a query without its own.
  it("are those that the client's queries need, no more and no fewer", async () => {
    const project = `demo-indexes-${process.pid}`;
    const app = openApp({ ...running, project });
    const { uid } = await signUp(
      app,
      `reader-${crypto.randomUUID()}@example.com`,
      "a long password",
    );
    const { catalogue, ordersOf, reviewsOf } = app.shop.documents;
    const [category, keyword, prices] = ["tea", "green", { minPrice: 1, maxPrice: 900 }];
    const filters: CatalogueFilter[] = [{}, { category }, { keyword }, { category, keyword }];
    for (const filter of filters) {
      await getDocs(catalogue(filter));
      await getDocs(catalogue({ ...filter, ...prices }));
    }
    await getDocs(ordersOf(uid));
    await getDocs(reviewsOf("a-product"));
    await app.close();

    const { indexes } = JSON.parse(readFileSync(join(root, "firestore.indexes.json"), "utf8"));
    const listed = (indexes as Index[]).map((index) => named(index.collectionGroup, index.fields));
    assert.deepEqual((await needed(project)).toSorted(), listed.toSorted());
  });
});
