import assert from "node:assert/strict";
import fc from "fast-check";
import { slugOf } from "../../../functions/src/content/publishing/slugs.ts";
import { articleSlug } from "../../../functions/src/content/schema.ts";

describe("content: what a title is called in an address", () => {
  for (const [title, slug] of Object.entries({
    "Two days of bread": "two-days-of-bread",
    "JavaScript on YouTube": "javascript-on-youtube",
    "Crème brûlée!": "creme-brulee",
    "Übergrößen & Maß": "uebergroessen-and-mass",
    "  100 % — done?  ": "100-done",
    Хлеб: "khleb",
    Ψωμί: "psomi",
    面包: "",
    "🍞🥖": "",
    "!!!": "",
  })) {
    it(`"${title}" is "${slug}"`, () => assert.equal(slugOf(title), slug));
  }

  it("is an address or nothing, whatever the title", () => {
    const title = fc.oneof(
      fc.string({ unit: "binary", maxLength: 200 }),
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.string({ maxLength: 200 }),
    );
    fc.assert(
      fc.property(title, (title) => {
        const slug = slugOf(title);
        return slug === "" || (articleSlug.safeParse(slug).success && !slug.endsWith("-"));
      }),
      { numRuns: 200 },
    );
    assert.equal(slugOf("abc ".repeat(50)).length, 80 - 1);
    assert.equal(slugOf("a".repeat(100)).length, 80);
  });
});
