import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import {
  applyCatalogue,
  type Outcome,
} from "../../../functions/src/shop/catalogue/import/apply.ts";
import { parseCatalogue } from "../../../functions/src/shop/catalogue/import/parse.ts";
import {
  Product,
  products,
  Stock,
  stock,
  stockMovements,
  Variant,
  variants,
} from "../../../functions/src/shop/schema.ts";
import { labelOf } from "../../../functions/src/shop/stock/shelf.ts";

/** A row as JSON has it: any cells. */
export type Row = Record<string, unknown>;

/** A good row of a new product, with the fields given. */
export function row(fields: Row = {}): Row & { product: string; sku: string } {
  const product = String(fields.product ?? `product-${randomUUID().slice(0, 8)}`);
  const base = {
    product,
    name: "A thing",
    category: "things",
    sku: `${product}-1`,
    price: "10.00",
  };
  return { ...base, ...fields, product, sku: String(fields.sku ?? base.sku) };
}

/** So many rows of one product: `<product>-1`, `-2`, …, at 10.00, 20.00, … */
export const rowsOf = (count: number, fields: Row = {}) => {
  const { product } = row(fields);
  return Array.from({ length: count }, (_, n) =>
    row({ product, sku: `${product}-${n + 1}`, price: `${n + 1}0.00`, ...fields }),
  );
};

/** Imports rows, as the callable and the command do. */
export const importRows = (rows: readonly Row[], dryRun = false): Promise<Outcome> =>
  applyCatalogue(parseCatalogue("json", JSON.stringify(rows)), { dryRun });

export const countsOf = ({ created, updated, unchanged }: Outcome) => [created, updated, unchanged];

export async function productOf(id: string): Promise<Product> {
  return Product.parse((await products.doc(id).get()).data());
}

export async function variantOf(sku: string): Promise<Variant> {
  return Variant.parse((await variants.doc(sku).get()).data());
}

/** Everything of the catalogue as it stands, but for the times. */
export async function catalogueNow() {
  const found = await Promise.all([
    products.get(),
    variants.get(),
    stock.get(),
    stockMovements.get(),
  ]);
  return found.map((all) =>
    Object.fromEntries(
      all.docs.map((one) => {
        const { createdAt, updatedAt, at, ...rest } = one.data() as Row;
        return [one.id, rest];
      }),
    ),
  );
}

/** What must be so of the whole catalogue, whatever was done to it. */
export async function assertSound(): Promise<void> {
  const shelves = new Map((await stock.get()).docs.map((one) => [one.id, Stock.parse(one.data())]));
  const all = (await variants.get()).docs.map((one) => ({
    sku: one.id,
    ...Variant.parse(one.data()),
  }));
  for (const found of (await products.get()).docs) {
    const product = Product.parse(found.data());
    const forSale = all.filter(({ productId, active }) => active && productId === found.id);
    assert.equal(product.active, forSale.length > 0, `${found.id} is for sale as its variants are`);
    if (forSale.length === 0) continue;
    const lowest = Math.min(...forSale.map(({ price }) => price));
    assert.equal(product.priceFrom, lowest, `${found.id} is shown at its lowest price`);
  }
  for (const { sku, availability } of all) {
    const shelf = shelves.get(sku);
    assert.equal(availability, shelf ? labelOf(shelf) : "out_of_stock", `the label of ${sku}`);
  }
  const ledger = (await stockMovements.get()).docs.map((one) => one.data());
  for (const [sku, { onHand }] of shelves) {
    const entries = ledger.filter((entry) => entry.sku === sku);
    assert.equal(
      entries.reduce((sum, entry) => sum + entry.onHand, 0),
      onHand,
      `the ledger of ${sku}`,
    );
  }
}
