import {
  type DocumentData,
  deleteDoc,
  doc,
  increment,
  serverTimestamp,
  setDoc,
  updateDoc,
  writeBatch,
} from "firebase/firestore/lite";
import { denied, granted, guarded, type Person, signedIn } from "../../support/rules.ts";
import { bought, commit, type Move, moved } from "../support/reviews.ts";
import { product, purchase, review, standing } from "../support/rulesDocuments.ts";

const updatedAt = serverTimestamp();
const rated = (rating: number) => review({ rating });

/** Of customer's standing 4 and other-customer's 3. */
const products = ["beanie", "tea", "lamp", "kettle", "scarf", "mug"];

describe("shop rules: the rating of a product", () => {
  const standingReviews = products.map((id) => [
    [`products/${id}`, standing(product({ rating: { count: 2, sum: 7 } }))],
    [`products/${id}/reviews/customer`, standing(rated(4))],
    [`products/${id}/reviews/other-customer`, standing(rated(3))],
  ]);
  const buyers = ["customer", "other-customer", "guest", "inventory-manager"] as const;
  const { as, only } = guarded("rating", {
    ...Object.fromEntries(standingReviews.flat()),
    ...Object.assign({}, ...buyers.map((uid) => bought(uid, products, purchase()))),
  });
  const write = (person: Person, ...moves: Move[]) => commit(as(person), ...moves);
  const of = (uid: Person, id = "beanie") => ({ product: id, uid });
  const mine = of("customer");
  const fresh = of("guest");
  const beanie = (person: Person) => doc(as(person), "products/beanie");

  describe("moves by exactly what a review does to it, so that a review is refused", () => {
    const created: Record<string, Move["by"]> = {
      "without a move": undefined,
      "that counts for none": [0, 5],
      "that counts for two": [2, 5],
      "that counts against": [-1, 5],
      "that counts without its stars": [1, 0],
      "that has a star less than it says": [1, 4],
      "that has a star more than it says": [1, 6],
      "that takes its stars away": [1, -5],
    };
    for (const [what, by] of Object.entries(created)) {
      it(`${what}, when it is written`, () =>
        denied(write("guest", { ...fresh, review: rated(5), ...(by && { by }) })));
    }

    const changed: Record<string, Move["by"]> = {
      "without a move": undefined,
      "that counts again": [1, -3],
      "that counts no longer": [-1, -3],
      "that moves by all its stars": [0, 1],
      "that moves the wrong way": [0, 3],
      "that moves too little": [0, -2],
      "that moves too much": [0, -4],
    };
    for (const [what, by] of Object.entries(changed)) {
      it(`${what}, when it falls from four stars to one`, () =>
        denied(
          write("customer", { ...mine, change: { rating: 1, updatedAt }, ...(by && { by }) }),
        ));
    }

    it("that moves something, when its stars stay the same", async () => {
      const change = { text: "Warmer still", updatedAt };
      for (const by of [
        [1, 0],
        [0, 1],
        [0, 4],
        [1, 4],
        [-1, -4],
        [0, -1],
      ] as const) {
        await denied(write("customer", { ...mine, change, by }), String(by));
      }
      await granted(write("customer", { ...mine, change }));
      await granted(write("customer", { ...mine, change: { rating: 4, updatedAt } }));
    });

    const deleted: Record<string, Move["by"]> = {
      "without a move": undefined,
      "that still counts": [0, -4],
      "that counts twice": [-2, -4],
      "that leaves its stars": [-1, 0],
      "that leaves a star": [-1, -3],
      "that takes a star of another with it": [-1, -5],
      "that adds stars": [-1, 4],
    };
    for (const [what, by] of Object.entries(deleted)) {
      it(`${what}, when it is taken back`, () =>
        denied(write("customer", { ...mine, review: null, ...(by && { by }) })));
    }
  });

  describe("moves with a review alone, so that a move is refused", () => {
    const moves: [number, number][] = [
      [1, 5],
      [1, 0],
      [0, 1],
      [0, -1],
      [-1, -4],
      [-2, -7],
      [0, 0],
    ];
    for (const by of moves) {
      it(`of ${by.join(" and ")} to everybody, staff included`, async () => {
        await only([], (db, person) => commit(db, { product: "beanie", uid: person, by }));
      });
    }

    it("with somebody else's review, or one of another product", async () => {
      await denied(write("guest", { ...mine, change: { rating: 1, updatedAt }, by: [0, -3] }));
      const change = { rating: 1, updatedAt };
      const crossed = { ...of("customer", "tea"), change };
      await denied(write("customer", crossed, { ...mine, by: [0, -3] }));
      await denied(
        write("guest", { ...of("guest", "tea"), review: rated(5) }, { ...fresh, by: [1, 5] }),
      );
    });

    it("with a review that never was", async () => {
      await denied(write("guest", { ...fresh, review: null, by: [-1, -5] }));
      await denied(deleteDoc(doc(as("guest"), "products/beanie/reviews/guest")));
    });

    it("to who hands in a whole new rating, staff included", async () => {
      for (const rating of [
        { count: 3, sum: 12 },
        { count: 0, sum: 0 },
        { count: 1, sum: 5 },
      ]) {
        await only([], (db) => updateDoc(doc(db, "products/beanie"), { rating }));
        await only([], (db) => updateDoc(doc(db, "products/beanie"), { rating, updatedAt }));
      }
    });

    it("to inventory managers who edit the product, whole or in part", async () => {
      const edited = { name: "Another beanie", updatedAt };
      for (const person of ["inventory-manager", "admin"] as const) {
        await denied(updateDoc(beanie(person), { ...edited, ...moved(1, 5) }), person);
        await denied(updateDoc(beanie(person), { ...edited, ...moved(0, 1) }), person);
        await denied(setDoc(beanie(person), standing(product(edited))), person);
        await granted(updateDoc(beanie(person), edited), person);
      }
    });
  });

  describe("is all that a review touches of the product:", () => {
    const extras: Record<string, DocumentData> = {
      "not its name": { name: "A rag" },
      "not its price": { priceFrom: 1 },
      "not whether it is for sale": { active: false },
      "not when it was edited": { updatedAt },
      "not a field of its own": { canary: true },
      "not an average beside it": { "rating.average": 5 },
      "not a whole rating with more in it": { rating: { count: 3, sum: 12, canary: 1 } },
      "not a rating as a fraction": { rating: { count: 3, sum: 12.5 } },
    };
    for (const [what, extra] of Object.entries(extras)) {
      it(what, async () => {
        for (const person of ["guest", "inventory-manager"] as const) {
          const db = as(person);
          const own = doc(db, `products/beanie/reviews/${person}`);
          const batch = writeBatch(db).set(own, rated(5));
          const move = "rating" in extra ? extra : { ...moved(1, 5), ...extra };
          await denied(batch.update(beanie(person), move).commit(), person);
        }
      });
    }
  });

  it("is not moved by who is signed in and nothing else", async () => {
    for (const person of signedIn) {
      await denied(updateDoc(beanie(person), { "rating.sum": increment(1) }), person);
    }
  });
});
