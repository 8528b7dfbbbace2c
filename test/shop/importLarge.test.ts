import assert from "node:assert/strict";
import { applyCatalogue } from "../../functions/src/shop/catalogue/import/apply.ts";
import { parseCatalogue } from "../../functions/src/shop/catalogue/import/parse.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";

const PRODUCTS = 2_500;
const VARIANTS = 4;
const ROWS = PRODUCTS * VARIANTS;
const MEGABYTE = 1024 * 1024;

/** As large as such a file is: 2 MB. */
function largeFile(): string {
  const words = "Thrown by hand and glazed twice; each comes out a little different. ".repeat(2);
  const lines = Array.from({ length: ROWS }, (_, n) => {
    const product = Math.floor(n / VARIANTS);
    const variant = n % VARIANTS;
    const price = `${10 + variant}.${String(product % 100).padStart(2, "0")}`;
    return `bowl-${product},"Bowl, no. ${product}","${words}",table,bowl-${product}-${variant},size ${variant},${price},,,7,2`;
  });
  const header = "product,name,description,category,sku,option,price,taxClass,active,stock,lowAt";
  return [header, ...lines].join("\n");
}

describe("shop: a catalogue of 10,000 rows", function () {
  this.timeout(120_000);
  const content = largeFile();
  before(() => clearFirestore());
  after(() => clearFirestore());

  async function imported() {
    const before = process.memoryUsage().heapUsed;
    let highest = before;
    const started = performance.now();
    const outcome = await applyCatalogue(parseCatalogue("csv", content), {
      dryRun: false,
      onProgress: () => {
        highest = Math.max(highest, process.memoryUsage().heapUsed);
      },
    });
    assert.ok(performance.now() - started < 60_000, "it took over a minute");
    assert.ok(highest - before < 300 * MEGABYTE, "it held more than 300 MB");
    assert.deepEqual(outcome.faults, []);
    return outcome;
  }

  it("fits into one call", () => {
    assert.ok(JSON.stringify({ format: "csv", content, dryRun: false }).length < 4 * MEGABYTE);
  });

  it("is imported at a read and a write a product, three of each a row", async () => {
    const bill = await firestore.costOf(async () => {
      assert.equal((await imported()).created, ROWS);
    });
    assert.deepEqual(bill, { reads: PRODUCTS + 3 * ROWS, writes: PRODUCTS + 3 * ROWS, deletes: 0 });
  });

  it("and again at the same reads and no write", async () => {
    const bill = await firestore.costOf(async () => {
      assert.equal((await imported()).unchanged, ROWS);
    });
    assert.deepEqual(bill, { reads: PRODUCTS + 3 * ROWS, writes: 0, deletes: 0 });
  });
});
