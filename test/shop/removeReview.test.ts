import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { AuditEntry, audit } from "../../functions/src/core/audit.ts";
import { stamp } from "../../functions/src/core/clock.ts";
import { decide, remove, update } from "../../functions/src/core/decide.ts";
import { type Role, staff } from "../../functions/src/core/roles.ts";
import { removeReview } from "../../functions/src/shop/removeReview.ts";
import { Product, products, Review, reviewsOf } from "../../functions/src/shop/schema.ts";
import { call, callWith, customer, type Person, refused } from "../support/call.ts";
import { clearFirestore, firestore } from "../support/firestore.ts";

async function employ(role: Role, disabled = false): Promise<Person> {
  const person = customer();
  await staff.doc(person.uid).set({ role, disabled });
  return person;
}

const review = (rating: number): Review =>
  Review.parse({
    rating,
    title: "",
    text: "",
    author: "Somebody",
    createdAt: stamp(),
    updatedAt: stamp(),
  });

/** A product with a review of so many stars by each of "a", "b", … Answers its id. */
async function reviewed(...stars: number[]): Promise<string> {
  const productId = `product-${randomUUID().slice(0, 8)}`;
  const product = Product.parse({
    name: "A thing",
    description: "",
    category: "things",
    keywords: [],
    priceFrom: 1000,
    currency: "EUR",
    active: true,
    rating: { count: stars.length, sum: stars.reduce((sum, each) => sum + each, 0) },
    createdAt: stamp(),
    updatedAt: stamp(),
  });
  await products.doc(productId).set(product);
  await Promise.all(
    stars.map((rating, n) => reviewsOf(productId).doc("abcdefghij"[n]!).set(review(rating))),
  );
  return productId;
}

/** What the product says, after a look at whether that is what its reviews come to. */
async function ratingOf(productId: string): Promise<Product["rating"] | undefined> {
  const rating = (await products.doc(productId).get()).data()?.rating;
  const stars = (await reviewsOf(productId).get()).docs.map((one) => one.data().rating);
  const sum = stars.reduce((all, each) => all + each, 0);
  assert.deepEqual(rating, { count: stars.length, sum });
  return rating;
}

async function entriesOf(productId: string, uid = "a") {
  const subject = `products/${productId}/reviews/${uid}`;
  const found = await audit.where("subject", "==", subject).get();
  return found.docs.map((entry) => AuditEntry.parse(entry.data()));
}

/** As its author does: the review and the move in one commit. Answers whether it was there. */
const takeBack = (productId: string, uid: string): Promise<boolean> =>
  decide(async (read) => {
    const [review, product] = await read(reviewsOf(productId).doc(uid), products.doc(productId));
    const [said, rating] = [review.data(), product.data()?.rating];
    if (!said || !rating) return { answer: false };
    const less = { count: rating.count - 1, sum: rating.sum - said.rating };
    return { answer: true, writes: [remove(review), update(product, { rating: less })] };
  });

