import { doc, serverTimestamp, writeBatch } from "firebase/firestore/lite";
import { denied, granted, guarded, type Person } from "../../support/rules.ts";
import { bought, commit, type Move, moved } from "../support/reviews.ts";
import { cart, product, purchase, review, standing } from "../support/rulesDocuments.ts";

const updatedAt = serverTimestamp();
const rated = (rating: number) => review({ rating });

/** Each has customer's 4 and other-customer's 3. */
const products = ["beanie", "tea", "lamp", "kettle", "scarf", "mug", "pot", "cup", "jar"];

describe("shop rules: a commit about several documents", () => {
  const standingReviews = products.map((id) => [
    [`products/${id}`, standing(product({ rating: { count: 2, sum: 7 } }))],
    [`products/${id}/reviews/customer`, standing(rated(4))],
    [`products/${id}/reviews/other-customer`, standing(rated(3))],
  ]);
  const { as } = guarded("batches", {
    ...Object.fromEntries(standingReviews.flat()),
    ...bought("customer", products, purchase()),
    ...bought("other-customer", products, purchase()),
    ...bought("guest", products, purchase()),
  });
  const write = (person: Person, ...moves: Move[]) => commit(as(person), ...moves);
  const of = (uid: Person, id = "beanie") => ({ product: id, uid });
  const mine = of("customer");
  const beanie = (person: Person) => doc(as(person), "products/beanie");
  const own = (person: Person, id = "beanie") =>
    doc(as(person), `products/${id}/reviews/${person}`);
  const begin = (person: Person) => writeBatch(as(person));

  describe("does not fool the rating when it", () => {
    it("moves it twice for one review", async () => {
      const twice = begin("guest").set(own("guest"), rated(5));
      twice.update(beanie("guest"), moved(1, 5)).update(beanie("guest"), moved(1, 5));
      await denied(twice.commit());
    });

    it("moves it there and back", async () => {
      const back = begin("guest").update(beanie("guest"), moved(1, 5));
      await denied(back.update(beanie("guest"), moved(-1, -5)).commit());
    });

    it("writes a review twice: what it says in the end is what counts", async () => {
      const twice = (count: number, sum: number) =>
        begin("guest")
          .set(own("guest", "mug"), rated(5))
          .set(own("guest", "mug"), rated(1))
          .update(doc(as("guest"), "products/mug"), moved(count, sum))
          .commit();
      await denied(twice(1, 5));
      await denied(twice(2, 6));
      await granted(twice(1, 1));
    });

    it("takes a review back twice", async () => {
      const twice = begin("customer").delete(own("customer")).delete(own("customer"));
      await denied(twice.update(beanie("customer"), moved(-2, -8)).commit());
    });

    it("takes a review back and counts it anew", async () => {
      const renewed = (count: number, sum: number) =>
        begin("customer")
          .delete(own("customer"))
          .set(own("customer"), rated(5))
          .update(beanie("customer"), moved(count, sum))
          .commit();
      await denied(renewed(1, 5));
      await denied(renewed(0, 1));
    });

    it("moves it for two people", async () => {
      const both = [
        { ...mine, change: { rating: 5, updatedAt } },
        { ...of("other-customer"), change: { rating: 4, updatedAt } },
      ];
      await denied(write("customer", ...both, { ...mine, by: [0, 1] }));
      await denied(write("customer", ...both, { ...mine, by: [0, 2] }));
    });

    it("deletes the product with the review", async () => {
      const end = begin("customer").delete(own("customer")).delete(beanie("customer"));
      await denied(end.commit());
    });

    it("hands in the numbers of before for those of now", async () => {
      await granted(write("customer", { ...mine, change: { rating: 5, updatedAt }, by: [0, 1] }));
      const stale = begin("customer").update(own("customer"), { rating: 4, updatedAt });
      await denied(stale.update(beanie("customer"), { "rating.sum": 8 }).commit());
      await denied(write("customer", { ...mine, change: { rating: 4, updatedAt } }));
      await granted(write("customer", { ...mine, change: { rating: 4, updatedAt }, by: [0, -1] }));
    });
  });

  it("reviews as many as four products at once", async () => {
    const batch = begin("guest");
    for (const id of ["tea", "lamp", "scarf", "pot"]) {
      batch.set(own("guest", id), rated(5)).update(doc(as("guest"), `products/${id}`), moved(1, 5));
    }
    await granted(batch.commit());
  });

  it("may hold other things of the same person", async () => {
    const batch = begin("guest").set(doc(as("guest"), "carts/guest"), cart());
    batch.set(own("guest", "cup"), rated(5));
    await granted(batch.update(doc(as("guest"), "products/cup"), moved(1, 5)).commit());
  });

  it("moves the rating of each product by its own review", async () => {
    const [first, second] = [of("customer", "tea"), of("customer", "lamp")];
    const change = { rating: 1, updatedAt };
    const both = (one: Move["by"], other: Move["by"]) =>
      write(
        "customer",
        { ...first, change, ...(one && { by: one }) },
        { ...second, review: null, ...(other && { by: other }) },
      );
    await denied(both([-1, -4], [0, -3]));
    await denied(both([-1, -7], undefined));
    await granted(both([0, -3], [-1, -4]));
  });

  it("may hand in the whole rating as it was read, instead of a step", async () => {
    const whole = (count: number, sum: number) =>
      begin("other-customer")
        .update(own("other-customer", "kettle"), { rating: 1, updatedAt })
        .update(doc(as("other-customer"), "products/kettle"), { rating: { count, sum } })
        .commit();
    await denied(whole(2, 6));
    await granted(whole(2, 5));
  });
});
