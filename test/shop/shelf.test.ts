import assert from "node:assert/strict";
import { changed, labelOf, type Shelf, sellable } from "../../functions/src/shop/stock/shelf.ts";
import { refused } from "../support/call.ts";

const numbers = (onHand: number, reserved = 0, lowAt = 2) => ({ onHand, reserved, lowAt });

const shelfOf = (stock?: ReturnType<typeof numbers>, name?: string) =>
  ({
    stock: { id: "pen-blue", data: () => stock },
    variant: { data: () => name && { name } },
  }) as unknown as Shelf;

describe("shop: what is on a shelf", () => {
  it("can be sold as far as it is not promised", () => {
    assert.deepEqual([sellable(numbers(5, 3)), sellable(numbers(5, 5))], [2, 0]);
  });

  it("is called low from the line that staff have drawn, and gone where none is left", () => {
    const labels = [4, 3, 2, 1, 0, -1].map((left) => labelOf(numbers(left + 4, 4)));
    const [full, low, gone] = ["in_stock", "low", "out_of_stock"];
    assert.deepEqual(labels, [full, full, low, low, gone, gone]);
  });

  it("changes by pieces and by promises, the rest stays", () => {
    const shelf = shelfOf(numbers(5, 2));
    assert.deepEqual(changed(shelf, { onHand: 3 }), numbers(8, 2));
    assert.deepEqual(changed(shelf, { reserved: 3 }), numbers(5, 5));
    assert.deepEqual(changed(shelf, { onHand: -2, reserved: -2 }), numbers(3, 0));
    assert.deepEqual(changed(shelf, { onHand: -3 }), numbers(2, 2));
  });

  it("is nothing before the first delivery, and what it is now where that is known", () => {
    const empty = { onHand: 3, reserved: 0, lowAt: 0 };
    assert.deepEqual(changed(shelfOf(), { onHand: 3 }), empty);
    assert.deepEqual(changed(shelfOf(numbers(5)), { reserved: 1 }, numbers(9)), numbers(9, 1));
  });

  it("is not promised beyond what is left, said with its name and its number", async () => {
    for (const [shelf, left, message] of [
      [shelfOf(numbers(5, 2), "Blue pen"), 3, "Only 3 of Blue pen left."],
      [shelfOf(numbers(5, 4)), 1, "Only 1 of pen-blue left."],
      [shelfOf(numbers(5, 5), "Blue pen"), 0, "Blue pen is sold out."],
      [shelfOf(undefined, "Blue pen"), 0, "Blue pen is sold out."],
    ] as const) {
      const attempt = async () => changed(shelf, { reserved: left + 1 });
      const about = await refused(attempt(), "failed-precondition", "out-of-stock");
      assert.deepEqual([about.line, about.left], ["pen-blue", left]);
      await assert.rejects(attempt(), { message });
    }
  });

  it("never has less than what is promised, nor a promise of less than nothing", () => {
    const shelf = shelfOf(numbers(5, 2));
    assert.throws(() => changed(shelf, { onHand: -4 }), /pen-blue would have 2 reserved of 1/);
    assert.throws(() => changed(shelf, { reserved: -3 }), /pen-blue would have -1 reserved of 5/);
  });
});
