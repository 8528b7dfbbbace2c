import {
  deleteDoc,
  doc,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
  writeBatch,
} from "firebase/firestore/lite";
import { currency, taxClasses } from "../../../functions/src/shop/rates.ts";
import { Availability } from "../../../functions/src/shop/schema.ts";
import { denied, granted, guarded, inventoryManagers } from "../../support/rules.ts";
import {
  flag,
  keepsShape,
  money,
  notSlugs,
  oneOf,
  past,
  slug,
  text,
  timeOfWriting,
} from "../../support/rulesShape.ts";
import { product, standing, variant } from "../support/rulesDocuments.ts";

describe("shop rules: variants", () => {
  const free = standing(product({ priceFrom: 0 }));
  const { as, only } = guarded("variants", {
    "products/beanie": free,
    "products/scarf": free,
    "products/dear": standing(product({ priceFrom: 1500 })),
    "products/retired": standing(product({ priceFrom: 0, active: false })),
    ...Object.fromEntries(
      Object.values(slug.right).map((id) => [
        `products/${id}`,
        standing(product({ priceFrom: 0 })),
      ]),
    ),
    "variants/standing": standing(variant()),
    "variants/for-managers": standing(variant()),
    "variants/dear": standing(variant({ productId: "dear" })),
    "variants/retired": standing(variant({ productId: "retired", active: false })),
    "variants/orphan": standing(variant({ productId: "no-such-product" })),
    "variants/in-stock": standing(variant({ availability: "in_stock" })),
  });
  const now = serverTimestamp;
  const at = (path: string) => doc(as("inventory-manager"), path);
  let created = 0;
  const create = (document: object) =>
    setDoc(doc(as("admin"), `variants/new-${created++}`), document);
  const update = (path: string, change: object) =>
    updateDoc(at(path), { updatedAt: now(), ...change });

  it("are added by inventory managers and admins, and nobody else", () =>
    only(inventoryManagers, (db, person) => setDoc(doc(db, `variants/by-${person}`), variant())));

  it("are changed by inventory managers and admins, and nobody else", () =>
    only(inventoryManagers, (db) =>
      updateDoc(doc(db, "variants/for-managers"), { price: 1600, updatedAt: now() }),
    ));

  it("are never deleted, since orders name them", () =>
    only([], (db) => deleteDoc(doc(db, "variants/retired"))));

  it("have a slug for a SKU", async () => {
    await granted(setDoc(at(`variants/${"x".repeat(40)}`), variant()));
    for (const [what, sku] of Object.entries(notSlugs).filter(([, value]) => value !== "")) {
      await denied(setDoc(at(`variants/${sku}`), variant()), what);
    }
  });

  it("stay with their product", async () => {
    await granted(update("variants/standing", { productId: "beanie" }));
    await denied(update("variants/standing", { productId: "scarf" }));
  });

  describe("as to what is left of them", () => {
    const others = Availability.options.filter((label) => label !== "out_of_stock");

    it("begin as out of stock", async () => {
      await granted(create(variant({ availability: "out_of_stock" })));
      for (const availability of others) await denied(create(variant({ availability })));
    });

    it("leave the label to the server", async () => {
      await granted(update("variants/in-stock", { name: "Beanie" }));
      for (const availability of ["low", "out_of_stock"]) {
        await denied(update("variants/in-stock", { availability }));
      }
      for (const availability of others) {
        await denied(update("variants/standing", { availability }));
      }
    });
  });

  describe("and their product", () => {
    it("may be added in one batch", async () => {
      const batch = writeBatch(as("inventory-manager"));
      batch.set(at("products/mug"), product({ priceFrom: 900 }));
      for (let n = 0; n < 8; n++) {
        batch.set(at(`variants/mug-${n}`), variant({ productId: "mug", price: 900 + n }));
      }
      await granted(batch.commit());
    });

    it("are both refused if the product is not put on sale in the batch", async () => {
      const batch = writeBatch(as("inventory-manager"));
      batch.set(at("products/cup"), product({ active: false }));
      batch.set(at("variants/cup-red"), variant({ productId: "cup" }));
      await denied(batch.commit());
    });

    it("are compared as the batch leaves them", async () => {
      const priced = (priceFrom: number) => {
        const batch = writeBatch(as("inventory-manager"));
        batch.update(at("products/dear"), { priceFrom, updatedAt: now() });
        batch.update(at("variants/dear"), { price: 1200, updatedAt: now() });
        return batch.commit();
      };
      await denied(priced(1201));
      await granted(priced(1200));
      await granted(
        updateDoc(at("products/dear"), { priceFrom: 1500, updatedAt: now() }),
        "the product, put back",
      );
    });

    it("must exist", async () => {
      // A look-up that finds nothing reads like one too many.
      const limit = /maximum of/;
      const orphan = variant({ productId: "no-such-product" });
      await denied(create(orphan), "creating", limit);
      await denied(create({ ...orphan, active: false }), "creating off sale", limit);
      await denied(update("variants/orphan", { name: "Beanie" }), "changing", limit);
    });

    it("are on sale together", async () => {
      await granted(create(variant({ productId: "retired", active: false })));
      await granted(update("variants/retired", { name: "Beanie" }));
      await denied(create(variant({ productId: "retired", active: true })));
      await denied(update("variants/retired", { active: true }));
    });

    it('never cost less than the product\'s "from" price', async () => {
      await granted(create(variant({ productId: "dear", price: 1500 })));
      await granted(update("variants/dear", { price: 1500 }));
      await denied(create(variant({ productId: "dear", price: 1499 })));
      await denied(update("variants/dear", { price: 1499 }));
      await denied(create(variant({ productId: "dear", price: 1499, active: false })));
    });
  });

  it("say the server's time of their creation, and never another afterwards", async () => {
    for (const createdAt of [past, Timestamp.now()]) await denied(create(variant({ createdAt })));
    await granted(setDoc(at("variants/standing"), variant({ createdAt: past })));
    await denied(setDoc(at("variants/standing"), variant()));
    await denied(update("variants/standing", { createdAt: now() }));
  });

  describe("in shape", () => {
    keepsShape(
      {
        fields: {
          productId: slug,
          name: text(160),
          price: money,
          currency: oneOf([currency], ["USD", "eur", "EUR ", ""]),
          taxClass: oneOf(taxClasses, [
            "zero",
            "exempt",
            "super_reduced",
            "Standard",
            "standard ",
            "",
          ]),
          active: flag,
          availability: oneOf(["out_of_stock"], ["gone", "OUT_OF_STOCK", ""]),
          createdAt: timeOfWriting,
          updatedAt: timeOfWriting,
        },
        good: variant,
        create,
        update: (change) => update("variants/standing", change),
      },
      ["productId", "createdAt"],
    );
  });
});
