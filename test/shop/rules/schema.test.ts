import assert from "node:assert/strict";
import { isDeepStrictEqual } from "node:util";
import fc, { type Arbitrary } from "fast-check";
import type * as z from "zod";
import { countries, currency, taxClasses } from "../../../functions/src/shop/rates.ts";
import {
  Address,
  Cart,
  Coupon,
  MAX_LINES,
  MAX_QUANTITY,
  Product,
  Review,
  Variant,
} from "../../../functions/src/shop/schema.ts";
import { guarded, putRules, rulesText } from "../../support/rules.ts";
import {
  among,
  amounts,
  asRead,
  documents,
  flags,
  limits,
  lines,
  moments,
  oneLines,
  serverTimes,
  shown,
  slugs,
  texts,
  words,
} from "../../support/rulesArbitraries.ts";
import { type Addition, Double, SERVER_TIME, wire } from "../../support/rulesWire.ts";
import { cart, product, purchase, review, standing, variant } from "../support/rulesDocuments.ts";

/** The seed is fixed, so that what fails once fails again. */
const runs = { numRuns: 150, seed: 20261122 };

const knownProducts = ["beanie", "x".repeat(40)];

const unrated = { count: 0, sum: 0 };
const ratings = fc.oneof(
  { weight: 14, arbitrary: fc.constant(unrated) },
  {
    weight: 1,
    arbitrary: fc.record({ count: amounts, sum: amounts, best: amounts }, { requiredKeys: [] }),
  },
);

const stars = fc.oneof(
  { weight: 14, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 1, arbitrary: fc.oneof(fc.constantFrom(0, 6, 4.5, -5, 2 ** 53), amounts) },
);

interface Agreement<Schema extends z.ZodObject> {
  schema: Schema;
  fields: Record<keyof Schema["shape"], Arbitrary<unknown>>;
  /** Who creates documents, and where the n-th goes. */
  uid: (n: number) => string;
  path: (n: number) => string;
  /** What the same commit adds to another document. */
  adds?: (document: Record<string, unknown>) => Addition;
  /** What the rules ask besides. */
  also?: (document: Record<string, unknown>) => boolean;
}

const agreement = <Schema extends z.ZodObject>(of: Agreement<Schema>) => of;

const shapes = {
  Product: agreement({
    schema: Product,
    fields: {
      name: oneLines(120),
      description: fc.oneof(texts(4000), fc.constant("")),
      category: slugs,
      keywords: words(40),
      priceFrom: amounts,
      currency: among(currency),
      active: flags,
      rating: ratings,
      createdAt: serverTimes,
      updatedAt: serverTimes,
    },
    uid: () => "inventory-manager",
    path: (n) => `products/p${n}`,
    also: ({ rating }) => isDeepStrictEqual(rating, unrated),
  }),
  Variant: agreement({
    schema: Variant,
    fields: {
      productId: fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...knownProducts) },
        { weight: 1, arbitrary: slugs },
      ),
      name: oneLines(160),
      price: amounts,
      currency: among(currency),
      taxClass: among(...taxClasses),
      active: flags,
      availability: among("out_of_stock"),
      createdAt: serverTimes,
      updatedAt: serverTimes,
    },
    uid: () => "inventory-manager",
    path: (n) => `variants/v${n}`,
    also: ({ productId }) => knownProducts.includes(String(productId)),
  }),
  Cart: agreement({
    schema: Cart,
    fields: { lines: lines(MAX_LINES, MAX_QUANTITY), updatedAt: serverTimes },
    uid: (n) => `owner-${n}`,
    path: (n) => `carts/owner-${n}`,
  }),
  Review: agreement({
    schema: Review,
    fields: {
      rating: stars,
      title: fc.oneof(oneLines(120), fc.constant("")),
      text: fc.oneof(texts(4000), fc.constant("")),
      author: fc.oneof(
        { weight: 9, arbitrary: oneLines(80) },
        { weight: 1, arbitrary: fc.constantFrom("@", "a@b", "\u2028@", "x@example.com\u2028") },
      ),
      createdAt: serverTimes,
      updatedAt: serverTimes,
    },
    uid: (n) => `buyer-${n}`,
    path: (n) => `products/reviewed/reviews/buyer-${n}`,
    adds: ({ rating }) => counted(rating),
  }),
  Coupon: agreement({
    schema: Coupon,
    fields: {
      kind: among("percent", "fixed"),
      value: fc.oneof(amounts, fc.constantFrom(0, 1, 9_999, 10_000, 10_001)),
      minimum: amounts,
      startsAt: moments,
      endsAt: moments.map((day) => new Date(day.getTime() + 24 * 3_600_000)),
      maxUses: limits(1, 1_000_000),
      maxUsesPerUser: limits(1, 1_000),
      uses: fc.constant(0),
      active: flags,
      createdAt: serverTimes,
      updatedAt: serverTimes,
    },
    uid: () => "order-manager",
    path: (n) => `coupons/C-${n}`,
    also: ({ uses }) => uses === 0,
  }),
  Address: agreement({
    schema: Address,
    fields: {
      name: oneLines(120),
      line1: oneLines(120),
      line2: fc.oneof(oneLines(120), fc.constant("")),
      postalCode: oneLines(20),
      city: oneLines(80),
      country: among(...countries),
      updatedAt: serverTimes,
    },
    uid: () => "customer",
    path: (n) => `users/customer/addresses/a${n}`,
  }),
};

