import {
  deleteDoc,
  doc,
  serverTimestamp,
  setDoc,
  Timestamp,
  updateDoc,
} from "firebase/firestore/lite";
import { currency } from "../../../functions/src/shop/rates.ts";
import { denied, granted, guarded, inventoryManagers } from "../../support/rules.ts";
import { wordsUpTo } from "../../support/rulesFields.ts";
import {
  type Field,
  flag,
  keepsShape,
  money,
  notSlugs,
  oneOf,
  optionalText,
  past,
  slug,
  text,
  timeOfWriting,
} from "../../support/rulesShape.ts";
import { product, standing } from "../support/rulesDocuments.ts";

/** As a product begins; afterwards it is its buyers' alone: see reviews.test.ts. */
const unrated: Field = {
  right: { "no review": { count: 0, sum: 0 } },
  wrong: {
    nothing: null,
    "a number": 0,
    "a list": [],
    "an empty map": {},
    "no sum": { count: 0 },
    "no count": { sum: 0 },
    "a review": { count: 1, sum: 5 },
    "a review without stars": { count: 1, sum: 0 },
    "stars without a review": { count: 0, sum: 5 },
    "a count in words": { count: "0", sum: 0 },
    "minus none": { count: -0, sum: 0 },
    "stars of minus none": { count: 0, sum: -0 },
    "no number": { count: 0, sum: Number.NaN },
    "an average": { count: 0, sum: 0, average: 5 },
  },
};

describe("shop rules: products", () => {
  const on = standing(product());
  const off = standing(product({ active: false }));
  const { as, only } = guarded("products", {
    "products/standing": on,
    "products/for-managers": on,
    "products/on": on,
    "products/off": off,
    "products/back": off,
  });
  const now = serverTimestamp;

  it("are added by inventory managers and admins, and nobody else", () =>
    only(inventoryManagers, (db, person) => setDoc(doc(db, `products/by-${person}`), product())));

  it("are changed by inventory managers and admins, and nobody else", () =>
    only(inventoryManagers, (db) =>
      updateDoc(doc(db, "products/for-managers"), { name: "Hat", updatedAt: now() }),
    ));

  it("are never deleted, since orders name them", async () => {
    for (const path of ["products/on", "products/off"]) {
      await only([], (db) => deleteDoc(doc(db, path)));
    }
  });

  describe("on sale", () => {
    it("are not taken off it by clients: the variants must go with them", async () => {
      const retired = { active: false, updatedAt: now() };
      await only([], (db) => updateDoc(doc(db, "products/on"), retired));
      await only([], (db) => setDoc(doc(db, "products/on"), { ...on, ...retired }));
    });

    it("may be prepared off sale, changed there, and put on sale", async () => {
      const path = doc(as("inventory-manager"), "products/prepared");
      await granted(setDoc(path, product({ active: false })));
      await granted(updateDoc(path, { name: "Another beanie", updatedAt: now() }));
      await granted(updateDoc(path, { active: true, updatedAt: now() }));
      await denied(updateDoc(path, { active: false, updatedAt: now() }));
    });

    it("are put back on it by inventory managers and admins", () =>
      only(inventoryManagers, (db) =>
        updateDoc(doc(db, "products/back"), { active: true, updatedAt: now() }),
      ));
  });

  describe("as an id", () => {
    it("take a slug", async () => {
      const db = as("inventory-manager");
      for (const id of ["x", "7", "x".repeat(40), "a-b--c-"]) {
        await granted(setDoc(doc(db, `products/${id}`), product()), id);
      }
    });

    for (const [what, id] of Object.entries(notSlugs).filter(([, value]) => value !== "")) {
      it(`refuse ${what}`, () =>
        denied(setDoc(doc(as("inventory-manager"), `products/${id}`), product())));
    }
  });

  describe("as to when they were created", () => {
    const at = (path: string) => doc(as("inventory-manager"), path);

    it("say the server's time", async () => {
      await granted(setDoc(at("products/created"), product()));
      for (const createdAt of [past, Timestamp.now(), null, "2026-01-01", 0]) {
        await denied(setDoc(at("products/created-otherwise"), product({ createdAt })));
      }
    });

    it("never say anything else afterwards", async () => {
      await granted(setDoc(at("products/standing"), product({ createdAt: past })));
      await denied(setDoc(at("products/standing"), product()));
      await denied(setDoc(at("products/standing"), product({ createdAt: Timestamp.now() })));
      await denied(updateDoc(at("products/standing"), { createdAt: now(), updatedAt: now() }));
    });
  });

  describe("in shape", () => {
    let created = 0;
    keepsShape(
      {
        fields: {
          name: text(120),
          description: optionalText(4000),
          category: slug,
          keywords: wordsUpTo(40),
          priceFrom: money,
          currency: oneOf([currency], ["USD", "eur", "EUR ", ""]),
          active: flag,
          rating: unrated,
          createdAt: timeOfWriting,
          updatedAt: timeOfWriting,
        },
        good: product,
        create: (document) => setDoc(doc(as("admin"), `products/new-${created++}`), document),
        update: (change) => updateDoc(doc(as("inventory-manager"), "products/standing"), change),
      },
      ["createdAt"],
    );
  });
});
