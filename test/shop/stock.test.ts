import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { decide } from "../../functions/src/core/decide.ts";
import {
  type Stock,
  StockMovement,
  stock,
  stockMovements,
  variants,
} from "../../functions/src/shop/schema.ts";
import { receive, reserve } from "../../functions/src/shop/stock/moves.ts";
import { labelOf, readShelves, sellable } from "../../functions/src/shop/stock/shelf.ts";
import { refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";
import { shelve, stockOf } from "./support/shelf.ts";

/** A delivery arrives: so many of one SKU. */
const deliver = (sku: string, quantity: number, reference: string = randomUUID(), lowAt = 5) =>
  decide(async (read) => {
    const [[shelf], [movement]] = await Promise.all([
      readShelves(read, [{ sku, quantity }]),
      read(stockMovements.doc(reference)),
    ]);
    return { answer: null, writes: receive(shelf!, movement, quantity, { lowAt }) };
  });

/** An order is promised so many of one SKU. */
const promise = (sku: string, quantity: number) =>
  decide(async (read) => {
    return { answer: null, ...reserve(await readShelves(read, [{ sku, quantity }])) };
  });

async function movementsOf(sku: string): Promise<StockMovement[]> {
  const found = await stockMovements.where("sku", "==", sku).get();
  return found.docs.map((movement) => StockMovement.parse(movement.data()));
}

const label = async (sku: string) => (await variants.doc(sku).get()).data()?.availability;

describe("shop: stock", () => {
  before(() => clearFirestore());

  it("may be sold as far as it is not promised", () => {
    assert.equal(sellable({ onHand: 10, reserved: 3, lowAt: 5 }), 7);
    assert.equal(sellable({ onHand: 10, reserved: 10, lowAt: 5 }), 0);
  });

  const labels: [Stock, string][] = [
    [{ onHand: 0, reserved: 0, lowAt: 5 }, "out_of_stock"],
    [{ onHand: 9, reserved: 9, lowAt: 5 }, "out_of_stock"],
    [{ onHand: 9, reserved: 8, lowAt: 5 }, "low"],
    [{ onHand: 9, reserved: 4, lowAt: 5 }, "low"],
    [{ onHand: 9, reserved: 3, lowAt: 5 }, "in_stock"],
    [{ onHand: 1, reserved: 0, lowAt: 1 }, "low"],
    [{ onHand: 1, reserved: 0, lowAt: 0 }, "in_stock"],
    [{ onHand: 0, reserved: 0, lowAt: 0 }, "out_of_stock"],
  ];
  for (const [shelf, expected] of labels) {
    const { onHand, reserved, lowAt } = shelf;
    it(`of ${onHand}, ${reserved} of them promised, low at ${lowAt}, is shown as ${expected}`, () => {
      assert.equal(labelOf(shelf), expected);
    });
  }

  it("is read with its variants in the order asked for, at two reads a SKU", async () => {
    const [one, other] = [await shelve(1, { name: "One" }), await shelve(2, { name: "Other" })];
    const bill = await firestore.costOf(() =>
      decide(async (read) => {
        const shelves = await readShelves(
          read,
          [other, "no-such-sku", one].map((sku) => ({ sku, quantity: 1 })),
        );
        const found = shelves.map((shelf) => [
          shelf.stock.id,
          shelf.stock.data()?.onHand,
          shelf.variant.data()?.name,
        ]);
        const missing = ["no-such-sku", undefined, undefined];
        assert.deepEqual(found, [[other, 2, "Other"], missing, [one, 1, "One"]]);
        return { answer: null };
      }),
    );
    assert.deepEqual(bill, { reads: 6, writes: 0, deletes: 0 });
  });

  describe("promised to an order", () => {
    it("is no longer for sale, and is still on hand", async () => {
      const sku = await shelve(10);
      await promise(sku, 4);
      assert.deepEqual(await stockOf(sku), { onHand: 10, reserved: 4, lowAt: 5 });
    });

    it("may be the last piece, and never one more: the refusal says how many are left", async () => {
      const sku = await shelve(3, { name: "Pen" });
      const more = await refused(promise(sku, 4), "failed-precondition", "out-of-stock");
      assert.deepEqual([more.line, more.left], [sku, 3]);
      await assert.rejects(promise(sku, 4), /^Error: Only 3 of Pen left\.$/);
      await promise(sku, 3);
      const none = await refused(promise(sku, 1), "failed-precondition", "out-of-stock");
      assert.deepEqual([none.line, none.left], [sku, 0]);
      await assert.rejects(promise(sku, 1), /^Error: Pen is sold out\.$/);
      assert.deepEqual(await stockOf(sku), { onHand: 3, reserved: 3, lowAt: 5 });
    });

    it("was never there: none are left", async () => {
      const sku = await shelve(3, { name: "Pen" });
      await stock.doc(sku).delete();
      const { left } = await refused(promise(sku, 1), "failed-precondition", "out-of-stock");
      assert.equal(left, 0);
    });

    it("costs one write, and one more only where the label changes", async () => {
      const sku = await shelve(10);
      const bills = [
        await firestore.costOf(() => promise(sku, 1)),
        await firestore.costOf(() => promise(sku, 4)),
      ];
      assert.deepEqual(
        bills.map(({ writes }) => writes),
        [1, 2],
      );
      assert.equal(await label(sku), "low");
    });
  });

  describe("received", () => {
    it("is on hand, in the ledger and on the label", async () => {
      const sku = await shelve(0);
      assert.equal(await label(sku), "out_of_stock");
      const reference = `delivery-${randomUUID()}`;
      await deliver(sku, 20, reference);
      assert.deepEqual(await stockOf(sku), { onHand: 20, reserved: 0, lowAt: 5 });
      assert.equal(await label(sku), "in_stock");
      const entry = StockMovement.parse((await stockMovements.doc(reference).get()).data());
      const { at, ...rest } = entry;
      assert.deepEqual(rest, { sku, kind: "received", onHand: 20, reference });
    });

    it("for the first time makes the stock; later it keeps what is promised", async () => {
      const sku = await shelve(5);
      await stock.doc(sku).delete();
      await deliver(sku, 7, undefined, 2);
      assert.deepEqual(await stockOf(sku), { onHand: 7, reserved: 0, lowAt: 2 });
      await promise(sku, 6);
      await deliver(sku, 3, undefined, 4);
      assert.deepEqual(await stockOf(sku), { onHand: 10, reserved: 6, lowAt: 4 });
      assert.equal(await label(sku), "low");
    });

    it("of a SKU that is not in the catalogue is counted all the same", async () => {
      const sku = `uncatalogued-${randomUUID().slice(0, 8)}`;
      await deliver(sku, 7);
      assert.equal((await stockOf(sku)).onHand, 7);
      assert.equal((await variants.doc(sku).get()).exists, false);
    });

    it("twice as the same delivery counts once, one after the other and at once", async () => {
      const sku = await shelve(0);
      const [one, other] = [randomUUID(), randomUUID()];
      await deliver(sku, 4, one);
      const bill = await firestore.costOf(() => deliver(sku, 4, one));
      assert.equal(bill.writes, 0);
      await Promise.all(Array.from({ length: 6 }, () => deliver(sku, 3, other)));
      assert.equal((await stockOf(sku)).onHand, 7);
      assert.equal((await movementsOf(sku)).length, 3);
    });

    it("once, when the answer to its commit is lost", async () => {
      const sku = await shelve(1);
      const met = firestore.inject({ method: "Commit", kind: "lost-answer", code: 13 });
      await deliver(sku, 4);
      assert.ok(met(), "the fault was not met");
      assert.equal((await stockOf(sku)).onHand, 5);
    });

    it("at random, several at once and some twice, is the sum of its ledger", async () => {
      const sku = await shelve(3);
      const deliveries = Array.from({ length: 24 }, () => ({
        reference: randomUUID(),
        quantity: 1 + Math.floor(Math.random() * 50),
      }));
      const arriving = [...deliveries, ...deliveries.filter((_, index) => index % 3 === 0)];
      for (let first = 0; first < arriving.length; first += 8) {
        const together = arriving.slice(first, first + 8);
        await Promise.all(
          together.map(({ reference, quantity }) => deliver(sku, quantity, reference)),
        );
        const { onHand } = await stockOf(sku);
        const ledger = await movementsOf(sku);
        assert.equal(
          ledger.reduce((total, movement) => total + movement.onHand, 0),
          onHand,
        );
      }
      const all = deliveries.reduce((total, { quantity }) => total + quantity, 3);
      assert.equal((await stockOf(sku)).onHand, all);
    });
  });
});