/** What a review moves in the rating of its product. */
const counted = (stars: unknown): Addition => ({
  path: "products/reviewed",
  numbers: { "rating.count": 1, "rating.sum": typeof stars === "number" ? stars : 0 },
});

/** Enough for each of the runs, and for those that look for the smallest that fails. */
const reviewers = Array.from({ length: 400 }, (_, n) => `buyer-${n}`);

describe("shop rules: against the schema", () => {
  const known = [...knownProducts, "reviewed"].map((id) => [
    `products/${id}`,
    standing(product({ priceFrom: 0 })),
  ]);
  const bought = reviewers.map((uid) => [`users/${uid}/purchases/reviewed`, purchase()]);
  const { project } = guarded("schema", Object.fromEntries([...known, ...bought]));
  const { create, update } = wire(project);

  for (const [name, shape] of Object.entries<Agreement<z.ZodObject>>(shapes)) {
    const { schema, fields, uid, path, adds, also = () => true } = shape;
    it(`let documents of ${name} be created exactly if the schema takes them`, async () => {
      // The emulator keeps every value that rules have seen, until they are put anew.
      await putRules(project, rulesText);
      let tried = 0;
      let taken = 0;
      const agreed = fc.asyncProperty(documents(fields), async (document) => {
        const n = tried++;
        const right = schema.safeParse(asRead(document)).success && also(document);
        const created = await create(uid(n), path(n), document, adds?.(document));
        if (created) taken++;
        assert.equal(created, right, `the rules ${created ? "take" : "refuse"} ${shown(document)}`);
      });
      await fc.assert(agreed, runs);
      assert.ok(taken > tried / 4 && taken < tried * 0.9, `${taken} of ${tried} were taken`);
    });
  }

  it("let things be sold in the shop's currency and in no other", async () => {
    const stamps = { createdAt: SERVER_TIME, updatedAt: SERVER_TIME };
    const taken = async (path: string, document: object) => {
      const verdicts = await Promise.all(
        Intl.supportedValuesOf("currency").map(async (code) => {
          const priced = { ...document, ...stamps, currency: code };
          const at = `${path}-${code.toLowerCase()}`;
          return (await create("inventory-manager", at, priced)) ? code : [];
        }),
      );
      return verdicts.flat();
    };
    assert.deepEqual(await taken("products/in", product()), [currency]);
    assert.deepEqual(await taken("variants/in", variant()), [currency]);
  });

  describe("where a whole number is stored as a double, which schemas can't tell", () => {
    const stamps = { createdAt: SERVER_TIME, updatedAt: SERVER_TIME };
    const doubles = [new Double(2500), new Double(-0)];

    it("refuse it as a price", async () => {
      const right = { ...product(), ...stamps };
      assert.equal(await create("inventory-manager", "products/whole", right), true);
      for (const priceFrom of doubles) {
        const document = { ...right, priceFrom };
        assert.equal(await create("inventory-manager", "products/double", document), false);
      }
      const sold = { ...variant(), ...stamps };
      assert.equal(await create("inventory-manager", "variants/whole", sold), true);
      for (const price of doubles) {
        const document = { ...sold, price };
        assert.equal(await create("inventory-manager", "variants/double", document), false);
      }
    });

    it("refuse it as the stars of a review", async () => {
      const right = { ...review({ rating: 5 }), ...stamps };
      const said = (n: number, document: Record<string, unknown>) =>
        create(`buyer-${n}`, `products/reviewed/reviews/buyer-${n}`, document, counted(5));
      assert.equal(await said(398, { ...right, rating: new Double(5) }), false);
      assert.equal(await said(398, right), true);
    });

    it("refuse it as the move that a review makes in the rating", async () => {
      const path = "products/reviewed/reviews/buyer-399";
      const said = (count: number | Double, sum: number | Double) =>
        create(
          "buyer-399",
          path,
          { ...review({ rating: 5 }), ...stamps },
          {
            path: "products/reviewed",
            numbers: { "rating.count": count, "rating.sum": sum },
          },
        );
      assert.equal(await said(new Double(1), 5), false);
      assert.equal(await said(1, new Double(5)), false);
      assert.equal(await said(1, 5), true);
    });

    it("refuse it as a rating, to inventory managers too", async () => {
      const path = "products/beanie";
      const edited = (rating: unknown) =>
        update("inventory-manager", path, { rating, updatedAt: SERVER_TIME });
      assert.equal(await edited({ count: new Double(0), sum: 0 }), false);
      assert.equal(await edited({ count: 0, sum: new Double(-0) }), false);
      assert.equal(await edited(unrated), true);
    });

    it("take it as a quantity within bounds, and nothing else", async () => {
      const taken = (quantity: unknown) =>
        create("buyer", "carts/buyer", {
          ...cart({ "beanie-moss": quantity }),
          updatedAt: SERVER_TIME,
        });
      for (const quantity of [-0, 0, 1.5, MAX_QUANTITY + 1]) {
        assert.equal(await taken(new Double(quantity)), false, String(quantity));
      }
      assert.equal(await taken(new Double(MAX_QUANTITY)), true);
    });
  });
});
