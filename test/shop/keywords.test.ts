import assert from "node:assert/strict";
import fc from "fast-check";
import { keywordsOf } from "../../functions/src/shop/catalogue/keywords.ts";
import { Product } from "../../functions/src/shop/schema.ts";

describe("shop: the words a product is found by", () => {
  it("are lower case, without accents, cut at what is no letter or digit", () => {
    assert.deepEqual(keywordsOf("Crème BRÛLÉE, 2-piece (Ångström)"), [
      "creme",
      "brulee",
      "2",
      "piece",
      "angstrom",
    ]);
    assert.deepEqual(keywordsOf("ÉTÉ"), keywordsOf("E\u0301te\u0301"));
    assert.deepEqual(keywordsOf("İstanbul Ǆ ΑΘΉΝΑ"), ["istanbul", "ǆ", "αθηνα"]);
  });

  it("come from all texts given, each once, in the order they came", () => {
    assert.deepEqual(keywordsOf("Wool beanie", "beanie WOOL moss", ""), ["wool", "beanie", "moss"]);
    assert.deepEqual(keywordsOf("tea", "pot"), ["tea", "pot"]);
  });

  it("leave out what finds nothing", () => {
    assert.deepEqual(keywordsOf("The tea for a pot and to go with an oven in or of it"), [
      "tea",
      "pot",
      "go",
      "oven",
      "it",
    ]);
  });

  it("are none for nothing", () => {
    for (const nothing of ["", "   ", "—, !", "the", "😀"]) {
      assert.deepEqual(keywordsOf(nothing), []);
    }
    assert.deepEqual(keywordsOf(), []);
  });

  it("have at most 40 characters; longer ones are left out", () => {
    assert.deepEqual(keywordsOf(`${"x".repeat(40)} ${"y".repeat(41)} z`), ["x".repeat(40), "z"]);
  });

  it("are at most 40, the first ones", () => {
    const words = Array.from({ length: 45 }, (_, n) => `word${n}`);
    assert.deepEqual(keywordsOf(words.join(" ")), words.slice(0, 40));
  });

  it("are always what the rules and the schema take", () => {
    const { keywords } = Product.shape;
    const texts = fc.array(fc.string({ unit: "binary", maxLength: 200 }), { maxLength: 4 });
    fc.assert(
      fc.property(texts, (some) => {
        const words = keywordsOf(...some);
        assert.ok(keywords.safeParse(words).success);
        assert.match(words.join(" "), /^([^\s]{1,40}( [^\s]{1,40})*)?$/);
        assert.equal(new Set(words).size, words.length);
        assert.ok(words.length <= 40);
      }),
      { numRuns: 300 },
    );
  });

  it("are found again by themselves: a query made the same way meets them", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 100 }), (some) => {
        for (const word of keywordsOf(some)) assert.deepEqual(keywordsOf(word), [word]);
      }),
      { numRuns: 500 },
    );
  });
});
