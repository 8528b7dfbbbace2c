import assert from "node:assert/strict";
import fc from "fast-check";
import { mergeCarts } from "../../functions/src/shop/guest/mergeCarts.ts";
import { Cart, MAX_LINES } from "../../functions/src/shop/schema.ts";

const full = (prefix: string) =>
  Object.fromEntries(Array.from({ length: MAX_LINES }, (_, n) => [`${prefix}-${n}`, 1]));

describe("shop: two carts in one", () => {
  it("have the lines of both, and of what is in both the larger quantity", () => {
    assert.deepEqual(mergeCarts({ tea: 2, mug: 5 }, { tea: 3, mug: 4, pot: 1 }), {
      tea: 3,
      mug: 5,
      pot: 1,
    });
  });

  it("are those of one where the other has none, or was never begun", () => {
    for (const none of [{}, undefined]) {
      assert.deepEqual(mergeCarts({ tea: 2 }, none), { tea: 2 });
      assert.deepEqual(mergeCarts(none, { tea: 2 }), { tea: 2 });
    }
  });

  it("lose what no cart has room for, of the second, and never a line of the first", () => {
    assert.deepEqual(mergeCarts(full("a"), full("b")), full("a"));
    const merged = mergeCarts({ ...full("a"), "a-0": 2 }, { "a-0": 99, "b-0": 1 });
    assert.deepEqual(merged, { ...full("a"), "a-0": 99 });
  });

  it("know a SKU by its name, whatever JavaScript calls so", () => {
    assert.deepEqual(mergeCarts({ constructor: 2 }, { constructor: 3 }), { constructor: 3 });
    assert.deepEqual(mergeCarts({}, { constructor: 3 }), { constructor: 3 });
  });

  it("are a cart again, and once more the same, for any two", () => {
    const sku = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,2}$/);
    const lines = fc.dictionary(sku, fc.integer({ min: 1, max: 99 }), { maxKeys: MAX_LINES });
    fc.assert(
      fc.property(lines, lines, (first, second) => {
        const merged = mergeCarts(first, second);
        assert.ok(Cart.shape.lines.safeParse(merged).success);
        assert.deepEqual(mergeCarts(merged, second), merged);
      }),
    );
  });
});
