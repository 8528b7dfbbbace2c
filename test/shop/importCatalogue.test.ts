import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../../dev/paths.ts";
import { stamp } from "../../functions/src/core/clock.ts";
import { type Role, staff } from "../../functions/src/core/roles.ts";
import { keywordsOf } from "../../functions/src/shop/catalogue/keywords.ts";
import { importCatalogue } from "../../functions/src/shop/importCatalogue.ts";
import { products, stock, stockMovements, variants } from "../../functions/src/shop/schema.ts";
import { call, callWith, customer, type Person, refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";
import {
  assertSound,
  catalogueNow,
  countsOf,
  importRows,
  productOf,
  row,
  rowsOf,
  variantOf,
} from "./support/catalogueFile.ts";
import { stockOf } from "./support/shelf.ts";

async function employ(role: Role, disabled = false): Promise<Person> {
  const person = customer();
  await staff.doc(person.uid).set({ role, disabled });
  return person;
}

describe("shop: importing a catalogue", () => {
  beforeEach(() => clearFirestore());
  afterEach(() => assertSound());

  describe("of new products", () => {
    it("makes a product, its variants and their opening stock of its rows", async () => {
      const text = { name: "Wool beanie", description: "Knitted", category: "hats" };
      const outcome = await importRows([
        row({
          ...text,
          product: "beanie",
          sku: "b-1",
          option: "moss",
          price: "25",
          stock: 8,
          lowAt: 3,
        }),
        row({ ...text, product: "beanie", sku: "b-2", price: "19.50", taxClass: "reduced" }),
      ]);
      assert.deepEqual(outcome, { created: 2, updated: 0, unchanged: 0, products: 1, faults: [] });
      const { createdAt, updatedAt, ...product } = await productOf("beanie");
      const keywords = keywordsOf("Wool beanie", "hats", "Knitted");
      assert.deepEqual(product, {
        ...text,
        keywords,
        priceFrom: 1950,
        currency: "EUR",
        active: true,
        rating: { count: 0, sum: 0 },
      });
      const first = await variantOf("b-1");
      assert.deepEqual(
        [
          first.productId,
          first.name,
          first.price,
          first.taxClass,
          first.active,
          first.availability,
        ],
        ["beanie", "Wool beanie, moss", 2500, "standard", true, "in_stock"],
      );
      const second = await variantOf("b-2");
      assert.deepEqual(
        [second.name, second.taxClass, second.availability],
        ["Wool beanie", "reduced", "out_of_stock"],
      );
      assert.deepEqual(await stockOf("b-1"), { onHand: 8, reserved: 0, lowAt: 3 });
      assert.equal((await stock.doc("b-2").get()).exists, false);
    });

    it("has what is not for sale neither for sale nor in the lowest price", async () => {
      const [cheap, dear] = rowsOf(2);
      await importRows([{ ...cheap, active: false }, dear!]);
      assert.equal((await productOf(dear!.product)).priceFrom, 2000);
      const hidden = rowsOf(2, { active: false });
      await importRows(hidden);
      assert.equal((await productOf(hidden[0]!.product)).active, false);
    });

    it("takes the example", async () => {
      const content = readFileSync(join(root, "dev/seed/shop/example-catalogue.csv"), "utf8");
      const manager = await employ("inventory_manager");
      const input = { format: "csv" as const, content, dryRun: false };
      assert.deepEqual(await call(importCatalogue, manager, input), {
        created: 6,
        updated: 0,
        unchanged: 0,
        products: 4,
        faults: [],
        faultCount: 0,
        applied: true,
      });
      assert.equal((await variantOf("linen-apron")).price, 3900);
    });
  });

  describe("a second time", () => {
    it("writes nothing and says that all is as it was", async () => {
      const rows = [...rowsOf(3, { stock: 5, lowAt: 2 }), ...rowsOf(2)];
      const twice = () => importRows(rows);
      assert.deepEqual(countsOf(await twice()), [5, 0, 0]);
      const bill = await firestore.costOf(async () => {
        assert.deepEqual(countsOf(await twice()), [0, 0, 5]);
      });
      assert.deepEqual([bill.writes, bill.deletes], [0, 0]);
    });

    it("writes what the file says otherwise, and no other document", async () => {
      const rows = rowsOf(3);
      await importRows(rows);
      const bill = await firestore.costOf(async () => {
        const outcome = await importRows([rows[0]!, { ...rows[1], price: "15.00" }, rows[2]!]);
        assert.deepEqual(countsOf(outcome), [0, 1, 2]);
      });
      // The variant, and its product along with it.
      assert.equal(bill.writes, 2);
      assert.equal((await variantOf(rows[1]!.sku)).price, 1500);
    });

    it("with other words for a product writes the product", async () => {
      const rows = rowsOf(2);
      await importRows(rows);
      const before = await productOf(rows[0]!.product);
      const outcome = await importRows(rows.map((one) => ({ ...one, description: "New words" })));
      assert.deepEqual(countsOf(outcome), [0, 2, 0]);
      const { updatedAt, ...after } = await productOf(rows[0]!.product);
      assert.ok(updatedAt.toMillis() >= before.updatedAt.toMillis());
      assert.deepEqual([after.description, after.keywords.includes("words")], ["New words", true]);
      assert.deepEqual(after.createdAt, before.createdAt);
    });

    it("keeps what the rows don't say", async () => {
      const said = row({
        description: "Said",
        taxClass: "reduced",
        active: false,
        stock: 4,
        lowAt: 1,
      });
      const {
        description,
        taxClass,
        active,
        stock: pieces,
        lowAt,
        ...bare
      } = said as Record<string, unknown>;
      await importRows([said]);
      const before = await catalogueNow();
      assert.deepEqual(countsOf(await importRows([bare])), [0, 0, 1]);
      assert.deepEqual(await catalogueNow(), before);
    });

    it("leaves fields alone that it does not know", async () => {
      const one = row();
      await importRows([one]);
      const known = { rating: 4.5 };
      await products.doc(one.product).set(known as object, { merge: true });
      await variants.doc(one.sku).set(known as object, { merge: true });
      await importRows([{ ...one, name: "Another", price: "11" }]);
      const found = [await products.doc(one.product).get(), await variants.doc(one.sku).get()];
      assert.deepEqual(
        found.map((document) => document.get("rating")),
        [4.5, 4.5],
      );
      assert.deepEqual(
        found.map((document) => document.get("name")),
        ["Another", "Another"],
      );
      await Promise.all(found.map(({ ref }) => ref.delete()));
    });

    it("receives no opening stock again, whatever was sold or came since", async () => {
      const one = row({ stock: 10, lowAt: 2 });
      await importRows([one]);
      await stock.doc(one.sku).update({ reserved: 9 });
      await variants.doc(one.sku).update({ availability: "low" });
      assert.deepEqual(countsOf(await importRows([{ ...one, stock: 500 }])), [0, 0, 1]);
      assert.deepEqual(await stockOf(one.sku), { onHand: 10, reserved: 9, lowAt: 2 });
      assert.equal((await stockMovements.where("sku", "==", one.sku).get()).size, 1);
    });

    it("receives an opening stock that is said for the first time, on top of deliveries", async () => {
      const one = row();
      await importRows([one]);
      await stock.doc(one.sku).set({ onHand: 3, reserved: 1, lowAt: 0 });
      const delivery = {
        sku: one.sku,
        kind: "received",
        onHand: 3,
        reference: "a delivery",
      } as const;
      await stockMovements.doc(`delivery-${one.sku}`).set({ ...delivery, at: stamp() });
      assert.deepEqual(countsOf(await importRows([{ ...one, stock: 4 }])), [0, 1, 0]);
      assert.deepEqual(await stockOf(one.sku), { onHand: 7, reserved: 1, lowAt: 0 });
      assert.equal((await variantOf(one.sku)).availability, "in_stock");
    });

    it("changes the label with lowAt, and not the time of the variant's last edit", async () => {
      const one = row({ stock: 10, lowAt: 2 });
      await importRows([one]);
      const { updatedAt } = await variantOf(one.sku);
      assert.deepEqual(countsOf(await importRows([{ ...one, lowAt: 10 }])), [0, 1, 0]);
      const after = await variantOf(one.sku);
      assert.deepEqual([after.availability, after.updatedAt], ["low", updatedAt]);
      assert.equal((await stockOf(one.sku)).lowAt, 10);
    });
  });

  describe("of some variants of a product", () => {
    it("has the others in the lowest price, and leaves them alone", async () => {
      const [first, second, third] = rowsOf(3);
      await importRows([first!, second!, third!]);
      const before = await variantOf(second!.sku);
      const bill = await firestore.costOf(() => importRows([{ ...first, price: "50.00" }]));
      // At once, not by way of a price that the others are below.
      assert.equal(bill.writes, 2);
      assert.equal((await productOf(first!.product)).priceFrom, 2000);
      await importRows([{ ...third, price: "5.00" }]);
      assert.equal((await productOf(first!.product)).priceFrom, 500);
      assert.deepEqual(await variantOf(second!.sku), before);
    });

    it("has the others in the lowest price also beside a row that is another product's", async () => {
      const [other, [first, second]] = [row(), rowsOf(2)];
      await importRows([other, first!, second!]);
      const stray = { ...second, sku: other.sku, price: "1.00" };
      const bill = await firestore.costOf(() => importRows([stray, { ...second, price: "90.00" }]));
      assert.equal(bill.writes, 2);
      assert.equal((await productOf(first!.product)).priceFrom, 1000);
    });

    it("keeps the product for sale while one of the others is, and no longer", async () => {
      const [first, second] = rowsOf(2);
      await importRows([first!, second!]);
      const bill = await firestore.costOf(() => importRows([{ ...first, active: false }]));
      assert.equal(bill.writes, 2);
      const { active, priceFrom } = await productOf(first!.product);
      assert.deepEqual([active, priceFrom], [true, 2000]);
      await importRows([{ ...second, active: false }]);
      assert.equal((await productOf(first!.product)).active, false);
    });

    it("puts nothing back on sale that was taken off, unless it says so", async () => {
      const [first, second, added] = rowsOf(3);
      await importRows([
        { ...first, active: false },
        { ...second, active: false },
      ]);
      await importRows([first!, { ...second, price: "30.00" }, added!]);
      assert.equal((await productOf(first!.product)).active, false);
      await importRows([first!, { ...second, active: true }]);
      const { active, priceFrom } = await productOf(first!.product);
      assert.deepEqual([active, priceFrom], [true, 2000]);
    });
  });

  describe("with bad rows", () => {
    it("applies the good ones beside them, and names the others", async () => {
      const [first, second] = rowsOf(2);
      const third = row();
      const outcome = await importRows([first!, { ...second, price: "x" }, { sku: "?" }, third]);
      assert.deepEqual(countsOf(outcome), [2, 0, 0]);
      assert.deepEqual(
        outcome.faults.map(({ line, field }) => `${line} ${field}`),
        ["2 price", "3 product", "3 name", "3 category", "3 sku", "3 price"],
      );
      assert.equal((await variants.get()).size, 2);
    });

    it("names a SKU that is another product's, and leaves it where it is", async () => {
      const [taken, [first, second]] = [row(), rowsOf(2)];
      await importRows([taken]);
      const before = await variantOf(taken.sku);
      const { faults, ...counts } = await importRows([{ ...first, sku: taken.sku }, second!]);
      assert.deepEqual([counts.created, faults.length], [1, 1]);
      assert.deepEqual([faults[0]!.line, faults[0]!.field], [1, "sku"]);
      assert.match(faults[0]!.message, new RegExp(taken.product));
      assert.deepEqual(await variantOf(taken.sku), before);
    });

    it("makes no product of such rows alone", async () => {
      const taken = row();
      await importRows([taken]);
      await importRows([row({ sku: taken.sku })]);
      assert.equal((await products.get()).size, 1);
    });

    it("names the variants that would be a product's 101st and 102nd", async () => {
      const all = rowsOf(102, { price: "10.00" });
      await importRows(all.slice(0, 99));
      const { created, faults } = await importRows(all.slice(98));
      assert.deepEqual(
        [created, faults.map(({ line, field }) => [line, field])],
        [
          1,
          [
            [3, "product"],
            [4, "product"],
          ],
        ],
      );
    });

    it("has a full product of 100 variants with their stock in one commit", async () => {
      const bill = await firestore.costOf(() => importRows(rowsOf(100, { stock: 2 })));
      assert.equal(bill.writes, 301);
    });
  });

  describe("as a dry run", () => {
    it("says what would be, faults with it, and writes nothing", async () => {
      const [first, second] = rowsOf(2, { stock: 3 });
      const taken = row();
      await importRows([first!, taken]);
      const before = await catalogueNow();
      const rows = [
        { ...first, price: "90" },
        second!,
        row({ sku: taken.sku }),
        row({ price: "" }),
      ];
      let promised: unknown;
      const bill = await firestore.costOf(async () => {
        promised = await importRows(rows, true);
      });
      assert.deepEqual([bill.writes, bill.deletes], [0, 0]);
      assert.deepEqual(await catalogueNow(), before);
      assert.deepEqual(await importRows(rows), promised);
    });
  });

  describe("by a call", () => {
    const content = JSON.stringify([row(), row({ price: "x" })]);
    const input = { format: "json" as const, content, dryRun: false };

    it("answers what was done and what was wrong, for inventory managers and admins", async () => {
      for (const role of ["inventory_manager", "admin"] as const) {
        await clearFirestore();
        const answer = await call(importCatalogue, await employ(role), input);
        const { faults, ...counts } = answer;
        const expected = { created: 1, updated: 0, unchanged: 0, products: 1 };
        assert.deepEqual(counts, { ...expected, faultCount: 1, applied: true });
        assert.deepEqual([faults[0]!.line, faults[0]!.field], [2, "price"]);
      }
    });

    it("says of a dry run that it was not applied", async () => {
      const answer = await call(importCatalogue, await employ("admin"), { ...input, dryRun: true });
      assert.equal(answer.applied, false);
      assert.equal((await products.get()).size, 0);
    });

    it("names 100 faults and counts them all", async () => {
      const bad = JSON.stringify(Array.from({ length: 150 }, () => row({ price: "x" })));
      const manager = await employ("inventory_manager");
      const { faults, faultCount } = await call(importCatalogue, manager, {
        ...input,
        content: bad,
      });
      assert.deepEqual([faults.length, faultCount], [100, 150]);
    });

    it("takes 4 MiB as JSON, and not a byte more", async () => {
      const manager = await employ("inventory_manager");
      const padded = (extra: number) => {
        const frame = Buffer.byteLength(JSON.stringify({ ...input, content: "[]" }));
        return { ...input, content: `[]${" ".repeat(4 * 1024 * 1024 - frame + extra)}` };
      };
      assert.equal((await call(importCatalogue, manager, padded(0))).products, 0);
      await refused(call(importCatalogue, manager, padded(1)), "invalid-argument", "too-large");
    });

    it("has the time and the memory for a whole file", () => {
      const { __endpoint } = importCatalogue as unknown as {
        __endpoint: { timeoutSeconds: number; availableMemoryMb: number };
      };
      assert.deepEqual([__endpoint.timeoutSeconds, __endpoint.availableMemoryMb], [300, 512]);
    });

    const people: [string, () => Promise<Person | undefined>, string][] = [
      ["nobody", async () => undefined, "unauthenticated/signed-out"],
      ["customers", async () => customer(), "permission-denied/not-staff"],
      ["order managers", () => employ("order_manager"), "permission-denied/wrong-role"],
      ["disabled managers", () => employ("inventory_manager", true), "permission-denied/disabled"],
    ];
    for (const [whom, who, refusal] of people) {
      it(`is refused to ${whom}`, async () => {
        const [code = "", reason = ""] = refusal.split("/");
        await refused(call(importCatalogue, await who(), input), code, reason);
        assert.equal((await products.get()).size, 0);
      });
    }

    for (const wrong of [{ format: "xml" }, { content: 1 }, { dryRun: "no" }, { more: 1 }]) {
      it(`is refused with ${JSON.stringify(wrong)}`, async () => {
        const attempt = callWith(importCatalogue, await employ("admin"), { ...input, ...wrong });
        await refused(attempt, "invalid-argument", "invalid-input");
      });
    }

    it("is refused for what is no table, and nothing is written", async () => {
      const attempt = call(importCatalogue, await employ("admin"), { ...input, content: "{}" });
      await refused(attempt, "invalid-argument", "unreadable");
    });
  });
});