describe("shop: removing a review", () => {
  let manager: Person;
  before(async () => {
    await clearFirestore();
    manager = await employ("order_manager");
  });
  const takeDown = (productId: string, uid = "a", reason?: string) =>
    call(removeReview, manager, { productId, uid, ...(reason !== undefined && { reason }) });

  it("deletes it, takes its stars out of the rating, and leaves the others alone", async () => {
    const productId = await reviewed(1, 5, 4);
    const bill = await firestore.costOf(async () => {
      assert.deepEqual(await takeDown(productId), { removed: true });
    });
    assert.deepEqual(await ratingOf(productId), { count: 2, sum: 9 });
    assert.equal((await reviewsOf(productId).doc("a").get()).exists, false);
    // The caller and their role, the review and the product; the product and the audit trail.
    assert.deepEqual(bill, { reads: 4, writes: 2, deletes: 1 });
  });

  it("changes nothing of the product but its rating", async () => {
    const productId = await reviewed(3);
    const before = (await products.doc(productId).get()).data();
    await takeDown(productId);
    const after = (await products.doc(productId).get()).data();
    assert.deepEqual(after, { ...before, rating: { count: 0, sum: 0 } });
  });

  it("answers that there was none to remove: of another, of another product, or any more", async () => {
    const productId = await reviewed(1);
    for (const [id, uid] of [
      [productId, "b"],
      ["no-such-product", "a"],
    ] as const) {
      assert.deepEqual(await takeDown(id, uid), { removed: false });
    }
    await takeDown(productId);
    const bill = await firestore.costOf(async () => {
      assert.deepEqual(await takeDown(productId), { removed: false });
    });
    assert.deepEqual(bill, { reads: 4, writes: 0, deletes: 0 });
    assert.deepEqual(await ratingOf(productId), { count: 0, sum: 0 });
  });

  it("removes what was said of a product that is not there any more", async () => {
    const productId = await reviewed(1);
    await products.doc(productId).delete();
    assert.deepEqual(await takeDown(productId), { removed: true });
    assert.equal((await reviewsOf(productId).get()).size, 0);
    assert.equal((await products.doc(productId).get()).exists, false);
  });

  describe("is recorded in the audit trail", () => {
    it("once, with who did it and for what reason, where there is one", async () => {
      const productId = await reviewed(1, 2);
      await takeDown(productId, "a", "An advertisement");
      await takeDown(productId, "b");
      const recorded = [await entriesOf(productId), await entriesOf(productId, "b")];
      assert.deepEqual(
        recorded.flat().map(({ action, actor, reason }) => [action, actor, reason]),
        [
          ["review-removed", manager.uid, "An advertisement"],
          ["review-removed", manager.uid, undefined],
        ],
      );
    });

    it("again when it was written again and is removed again", async () => {
      const productId = await reviewed(1);
      await takeDown(productId);
      await reviewsOf(productId).doc("a").set(review(1));
      await products.doc(productId).update({ rating: { count: 1, sum: 1 } });
      assert.deepEqual(await takeDown(productId), { removed: true });
      assert.equal((await entriesOf(productId)).length, 2);
    });

    for (const [name, code] of Object.entries({ DEADLINE_EXCEEDED: 4, INTERNAL: 13 })) {
      it(`once when the answer to its commit is lost (${name}), and counted once`, async () => {
        const productId = await reviewed(1, 5);
        const met = firestore.inject({ method: "Commit", kind: "lost-answer", code });
        await takeDown(productId);
        assert.ok(met(), "the fault was not met");
        assert.deepEqual(await ratingOf(productId), { count: 1, sum: 5 });
        assert.equal((await entriesOf(productId)).length, 1);
      });
    }
  });

  describe("at the same time as", () => {
    it("five other removals of it counts once", async () => {
      const productId = await reviewed(1, 5);
      const answers = await Promise.all(Array.from({ length: 6 }, () => takeDown(productId)));
      assert.equal(answers.filter(({ removed }) => removed).length, 1);
      assert.deepEqual(await ratingOf(productId), { count: 1, sum: 5 });
      assert.equal((await entriesOf(productId)).length, 1);
    });

    it("its author takes it back counts once, whoever is first", async () => {
      const ids = await Promise.all(Array.from({ length: 8 }, () => reviewed(1, 5)));
      await Promise.all(
        ids.map(async (productId) => {
          const [{ removed }, tookBack] = await Promise.all([
            takeDown(productId),
            takeBack(productId, "a"),
          ]);
          assert.notEqual(removed, tookBack);
          assert.deepEqual(await ratingOf(productId), { count: 1, sum: 5 });
          assert.equal((await entriesOf(productId)).length, removed ? 1 : 0);
        }),
      );
    });

    it("the removal of nine others counts each", async () => {
      const productId = await reviewed(1, 2, 3, 4, 5, 1, 2, 3, 4, 5);
      await Promise.all([..."abcdefghij"].map((uid) => takeDown(productId, uid)));
      assert.deepEqual(await ratingOf(productId), { count: 0, sum: 0 });
    });
  });

  describe("is refused", () => {
    const people: [string, () => Promise<Person | undefined>, string][] = [
      ["to nobody", async () => undefined, "unauthenticated/signed-out"],
      ["to customers, its author too", async () => customer(), "permission-denied/not-staff"],
      ["to inventory managers", () => employ("inventory_manager"), "permission-denied/wrong-role"],
      ["to disabled managers", () => employ("order_manager", true), "permission-denied/disabled"],
    ];
    for (const [whom, who, refusal] of people) {
      it(`${whom}, and the review stays`, async () => {
        const person = await who();
        const productId = await reviewed(3);
        const uid = person?.uid ?? "a";
        await reviewsOf(productId).doc(uid).set(review(3));
        const [code = "", reason = ""] = refusal.split("/");
        await refused(call(removeReview, person, { productId, uid }), code, reason);
        assert.equal((await reviewsOf(productId).doc(uid).get()).exists, true);
        assert.deepEqual(await entriesOf(productId, uid), []);
      });
    }

    it("to none of order managers and admins", async () => {
      for (const person of [manager, await employ("admin")]) {
        const productId = await reviewed(3);
        const answer = await call(removeReview, person, { productId, uid: "a" });
        assert.deepEqual(answer, { removed: true });
      }
    });

    const good = { productId: "a-product", uid: "somebody" };
    const inputs = {
      "no uid": { productId: "a-product" },
      "no product": { uid: "somebody" },
      "a path for a product": { ...good, productId: "a/b/c" },
      "a path for a uid": { ...good, uid: "a/b/c" },
      "an empty uid": { ...good, uid: "" },
      "a dot for a uid": { ...good, uid: "." },
      "two dots for a uid": { ...good, uid: ".." },
      "an id of Firestore's own": { ...good, uid: "__id__" },
      "a uid of 129 letters": { ...good, uid: "x".repeat(129) },
      "a blank reason": { ...good, reason: " " },
      "a reason of 501 letters": { ...good, reason: "x".repeat(501) },
      "another field": { ...good, rating: 5 },
    };
    for (const [what, input] of Object.entries(inputs)) {
      it(`for ${what}`, async () => {
        const attempt = callWith(removeReview, manager, input);
        await refused(attempt, "invalid-argument", "invalid-input");
      });
    }

    it("for no uid as sign-in systems make them", async () => {
      for (const uid of ["auth0|5f7c", "a.b", "_", "x".repeat(128), "ünïcode"]) {
        assert.deepEqual(await takeDown("a-product", uid), { removed: false });
      }
    });
  });
});
