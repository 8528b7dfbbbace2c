import assert from "node:assert/strict";
import { currency } from "../../../functions/src/shop/rates.ts";
import { MAX_QUANTITY } from "../../../functions/src/shop/schema.ts";
import { heldToSchemas } from "../../support/differential.ts";
import { Double, SERVER_TIME, type Write } from "../../support/rulesWire.ts";
import { cart, coupon, product, review, variant } from "../support/rulesDocuments.ts";
import { before, moved, ways } from "../support/rulesWays.ts";

describe("shop rules: take exactly what the schemas take", () => {
  const { create, update, commit } = heldToSchemas("shop", before, ways);

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

    const given = (by: string, fields: object, move: Write) => {
      const path = `products/reviewed/reviews/${by}`;
      return commit(by, [
        { path, create: { ...review({ rating: 5 }), ...stamps, ...fields } },
        move,
      ]);
    };

    it("refuse it as the stars of a review", async () => {
      assert.equal(await given("buyer", { rating: new Double(5) }, moved(1, 5)), false);
      assert.equal(await given("buyer", {}, moved(1, 5)), true);
    });

    it("refuse it as the move that a review makes in the rating", async () => {
      assert.equal(await given("other-buyer", {}, moved(new Double(1), 5)), false);
      assert.equal(await given("other-buyer", {}, moved(1, new Double(5))), false);
      assert.equal(await given("other-buyer", {}, moved(1, 5)), true);
    });

    it("refuse it as the uses of a coupon that is new", async () => {
      const made = (uses: unknown) =>
        create("order-manager", "coupons/DOUBLE", { ...coupon(), ...stamps, uses });
      assert.equal(await made(new Double(0)), false);
      assert.equal(await made(new Double(-0)), false);
      assert.equal(await made(0), true);
    });

    it("refuse it as a rating, to inventory managers too", async () => {
      const path = "products/beanie";
      const edited = (rating: unknown) =>
        update("inventory-manager", path, { rating, updatedAt: SERVER_TIME });
      assert.equal(await edited({ count: new Double(0), sum: 0 }), false);
      assert.equal(await edited({ count: 0, sum: new Double(-0) }), false);
      assert.equal(await edited({ count: 0, sum: 0 }), true);
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
