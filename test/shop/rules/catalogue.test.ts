import assert from "node:assert/strict";
import {
  collection,
  doc,
  getCountFromServer,
  getDoc,
  getDocs,
  limit,
  or,
  type QueryConstraint,
  query,
  startAfter,
  where,
} from "firebase/firestore";
import { type CatalogueFilter, shopDocuments } from "../../../client/src/shop.ts";
import {
  denied,
  everybody,
  granted,
  guardedApp,
  inventoryManagers,
  type Person,
} from "../../support/rules.ts";
import { wire } from "../../support/rulesWire.ts";
import { product, standing, variant } from "../support/rulesDocuments.ts";

const shelf = {
  "products/tea": { category: "tea", keywords: ["black", "tea"], priceFrom: 800 },
  "products/beanie": { category: "clothing", keywords: ["wool", "black"], priceFrom: 2500 },
  "products/scarf": { category: "clothing", keywords: ["wool"], priceFrom: 4000 },
  "products/retired": { category: "tea", keywords: ["black"], priceFrom: 900, active: false },
};
const sold = {
  "variants/tea-100": { productId: "tea" },
  "variants/tea-250": { productId: "tea" },
  "variants/tea-500": { productId: "tea", active: false },
};

describe("shop rules: the catalogue", () => {
  const { project, as, only } = guardedApp("catalogue", {
    ...Object.fromEntries(
      Object.entries(shelf).map(([path, fields]) => [path, standing(product(fields))]),
    ),
    ...Object.fromEntries(
      Object.entries(sold).map(([path, fields]) => [path, standing(variant(fields))]),
    ),
  });

  for (const [path, people] of Object.entries({
    "products/tea": everybody,
    "products/retired": inventoryManagers,
    "variants/tea-100": everybody,
    "variants/tea-500": inventoryManagers,
  })) {
    it(`shows ${path} to ${people === everybody ? "everybody" : people.join(" and ")}`, () =>
      only(people, (db) => getDoc(doc(db, path))));
  }

  const searches: Record<string, [CatalogueFilter, string[]]> = {
    "all there is, cheapest first": [{}, ["tea", "beanie", "scarf"]],
    "a category": [{ category: "clothing" }, ["beanie", "scarf"]],
    "a word": [{ keyword: "black" }, ["tea", "beanie"]],
    "what costs at least so much": [{ minPrice: 2500 }, ["beanie", "scarf"]],
    "what costs at most so much": [{ maxPrice: 2500 }, ["tea", "beanie"]],
    "a range of prices": [{ minPrice: 801, maxPrice: 3999 }, ["beanie"]],
    "a word in a category": [{ category: "clothing", keyword: "wool" }, ["beanie", "scarf"]],
    "a category in a range of prices": [
      { category: "clothing", minPrice: 3000, maxPrice: 5000 },
      ["scarf"],
    ],
    "a word in a range of prices": [{ keyword: "black", maxPrice: 1000 }, ["tea"]],
    "everything at once": [
      { category: "clothing", keyword: "wool", minPrice: 1, maxPrice: 3000, pageSize: 50 },
      ["beanie"],
    ],
    "nothing, where there is nothing": [{ category: "books" }, []],
  };
  for (const [what, [filter, found]] of Object.entries(searches)) {
    it(`lets nobody in particular find ${what}`, async () => {
      const page = await granted(getDocs(shopDocuments(as("nobody")).catalogue(filter)));
      assert.deepEqual(
        page.docs.map(({ id }) => id),
        found,
      );
    });
  }

  it("lets nobody in particular page on", async () => {
    const catalogue = shopDocuments(as("nobody")).catalogue({ pageSize: 2 });
    const first = await granted(getDocs(catalogue));
    const second = await granted(getDocs(query(catalogue, startAfter(first.docs.at(-1)))));
    assert.deepEqual(
      second.docs.map(({ id }) => id),
      ["scarf"],
    );
  });

  it("lets nobody in particular see what of a product is for sale", async () => {
    const page = await granted(getDocs(shopDocuments(as("nobody")).variantsOf("tea")));
    assert.deepEqual(
      page.docs.map(({ id }) => id),
      ["tea-100", "tea-250"],
    );
  });

  it("refuses pages of more than 50 products to everybody", () =>
    only([], (db) => getDocs(shopDocuments(db).catalogue({ pageSize: 51 }))));

  for (const folder of ["products", "variants"]) {
    const isActive = where("active", "==", true);
    const queries: Record<string, [readonly Person[], QueryConstraint[]]> = {
      "what is active, 50 to the page": [everybody, [isActive, limit(50)]],
      "what is active, 51 to the page": [[], [isActive, limit(51)]],
      "all that is active": [[], [isActive]],
      "all of it": [[], []],
      "whatever there is": [inventoryManagers, [limit(50)]],
      "whatever there is, 51 to the page": [[], [limit(51)]],
      "what is not active": [inventoryManagers, [where("active", "==", false), limit(50)]],
      "what may be active": [inventoryManagers, [where("active", "in", [true, false]), limit(50)]],
      "what is active in all but name": [
        inventoryManagers,
        [where("active", "!=", false), limit(50)],
      ],
    };

    for (const [what, [people, constraints]] of Object.entries(queries)) {
      const who = people === everybody ? "everybody" : people.join(" and ") || "nobody";
      it(`lists of the ${folder} ${what} for ${who}`, () =>
        only(people, (db) => getDocs(query(collection(db, folder), ...constraints))));
    }

    it(`lists of the ${folder} what is active or else so named for those alone who may see it all`, () =>
      only(inventoryManagers, (db) => {
        const either = or(isActive, where("name", "==", "Tea"));
        return getDocs(query(collection(db, folder), either, limit(50)));
      }));

    it(`counts ${folder} by pages, too`, async () => {
      const active = query(collection(as("nobody"), folder), isActive);
      await granted(getCountFromServer(query(active, limit(50))));
      await denied(getCountFromServer(active));
    });

    // An offset is billed a read for every document it skips; only REST and the server SDKs have it.
    it(`leafs through the ${folder} by what was last seen, not by skipping (and paying for) others`, async () => {
      const active = {
        from: [{ collectionId: folder }],
        where: {
          fieldFilter: {
            field: { fieldPath: "active" },
            op: "EQUAL",
            value: { booleanValue: true },
          },
        },
        limit: 50,
      };
      const { query: run } = wire(project);
      assert.equal(await run(active), true);
      assert.equal(await run({ ...active, limit: 51 }), false);
      assert.equal(await run({ ...active, offset: 1 }), false);
    });
  }
});
