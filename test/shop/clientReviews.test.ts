import assert from "node:assert/strict";
import { doc, getDoc, getDocs, limit, query } from "firebase/firestore";
import { type Opinion, type ReviewProduct, reviewing } from "../../client/src/review.ts";
import { shopDocuments } from "../../client/src/shop.ts";
import { guardedApp, type Person, signedIn } from "../support/rules.ts";
import { bought } from "./support/reviews.ts";
import { product, purchase, standing } from "./support/rulesDocuments.ts";

const opinion = (rating: number): Opinion => ({ rating, title: "", text: "", author: "Me" });

describe("shop: the rating of a product of which many write a review at once through the client", () => {
  const { as } = guardedApp("client-reviews", {
    "products/popular": standing(product()),
    ...Object.assign({}, ...signedIn.map((uid) => bought(uid, ["popular"], purchase()))),
  });

  /** What the product says, which is what its reviews come to. */
  const rating = async () => {
    const { products, reviews } = shopDocuments(as("nobody"));
    const [rated, found] = await Promise.all([
      getDoc(doc(products, "popular")),
      getDocs(query(reviews("popular"), limit(50))),
    ]);
    const stars = found.docs.map((one) => one.data().rating);
    const sum = stars.reduce((all, each) => all + each, 0);
    assert.deepEqual(rated.data()?.rating, { count: stars.length, sum });
    return rated.data()?.rating;
  };

  const say = (person: Person, ...words: Parameters<ReviewProduct>) =>
    reviewing(as(person))(...words);
  const all = (opinionOf: (n: number) => Opinion | null) =>
    Promise.all(signedIn.map((person, n) => say(person, "popular", person, opinionOf(n))));

  it("counts each of them, each change, and none that was taken back", async () => {
    await all((n) => opinion((n % 5) + 1));
    assert.equal((await rating())?.count, signedIn.length);
    await all((n) => opinion(5 - (n % 5)));
    assert.equal((await rating())?.count, signedIn.length);
    await all((n) => (n % 2 === 0 ? null : opinion(5)));
    assert.equal((await rating())?.count, Math.floor(signedIn.length / 2));
    await all(() => null);
    await all(() => null);
    assert.deepEqual(await rating(), { count: 0, sum: 0 });
  });

  it("counts one who writes from two devices at once as one", async () => {
    await Promise.all(
      [1, 2, 3, 4, 5].map((stars) => say("guest", "popular", "guest", opinion(stars))),
    );
    assert.equal((await rating())?.count, 1);
  });
});
